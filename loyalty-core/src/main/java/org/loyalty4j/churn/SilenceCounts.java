package org.loyalty4j.churn;

import java.io.Serializable;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.PairCounts;
import org.loyalty4j.summary.HoldoutSplit;
import org.loyalty4j.summary.PurchaseSummaries;

/**
 * How many buyers had been silent for how long at the end of a calibration, and how many of them bought in the holdout: all that a
 * {@link FalseChurnCurve} is made of.
 *
 * <p>Customers may be counted in any order, and counts made in many places merged in any order: they are equal. Mutable, for one
 * thread.
 */
public final class SilenceCounts implements Serializable {
    private static final long serialVersionUID = 1L;

    private final PairCounts counts = new PairCounts(); // by days of silence, and 1 for those who came back

    /** Creates counts of nobody. */
    public SilenceCounts() {}

    /**
     * Counts the buyers of a calibration.
     *
     * @param split a log cut in two
     * @return the counts
     */
    public static SilenceCounts of(HoldoutSplit split) {
        PurchaseSummaries calibration = split.calibration();
        int[] customers = calibration.buyers();
        int[] purchases = split.purchases();
        SilenceCounts counts = new SilenceCounts();
        for (int row = 0; row < customers.length; row++) {
            counts.add(calibration.recencyDays(customers[row]), purchases[row] > 0);
        }
        return counts;
    }

    /**
     * Counts a buyer of the calibration.
     *
     * @param silenceDays days from the last purchase to the end of the calibration, in [0, inf)
     * @param returned whether the customer bought in the holdout
     * @return these counts
     * @throws IllegalArgumentException if the days are negative
     */
    public SilenceCounts add(int silenceDays, boolean returned) {
        counts.add(Checks.notNegative((long) silenceDays, "silenceDays"), returned ? 1 : 0);
        return this;
    }

    /**
     * Adds the customers of other counts.
     *
     * @param other the other counts, which stay as they are
     * @return these counts
     */
    public SilenceCounts merge(SilenceCounts other) {
        counts.addAll(other.counts);
        return this;
    }

    /**
     * The buyers counted.
     *
     * @return their number, in [0, inf)
     */
    public long buyers() {
        return counts.total();
    }

    /** Goes through days of silence, whether they came back (1 or 0), and the number of buyers. */
    void forEach(PairCounts.PairConsumer consumer) {
        counts.forEach(consumer);
    }

    /** The longest silence in days; 0 without buyers. */
    int longest() {
        int[] longest = {0};
        counts.forEach((silenceDays, returned, customers) -> longest[0] = (int) silenceDays); // ascending
        return longest[0];
    }

    /** The buyers who did not come back. */
    long silentInHoldout() {
        long[] silent = {0};
        counts.forEach((silenceDays, returned, customers) -> silent[0] += returned == 0 ? customers : 0);
        return silent[0];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SilenceCounts that && counts.equals(that.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    @Override
    public String toString() {
        return "SilenceCounts of " + buyers() + " buyers";
    }
}
