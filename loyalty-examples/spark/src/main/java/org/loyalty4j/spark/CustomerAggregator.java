package org.loyalty4j.spark;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Aggregator;
import org.apache.spark.sql.functions;

/**
 * Brings the rows of each customer together: first on the machine where they are read, then on the one that the customer's id
 * leads to. Both steps are {@link org.loyalty4j.summary.PurchaseAccumulator}'s, which gives the same for any order and any split.
 */
public final class CustomerAggregator extends Aggregator<CustomerEntry, CustomerRows, CustomerRows> {
    private static final long serialVersionUID = 1L;

    private final int scale;

    /**
     * Creates an aggregator.
     *
     * @param scale decimals of the money, in [0, 9]
     */
    public CustomerAggregator(int scale) {
        this.scale = scale;
    }

    /** One row a customer, and one a reason for which rows could not be used. */
    static Dataset<Row> byCustomer(Dataset<Row> entries, int scale) {
        Column together = functions
                .udaf(new CustomerAggregator(scale), Encoders.bean(CustomerEntry.class))
                .apply(
                        functions.col(Entries.CUSTOMER),
                        functions.col(Entries.DAY),
                        functions.col(Entries.SOURCE),
                        functions.col(Entries.VALUE));
        return entries.groupBy(Entries.REJECTED, Entries.CUSTOMER)
                .agg(together.as("brought"))
                .select(Entries.REJECTED, Entries.CUSTOMER, "brought.*");
    }

    @Override
    public CustomerRows zero() {
        return new CustomerRows();
    }

    @Override
    public CustomerRows reduce(CustomerRows rows, CustomerEntry entry) {
        rows.add(entry, scale);
        return rows;
    }

    @Override
    public CustomerRows merge(CustomerRows one, CustomerRows other) {
        one.merge(other);
        return one;
    }

    @Override
    public CustomerRows finish(CustomerRows rows) {
        return rows;
    }

    @Override
    public Encoder<CustomerRows> bufferEncoder() {
        return Encoders.bean(CustomerRows.class);
    }

    @Override
    public Encoder<CustomerRows> outputEncoder() {
        return Encoders.bean(CustomerRows.class);
    }
}
