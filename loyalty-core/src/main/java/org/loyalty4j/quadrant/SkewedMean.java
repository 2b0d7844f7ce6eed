package org.loyalty4j.quadrant;

import org.jspecify.annotations.Nullable;
import org.loyalty4j.Estimate;
import org.loyalty4j.Interval;
import org.loyalty4j.internal.math.Quantiles;

/** The mean of skewed numbers with the interval of Hall (1992), which is longer on the side of the long tail. */
final class SkewedMean {
    private SkewedMean() {}

    /** The mean of numbers in ascending order; null of fewer than two. */
    static @Nullable Estimate of(double[] sorted, double confidence) {
        int n = sorted.length;
        if (n < 2) {
            return null;
        }
        double mean = sum(sorted) / n;
        double squares = 0;
        double cubes = 0;
        for (double value : sorted) {
            double deviation = value - mean;
            squares += deviation * deviation;
            cubes += deviation * deviation * deviation;
        }
        double s = Math.sqrt(squares / (n - 1));
        double skewness = s == 0 ? 0 : cubes / n / (s * s * s);
        double t = Quantiles.twoSidedStudentT(confidence, n - 1.0) / Math.sqrt(n);
        return new Estimate(
                mean,
                new Interval(
                        mean - s * straightened(t, skewness, n), mean - s * straightened(-t, skewness, n), confidence));
    }

    /** The T with {@code T + g T^2 / 3 + g^2 T^3 / 27 + g / (6 n) = x}. */
    private static double straightened(double x, double g, int n) {
        return Math.abs(g) < 1e-9 ? x : 3 / g * (StrictMath.cbrt(1 + g * (x - g / (6 * n))) - 1);
    }

    static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
