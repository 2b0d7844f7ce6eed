package org.loyalty4j.btyd;

import java.util.OptionalDouble;
import org.loyalty4j.internal.math.BetaGammaMean;
import org.loyalty4j.internal.math.Gammas;
import org.loyalty4j.internal.math.GaussLegendre;
import org.loyalty4j.internal.math.NegativeBinomial;
import org.loyalty4j.internal.math.PeakIntegral;

/**
 * The future of a customer who is alive under a beta-geometric model and {@code toGo} of {@code k} phases away from the next
 * purchase: the rate of the phases is Gamma(shape, scale), the dropout probability Beta(a, b).
 *
 * <p>The number of phases in a time is negative binomial, and the c-th purchase from now is made if the coins after the c - 1
 * before it were survived, with probability w(c-1) = B(a, b + c - 1) / B(a, b). So every answer is a sum of positive terms
 * over the number of phases: nothing cancels, no hypergeometric function is needed, and a = 1 is not special. Where
 * it would take too many terms, the sum is an integral with the end corrections of Gregory.
 */
record BetaGeometricFuture(int k, int toGo, double shape, double scale, double a, double b) implements Future {
    private static final double NEGLIGIBLE = 1e-17;

    /** d times a wait after which what is discounted is no longer seen in a double. */
    private static final double NEGLIGIBLE_WAIT = 45;

    private static final double MANY_TERMS = 20_000;
    private static final double LEAST_LOG = -700;

    /** The terms of a long sum that are added one by one. */
    private static final int FIRST_TERMS = 128;

    /** Gregory's coefficients of the forward differences: Abramowitz and Stegun (1964), 25.4.11. */
    private static final double[] GREGORY = {
        1.0 / 2, -1.0 / 12, 1.0 / 24, -19.0 / 720, 3.0 / 160, -863.0 / 60480, 275.0 / 24192
    };

    private enum Sum {
        /** Over the purchases c + 1: that it is made. */
        EXPECTED,
        /** Over the purchases c: that exactly these many are due, and the coins after them all survived. */
        ALIVE,
        /** Over the purchases c + 1: that it is due in the next instant. */
        RATE
    }

    /** The same customer after some of the phases, at the same time. */
    BetaGeometricFuture after(int phases) {
        return new BetaGeometricFuture(k, toGo - phases, shape + phases, scale, a, b);
    }

    @Override
    public double probabilityAlive(double t) {
        return t == 0 ? 1 : Math.min(1, sum(Sum.ALIVE, shape, t / scale));
    }

    @Override
    public double expectedPurchases(double t) {
        return t == 0 ? 0 : sum(Sum.EXPECTED, shape, t / scale);
    }

    @Override
    public double purchaseRate(double t) {
        double rate = shape / scale;
        if (t == 0) {
            return toGo == 1 ? rate : 0;
        }
        return rate * sum(Sum.RATE, shape + 1, t / scale);
    }

    @Override
    public double probabilityOfPurchase(double t) {
        return t == 0 ? 0 : new NegativeBinomial(shape, t / scale).atLeast(toGo);
    }

    @Override
    public double probabilityOfPurchases(int n, double t) {
        if (t == 0) {
            return n == 0 ? 1 : 0;
        }
        NegativeBinomial phases = new NegativeBinomial(shape, t / scale);
        if (n == 0) {
            return phases.below(toGo);
        }
        double survived = StrictMath.exp(Gammas.logBetaRatio(a, b, n - 1.0));
        double lost = a / (a + b + n - 1);
        return survived * ((1 - lost) * exactly(phases, n) + lost * phases.atLeast(phasesTo(n)));
    }

    @Override
    public double discountedPurchases(double t, double d) {
        double until = d == 0 ? t : Math.min(t, NEGLIGIBLE_WAIT / d);
        if (d * until < 1e-18) {
            return expectedPurchases(until);
        }
        // By parts: the integral of exp(-du) dE(u) is exp(-dt) E(t) plus that of d exp(-du) E(u). E mixes exponentials
        // exp(-u x)
        // with |x| at most twice a phase's rate, and x in a sector about the positive axis: so in y = ln(1 + u /
        // early), with a
        // few phases to come until then, it is smooth within some pi / max(2, k) of the real axis.
        double early = scale / (k * (1 + shape));
        double end = StrictMath.log1p(until / early);
        int panels = (int) Math.ceil(end * Math.max(2, k) / 4);
        double integral = GaussLegendre.integrate(
                y -> {
                    double u = early * StrictMath.expm1(y);
                    return StrictMath.exp(-d * u) * expectedPurchases(u) * (u + early);
                },
                0,
                end,
                panels);
        return StrictMath.exp(-d * until) * expectedPurchases(until) + d * integral;
    }

    @Override
    public OptionalDouble discountedPurchases(double d) {
        if (d == 0) {
            return a > 1 ? OptionalDouble.of((a + b - 1) / (a - 1)) : OptionalDouble.empty();
        }
        return OptionalDouble.of(BetaGammaMean.discountedPurchases(k, toGo, shape, scale * d, a, b));
    }

    private double phasesTo(double purchase) {
        return toGo + (purchase - 1) * k;
    }

