package org.loyalty4j.btyd;

import java.util.OptionalDouble;
import org.loyalty4j.internal.math.CountOverTime;
import org.loyalty4j.internal.math.PeakIntegral;

/**
 * What follows under the Pareto/NBD model: the purchase rate has a gamma distribution of a shape and a rate, the dropout rate,
 * independent of it, one of shape s and rate beta, each with what is known of the customer already added.
 */
record ParetoFuture(double shape, double rate, double s, double beta) implements Future {

    @Override
    public double probabilityAlive(double t) {
        return StrictMath.exp(-s * StrictMath.log1p(t / beta));
    }

    /** The expectation of Schmittlein, Morrison and Colombo (1987) and Fader and Hardie (2005), without its pole at s = 1. */
    @Override
    public double expectedPurchases(double t) {
        double logAge = StrictMath.log1p(t / beta);
        double timeAlive = beta * (s == 1 ? logAge : -StrictMath.expm1(-(s - 1) * logAge) / (s - 1));
        return shape / rate * timeAlive;
    }

    /** Those alive at {@code from} go on as ever, with a dropout rate that is known better. */
    @Override
    public double expectedPurchases(double from, double to) {
        ParetoFuture later = new ParetoFuture(shape, rate, s, beta + from);
        return probabilityAlive(from) * later.expectedPurchases(to - from);
    }

    @Override
    public double purchaseRate(double t) {
        return shape / rate * probabilityAlive(t);
    }

    @Override
    public double probabilityOfPurchase(double t) {
        double logProbability = new LomaxRace().between(shape, rate, s, beta).log(t);
        return Math.min(1, StrictMath.exp(logProbability)); // rounding may take it above
    }

    /** As many purchases while alive until t, or until a dropout before t. */
    @Override
    public double probabilityOfPurchases(int n, double t) {
        if (t == 0) {
            return n == 0 ? 1 : 0;
        }
        double logTime = StrictMath.log(t);
        CountOverTime purchases = new CountOverTime(shape, n);
        double logAlive = purchases.log(StrictMath.log(t / rate)) - s * StrictMath.log1p(t / beta);
        double logDead =
                n == 0 ? new LomaxRace().between(s, beta, shape, rate).log(t) : logDropoutAfter(purchases, logTime);
        return Math.min(1, StrictMath.exp(logAlive) + StrictMath.exp(logDead)); // rounding may take it above
    }

    /** The integral over the time of dropout, in its logarithm: there the purchases, near u^n, have no singularity at 0. */
    private double logDropoutAfter(CountOverTime purchases, double logTime) {
        double logRate = StrictMath.log(rate);
        double logBeta = StrictMath.log(beta);
        double logShape = StrictMath.log(s);
        PeakIntegral.LogIntegrand phi = v -> logShape
                + (v - logBeta)
                - (s + 1) * StrictMath.log1p(StrictMath.exp(v - logBeta))
                + purchases.log(v - logRate);
        double guess = Math.min(logTime, logRate + purchases.peak());
        double near = PeakIntegral.climb(phi, Double.NEGATIVE_INFINITY, logTime, guess, 1);
        return PeakIntegral.logOf(phi, Double.NEGATIVE_INFINITY, logTime, near);
    }

    @Override
    public double discountedPurchases(double t, double d) {
        return d == 0 ? expectedPurchases(t) : discountedUntil(StrictMath.log1p(t / beta), d);
    }

    @Override
    public OptionalDouble discountedPurchases(double d) {
        if (d == 0) {
            return s > 1 ? OptionalDouble.of(shape / rate * (beta / (s - 1))) : OptionalDouble.empty();
        }
        return OptionalDouble.of(discountedUntil(Double.POSITIVE_INFINITY, d));
    }

    /**
     * The integral over u of exp(-d u) (beta / (beta + u))^s in v = ln(1 + u / beta); Fader, Hardie and Lee (2005b) give it for
     * ever as a confluent hypergeometric function of the second kind.
     */
    private double discountedUntil(double logAge, double d) {
        PeakIntegral.LogIntegrand phi = v -> (1 - s) * v - d * beta * StrictMath.expm1(v);
        return shape / rate * beta * StrictMath.exp(PeakIntegral.logOf(phi, 0, logAge, 0));
    }
}
