package org.loyalty4j.internal.math;

/** Gauss-Legendre rules of few points on [0, 1], for integrals over panels so short that few points are enough. */
public enum GaussRule {
    /** Four points. */
    FOUR(
            new double[] {0.33998104358485626, 0.8611363115940526},
            new double[] {0.6521451548625461, 0.34785484513745385},
            5.62394269877263e-10),
    /** Eight points. */
    EIGHT(
            new double[] {0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363},
            new double[] {0.362683783378362, 0.31370664587788727, 0.22238103445337448, 0.10122853629037626},
            1.697361671430412e-23);

    /** What a panel, which is a small part of an integral, may lose of itself. */
    private static final double NEGLIGIBLE = 1e-14;

    private final double[] at;
    private final double[] weight;
    private final double coefficient;

    /** From positive nodes on [-1, 1] and their weights, both by mpmath, and (K!)^4 / ((2K + 1) (2K)!^3) of K points. */
    GaussRule(double[] positive, double[] weights, double coefficient) {
        at = new double[2 * positive.length];
        weight = new double[at.length];
        for (int i = 0; i < positive.length; i++) {
            at[2 * i] = (1 - positive[i]) / 2;
            at[2 * i + 1] = (1 + positive[i]) / 2;
            weight[2 * i] = weights[i] / 2;
            weight[2 * i + 1] = weights[i] / 2;
        }
        this.coefficient = coefficient;
    }

    /** The number of points. */
    public int points() {
        return at.length;
    }

    /** A point, in (0, 1). */
    public double at(int i) {
        return at[i];
    }

    /** Its weight; they add up to 1. */
    public double weight(int i) {
        return weight[i];
    }

    /**
     * A bound of the relative error of the integral of a product of powers (c + y)^-n, with exponents that add up to {@code
     * order} and all c at least the least one, over y in [0, length times the least c]. The remainder of the rule is the
     * coefficient times length^(2K+1) times a derivative of order 2K. By Leibniz' rule that derivative is at most the rising
     * factorial of {@code order} over c^2K times the first value, and the integral at least its length times the last one.
     */
    double errorOfPowers(double order, double length) {
        double bound = coefficient * StrictMath.exp(order * length);
        for (int i = 0; i < 2 * points(); i++) {
            bound *= (order + i) * length;
        }
        return bound;
    }

    /** Whether the error of such an integral is negligible. */
    public boolean sufficesForPowers(double order, double length) {
        return errorOfPowers(order, length) <= NEGLIGIBLE;
    }

    /** The longest panel, in units of the least c, on which the error of such an integral is negligible. */
    public double longestForPowers(double order) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 40; i++) {
            double middle = low + (high - low) / 2;
            if (sufficesForPowers(order, middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
