package org.loyalty4j.ltv;

import java.util.Arrays;
import org.loyalty4j.Interval;
import org.loyalty4j.internal.Checks;

/** Intervals read off simulated values. */
final class Percentiles {
    /** Fewer draws have no order statistic for the ends of a 90 % interval. */
    static final int FEWEST_DRAWS = 19;

    /** What rounding may take from a number of draws that is just enough. */
    private static final double ROUNDING = 1e-9;

    private Percentiles() {}

    /** Refuses a level whose ends lie outside of so many draws: (n + 1) (1 - c) / 2 is the rank of the lower one. */
    static double confidence(double confidence, int draws, String name) {
        Checks.confidence(confidence);
        double fewest = Math.ceil(2 / (1 - confidence) - 1 - ROUNDING);
        if (draws < fewest) {
            throw new IllegalArgumentException(name + " must be in [" + (long) fewest + ", inf) for a confidence of "
                    + confidence + ", but was " + draws);
        }
        return confidence;
    }

    /** The interval between two order statistics, with the same number of the values on either side. */
    static Interval interval(double[] values, double confidence) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        // Rounded towards the ends: the level is not less than the one asked for (Efron and Tibshirani 1993, section
        // 12.5).
        int rank = (int) Math.floor((sorted.length + 1) * (1 - confidence) / 2 + ROUNDING);
        return new Interval(sorted[rank - 1], sorted[sorted.length - rank], confidence);
    }
}
