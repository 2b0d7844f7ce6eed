package org.loyalty4j.churn;

import java.util.List;
import java.util.OptionalDouble;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.math.Gammas;
import org.loyalty4j.internal.math.SlowSums;

/**
 * The beta-discrete-Weibull model (BdW): as {@link ShiftedBetaGeometric}, but a customer's own chance of leaving may rise or fall
 * with each renewal. A customer of chance theta stays for t renewals with the chance {@code (1 - theta)^(t^c)}, and theta has a beta
 * distribution.
 *
 * <pre>{@code
 * S(t) = B(alpha, beta + t^c) / B(alpha, beta)
 * }</pre>
 *
 * <p>With c above 1 a customer grows more likely to leave with each renewal, with c below 1 less; at 1 it is sBG. The retention
 * rate of a cohort may rise all the same, or dip first and rise then.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a parameter is out of range.
 *
 * @param alpha the first parameter of the beta distribution of theta, in (0, inf)
 * @param beta the second, in (0, inf)
 * @param c the shape of the discrete Weibull distribution of each customer's renewals, in (0, inf)
 * @see <a href="https://doi.org/10.1016/j.intmar.2018.01.002">Fader, Hardie, Liu, Davin and Steenburgh (2018)</a>
 */
public record BetaDiscreteWeibull(double alpha, double beta, double c) implements RetentionModel<BetaDiscreteWeibull> {
    private static final double NEGLIGIBLE = 1e-18;

    /** So many terms of a sum are added one by one. */
    private static final int FIRST_TERMS = 1 << 14;

    /** The logarithm of a time beyond all reason, from where on S is a power of it to the last bit. */
    private static final double LOG_FAR = 690;

    public BetaDiscreteWeibull {
        Checks.positive(alpha, "alpha");
        Checks.positive(beta, "beta");
        Checks.positive(c, "c");
    }

    @Override
    public String name() {
        return "BdW";
    }

    @Override
    public List<String> symbols() {
        return List.of("alpha", "beta", "c");
    }

    @Override
    public double[] values() {
        return new double[] {alpha, beta, c};
    }

    @Override
    public BetaDiscreteWeibull withValues(double... values) {
        Checks.inClosed(values.length, 3, 3, "values.length");
        return new BetaDiscreteWeibull(values[0], values[1], values[2]);
    }

    @Override
    public double survival(int renewal) {
        return StrictMath.exp(-fall(Renewals.notNegative(renewal)));
    }

    @Override
    public double churnRate(int renewal) {
        return -StrictMath.expm1(-fall(Renewals.positive(renewal) - 1, renewal));
    }

    @Override
    public double retentionRate(int renewal) {
        return StrictMath.exp(-fall(Renewals.positive(renewal) - 1, renewal));
    }

    @Override
    public double probabilityOfLeaving(int renewalsMade, int next) {
        return -StrictMath.expm1(-fall(renewalsMade, Renewals.after(renewalsMade, next)));
    }

    /** {@code -ln S(t)}. */
    private double fall(double t) {
        double power = StrictMath.pow(t, c);
        return Double.isInfinite(power)
                ? alpha * c * StrictMath.log(t)
                        - Gammas.logRising(beta, alpha) // what it tends to, far beyond the last bit
                : Gammas.logBetaFall(alpha, beta, power);
    }

    /** {@code ln S(from) - ln S(to)}, not as a difference. */
    private double fall(int from, int to) {
        if (from == to) {
            return 0;
        }
        double power = StrictMath.pow(from, c);
        double growth = from == 0 ? Double.POSITIVE_INFINITY : c * StrictMath.log1p((double) (to - from) / from);
        if (Double.isInfinite(power)) {
            return alpha * growth;
        }
        double rise = from == 0 ? StrictMath.pow(to, c) : power * StrictMath.expm1(growth);
        return Double.isInfinite(rise) ? fall(to) - fall(from) : Gammas.logBetaFall(alpha, beta + power, rise);
    }

    /**
     * {@inheritDoc}
     *
     * <p>There is no closed form; the sum is computed. Without discounting it has a bound where {@code alpha c > 1}.
     */
    @Override
    public OptionalDouble discountedExpectedResidualLifetime(int renewal, double ratePerRenewal) {
        Renewals.positive(renewal);
        double d = Checks.notNegative(ratePerRenewal, "ratePerRenewal");
        if (d == 0 && !(alpha * c > 1)) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        double term = 1 + d;
        for (long t = renewal; t < (long) renewal + FIRST_TERMS; t++) {
            term *= StrictMath.exp(
                            -fall((int) Math.min(t - 1, Integer.MAX_VALUE - 1), (int) Math.min(t, Integer.MAX_VALUE)))
                    / (1 + d);
            sum += term;
            if (term <= NEGLIGIBLE * d * sum) {
                return OptionalDouble.of(sum); // what is left is less than term / d
            }
        }
        return OptionalDouble.of(sum + rest(renewal, d));
    }

    /** The terms after the first, by the distance from the renewal. */
    private double rest(int renewal, double d) {
        double before = fall(renewal - 1.0);
        double logDiscount = StrictMath.log1p(d);
        double near = SlowSums.rest(
                FIRST_TERMS,
                d == 0 ? StrictMath.exp(LOG_FAR) : Double.POSITIVE_INFINITY,
                k -> before - fall(renewal + k) - k * logDiscount);
        double far = d == 0 ? StrictMath.exp(before - fall(StrictMath.exp(LOG_FAR)) + LOG_FAR) / (alpha * c - 1) : 0;
        return near + far;
    }
}
