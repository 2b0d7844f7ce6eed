package org.loyalty4j.internal;

import java.io.Serializable;

/** Customers, their orders and what they spent in minor units, added up. Mutable, for one thread. */
public final class SpendTally implements Serializable {
    private static final long serialVersionUID = 1L;

    private long customers;
    private long orders;
    private long minor;

    /** Creates the tally of nobody. */
    public SpendTally() {}

    /** Adds a customer. */
    public void add(long ordersOfCustomer, long minorOfCustomer) {
        minor = Math.addExact(minor, minorOfCustomer);
        orders += ordersOfCustomer;
        customers++;
    }

    /** Adds the customers of another tally. */
    public void addAll(SpendTally other) {
        minor = Math.addExact(minor, other.minor);
        orders += other.orders;
        customers += other.customers;
    }

    /** How many customers there are. */
    public long customers() {
        return customers;
    }

    /** How many orders they have. */
    public long orders() {
        return orders;
    }

    /** What they spent. */
    public long minor() {
        return minor;
    }
}
