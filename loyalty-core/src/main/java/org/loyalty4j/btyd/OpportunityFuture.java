package org.loyalty4j.btyd;

import java.util.OptionalDouble;
import org.loyalty4j.internal.math.Gammas;
import org.loyalty4j.internal.math.PeakIntegral;
import org.loyalty4j.internal.math.SlowSums;

/**
 * What follows for a BG/BB customer who is alive now, before the next opportunity. Every sum is of positive terms, so that
 * nothing cancels, also at gamma = 1, where the closed form of the expectation is 0/0.
 */
record OpportunityFuture(double alpha, double beta, double gamma, double delta) {
    /** A rest that is less than this share of a sum does not change it. */
    private static final double NEGLIGIBLE = 1e-18;

    /** So many terms are added one by one. */
    private static final int FIRST_TERMS = 1 << 14;

    /** P(alive at the {@code m}-th opportunity from now). */
    double probabilityAlive(int m) {
        return StrictMath.exp(Gammas.logBetaRatio(gamma, delta, m));
    }

    /** The transactions expected at the next {@code m} opportunities. */
    double expectedTransactions(int m) {
        return discountedTransactions(m, 0);
    }

    /** The transactions expected at the opportunities after {@code from} until {@code to}. */
    double expectedTransactions(int from, int to) {
        return probabilityAlive(from)
                * new OpportunityFuture(alpha, beta, gamma, delta + from).expectedTransactions(to - from);
    }

    /** The transactions expected at the next {@code m} opportunities, the k-th divided by (1 + d)^k. */
    double discountedTransactions(int m, double d) {
        double sum = 0;
        double term = meanProbability();
        for (int k = 0; k < Math.min(m, FIRST_TERMS); k++) {
            term *= (delta + k) / ((gamma + delta + k) * (1 + d));
            sum += term;
            if (term <= NEGLIGIBLE * d * sum) {
                return sum; // what is left is less than term / d
            }
        }
        double logDiscount = StrictMath.log1p(d);
        return sum + meanProbability() * rest(m, k -> Gammas.logBetaRatio(gamma, delta, k + 1) - (k + 1) * logDiscount);
    }

    /**
     * The same for ever; empty where it is infinite. With theta the dropout probability, it is the mean of (1 - theta) / (d +
     * theta) under Beta(gamma, delta): an integral over the log-odds of theta, in which d is not lost beside 1.
     */
    OptionalDouble discountedTransactions(double d) {
        if (d == 0) {
            return gamma > 1 ? OptionalDouble.of(meanProbability() * delta / (gamma - 1)) : OptionalDouble.empty();
        }
        return OptionalDouble.of(meanProbability() * SlowSums.discountedSurvivals(gamma, delta, d));
    }

    /** P(at least one transaction at the next {@code m} opportunities): the sum over when the first of them is. */
    double probabilityOfTransaction(int m) {
        double sum = 0;
        double term = alpha;
        for (int k = 0; k < Math.min(m, FIRST_TERMS); k++) {
            term *= ((delta + k) / (gamma + delta + k)) * ((k == 0 ? 1 : beta + k - 1) / (alpha + beta + k));
            sum += term;
            if (term * (m - k) <= NEGLIGIBLE * sum) {
                return Math.min(1, sum); // rounding may take it above
            }
        }
        double rest = rest(
                m,
                k -> Gammas.logBetaRatio(gamma, delta, k + 1)
                        + Gammas.logBetaRatio(alpha, beta, k)
                        + StrictMath.log(alpha / (alpha + beta + k)));
        return Math.min(1, sum + rest);
    }

    /** P({@code n} transactions at the next {@code m} opportunities): alive at the last, or dead after one of those before. */
    double probabilityOfTransactions(int n, int m) {
        if (n > m) {
            return 0;
        }
        double logBuys = Gammas.logBetaRatio(beta, alpha, n);
        double logAlive = logBuys
                + logChoose(m, n)
                + Gammas.logBetaRatio(alpha + n, beta, m - n)
                + Gammas.logBetaRatio(gamma, delta, m);
        double sum = 0;
        double term = 1;
        double logScale = logBuys + Gammas.logBetaRatio(gamma, delta, n);
        for (int i = n; i < Math.min(m, (long) n + FIRST_TERMS); i++) {
            sum += term * (gamma / (gamma + delta + i));
            term *= ((i + 1.0) / (i + 1 - n))
                    * ((beta + (i - n)) / (alpha + beta + i))
                    * ((delta + i) / (gamma + delta + i));
            if (sum > Scaled.LARGE || term > Scaled.LARGE) {
                sum /= Scaled.LARGE;
                term /= Scaled.LARGE;
                logScale += Scaled.LOG_LARGE;
            }
        }
        double rest = rest(
                m - n,
                idle -> logBuys
                        - Gammas.logBetaRatio(idle, 1, n)
                        + Gammas.logBetaRatio(alpha + n, beta, idle)
                        + Gammas.logBetaRatio(gamma, delta, n + idle)
                        + StrictMath.log(gamma / (gamma + delta + n + idle)));
        return Math.min(1, StrictMath.exp(logAlive) + StrictMath.exp(StrictMath.log(sum) + logScale) + rest);
    }

    /** The sum of the terms after the first, before the {@code end}-th. */
    private static double rest(int end, PeakIntegral.LogIntegrand logTerm) {
        return end <= FIRST_TERMS ? 0 : SlowSums.rest(FIRST_TERMS, end, logTerm);
    }

    private double meanProbability() {
        return alpha / (alpha + beta);
    }

    private static double logChoose(int m, int n) {
        int few = Math.min(n, m - n);
        return -Gammas.logBetaRatio(m - few, 1, few);
    }
}
