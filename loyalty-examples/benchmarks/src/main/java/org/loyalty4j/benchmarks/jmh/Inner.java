package org.loyalty4j.benchmarks.jmh;

/** The sizes of the inner loops' data. */
final class Inner {
    /** Transactions of one call. */
    static final int ROWS = 1_000_000;

    /** Customers of one call. */
    static final int CUSTOMERS = 100_000;

    static final long SEED = 2026;

    private Inner() {}
}
