package org.loyalty4j.btyd;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.loyalty4j.internal.math.BetaGammaMean;
import org.loyalty4j.internal.math.Gammas;
import org.loyalty4j.internal.math.GaussLegendre;
import org.loyalty4j.internal.math.NegativeBinomial;

/**
 * The future of a customer who is alive under a beta-geometric model: a purchase follows every {@code k} phases, the rate of the
 * phases is Gamma(shape, scale) but for what is known of the silence since the last purchase, a share {@code waited} of the
 * scale without k more phases; the dropout probability is Beta(a, b).
 *
 * <p>The c-th purchase from now is made if the coins after the c - 1 before it were survived, with probability w(c-1) = B(a, b +
 * c - 1) / B(a, b). So every answer is a sum of positive terms over the number of phases: nothing cancels, no hypergeometric
 * function is needed, and a = 1 is not special.
 */
record BetaGeometricFuture(int k, double shape, double waited, double scale, double a, double b, CoinTable coins)
        implements Future {
    /** d times a wait after which what is discounted is no longer seen in a double. */
    private static final double NEGLIGIBLE_WAIT = 45;

    /** From so many terms on a mean over rate and dropout probability is quicker, where it is exact. */
    private static final double MANY_TERMS = 20_000;

    private static final double TOO_MANY_TERMS = 400_000;

    /** Below so many phases expected a second purchase is no longer seen in a double. */
    private static final double FEWEST_PHASES = 1e-18;

    /** Of two expectations that differ by less than this share the difference has lost digits. */
    private static final double CLOSE = 0.1;

    /** A state less probable than this is left out. */
    private static final double NEGLIGIBLE = 1e-20;

    BetaGeometricFuture(int k, double shape, double waited, double scale, double a, double b) {
        this(k, shape, waited, scale, a, b, new CoinTable(a, b));
    }

    /** Of a customer who has survived as many coins as this one: shares its table. */
    BetaGeometricFuture with(double otherShape, double otherWaited, double otherScale) {
        return new BetaGeometricFuture(k, otherShape, otherWaited, otherScale, a, b, coins);
    }

    @Override
    public double probabilityAlive(double t) {
        double z = t / scale;
        if (isInstant(z)) {
            return 1 - a / (a + b) * probabilityOfPurchase(t);
        }
        PhaseSums sums = sums();
        double alive = sums.most(z) > TOO_MANY_TERMS ? mean(state -> state.alive(z)) : sums.alive(z);
        return Math.min(1, alive); // rounding may take it above
    }

    @Override
    public double expectedPurchases(double t) {
        return expectedPurchases(t, sums());
    }

    private double expectedPurchases(double t, PhaseSums sums) {
        double z = t / scale;
        if (isInstant(z)) {
            return probabilityOfPurchase(t);
        }
        double terms = sums.most(z);
        if (terms > MANY_TERMS && isSmooth(z)) {
            return BetaGammaMean.expectedPurchases(PhaseWeights.of(k, shape, waited), shape, z, a, b);
        }
        return terms > TOO_MANY_TERMS ? mean(state -> state.expected(z)) : sums.expected(z);
    }

    @Override
    public double expectedPurchases(double from, double to) {
        PhaseSums sums = sums();
        double later = expectedPurchases(to, sums);
        double difference = later - expectedPurchases(from, sums);
        return from == 0 || difference > CLOSE * later ? difference : integral(u -> purchaseRate(u, sums), from, to);
    }

    @Override
    public double purchaseRate(double t) {
        return purchaseRate(t, sums());
    }

    private double purchaseRate(double t, PhaseSums sums) {
        double z = t / scale;
        if (isInstant(z)) {
            double oneLeft = PhaseWeights.of(k, shape, waited + z)[k - 1];
            return oneLeft * (shape + (k - 1)) / scale;
        }
        double rate = sums.most(z) > TOO_MANY_TERMS ? mean(state -> state.rate(z)) : sums.rate(z);
        return rate / scale;
    }

    @Override
    public double probabilityOfPurchase(double t) {
        if (t == 0) {
            return 0;
        }
        double z = t / scale;
        double none = StrictMath.exp(PhaseWeights.logSum(k, shape, (waited + z) / (1 + z))
                - PhaseWeights.logSum(k, shape, waited)
                - shape * StrictMath.log1p(z));
        return none < 0.5
                ? 1 - none
                : Math.min(1, meanOverPhases(j -> new NegativeBinomial(shape + j, z).atLeast(k - j)));
    }

    @Override
    public double probabilityOfPurchases(int n, double t) {
        if (t == 0) {
            return n == 0 ? 1 : 0;
        }
        double z = t / scale;
        if (n == 0) {
            return Math.min(1, meanOverPhases(j -> new NegativeBinomial(shape + j, z).below(k - j)));
        }
        double survived = StrictMath.exp(Gammas.logBetaRatio(a, b, n - 1.0));
        double lost = a / (a + b + n - 1);
        return Math.min(
                1,
                survived
                        * meanOverPhases(j -> {
                            NegativeBinomial phases = new NegativeBinomial(shape + j, z);
                            double due = (double) k * n - j;
                            double exactly = 0;
                            for (int i = 0; i < k; i++) {
                                exactly += phases.probability(due + i);
                            }
                            return (1 - lost) * exactly + lost * phases.atLeast(due);
                        }));
    }

    @Override
    public double discountedPurchases(double t, double d) {
        double until = d == 0 ? t : Math.min(t, NEGLIGIBLE_WAIT / d);
        PhaseSums sums = sums();
        double expected = expectedPurchases(until, sums);
        if (d * until < 1e-18) {
            return expected;
        }
        // By parts: the integral of exp(-du) dE(u) is exp(-dt) E(t) plus that of d exp(-du) E(u).
        double integral = integral(u -> StrictMath.exp(-d * u) * expectedPurchases(u, sums), 0, until);
        return StrictMath.exp(-d * until) * expected + d * integral;
    }

    /**
     * The integral over time of E(u) or its slope. E mixes exponentials exp(-u x) with |x| at most twice a phase's rate, and x
     * in a sector about the positive axis: so in y = ln(1 + u / early), with a few phases to come until then, it is smooth
     * within some pi / max(2, k) of the real axis.
     */
    private double integral(DoubleUnaryOperator f, double from, double to) {
        double early = scale / (k * (1 + shape));
        double length = StrictMath.log1p((to - from) / (early + from));
        int panels = (int) Math.ceil(length * Math.max(2, k) / 4);
        return GaussLegendre.integrate(
                y -> {
                    double stretched = (early + from) * StrictMath.exp(y);
                    double u = from == 0 ? early * StrictMath.expm1(y) : stretched - early;
                    return f.applyAsDouble(u) * stretched;
                },
                0,
                length,
                panels);
    }

    @Override
    public OptionalDouble discountedPurchases(double d) {
        if (d == 0) {
            return a > 1 ? OptionalDouble.of((a + b - 1) / (a - 1)) : OptionalDouble.empty();
        }
        double[] weights = PhaseWeights.of(k, shape, waited);
        return OptionalDouble.of(BetaGammaMean.discountedPurchases(weights, shape, scale * d, a, b));
    }

    private PhaseSums sums() {
        return new PhaseSums(k, shape, waited, coins);
    }

    private boolean isInstant(double z) {
        return z * (shape + k) < FEWEST_PHASES;
    }

    /**
     * Whether nothing is left of the rhythm of the first purchases to come: a wave exp(-u rate (1 - w)), with w a k-th root of 1,
     * averaged over the rate.
     */
    private boolean isSmooth(double z) {
        if (k == 1) {
            return true;
        }
        double damping = Math.min(1, 1 - StrictMath.cos(2 * Math.PI / k));
        return b > 1 && StrictMath.log(k * ((a + b - 1) / (b - 1))) - shape * StrictMath.log1p(z * damping) < -35;
    }

    private double mean(ToDoubleFunction<LongPhaseSum> answer) {
        return meanOverPhases(j -> answer.applyAsDouble(new LongPhaseSum(k, k - j, shape + j, a, b)));
    }

    /** The mean over how many phases have passed. */
    private double meanOverPhases(IntToDoubleFunction answer) {
        double[] weights = PhaseWeights.of(k, shape, waited);
        double sum = 0;
        for (int j = 0; j < k; j++) {
            if (weights[j] > NEGLIGIBLE) {
                sum += weights[j] * answer.applyAsDouble(j);
            }
        }
        return sum;
    }
}