    /** The probability that n purchases are due, n at least 1. */
    private double exactly(NegativeBinomial phases, double n) {
        double sum = 0;
        for (int j = 0; j < k; j++) {
            sum += phases.probability(phasesTo(n) + j);
        }
        return sum;
    }

    private double sum(Sum what, double shape, double z) {
        // At most as many phases as the gamma of the rate and the Poisson of the number allow.
        double most = z * (shape + 9 * Math.sqrt(shape) + 40);
        if (most + 10 * Math.sqrt(most) > MANY_TERMS) {
            return k == 1 && what == Sum.EXPECTED
                    ? BetaGammaMean.expectedPurchases(shape, z, a, b)
                    : longSum(what, shape, z);
        }
        double odds = z / (1 + z);
        double phases = 0;
        double logFirst = -shape * StrictMath.log1p(z);
        if (logFirst < LEAST_LOG) {
            phases = firstPossible(shape, z);
            logFirst = new NegativeBinomial(shape, z).logProbability(phases);
        }
        double probability = StrictMath.exp(logFirst);
        double due = phases < toGo ? 0 : 1 + Math.floor((phases - toGo) / k);
        double left = phasesTo(due + 1) - phases;
        double survived = 1;
        double expected = 0;
        double purchases = 0;
        for (; purchases < due; purchases++) {
            expected += survived;
            survived *= (b + purchases) / (a + b + purchases);
        }
        double sum = 0;
        while (true) {
            double term = switch (what) {
                case EXPECTED -> probability * expected;
                case ALIVE -> probability * survived;
                case RATE -> left == 1 ? probability * survived : 0;
            };
            sum += term;
            double growth = (shape + phases) / (phases + 1) * odds;
            double bound = Math.max(growth, odds);
            if (bound < 1) {
                double rest =
                        probability * (what == Sum.EXPECTED ? expected + 1 / (1 - bound) : survived) / (1 - bound);
                if (rest <= NEGLIGIBLE * sum || rest == 0) {
                    return sum;
                }
            }
            probability *= growth;
            phases++;
            left--;
            if (left == 0) {
                expected += survived;
                survived *= (b + purchases) / (a + b + purchases);
                purchases++;
                left = k;
            }
        }
    }

    /** A number of phases below which the probability is too small for a double. */
    private static double firstPossible(double shape, double z) {
        NegativeBinomial phases = new NegativeBinomial(shape, z);
        double low = 0;
        double high = Math.floor(shape * z);
        while (high - low > 1) {
            double middle = Math.floor((low + high) / 2);
            if (phases.logProbability(middle) < LEAST_LOG) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private double longSum(Sum what, double shape, double z) {
        NegativeBinomial phases = new NegativeBinomial(shape, z);
        double sum = what == Sum.ALIVE ? phases.below(toGo) : 0;
        int from = what == Sum.ALIVE ? 1 : 0;
        for (int c = from; c < FIRST_TERMS; c++) {
            sum += StrictMath.exp(logTerm(what, phases, c));
        }
        double[] differences = new double[GREGORY.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = StrictMath.exp(logTerm(what, phases, FIRST_TERMS + i));
        }
        for (int order = 0; order < GREGORY.length; order++) {
            sum += GREGORY[order] * differences[0];
            for (int i = 0; i + 1 < GREGORY.length - order; i++) {
                differences[i] = differences[i + 1] - differences[i];
            }
        }
        double low = StrictMath.log(FIRST_TERMS);
        if (what != Sum.EXPECTED) {
            return sum + integral(what, phases, low, Double.POSITIVE_INFINITY, 1, StrictMath.log(shape * z / k));
        }
        // Where the probability of a purchase falls from 1 to 0 it bends as sharply as the gamma of the rate is narrow.
        double certain = (shape * z - 12 * Math.sqrt(shape * z * (1 + z))) / k;
        double bend = StrictMath.log(Math.max(FIRST_TERMS, certain));
        return sum
                + integral(what, phases, low, bend, 2, bend)
                + integral(what, phases, bend, Double.POSITIVE_INFINITY, Math.max(2, Math.sqrt(shape)), bend);
    }

    /** The integral of the terms over ln c, its variable stretched so that it bends no sharper than the rule can follow. */
    private double integral(Sum what, NegativeBinomial phases, double low, double high, double stretch, double guess) {
        if (low == high) {
            return 0;
        }
        PeakIntegral.LogIntegrand integrand = v -> logTerm(what, phases, StrictMath.exp(v / stretch)) + v / stretch;
        double from = stretch * low;
        double to = stretch * high;
        double near = PeakIntegral.climb(integrand, from, to, Math.max(from, stretch * guess), 0.5);
        return StrictMath.exp(PeakIntegral.logOf(integrand, from, to, near)) / stretch;
    }

    private double logTerm(Sum what, NegativeBinomial phases, double c) {
        double logSurvived = Gammas.logBetaRatio(a, b, c);
        return logSurvived
                + switch (what) {
                    case EXPECTED -> StrictMath.log(phases.atLeast(phasesTo(c + 1)));
                    case ALIVE -> StrictMath.log(exactly(phases, c));
                    case RATE -> phases.logProbability(phasesTo(c + 1) - 1);
                };
    }
}
