package org.loyalty4j.btyd;

import java.util.Arrays;

/**
 * Sums over the number M of phases since the last purchase at a time to come, of a living customer who makes a purchase after
 * every k of them. With the time from now being z, and that since the last purchase w, as shares of (alpha + T),
 *
 * <pre>{@code
 *   P(M = m) = (shape)_m / m! ((w + z) / (1 + z))^m P(Binomial(m, w / (w + z)) < k) / ((1 + z)^shape A_k)
 * }</pre>
 *
 * <p>where the binomial is of the phases before now. Going down from an m that is never reached, all of it follows from ratios
 * and sums of positive numbers, and what M sums to, 1, is the norm: no logarithm is needed, and the k states in which the
 * customer may be now cost no more than one. Holds what survives of a customer after each purchase, for many times; for one
 * thread.
 */
final class PhaseSums {
    private static final double NEGLIGIBLE = 1e-18;
    private static final double LARGE = 1e200;

    private final int k;
    private final double shape;
    private final double waited;
    private final double a;
    private final double b;

    /** The probability that the coins after c purchases all survive, and the sum of those of 0 to c - 1. */
    private double[] survived = {1};

    private double[] expected = {0};

    PhaseSums(int k, double shape, double waited, double a, double b) {
        this.k = k;
        this.shape = shape;
        this.waited = waited;
        this.a = a;
        this.b = b;
    }

    /** What is summed, as a function of the number of phases. */
    private enum Sum {
        /** The purchases that are due and made. */
        EXPECTED,
        /** That the coins after the purchases due all survive. */
        ALIVE,
        /** The rate of the phases, where a purchase follows the next of them and is made. */
        RATE
    }

    /** A number of phases from which on nothing counts: beyond it is e^-42, by a bound like Bernstein's. */
    double most(double z) {
        double mean = (shape + k) * z;
        return Math.ceil(mean + 9.2 * Math.sqrt(mean * (1 + z)) + 42 * (1 + z)) + k;
    }

    /** E[Y]. */
    double expected(double z) {
        return mean(Sum.EXPECTED, z);
    }

    /** P(alive). */
    double alive(double z) {
        return mean(Sum.ALIVE, z);
    }

    /** The rate of purchases times (alpha + T). */
    double rate(double z) {
        return mean(Sum.RATE, z) / (1 + z);
    }

    private double mean(Sum what, double z) {
        int top = (int) most(z);
        tabulate(top / k);
        double perOdds = (1 + z) / (waited + z);
        double perLater = (1 + z) / z; // of the odds those of the phases that come from now on
        double[] weight = what == Sum.EXPECTED ? expected : survived;
        double term = 1;
        double change = waited == 0 ? 0 : waited / (waited + z) / binomialRatio(top, waited / z);
        double total = 0;
        double sum = 0;
        int due = top / k;
        int over = top - due * k;
        for (int m = top; ; m--) {
            total += term;
            if (what != Sum.RATE) {
                sum += term * weight[due];
            } else if (over == k - 1) {
                sum += term * weight[due] * (shape + m);
            }
            if (m == 0 || term * m <= NEGLIGIBLE * Math.min(sum, total)) {
                return sum / total;
            }
            double ratio = 1 / (shape + (m - 1));
            change *= (m + 1 - k) * ratio * perLater;
            term = term * (m * ratio * perOdds) + change;
            if (term > LARGE) {
                term /= LARGE;
                change /= LARGE;
                total /= LARGE;
                sum /= LARGE;
            }
            over--;
            if (over < 0) {
                over = k - 1;
                due--;
            }
        }
    }

    /** P(Binomial(m, p) &lt; k) / P(Binomial(m, p) = k - 1), given the odds p / (1 - p). */
    private double binomialRatio(int m, double odds) {
        double term = 1;
        double sum = 1;
        for (int j = k - 1; j > 0; j--) {
            term *= j / ((m - j + 1) * odds);
            sum += term;
        }
        return sum;
    }

    private void tabulate(int most) {
        int from = survived.length;
        if (most < from) {
            return;
        }
        int length = Math.max(most + 1, 2 * from);
        survived = Arrays.copyOf(survived, length);
        expected = Arrays.copyOf(expected, length);
        for (int c = from; c < length; c++) {
            survived[c] = survived[c - 1] * ((b + (c - 1)) / (a + b + (c - 1)));
            expected[c] = expected[c - 1] + survived[c - 1];
        }
    }
}
