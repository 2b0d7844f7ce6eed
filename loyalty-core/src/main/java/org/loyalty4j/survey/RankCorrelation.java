package org.loyalty4j.survey;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.loyalty4j.Estimate;
import org.loyalty4j.Interval;
import org.loyalty4j.internal.math.Quantiles;

/** Spearman's rank correlation of two columns, with ties at the middle of their ranks. */
final class RankCorrelation {
    private static final int LEAST = 5;

    private RankCorrelation() {}

    /** The correlation; empty if a column has one value only. */
    static OptionalDouble of(double[] xs, double[] ys) {
        long[] x = doubledRanks(xs);
        long[] y = doubledRanks(ys);
        double mean = xs.length + 1.0; // of doubled ranks
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - mean) * (x[i] - mean);
            yy += (y[i] - mean) * (y[i] - mean);
            xy += (x[i] - mean) * (y[i] - mean);
        }
        return xx > 0 && yy > 0
                ? OptionalDouble.of(Math.max(-1, Math.min(1, xy / Math.sqrt(xx) / Math.sqrt(yy))))
                : OptionalDouble.empty();
    }

    /**
     * The correlation with the interval of Bonett and Wright (2000); empty if there are fewer than five pairs, a column has one
     * value only, or the ranks agree perfectly, which leaves no interval.
     */
    static Optional<Estimate> of(double[] xs, double[] ys, double confidence) {
        OptionalDouble correlation = xs.length < LEAST ? OptionalDouble.empty() : of(xs, ys);
        if (correlation.isEmpty() || Math.abs(correlation.getAsDouble()) >= 1 - 1e-12) {
            return Optional.empty();
        }
        double r = correlation.getAsDouble();
        double half = Quantiles.twoSidedNormal(confidence) * Math.sqrt((1 + r * r / 2) / (xs.length - 3.0));
        double fisher = (StrictMath.log1p(r) - StrictMath.log1p(-r)) / 2;
        return Optional.of(new Estimate(
                r, new Interval(StrictMath.tanh(fisher - half), StrictMath.tanh(fisher + half), confidence)));
    }

    /** Twice the rank of each value, from 1, so that a rank between two is whole. */
    private static long[] doubledRanks(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        long[] ranks = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            ranks[i] = below(sorted, values[i], false) + below(sorted, values[i], true) + 1L;
        }
        return ranks;
    }

    /** How many sorted values are below one, or at it too. */
    private static int below(double[] sorted, double value, boolean orAt) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value || (orAt && sorted[middle] == value)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
