package org.loyalty4j.btyd;

import java.util.Arrays;
import org.loyalty4j.internal.math.FastLog;
import org.loyalty4j.internal.math.Gammas;
import org.loyalty4j.internal.math.GaussFraction;
import org.loyalty4j.summary.AgeColumn;
import org.loyalty4j.summary.RepeatHistogram;

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
    /** Up to here the fractions of Gauss are faster than an integral. */
    private static final double FAST = 100;

    private static final double UNKNOWN = -1;

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

    /**
     * P(neither) over its sum with P(dropout first), and that is P(dropout first, if ever), a(t_x), less what of it is after T,
     * P(neither) a(T): so that P(alive) = 1 / (1 - a(T) + a(t_x) / P(neither)), in which nothing cancels.
     */
    @Override
    public double probabilityAlive(int x, double tx, double until) {
        return isFast(tx)
                ? probabilityAlive(x, tx, until, dropoutFirst(x, tx), dropoutFirst(x, until))
                : integratedProbabilityAlive(x, tx, until);
    }

    /** a(t_x) is computed once for rows with the same x and t_x, which lie together, a(T) once for those with the same x and T. */
    @Override
    public void probabilitiesAlive(RepeatHistogram histories, int from, int to, double[] answers) {
        AgeColumn ends = histories.observedAges();
        double[] atEnd = new double[ends.distinctAges()];
        int lastX = -1;
        double lastAge = -1;
        double atLast = 0;
        for (int row = from; row < to; row++) {
            int x = histories.repeatPurchases(row);
            double tx = histories.lastPurchaseAt(row);
            double until = histories.observedFor(row);
            if (!isFast(tx)) {
                answers[row] = integratedProbabilityAlive(x, tx, until);
                continue;
            }
            if (x != lastX) {
                Arrays.fill(atEnd, UNKNOWN);
            }
            if (x != lastX || tx != lastAge) {
                atLast = dropoutFirst(x, tx);
            }
            lastX = x;
            lastAge = tx;
            int end = ends.indexOf(row);
            if (atEnd[end] == UNKNOWN) {
                atEnd[end] = dropoutFirst(x, until);
            }
            answers[row] = probabilityAlive(x, tx, until, atLast, atEnd[end]);
        }
    }

    private double probabilityAlive(int x, double tx, double until, double atLast, double atEnd) {
        if (until == tx) {
            return 1;
        }
        double logNeither =
                -((r + x) * FastLog.log1p((until - tx) / (alpha + tx)) + s * FastLog.log1p((until - tx) / (beta + tx)));
        return Math.min(1, 1 / (1 - atEnd + atLast * StrictMath.exp(-logNeither))); // rounding may take it above
    }

    /**
     * P(the next dropout is before the next purchase | alive at t). By Euler's integral it is s / (r + s + x) times (alpha +
     * t) / (beta + t) 2F1(1, s + 1; r + s + x + 1; -(alpha - beta) / (beta + t)), which is Schmittlein, Morrison and Colombo's
     * 2F1 after a transformation of Pfaff's; another one of them has alpha and beta change places.
     */
    private double dropoutFirst(int x, double t) {
        double shape = r + x;
        double rate = alpha + t;
        double scale = beta + t;
        double share = s / (shape + s);
        return alpha >= beta
                ? share * (rate / scale) * GaussFraction.of(s + 1, shape, (alpha - beta) / scale)
                : share * GaussFraction.of(shape, s + 1, (beta - alpha) / rate);
    }

    /** Whether the fraction of {@link #dropoutFirst} is short, from an age on. */
    private boolean isFast(double t) {
        return Math.abs(alpha - beta) <= FAST * (Math.min(alpha, beta) + t);
    }

    private double integratedProbabilityAlive(int x, double tx, double until) {
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
