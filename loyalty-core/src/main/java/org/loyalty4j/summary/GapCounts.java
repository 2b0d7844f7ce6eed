package org.loyalty4j.summary;

import java.io.Serializable;
import org.loyalty4j.internal.PairCounts;

/**
 * How many days lay between the purchases of customers: all that a {@link PurchaseRhythm} is measured on.
 *
 * <p>Customers may be counted in any order, and counts made in many places merged in any order: they are equal, and so is the
 * rhythm. Mutable, for one thread.
 */
public final class GapCounts implements Serializable {
    private static final long serialVersionUID = 1L;

    private final PairCounts gaps = new PairCounts(); // by length in days; the second number is 0
    private final PairCounts lastTwo = new PairCounts(); // by the last gap but one and the last

    /** Creates counts of nobody. */
    public GapCounts() {}

    /**
     * Counts the gaps of a customer.
     *
     * @param days when customers bought
     * @param customer the index of the customer in them, in [0, customerCount)
     * @return these counts
     */
    public GapCounts add(PurchaseDays days, int customer) {
        int last = days.count(customer) - 1;
        long gap = 0;
        long before = 0;
        for (int i = 1; i <= last; i++) {
            before = gap;
            gap = (long) days.epochDay(customer, i) - days.epochDay(customer, i - 1);
            gaps.add(gap, 0);
        }
        if (last >= 2) {
            lastTwo.add(before, gap);
        }
        return this;
    }

    /**
     * Adds the customers of other counts.
     *
     * @param other the other counts, which stay as they are
     * @return these counts
     */
    public GapCounts merge(GapCounts other) {
        gaps.addAll(other.gaps);
        lastTwo.addAll(other.lastTwo);
        return this;
    }

    /** The gaps by length in days, ascending. */
    PairCounts gaps() {
        return gaps;
    }

    /** The customers with two gaps, by the last but one and the last. */
    PairCounts lastTwo() {
        return lastTwo;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GapCounts that && gaps.equals(that.gaps) && lastTwo.equals(that.lastTwo);
    }

    @Override
    public int hashCode() {
        return 31 * gaps.hashCode() + lastTwo.hashCode();
    }

    @Override
    public String toString() {
        return "GapCounts: " + gaps.total() + " gaps, " + lastTwo.total() + " pairs";
    }
}
