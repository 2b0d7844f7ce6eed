package org.loyalty4j.btyd;

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
 * customer may be now cost no more than one. For one thread, as the table of the coins.
 */
final class PhaseSums {
    private static final double NEGLIGIBLE = 1e-18;
    private static final double LARGE = 1e200;

    private final int k;
    private final double shape;
    private final double waited;
    private final CoinTable coins;

    PhaseSums(int k, double shape, double waited, CoinTable coins) {
        this.k = k;
        this.shape = shape;
        this.waited = waited;
        this.coins = coins;
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
        double perOdds = (1 + z) / (waited + z);
        double perLater = (1 + z) / z; // of the odds those of the phases that come from now on
        double[] weight = what == Sum.EXPECTED ? coins.expected(top / k) : coins.survived(top / k);
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
}
