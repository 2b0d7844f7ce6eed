package org.loyalty4j.btyd;

import java.util.OptionalDouble;
import org.loyalty4j.internal.math.Gammas;

/**
 * What follows for a BG/BB customer who is alive now, before the next opportunity. Every sum is of positive terms, so that
 * nothing cancels, also at gamma = 1, where the closed form of the expectation is 0/0.
 */
record OpportunityFuture(double alpha, double beta, double gamma, double delta) {
    /** A rest that is less than this share of a sum does not change it. */
    private static final double NEGLIGIBLE = 1e-18;

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
        for (int k = 0; k < m; k++) {
            term *= (delta + k) / ((gamma + delta + k) * (1 + d));
            sum += term;
            if (term <= NEGLIGIBLE * d * sum) {
                break; // what is left is less than term / d
            }
        }
        return sum;
    }

    /** The same for ever; empty where it is infinite. */
    OptionalDouble discountedTransactions(double d) {
        if (d > 0) {
            double first = delta / ((gamma + delta) * (1 + d));
            return OptionalDouble.of(
                    meanProbability() * first * sumOfRatios(delta + 1, gamma + delta + 1, 1 / (1 + d)));
        }
        return gamma > 1 ? OptionalDouble.of(meanProbability() * delta / (gamma - 1)) : OptionalDouble.empty();
    }

    /** P(at least one transaction at the next {@code m} opportunities): the sum over when the first of them is. */
    double probabilityOfTransaction(int m) {
        double sum = 0;
        double term = alpha;
        for (int k = 0; k < m; k++) {
            term *= ((delta + k) / (gamma + delta + k)) * ((k == 0 ? 1 : beta + k - 1) / (alpha + beta + k));
            sum += term;
            if (term * (m - k) <= NEGLIGIBLE * sum) {
                break;
            }
        }
        return Math.min(1, sum); // rounding may take it above
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
        for (int i = n; i < m; i++) {
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
        return Math.min(1, StrictMath.exp(logAlive) + StrictMath.exp(StrictMath.log(sum) + logScale));
    }

    /** 2F1(1, b; c; z), 0 below b below c, z in [0, 1), by the continued fraction of Gauss. */
    private static double sumOfRatios(double b, double c, double z) {
        double f = 1e-300;
        double top = f;
        double bottom = 0;
        double change = 0;
        double numerator = 1;
        for (int i = 0; i < 10_000_000 && Math.abs(change - 1) > 1e-16; i++) {
            bottom = 1 / (1 + numerator * bottom);
            top = 1 + numerator / top;
            change = top * bottom;
            f *= change;
            int k = i / 2;
            numerator = -z
                    * (i % 2 == 0
                            ? (b + k) * (c - 1 + k) / ((c - 1 + i) * (c + i))
                            : (k + 1) * (c - b + k) / ((c - 1 + i) * (c + i)));
        }
        return f;
    }

    private double meanProbability() {
        return alpha / (alpha + beta);
    }

    private static double logChoose(int m, int n) {
        int few = Math.min(n, m - n);
        return -Gammas.logBetaRatio(m - few, 1, few);
    }
}
