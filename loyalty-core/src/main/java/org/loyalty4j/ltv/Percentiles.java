package org.loyalty4j.ltv;

import java.util.Arrays;
import org.loyalty4j.Interval;

/** Intervals read off simulated values. */
final class Percentiles {
    /** Fewer draws have no order statistic for the ends of a 90 % interval. */
    static final int FEWEST_DRAWS = 19;

    private Percentiles() {}

    /** The interval between two order statistics, with the same share of the values on either side. */
    static Interval interval(double[] values, double confidence) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double tail = (1 - confidence) / 2;
        return new Interval(orderStatistic(sorted, tail), orderStatistic(sorted, 1 - tail), confidence);
    }

    private static double orderStatistic(double[] sorted, double probability) {
        int rank = (int) Math.rint((sorted.length + 1) * probability);
        return sorted[Math.max(1, Math.min(sorted.length, rank)) - 1];
    }
}
