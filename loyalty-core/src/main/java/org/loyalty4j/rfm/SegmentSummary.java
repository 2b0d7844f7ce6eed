package org.loyalty4j.rfm;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Proportion;
import org.loyalty4j.internal.Checks;

/**
 * What is in a segment.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a count is out of range.
 *
 * @param segment the segment
 * @param customers how many customers are in it
 * @param ofCustomers how many there are in all
 * @param orders the purchase occasions of its customers
 * @param revenue their net spend, exact
 * @param medians their median R, F and M; null where nobody in the segment has bought
 */
public record SegmentSummary(
        Segment segment,
        long customers,
        long ofCustomers,
        long orders,
        BigDecimal revenue,
        @Nullable Medians medians) implements Serializable {

    /**
     * The medians of the raw values in a segment; of an even number the mean of the two in the middle.
     *
     * <p>Creating them throws {@link IllegalArgumentException} if a number is out of its range.
     *
     * @param recencyDays days since the last purchase, in [0, inf)
     * @param frequency purchase occasions, in (0, inf)
     * @param monetary money spent, in the major unit, by the scale's {@link MonetaryBasis}; finite
     */
    public record Medians(double recencyDays, double frequency, double monetary) implements Serializable {

        public Medians {
            Checks.notNegative(recencyDays, "recencyDays");
            Checks.positive(frequency, "frequency");
            Checks.finite(monetary, "monetary");
        }
    }

    public SegmentSummary {
        Objects.requireNonNull(segment, "segment");
        Checks.notNegative(ofCustomers, "ofCustomers");
        Checks.partOf(customers, ofCustomers, "customers");
        Checks.notNegative(orders, "orders");
        Objects.requireNonNull(revenue, "revenue");
    }

    /**
     * The segment's share of all customers.
     *
     * @return {@code customers} of {@code ofCustomers}
     */
    public Proportion share() {
        return new Proportion(customers, ofCustomers);
    }

    /**
     * The mean value of an order in the segment.
     *
     * @return {@code revenue / orders}; empty without an order
     */
    public OptionalDouble meanOrderValue() {
        return orders == 0 ? OptionalDouble.empty() : OptionalDouble.of(revenue.doubleValue() / orders);
    }
}
