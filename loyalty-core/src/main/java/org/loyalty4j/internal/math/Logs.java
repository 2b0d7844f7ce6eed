package org.loyalty4j.internal.math;

/** Sums of numbers of which the logarithms are given. */
public final class Logs {
    private Logs() {}

    /** ln(1 + exp({@code v})), with full relative accuracy where it is small; {@code v} may be infinite. */
    public static double log1pExp(double v) {
        return v > 0 ? v + StrictMath.log1p(StrictMath.exp(-v)) : StrictMath.log1p(StrictMath.exp(v));
    }

    /** ln(exp({@code a}) + exp({@code b})), {@code a} finite. */
    public static double logSum(double a, double b) {
        return a + log1pExp(b - a);
    }
}
