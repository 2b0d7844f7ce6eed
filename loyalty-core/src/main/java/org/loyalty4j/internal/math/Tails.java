package org.loyalty4j.internal.math;

import org.apache.commons.math3.special.Gamma;

/** Tail probabilities of the distributions behind the library's tests. */
public final class Tails {
    private Tails() {}

    /** P(a chi-squared variable exceeds {@code x}), for {@code x} at or above 0. */
    public static double chiSquared(double x, double degreesOfFreedom) {
        return Gamma.regularizedGammaQ(degreesOfFreedom / 2, x / 2);
    }
}
