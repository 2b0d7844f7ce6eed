package org.loyalty4j.internal.math;

/** Sums of many or infinitely many positive terms that fall slowly. */
public final class SlowSums {
    private SlowSums() {}

    /**
     * The sum of the terms from index {@code from} until before {@code end}, as the integral of their logarithm's exponential: by
     * the rule of Euler and Maclaurin for midpoints, of which far out the first correction is all that is seen.
     *
     * @param from a large index, some 16,000, from where on the terms are smooth
     * @param end not before {@code from}; may be infinite
     * @param logTerm the logarithm of the term at an index
     */
    public static double rest(double from, double end, PeakIntegral.LogIntegrand logTerm) {
        double low = StrictMath.log(from - 0.5);
        double high = StrictMath.log(end - 0.5);
        PeakIntegral.LogIntegrand phi =
                v -> Double.isInfinite(v) ? Double.NEGATIVE_INFINITY : logTerm.at(StrictMath.exp(v)) + v;
        double near = PeakIntegral.climb(phi, low, high, low, 0.5);
        return StrictMath.exp(PeakIntegral.logOf(phi, low, high, near))
                + (slope(logTerm, from) - (Double.isInfinite(end) ? 0 : slope(logTerm, end))) / 24;
    }

    private static double slope(PeakIntegral.LogIntegrand logTerm, double before) {
        return StrictMath.exp(logTerm.at(before)) - StrictMath.exp(logTerm.at(before - 1));
    }

    /**
     * The sum over k from 1 of {@code E[(1 - theta)^k] / (1 + d)^k}, theta of Beta({@code a}, {@code b}): the mean of {@code (1 -
     * theta) / (d + theta)}, an integral over the log-odds of theta, in which d is not lost beside 1. The log-odds are counted from
     * those of the mean, near which the density of large a and b is: nothing large cancels.
     *
     * @param d above 0
     */
    public static double discountedSurvivals(double a, double b, double d) {
        double mean = a / (a + b);
        double rest = b / (a + b);
        double oddsOfMean = StrictMath.log(a) - StrictMath.log(b);
        PeakIntegral.LogIntegrand phi = v -> a * v
                - (a + b) * logMixture(mean, rest, v)
                - Logs.logSum(StrictMath.log(d), StrictMath.log1p(d) + oddsOfMean + v);
        double peak = PeakIntegral.climb(
                phi, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0, Math.min(1, 1 / Math.sqrt(a * rest)));
        double log = PeakIntegral.logOf(phi, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, peak);
        // ln B(a, b) less its largest terms, a ln(mean) + b ln(rest), by Stirling's series.
        double logNorm = Gammas.HALF_LOG_2_PI
                - 0.5 * StrictMath.log(a * rest)
                + (Gammas.stirlingError(a) + Gammas.stirlingError(b) - Gammas.stirlingError(a + b));
        return StrictMath.exp(log - logNorm);
    }

    /** ln({@code rest} + {@code share} exp({@code v})), the two being 1 together. */
    private static double logMixture(double share, double rest, double v) {
        if (v > 0) {
            return v + logMixture(rest, share, -v);
        }
        double loss = share * StrictMath.expm1(v);
        return loss > -0.5 ? StrictMath.log1p(loss) : StrictMath.log(rest + share * StrictMath.exp(v));
    }
}
