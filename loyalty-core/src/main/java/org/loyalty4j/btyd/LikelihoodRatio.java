package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.math.Tails;

/**
 * The likelihood-ratio test of a model against a richer one of which it is a special case: is the data's liking for the richer
 * one more than luck?
 *
 * <p>Where the special case lies on the boundary of the richer model (as NBD does on that of BG/NBD, whose dropout probability
 * must go to zero), the p-value is too large: a small one can be trusted all the more, of a large one less can be said.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a number is out of range.
 *
 * @param statistic {@code 2 (ln L of the richer model - ln L of the special case)}, in [0, inf)
 * @param degreesOfFreedom how many parameters the richer model has more, in [1, inf)
 * @param pValue P(a chi-squared variable exceeds the statistic), in [0, 1]
 */
public record LikelihoodRatio(double statistic, int degreesOfFreedom, double pValue) implements Serializable {
    /** How much worse the richer model may be for each customer: a fit ends a little before the boundary it runs into. */
    private static final double SHORT_OF_BOUNDARY = 1e-5;

    public LikelihoodRatio {
        Checks.notNegative(statistic, "statistic");
        Checks.positive((long) degreesOfFreedom, "degreesOfFreedom");
        Checks.inClosed(pValue, 0, 1, "pValue");
    }

    /**
     * Compares two fits to the same data, in the same unit. A model is a special case of
     *
     * <ul>
     *   <li>the same model with covariates, or with more of them;
     *   <li>BG/NBD, MBG/NBD and Pareto/NBD, with covariates or without, if it is NBD. It is none of a model of two or more phases,
     *       nor is a model of another number of phases.
     * </ul>
     *
     * @param restricted the fit of the special case
     * @param full the fit of the richer model
     * @return the test
     * @throws IllegalArgumentException if the fits are not of the same number of customers or in different units, a prior was
     *     used, or the second model has not more parameters, has not the first as a special case, or has a lower likelihood
     */
    public static LikelihoodRatio of(FittedModel<?> restricted, FittedModel<?> full) {
        Objects.requireNonNull(restricted, "restricted");
        Objects.requireNonNull(full, "full");
        if (restricted.customers() != full.customers()) {
            throw new IllegalArgumentException("full must be a fit of the same customers, but was of "
                    + full.customers() + " and not of " + restricted.customers());
        }
        if (restricted.usedPrior() || full.usedPrior()) {
            throw new IllegalArgumentException("a likelihood-ratio test is of fits without a prior");
        }
        ParametricModel<?> special = base(restricted);
        ParametricModel<?> richer = base(full);
        if (special instanceof PurchaseModel<?> one
                && richer instanceof PurchaseModel<?> other
                && one.unit() != other.unit()) {
            throw new IllegalArgumentException(
                    "full must be a fit in the same unit, but was in " + other.unit() + " and not in " + one.unit());
        }
        int degreesOfFreedom = full.freeParameters() - restricted.freeParameters();
        if (degreesOfFreedom <= 0) {
            throw new IllegalArgumentException("full must have more parameters than " + restricted.freeParameters()
                    + ", but had " + full.freeParameters());
        }
        boolean sameKind = special.name().equals(richer.name()) && symbols(full).containsAll(symbols(restricted));
        if (!sameKind && !isOfNoDropout(special, richer)) {
            throw new IllegalArgumentException("full must have " + special.name() + " with " + symbols(restricted)
                    + " as a special case, but was " + richer.name() + " with " + symbols(full));
        }
        double statistic = 2 * (full.logLikelihood() - restricted.logLikelihood());
        if (!(statistic >= -SHORT_OF_BOUNDARY * full.customers())) {
            throw new IllegalArgumentException(
                    "full must not fit worse than its special case, but had a log-likelihood of " + full.logLikelihood()
                            + " < " + restricted.logLikelihood());
        }
        double atLeastZero = Math.max(0, statistic);
        return new LikelihoodRatio(atLeastZero, degreesOfFreedom, Tails.chiSquared(atLeastZero, degreesOfFreedom));
    }

    /** The model without covariates, in the unit of the data. */
    private static ParametricModel<?> base(FittedModel<?> fit) {
        return fit.model() instanceof CovariateModel<?> covariates
                ? covariates.base()
                : (ParametricModel<?>) Objects.requireNonNull(fit.model());
    }

    private static List<String> symbols(FittedModel<?> fit) {
        return ((AbstractFit<?>) fit).symbols();
    }

    /** Whether the second is the first with dropout: gaps between purchases have the same distribution, one phase. */
    private static boolean isOfNoDropout(ParametricModel<?> special, ParametricModel<?> richer) {
        return special instanceof Nbd
                && richer instanceof DropoutModel<?> dropout
                && PurchaseModelChoice.of(dropout).k() == 1;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "chi-squared %.2f with %d df, p = %.4g", statistic, degreesOfFreedom, pValue);
    }
}
