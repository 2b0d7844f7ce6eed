package org.loyalty4j.churn;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.data.Customer;

/** The spells of customers who left and came back: rows of one id, which must not overlap. */
final class Spells {
    private Spells() {}

    /** Refuses a customer who is on the books twice at once, and returns how many rows are returns: not the first of their id. */
    static long requireSeparate(List<Customer> customers) {
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        for (Customer customer : customers) {
            if (!seen.add(customer.id())) {
                repeated.add(customer.id());
            }
        }
        if (repeated.isEmpty()) {
            return 0;
        }
        List<Customer> spells = new ArrayList<>();
        for (Customer customer : customers) {
            if (repeated.contains(customer.id())) {
                spells.add(customer);
            }
        }
        spells.sort(Comparator.comparing(Customer::id)
                .thenComparing(Customer::joinedOn)
                .thenComparing(Customer::leftOn, Comparator.nullsLast(Comparator.naturalOrder())));
        for (int i = 1; i < spells.size(); i++) {
            Customer next = spells.get(i);
            Customer previous = spells.get(i - 1);
            LocalDate previousLeftOn = previous.leftOn();
            if (previous.id().equals(next.id())
                    && (previousLeftOn == null || previousLeftOn.isAfter(next.joinedOn()))) {
                throw new IllegalArgumentException("customers must not have overlapping spells, but customer "
                        + next.id() + " was there " + text(previous) + " and " + text(next));
            }
        }
        return (long) customers.size() - seen.size();
    }

    private static String text(Customer customer) {
        return "from " + customer.joinedOn() + untilText(customer.leftOn());
    }

    private static String untilText(@Nullable LocalDate leftOn) {
        return leftOn == null ? "" : " until " + leftOn;
    }
}
