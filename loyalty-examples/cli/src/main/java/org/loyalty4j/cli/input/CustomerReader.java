package org.loyalty4j.cli.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.loyalty4j.data.Customer;

/**
 * Reads the list of customers.
 *
 * @param columns which column plays which role
 * @param format how dates are written
 * @param integerIds true if ids are whole numbers, so that {@code 17850.0} is the id {@code 17850}
 */
public record CustomerReader(Columns columns, FileFormat format, boolean integerIds) {

    public CustomerReader {
        Objects.requireNonNull(columns, "columns");
        Objects.requireNonNull(format, "format");
    }

    /**
     * Reads all the rows of a source; one without rows is fine. Of two rows with one id the second is rejected.
     *
     * @param source the source
     * @param rejected takes the rows that cannot be used
     * @return the customers
     * @throws InputException if none of the rows can be used or the source cannot be read
     */
    public ReadRows<Customer> read(RowSource source, RejectedRows rejected) {
        List<Customer> customers = new ArrayList<>();
        if (format.header() && source.header().isEmpty()) {
            return new ReadRows<>(customers, new ReadSummary(source.name(), 0, Map.of()));
        }
        Positions at = columns.bind(source);
        CustomerParser parser = new CustomerParser(
                at,
                new IdParser(integerIds),
                DateParser.of(format, source, at.of(Role.JOINED)),
                at.has(Role.LEFT) ? DateParser.of(format, source, at.of(Role.LEFT)) : null);
        Map<String, Long> lines = new HashMap<>();
        ReadSummary summary = RowLoop.run(source, at, rejected, (row, why) -> {
            if (!parser.parse(row, why)) {
                return false;
            }
            String id = parser.customerId();
            Long known = lines.putIfAbsent(id, row.line());
            if (known != null) {
                return why.because(
                        RejectReason.DUPLICATE_CUSTOMER,
                        "the customer " + Rejection.quote(id) + " is already in line " + known);
            }
            customers.add(parser.customer());
            return true;
        });
        return new ReadRows<>(customers, summary);
    }
}
