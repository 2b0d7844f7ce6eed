package org.loyalty4j.internal.math;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/** Tail probabilities of the distributions behind the library's tests. */
public final class Tails {
    /** Further out a normal probability is below the smallest double. */
    private static final double BEYOND_ALL = 40;

    private Tails() {}

    /** P(a chi-squared variable exceeds {@code x}), for {@code x} at or above 0. */
    public static double chiSquared(double x, double degreesOfFreedom) {
        return Gamma.regularizedGammaQ(degreesOfFreedom / 2, x / 2);
    }

    /** P(a Beta({@code a}, {@code b}) variable is at most {@code x}), for {@code x} in [0, 1]. */
    public static double beta(double x, double a, double b) {
        return Math.min(1, Beta.regularizedBeta(x, a, b));
    }

    /** P(a standard normal variable exceeds {@code z}), with all digits also far out. */
    public static double normal(double z) {
        double outside = Math.abs(z) > BEYOND_ALL ? 0 : Gamma.regularizedGammaQ(0.5, z * z / 2) / 2;
        return z >= 0 ? outside : 1 - outside;
    }

    /** P(the absolute value of a standard normal variable exceeds that of {@code z}): the p-value of a two-sided test. */
    public static double twoSidedNormal(double z) {
        return 2 * normal(Math.abs(z));
    }
}
