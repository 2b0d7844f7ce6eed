package org.loyalty4j.internal.math;

/**
 * The probability of n events when their number is Poisson distributed over a time t, at a rate that is gamma distributed: with
 * odds z = t / (rate of the gamma),
 *
 * <pre>{@code
 *   Gamma(shape + n) / (Gamma(shape) n!) (1 / (1 + z))^shape (z / (1 + z))^n
 * }</pre>
 *
 * <p>as a function of ln z for a given n. Written around the z at which it is highest, where the large terms of its factors
 * cancel by algebra rather than by rounding.
 */
public final class CountOverTime {
    private static final double NEAR = 0.5;

    private final double shape;
    private final int n;
    private final double peak;
    private final double share;
    private final double highest;
    private final double logCoefficient;

    /** For {@code n} events, not below 0; {@code shape} above 0. */
    public CountOverTime(double shape, int n) {
        this.shape = shape;
        this.n = n;
        peak = n == 0 ? Double.NEGATIVE_INFINITY : StrictMath.log(n / shape);
        share = n / (shape + n);
        double atPeak = n == 0 ? 0 : -(n * StrictMath.log1p(shape / n) + shape * StrictMath.log1p(n / shape));
        if (n >= Gammas.LARGE && shape >= Gammas.LARGE) {
            highest = -Gammas.HALF_LOG_2_PI
                    - 0.5 * (StrictMath.log1p(n / shape) + StrictMath.log(n))
                    + (Gammas.stirlingError(shape + n) - Gammas.stirlingError(shape) - Gammas.stirlingError(n));
            logCoefficient = highest - atPeak;
        } else {
            logCoefficient = logCoefficient(shape, n);
            highest = logCoefficient + atPeak;
        }
    }

    private static double logCoefficient(double shape, int n) {
        if (n < Gammas.LARGE) {
            return Gammas.logRising(shape, n) - Gammas.logRising(1, n);
        }
        double between = shape >= 1 ? Gammas.logRising(n + 1.0, shape - 1) : -Gammas.logRising(n + shape, 1 - shape);
        return between - Gammas.logGamma(shape);
    }

    /** ln z of the highest probability; negative infinity for n = 0. */
    public double peak() {
        return peak;
    }

    /** The logarithm of the probability at ln z = {@code logOdds}. */
    public double log(double logOdds) {
        double distance = logOdds - peak;
        if (Math.abs(distance) < NEAR) {
            return highest + n * distance - (n + shape) * StrictMath.log1p(share * StrictMath.expm1(distance));
        }
        double z = StrictMath.exp(logOdds);
        double failures = shape * StrictMath.log1p(z);
        return n == 0 ? -failures : logCoefficient - failures - n * StrictMath.log1p(1 / z);
    }
}
