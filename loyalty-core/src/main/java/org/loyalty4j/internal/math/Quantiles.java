package org.loyalty4j.internal.math;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Beta;

/** Quantiles of the distributions behind the library's intervals. */
public final class Quantiles {
    /** Left to its default of 1e-9, the solver stops before a bound such as 1e-8 has any digit right. */
    private static final double ACCURACY = 1e-30;

    private static final double TINY = 1e-14;

    private Quantiles() {}

    /** The standard normal quantile at {@code p} in (0, 1). */
    public static double normal(double p) {
        return new NormalDistribution(null, 0, 1).inverseCumulativeProbability(p);
    }

    /** The z value of a two-sided interval: 1.96 at a confidence of 0.95. */
    public static double twoSidedNormal(double confidence) {
        return normal(0.5 + confidence / 2);
    }

    /** The t value of a two-sided interval with {@code degreesOfFreedom} above 0. */
    public static double twoSidedStudentT(double confidence, double degreesOfFreedom) {
        return new TDistribution(null, degreesOfFreedom, ACCURACY).inverseCumulativeProbability(0.5 + confidence / 2);
    }

    /** The Beta({@code a}, {@code b}) quantile at {@code p} in [0, 1]. */
    public static double beta(double p, double a, double b) {
        return new BetaDistribution(null, a, b, ACCURACY).inverseCumulativeProbability(p);
    }

    /** The logarithm of the Beta({@code a}, {@code b}) quantile at {@code p} in (0, 1), which may lie below any double. */
    public static double logBeta(double p, double a, double b) {
        double x = beta(p, a, b);
        // Near 0 all but the first term of the series of the distribution in x is rounding.
        return x > TINY ? StrictMath.log(x) : (StrictMath.log(p) + Gammas.logBeta(a, b) + StrictMath.log(a)) / a;
    }

    /** The quantile at {@code p} in (0, 1) of the F distribution with these degrees of freedom, above 0. */
    public static double f(double p, double numerator, double denominator) {
        double share = beta(p, numerator / 2, denominator / 2);
        // Near 1 the share itself has lost what 1 - share needs.
        double rest = share < 0.5 ? 1 - share : beta(1 - p, denominator / 2, numerator / 2);
        return share / rest * (denominator / numerator);
    }

    /**
     * The probability of success at which P(more than {@code successes}) + P(exactly {@code successes}) / 2 of {@code trials} is
     * {@code p}, in (0, 1): a bound of the mid-p interval.
     */
    public static double midBinomial(double p, long successes, long trials) {
        double x = successes;
        double failures = (double) trials - successes;
        double low = 0;
        double high = 1;
        for (double middle = 0.5; middle > low && middle < high; middle = low + (high - low) / 2) {
            double atLeast = successes == 0 ? 1 : Beta.regularizedBeta(middle, x, failures + 1);
            double above = failures == 0 ? 0 : Beta.regularizedBeta(middle, x + 1, failures);
            if ((atLeast + above) / 2 < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low + (high - low) / 2;
    }

    /** The quantile at {@code p} in [0, 1) of a gamma distribution of unit scale. */
    public static double gamma(double p, double shape) {
        return new GammaDistribution(null, shape, 1, ACCURACY).inverseCumulativeProbability(p);
    }

    /** The logarithm of the quantile at {@code p} in (0, 1) of a gamma distribution of unit scale, also of one too small. */
    public static double logGamma(double p, double shape) {
        // Near 0 the distribution function is x^shape / Gamma(shape + 1), to a relative error of less than x.
        double small = (StrictMath.log(p) + Gammas.logGamma(shape + 1)) / shape;
        return small < -40 ? small : StrictMath.log(gamma(p, shape));
    }
}
