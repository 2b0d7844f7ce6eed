package org.loyalty4j.btyd;

import org.loyalty4j.internal.math.Gammas;

/**
 * Pareto/NBD. After the last purchase, at t_x, two clocks run: the next purchase, a Lomax time of shape r + x and scale alpha +
 * t_x, and the dropout, one of shape s and scale beta + t_x. That none of them rang in T - t_x is the event of being alive; that
 * dropout rang first, of being dead; that purchase rang first is what did not happen. So
 *
 * <pre>{@code
 *   L = Gamma(r + x) / Gamma(r) alpha^r / (alpha + t_x)^(r + x) (beta / (beta + t_x))^s (P(neither) + P(dropout first))
 *   P(alive) = P(neither) / (P(neither) + P(dropout first))
 * }</pre>
 *
 * <p>which is the likelihood of Schmittlein, Morrison and Colombo (1987) without its 2F1.
 */
record ParetoKernel(double r, double alpha, double s, double beta) implements Kernel {

    @Override
    public double logLikelihood(int x, double tx, double until) {
        double logSilence = logSilence(x, tx, until);
        if (x == 0) {
            return logSilence;
        }
        return Gammas.logRising(r, x)
                - r * StrictMath.log1p(tx / alpha)
                - x * StrictMath.log(alpha + tx)
                - s * StrictMath.log1p(tx / beta)
                + logSilence;
    }

    /** ln P(no purchase in (tx, until) | alive at tx). */
    private double logSilence(int x, double tx, double until) {
        if (until == tx) {
            return 0;
        }
        LomaxRace race = new LomaxRace();
        double purchase =
                StrictMath.exp(race.between(r + x, alpha + tx, s, beta + tx).log(until - tx));
        if (purchase < 0.5) {
            return StrictMath.log1p(-purchase); // keeps every digit of a logarithm near 0
        }
        race.between(s, beta + tx, r + x, alpha + tx);
        double neither = race.logNeither(until - tx);
        double dropout = race.log(until - tx);
        double more = Math.max(neither, dropout);
        return more + StrictMath.log1p(StrictMath.exp(Math.min(neither, dropout) - more));
    }

    @Override
    public double probabilityAlive(int x, double tx, double until) {
        if (until == tx) {
            return 1;
        }
        LomaxRace race = new LomaxRace().between(s, beta + tx, r + x, alpha + tx);
        return 1 / (1 + StrictMath.exp(race.log(until - tx) - race.logNeither(until - tx)));
    }

    @Override
    public Future future(int x, double tx, double until) {
        return new ParetoFuture(r + x, alpha + until, s, beta + until);
    }

    @Override
    public double probabilityAliveAtBirth() {
        return 1;
    }

    @Override
    public Future birth() {
        return new ParetoFuture(r, alpha, s, beta);
    }
}
