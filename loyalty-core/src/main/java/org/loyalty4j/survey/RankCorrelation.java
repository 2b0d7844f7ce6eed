package org.loyalty4j.survey;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.loyalty4j.Estimate;
import org.loyalty4j.Interval;
import org.loyalty4j.internal.math.Quantiles;

/** Spearman's rank correlation of two columns, with ties at the middle of their ranks. */
final class RankCorrelation {
    /** The fewest pairs whose correlation says anything. */
    static final int LEAST = 5;

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
     * The correlation with the interval of Bonett and Wright (2000), wider where ties make it vary more; empty if there are fewer than five pairs, a column has one
     * value only, or the ranks agree perfectly, which leaves no interval.
     */
    static Optional<Estimate> of(double[] xs, double[] ys, double confidence) {
        OptionalDouble correlation = xs.length < LEAST ? OptionalDouble.empty() : of(xs, ys);
        if (correlation.isEmpty() || Math.abs(correlation.getAsDouble()) >= 1 - 1e-12) {
            return Optional.empty();
        }
        double r = correlation.getAsDouble();
        double variance = Math.max((1 + r * r / 2) / (xs.length - 3.0), variance(xs, ys, r));
        double half = Quantiles.twoSidedNormal(confidence) * Math.sqrt(variance);
        double fisher = (StrictMath.log1p(r) - StrictMath.log1p(-r)) / 2;
        return Optional.of(new Estimate(
                r, new Interval(StrictMath.tanh(fisher - half), StrictMath.tanh(fisher + half), confidence)));
    }

    /**
     * The variance of atanh(r) that assumes nothing of the answers: the mean square of what each pair contributes, its own ranks
     * and its part in the ranks of the others, by the delta method (Hoeffding 1948).
     */
    private static double variance(double[] xs, double[] ys, double r) {
        int n = xs.length;
        long[] x = doubledRanks(xs);
        long[] y = doubledRanks(ys);
        double[] a = centred(x);
        double[] b = centred(y);
        double[] bAboveX = above(x, b);
        double[] aAboveY = above(y, a);
        double[] aAboveX = above(x, a);
        double[] bAboveY = above(y, b);
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < n; i++) {
            aa += a[i] * a[i] / n;
            bb += b[i] * b[i] / n;
        }
        double[] part = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double own = (a[i] * b[i] + bAboveX[i] + aAboveY[i]) / Math.sqrt(aa * bb);
            double ofX = (a[i] * a[i] + 2 * aAboveX[i]) / aa;
            double ofY = (b[i] * b[i] + 2 * bAboveY[i]) / bb;
            part[i] = own - r / 2 * (ofX + ofY);
            sum += part[i];
        }
        double squares = 0;
        for (double p : part) {
            squares += (p - sum / n) * (p - sum / n);
        }
        double slope = 1 - r * r; // of tanh
        return squares / n / (n - 1.0) / (slope * slope);
    }

    /** Ranks as shares less a half. */
    private static double[] centred(long[] doubledRanks) {
        double n = doubledRanks.length;
        return Arrays.stream(doubledRanks)
                .mapToDouble(rank -> (rank - (n + 1)) / (2 * n))
                .toArray();
    }

    /** For each rank, the mean of the values at higher ranks and half of those at its own, a value that is not there being 0. */
    private static double[] above(long[] doubledRanks, double[] values) {
        int n = values.length;
        double[] at = new double[2 * n + 1];
        for (int i = 0; i < n; i++) {
            at[(int) doubledRanks[i]] += values[i] / n;
        }
        double higher = 0;
        for (int rank = 2 * n; rank > 0; rank--) {
            double own = at[rank];
            at[rank] = higher + own / 2;
            higher += own;
        }
        double[] above = new double[n];
        for (int i = 0; i < n; i++) {
            above[i] = at[(int) doubledRanks[i]];
        }
        return above;
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
