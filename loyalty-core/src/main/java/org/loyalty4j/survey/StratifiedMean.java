package org.loyalty4j.survey;

/**
 * The stratified mean of a column and its variance, from the mean and the squares of each stratum; Cochran (1977), section 5.3 and
 * 5A.9.
 */
final class StratifiedMean {
    private final double[] shares;
    private final double[] sizes;
    private final double[] means;
    private final double[] squares;
    private final double mean;

    /**
     * Takes W_h, n_h at least 2, the mean of the answers of each stratum, and the sum of their squared deviations from it.
     */
    StratifiedMean(double[] shares, double[] sizes, double[] means, double[] squares) {
        this.shares = shares;
        this.sizes = sizes;
        this.means = means;
        this.squares = squares;
        double sum = 0;
        for (int h = 0; h < shares.length; h++) {
            sum += shares[h] * means[h];
        }
        this.mean = sum;
    }

    double mean() {
        return mean;
    }

    /** {@code v = sum(W_h^2 s_h^2 / n_h)}. */
    double variance() {
        double sum = 0;
        for (int h = 0; h < shares.length; h++) {
            sum += part(h);
        }
        return sum;
    }

    private double part(int h) {
        return shares[h] * shares[h] * squares[h] / (sizes[h] - 1) / sizes[h];
    }

    /** Tells whether all answers are alike; rounding must not make a variance of none. */
    boolean isConstant() {
        for (int h = 0; h < shares.length; h++) {
            if (squares[h] > 0 || means[h] != means[0]) {
                return false;
            }
        }
        return true;
    }

    /** The variance of a customer's answer in the whole base, without bias: within strata, between them, and what v takes off. */
    double populationVariance() {
        double sum = variance();
        for (int h = 0; h < shares.length; h++) {
            double deviation = means[h] - mean;
            sum += shares[h] * (squares[h] / sizes[h] + deviation * deviation);
        }
        return sum;
    }

    /** {@link #variance} where each stratum is lent one degree of freedom of the whole base's variance. */
    double steadiedVariance() {
        double whole = populationVariance();
        double sum = 0;
        for (int h = 0; h < shares.length; h++) {
            sum += steadiedPart(h, whole);
        }
        return sum;
    }

    private double steadiedPart(int h, double whole) {
        return shares[h] * shares[h] * (squares[h] + whole) / sizes[h] / sizes[h];
    }

    /**
     * Satterthwaite's degrees of freedom of {@link #steadiedVariance}, which must be above 0: n_h - 1 of a stratum and the one it
     * was lent, in all at most n - 1.
     */
    double degreesOfFreedom() {
        double whole = populationVariance();
        double v = steadiedVariance();
        double sum = 0;
        double respondents = 0;
        for (int h = 0; h < shares.length; h++) {
            double share = steadiedPart(h, whole) / v;
            sum += share * share / sizes[h];
            respondents += sizes[h];
        }
        return Math.min(1 / sum, respondents - 1);
    }
}
