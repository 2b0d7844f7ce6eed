package org.loyalty4j.churn;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
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
     * Compares two fits to the same data, both at the maximum of the likelihood or at a boundary of it. A fit that is {@link
     * RetentionFit.Status#NOT_IDENTIFIED}, as after one renewal, or ended at the {@link RetentionFit.Status#ITERATION_LIMIT} is refused:
     * its likelihood is no maximum to compare, and a p-value from it would say that nothing changes where nothing is known.
     *
     * @param without the fit of sBG, in which nobody changes
     * @param with the fit of BdW
     * @return the test
     * @throws IllegalArgumentException if a fit is not {@link RetentionFit.Status#CONVERGED} or {@link RetentionFit.Status#AT_BOUNDARY},
     *     the data differ, or BdW fits worse, having missed its maximum
     */
    public static DurationDependence of(
            RetentionFit<ShiftedBetaGeometric> without, RetentionFit<BetaDiscreteWeibull> with) {
        requireMaximum(Objects.requireNonNull(without, "without"), "without");
        requireMaximum(Objects.requireNonNull(with, "with"), "with");
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

    private static void requireMaximum(RetentionFit<?> fit, String name) {
        if (fit.status() != RetentionFit.Status.CONVERGED && fit.status() != RetentionFit.Status.AT_BOUNDARY) {
            throw new IllegalArgumentException(
                    name + " must be a fit at a maximum, CONVERGED or AT_BOUNDARY, but was " + fit.status());
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "chi-squared %.2f with 1 df, p = %.4g", statistic, pValue);
    }
}
