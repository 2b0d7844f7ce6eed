package org.loyalty4j.spark;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** One row of input as the aggregator takes it: a bean, whose columns Spark fills in the order of their names. */
public final class CustomerEntry implements Serializable {
    private static final long serialVersionUID = 1L;

    private @Nullable String customerId;
    private int day;
    private int source;
    private long value;

    /** Creates an empty entry. */
    public CustomerEntry() {}

    /**
     * Whose row it is.
     *
     * @return the customer's id; null if the row cannot be used
     */
    public @Nullable String getCustomerId() {
        return customerId;
    }

    /**
     * Sets {@link #getCustomerId}.
     *
     * @param customerId the customer's id
     */
    public void setCustomerId(@Nullable String customerId) {
        this.customerId = customerId;
    }

    /**
     * The day of the transaction, of the answer, or of joining.
     *
     * @return the epoch day
     */
    public int getDay() {
        return day;
    }

    /**
     * Sets {@link #getDay}.
     *
     * @param day the epoch day
     */
    public void setDay(int day) {
        this.day = day;
    }

    /**
     * Which table the row comes from.
     *
     * @return 0 for transactions, 1 for answers, 2 for the list of customers
     */
    public int getSource() {
        return source;
    }

    /**
     * Sets {@link #getSource}.
     *
     * @param source 0 for transactions, 1 for answers, 2 for the list of customers
     */
    public void setSource(int source) {
        this.source = source;
    }

    /**
     * The amount in minor units, the score, or the epoch day of leaving.
     *
     * @return the number
     */
    public long getValue() {
        return value;
    }

    /**
     * Sets {@link #getValue}.
     *
     * @param value the number
     */
    public void setValue(long value) {
        this.value = value;
    }
}
