package org.loyalty4j.internal.math;

/**
 * The number of events in a time t when their rate is gamma distributed: negative binomial with a shape and z = t times the
 * scale of the gamma, of mean shape times z. Counts may be any real number, for sums are also taken as integrals.
 *
 * <p>The probabilities are good to nearly full relative accuracy for any shape and z: computed as Loader (2000) does those
 * of the binomial, from Stirling's error and a deviance, in which nothing large cancels.
 */
public final class NegativeBinomial {
    private static final double TINY = 1e-300;

    private final double shape;
    private final double z;
    private final double stirling;

    /** The distribution with a {@code shape} above 0 and a {@code z} above 0. */
    public NegativeBinomial(double shape, double z) {
        this.shape = shape;
        this.z = z;
        this.stirling = Gammas.stirlingError(shape);
    }

    /** ln P(N = {@code n}), n not below 0. */
    public double logProbability(double n) {
        if (n == 0) {
            return -shape * StrictMath.log1p(z);
        }
        double total = shape + n;
        double excess = shape * z - n;
        double deviance = shape * StrictMath.log1p(excess / total) + n * StrictMath.log1p(-excess / (z * total));
        return 0.5 * StrictMath.log(shape / (n * total))
                - Gammas.HALF_LOG_2_PI
                + Gammas.stirlingError(total)
                - stirling
                - Gammas.stirlingError(n)
                - deviance;
    }

    /** P(N = {@code n}), n not below 0. */
    public double probability(double n) {
        return StrictMath.exp(logProbability(n));
    }

    /** P(N &gt;= {@code n}), n not below 0, with full relative accuracy where it is small. */
    public double atLeast(double n) {
        if (n == 0) {
            return 1;
        }
        if (n == 1) {
            return -StrictMath.expm1(-shape * StrictMath.log1p(z));
        }
        return upperIsSmall(n) ? upper(n) : 1 - lower(n);
    }

    /** P(N &lt; {@code n}), n not below 0, with full relative accuracy where it is small. */
    public double below(double n) {
        if (n == 0) {
            return 0;
        }
        if (n == 1) {
            return StrictMath.exp(-shape * StrictMath.log1p(z));
        }
        return upperIsSmall(n) ? 1 - upper(n) : lower(n);
    }

    private boolean upperIsSmall(double n) {
        return z * (shape + 1) < n + 1;
    }

    /** The regularized incomplete beta function at z/(1+z) of (n, shape). */
    private double upper(double n) {
        return probability(n) * fraction(z / (1 + z), n, shape);
    }

    /** The same at 1/(1+z) of (shape, n). */
    private double lower(double n) {
        return probability(n) * n / shape * fraction(1 / (1 + z), shape, n);
    }

    /** The continued fraction of the incomplete beta function, by Lentz's method: Press et al. (2007), section 6.4. */
    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / nonZero(1 - (a + b) * x / (a + 1));
        double h = d;
        double change = 2;
        for (int i = 1; i < 100_000 && Math.abs(change - 1) > 1e-16; i++) {
            double even = i * (b - i) * x / ((a + 2.0 * i - 1) * (a + 2.0 * i));
            d = 1 / nonZero(1 + even * d);
            c = nonZero(1 + even / c);
            h *= d * c;
            double odd = -(a + i) * (a + b + i) * x / ((a + 2.0 * i) * (a + 2.0 * i + 1));
            d = 1 / nonZero(1 + odd * d);
            c = nonZero(1 + odd / c);
            change = d * c;
            h *= change;
        }
        return h;
    }

    private static double nonZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}
