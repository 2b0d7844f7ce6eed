package org.loyalty4j.internal.math;

/** Wilson's score interval of a share, also of one whose number of trials is an effective one and need not be whole. */
public final class WilsonScore {
    private WilsonScore() {}

    /** The lower and the upper bound, for {@code share} in [0, 1] and {@code trials} above 0. */
    public static double[] bounds(double share, double trials, double confidence) {
        double z = Quantiles.twoSidedNormal(confidence);
        double centre = share + z * z / (2 * trials);
        double half = z * Math.sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials));
        double scale = 1 + z * z / trials;
        // At a share of 0 and of 1 the bound is 0 or 1 exactly; rounding must not leave it a hair inside.
        return new double[] {
            share == 0 ? 0 : Math.max(0, (centre - half) / scale), share == 1 ? 1 : Math.min(1, (centre + half) / scale)
        };
    }
}
