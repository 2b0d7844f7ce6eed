package org.loyalty4j.profile;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.loyalty4j.data.Customer;
import org.loyalty4j.data.DataReport;
import org.loyalty4j.data.TransactionLog;

/**
 * The customers who were known on a day, who are the base of an analysis: they had a row by then, or were on the books by
 * then, or nothing is known of their time at all. Those who came only later are no prospects of a day on which nobody knew of
 * them; they are left out and counted.
 */
final class KnownCustomers {
    private final TransactionLog log;
    private final TransactionLog known;
    private final long later;

    private KnownCustomers(TransactionLog log, TransactionLog known, long later) {
        this.log = log;
        this.known = known;
        this.later = later;
    }

    /** The customers known on a day; of a day before every row, which is refused later, all of them. */
    static KnownCustomers on(LocalDate asOf, TransactionLog log, List<Customer> customers) {
        if (log.firstDate().filter(asOf::isBefore).isPresent()) {
            return new KnownCustomers(log, log, 0);
        }
        Set<String> onTheBooks = new HashSet<>();
        Set<String> joinedLater = new HashSet<>();
        for (Customer customer : customers) {
            (customer.joinedOn().isAfter(asOf) ? joinedLater : onTheBooks).add(customer.id());
        }
        joinedLater.removeAll(onTheBooks);
        TransactionLog all = log.withCustomers(onTheBooks);
        TransactionLog known = all.onlyCustomers(customer -> hasRowBy(asOf, all, customer)
                || onTheBooks.contains(all.customerId(customer))
                || (all.firstRow(customer) == all.endRow(customer) && !joinedLater.contains(all.customerId(customer))));
        long inNoLog =
                joinedLater.stream().filter(id -> all.indexOf(id).isEmpty()).count();
        return new KnownCustomers(all, known, (long) all.customerCount() - known.customerCount() + inNoLog);
    }

    private static boolean hasRowBy(LocalDate day, TransactionLog log, int customer) {
        return log.firstRow(customer) < log.endRow(customer)
                && log.epochDay(log.firstRow(customer)) <= day.toEpochDay();
    }

    /** The rows of the customers known. */
    TransactionLog log() {
        return known;
    }

    /** A report of the customers known, with the others and their rows added to it. */
    DataReport complete(DataReport report) {
        return later == 0
                ? report
                : report.withLaterCustomers(
                        later,
                        (long) log.transactionCount() - known.transactionCount(),
                        log.lastDate().orElse(null));
    }
}
