package org.loyalty4j.internal.math;

/**
 * The range of a count of {@code n} that each happen with the same share, itself known with an error only: a beta-binomial
 * distribution whose beta has the mean and the variance of the share.
 */
public final class UncertainCount {
    /** Up to so many terms are added one by one; a larger count is normal in its log-odds. */
    private static final double MOST_TERMS = 200_000;

    private UncertainCount() {}

    /**
     * The smallest range that leaves out at most {@code tail} on each side.
     *
     * @param share in [0, 1]
     * @param variance of the share, not below 0
     * @return the lowest and the highest count
     */
    public static double[] range(double n, double share, double variance, double tail) {
        if (share > 0.5) {
            double[] others = range(n, 1 - share, variance, tail);
            return new double[] {n - others[1], n - others[0]};
        }
        double binomial = share * (1 - share);
        if (n == 0 || share == 0) {
            return new double[] {0, 0};
        }
        if (variance >= binomial) {
            return new double[] {0, n};
        }
        double last = Math.min(n, Math.ceil(n * share + 40 * (n * Math.sqrt(variance + binomial / n)) + 50));
        return last <= MOST_TERMS
                ? summed(n, share, binomial / variance - 1, tail, (int) last)
                : normal(n, share, Math.sqrt(variance + binomial / n) / binomial, tail);
    }

    /** Terms by their ratios, p(k + 1) / p(k) = (n - k)(a + k) / ((k + 1)(b + n - k - 1)); a + b may be infinite: a binomial. */
    private static double[] summed(double n, double share, double size, double tail, int last) {
        double[] log = new double[last + 1];
        double highest = 0;
        for (int k = 0; k < last; k++) {
            log[k + 1] = log[k]
                    + StrictMath.log((n - k) / (k + 1) * ((share + k / size) / (1 - share + (n - k - 1) / size)));
            highest = Math.max(highest, log[k + 1]);
        }
        double sum = 0;
        for (int k = 0; k <= last; k++) {
            log[k] = StrictMath.exp(log[k] - highest);
            sum += log[k];
        }
        double below = 0;
        int lower = 0;
        while (below + log[lower] <= tail * sum) {
            below += log[lower++];
        }
        double above = 0;
        int upper = last;
        while (above + log[upper] <= tail * sum) {
            above += log[upper--];
        }
        return new double[] {lower, upper};
    }

    private static double[] normal(double n, double share, double errorOfLogOdds, double tail) {
        double factor = StrictMath.exp(-Quantiles.normal(tail) * errorOfLogOdds);
        double odds = share / (1 - share);
        double low = odds / factor;
        double high = odds * factor;
        return new double[] {Math.floor(n * (low / (1 + low))), Math.ceil(n * (high / (1 + high)))};
    }
}
