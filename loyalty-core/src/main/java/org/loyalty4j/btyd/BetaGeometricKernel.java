package org.loyalty4j.btyd;

import org.loyalty4j.internal.math.FastLog;
import org.loyalty4j.internal.math.Gammas;
import org.loyalty4j.internal.math.Logs;
import org.loyalty4j.internal.math.NegativeBinomial;
import org.loyalty4j.summary.RepeatHistogram;

/**
 * The beta-geometric models: a customer tosses a coin after every purchase, of the same probability each time, and is lost
 * on the first failure. Between purchases lie k phases of one rate. The modified models toss a coin after the first purchase
 * too.
 *
 * <p>With q survived coins the likelihood is that of being alive plus that of having been lost right after t_x; their ratio R
 * is all that the probability of being alive needs, and its logarithm never overflows.
 */
record BetaGeometricKernel(int k, boolean modified, double r, double alpha, double a, double b) implements Kernel {
    @Override
    public double logLikelihood(int x, double tx, double until) {
        if (x == 0) {
            return logNoPurchase(until);
        }
        double phases = (double) k * x;
        return Gammas.logRising(r, phases)
                - phases * StrictMath.log(alpha + until)
                - x * Gammas.logRising(1, k - 1.0)
                - r * StrictMath.log1p(until / alpha)
                + Gammas.logBetaRatio(a, b, coins(x))
                + logPhases(x, tx, until)
                + Logs.log1pExp(logOdds(x, tx, until));
    }

    /** As a small deviation from certainty, if it is one. */
    private double logNoPurchase(double until) {
        if (until == 0) {
            return 0;
        }
        NegativeBinomial phases = new NegativeBinomial(r, until / alpha);
        double purchase = probabilityAliveAtBirth() * phases.atLeast(k);
        if (purchase < 0.5) {
            return StrictMath.log1p(-purchase);
        }
        if (modified) {
            return StrictMath.log(a / (a + b) + b / (a + b) * phases.below(k));
        }
        return phases.logProbability(0) + logPhases(0, 0, until);
    }

    @Override
    public double probabilityAlive(int x, double tx, double until) {
        return 1 / (1 + StrictMath.exp(logOdds(x, tx, until)));
    }

    /** What depends on x alone is computed once for rows with the same x, which lie together. */
    @Override
    public void probabilitiesAlive(RepeatHistogram histories, int from, int to, double[] answers) {
        int last = -1;
        double logOddsOfCoin = 0;
        for (int row = from; row < to; row++) {
            int x = histories.repeatPurchases(row);
            if (x != last) {
                logOddsOfCoin = logOddsOfCoin(x);
                last = x;
            }
            double logOdds = logOdds(logOddsOfCoin, x, histories.lastPurchaseAt(row), histories.observedFor(row));
            answers[row] = 1 / (1 + StrictMath.exp(logOdds));
        }
    }

    @Override
    public boolean futureDependsOnLastPurchase() {
        return k > 1;
    }

    @Override
    public Future future(int x, double tx, double until) {
        return new BetaGeometricFuture(k, shape(x), waited(tx, until), alpha + until, a, b + coins(x));
    }

    @Override
    public Future future(int x, double tx, double until, Future before) {
        return before instanceof BetaGeometricFuture other && other.b() == b + coins(x)
                ? other.with(shape(x), waited(tx, until), alpha + until)
                : future(x, tx, until);
    }

    private double shape(int x) {
        return r + (double) k * x;
    }

    private double waited(double tx, double until) {
        return k == 1 ? 0 : (until - tx) / (alpha + until);
    }

    @Override
    public double probabilityAliveAtBirth() {
        return modified ? b / (a + b) : 1;
    }

    @Override
    public Future birth() {
        return future(0, 0, 0);
    }

    /** How often a customer who is alive has survived a coin. */
    private double coins(int x) {
        return modified ? x + 1.0 : x;
    }

    /** ln R, the log-odds of being lost. */
    private double logOdds(int x, double tx, double until) {
        return logOdds(logOddsOfCoin(x), x, tx, until);
    }

    private double logOdds(double logOddsOfCoin, int x, double tx, double until) {
        if (logOddsOfCoin == Double.NEGATIVE_INFINITY) {
            return logOddsOfCoin;
        }
        return logOddsOfCoin
                + (r + (double) k * x) * FastLog.log1p((until - tx) / (alpha + tx))
                - logPhases(x, tx, until);
    }

    /** The log-odds of the last coin, which x others that were survived have made known; minus infinity without one. */
    private double logOddsOfCoin(int x) {
        double coins = coins(x);
        return coins == 0 ? Double.NEGATIVE_INFINITY : StrictMath.log(a / (b + (coins - 1)));
    }

    /** ln A_k: of the phases after the last purchase, 0 to k - 1 have passed. */
    private double logPhases(int x, double tx, double until) {
        return k == 1 ? 0 : PhaseWeights.logSum(k, r + (double) k * x, (until - tx) / (alpha + until));
    }
}
