package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loyalty4j.Estimate;

/** What every fit by maximum likelihood can tell, whatever the model. */
public sealed interface FittedModel extends Serializable permits Fit {

    /**
     * How the fit ended.
     *
     * @return the status, to be looked at before anything else
     */
    FitStatus status();

    /**
     * The simpler model that the likelihood led to.
     *
     * @return the boundary if the status is {@link FitStatus#AT_BOUNDARY}, empty otherwise
     */
    Optional<Boundary> boundary();

    /**
     * The log-likelihood of the data at the estimate, weights included, on the time scale of the data; without the term of a
     * prior.
     *
     * @return ln L
     */
    double logLikelihood();

    /**
     * The number of customers.
     *
     * @return the sum of the weights, in (0, inf)
     */
    double customers();

    /**
     * The number of distinct histories.
     *
     * @return the rows that the likelihood was computed for, in [1, inf)
     */
    int distinctHistories();

    /**
     * How many numbers were estimated.
     *
     * @return the free parameters k, in [1, inf)
     */
    int freeParameters();

    /**
     * Whether a prior took part: then the estimate is the mode of the posterior and not the maximum of the likelihood.
     *
     * @return true with a prior
     */
    boolean usedPrior();

    /**
     * How uncertain the estimates are: the inverse of the negative Hessian at the maximum, with a prior that of the posterior.
     *
     * @return the covariance; empty unless the status is {@link FitStatus#CONVERGED}
     */
    Optional<Covariance> covariance();

    /**
     * The standard errors of the estimates; by the delta method theta times that of ln theta where theta is positive.
     *
     * @return a map in the order of the symbols; empty without a covariance
     */
    Map<String, Double> standardErrors();

    /**
     * The estimates with their confidence intervals, that of a positive parameter being {@code theta exp(-+ z se(ln theta))}.
     *
     * @param confidence the confidence level, in (0, 1)
     * @return a map in the order of the symbols; empty without a covariance
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     */
    Map<String, Estimate> parameters(double confidence);

    /**
     * The slope where the climb ended, with respect to the logarithms of positive parameters and to coefficients, that of a
     * prior included: close to zero at a maximum.
     *
     * @return one number for each estimate, unmodifiable
     */
    List<Double> gradient();

    /**
     * The steps of the climb that led here.
     *
     * @return how many, in [0, inf)
     */
    int iterations();

    /**
     * How often the likelihood was computed, from all starts.
     *
     * @return how often, in [1, inf)
     */
    int evaluations();

    /**
     * What a user should know, with advice.
     *
     * @return sentences in English, unmodifiable; none if all is well
     */
    List<String> warnings();

    /**
     * The Akaike information criterion, lower is better: comparable between models of the same data in the same unit.
     *
     * @return {@code 2 k - 2 ln L}
     */
    default double aic() {
        return 2.0 * freeParameters() - 2 * logLikelihood();
    }

    /**
     * The Bayesian information criterion, lower is better; n is the number of customers.
     *
     * @return {@code k ln(n) - 2 ln L}
     */
    default double bic() {
        return freeParameters() * StrictMath.log(customers()) - 2 * logLikelihood();
    }
}
