package org.loyalty4j.internal.math;

/**
 * The hypergeometric function 2F1(1, b; b + g; -y) for y not below 0, by the continued fraction of Gauss. All its terms are
 * positive, so that it loses nothing, and each step takes off a factor of about (sqrt(1 + y) - 1) / (sqrt(1 + y) + 1): a
 * dozen steps for a small y, hundreds for one of thousands.
 *
 * <p>Source: NIST Digital Library of Mathematical Functions, 15.7.5.
 */
public final class GaussFraction {
    /** Minus the logarithm of what may be lost. */
    private static final double NEGLIGIBLE = 40;

    private GaussFraction() {}

    /** How many pairs of steps the fraction takes. */
    public static int pairs(double y) {
        double root = Math.sqrt(1 + y);
        double logRatio = FastLog.log(root + 1) - FastLog.log(y / (root + 1)); // root - 1, without its cancellation
        return 2 + (int) (NEGLIGIBLE / 2 / logRatio);
    }

    /** The function, b and g above 0. */
    public static double of(double b, double g, double y) {
        int pairs = pairs(y);
        double c = b + g - 1;
        double tail = c + 2.0 * pairs;
        for (int h = pairs; h > 1; h--) {
            tail = c + (2 * h - 1) + h * (g + (h - 1)) * y / tail;
            tail = c + (2 * h - 2) + (b + (h - 1)) * (c + (h - 1)) * y / tail;
        }
        return 1 / (1 + b * y / (c + 1 + g * y / tail));
    }
}
