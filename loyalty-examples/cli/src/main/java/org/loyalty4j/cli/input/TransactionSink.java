package org.loyalty4j.cli.input;

/** Takes transactions one by one. */
@FunctionalInterface
public interface TransactionSink {
    /**
     * Takes one transaction.
     *
     * @param customerId the customer's id, not blank
     * @param epochDay the day, in days since 1970-01-01
     * @param minorUnits the amount in whole minor units of the currency
     */
    void accept(String customerId, int epochDay, long minorUnits);
}
