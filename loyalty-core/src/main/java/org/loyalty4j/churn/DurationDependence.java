package org.loyalty4j.churn;

import java.io.Serializable;
import java.util.Locale;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.math.Tails;

/**
 * Do customers' own chances of leaving change from one renewal to the next, or does the retention rate rise only because those at
 * risk are gone? The likelihood-ratio test of sBG within BdW, where c is 1.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a number is out of range.
 *
 * @param statistic {@code 2 (ln L of BdW - ln L of sBG)}, in [0, inf)
 * @param pValue P(a chi-squared variable of one degree of freedom exceeds the statistic), in [0, 1]: small, they change
 * @see <a href="https://doi.org/10.1016/j.intmar.2018.01.002">Fader, Hardie, Liu, Davin and Steenburgh (2018)</a>
 */
public record DurationDependence(double statistic, double pValue) implements Serializable {
    /** How much worse the richer model may be for each customer: a fit ends a little before the boundary it runs into. */
    private static final double SHORT_OF_BOUNDARY = 1e-5;

    public DurationDependence {
        Checks.notNegative(statistic, "statistic");
        Checks.inClosed(pValue, 0, 1, "pValue");
    }

    /**
     * Compares two fits to the same data.
     *
     * @param without the fit of sBG, in which nobody changes
     * @param with the fit of BdW
     * @return the test
     * @throws IllegalArgumentException if the data differ, or BdW fits worse, having missed its maximum
     */
    public static DurationDependence of(
            RetentionFit<ShiftedBetaGeometric> without, RetentionFit<BetaDiscreteWeibull> with) {
        if (!without.data().equals(with.data())) {
            throw new IllegalArgumentException("with must be a fit of the same data, but was of " + with.data());
        }
        double statistic = 2 * (with.logLikelihood() - without.logLikelihood());
        if (!(statistic >= -SHORT_OF_BOUNDARY * without.data().customers())) {
            throw new IllegalArgumentException(
                    "with must not fit worse than its special case, but had a log-likelihood of " + with.logLikelihood()
                            + " < " + without.logLikelihood());
        }
        double atLeastZero = Math.max(0, statistic);
        return new DurationDependence(atLeastZero, Tails.chiSquared(atLeastZero, 1));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "chi-squared %.2f with 1 df, p = %.4g", statistic, pValue);
    }
}
