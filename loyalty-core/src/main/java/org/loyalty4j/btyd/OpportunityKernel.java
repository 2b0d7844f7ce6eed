package org.loyalty4j.btyd;

import org.loyalty4j.internal.math.Gammas;
import org.loyalty4j.internal.math.Logs;

/**
 * What the BG/BB model says of a history: the customer was alive at all n opportunities, or died before one of those that
 * followed the last transaction.
 */
record OpportunityKernel(double alpha, double beta, double gamma, double delta) {

    /** ln L of {@code x} transactions at {@code n} opportunities, the last at opportunity {@code tx}. */
    double logLikelihood(int x, int tx, int n) {
        if (x == 0) {
            // Where nothing was bound to happen, the logarithm is of a number near 1.
            double some = new OpportunityFuture(alpha, beta, gamma, delta).probabilityOfTransaction(n);
            if (some < 0.5) {
                return StrictMath.log1p(-some);
            }
        }
        double logAlive = Gammas.logBetaRatio(beta, alpha, x)
                + Gammas.logBetaRatio(alpha + x, beta, n - x)
                + Gammas.logBetaRatio(gamma, delta, n);
        return logAlive + Logs.log1pExp(logDeathOdds(x, tx, n));
    }

    /** P(alive at opportunity {@code n}). */
    double probabilityAlive(int x, int tx, int n) {
        return 1 / (1 + StrictMath.exp(logDeathOdds(x, tx, n)));
    }

    /** What follows if the customer is alive at opportunity {@code n}: a new customer of an updated model. */
    OpportunityFuture future(int x, int n) {
        return new OpportunityFuture(alpha + x, beta + (n - x), gamma, delta + n);
    }

    /**
     * The logarithm of the odds of death. A death right after opportunity t is weighed against life at n by going back from
     * n, so that all terms are positive and each is the next one times a factor above 1.
     */
    private double logDeathOdds(int x, int tx, int n) {
        double sum = 0;
        double logScale = 0;
        double life = 1; // of surviving and not buying until t against until n
        for (int t = n - 1; t >= tx; t--) {
            life *= ((gamma + delta + t) / (delta + t)) * ((alpha + beta + t) / (beta + (t - x)));
            sum += life * (gamma / (gamma + delta + t));
            if (sum > Scaled.LARGE || life > Scaled.LARGE) {
                sum /= Scaled.LARGE;
                life /= Scaled.LARGE;
                logScale += Scaled.LOG_LARGE;
            }
        }
        return StrictMath.log(sum) + logScale;
    }
}
