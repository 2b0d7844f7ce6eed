package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.loyalty4j.Estimate;

/**
 * A model estimated from data by maximum likelihood, with everything needed to judge it.
 *
 * @param <T> the model
 */
public sealed interface FittedModel<T> extends Serializable permits AbstractFit {

    /**
     * The model with the estimated parameters, in the unit of the data. It answers every question whatever the status, but
     * see {@link #status()} for what the answers are worth.
     *
     * @return the model
     */
    T model();

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
     * prior, and for a model of k phases without {@code (k - 1)} times the sum of the logarithms of all gaps, which does not
     * follow from x, t_x and T ({@link org.loyalty4j.summary.PurchaseRhythm#sumOfLogGaps}).
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
     * The confidence intervals of the estimates, that of a positive parameter being {@code theta exp(-+ z se(ln theta))}. The
     * estimates themselves, which are there whatever the status, are the parameters of {@link #model()}.
     *
     * @param confidence the confidence level, in (0, 1)
     * @return each estimate with its interval, a map in the order of the symbols; empty without a covariance, that is unless
     *     the status is {@link FitStatus#CONVERGED}
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     */
    Map<String, Estimate> intervals(double confidence);

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
     * How often the likelihood of all data was computed, from all starts. Where large data were thinned out to find the way,
     * the evaluations on what was left are not counted.
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
     * The Akaike information criterion, lower is better: comparable between models of the same data in the same unit, and for
     * {@link BgCnbd} and {@link MbgCnbd} of the same number of phases only. That of another number lacks a part of the
     * likelihood, which {@link #logLikelihood} leaves out; {@link ModelAdviser} compares them with it.
     *
     * @return {@code 2 k - 2 ln L} with k the {@link #freeParameters}
     */
    default double aic() {
        return 2.0 * freeParameters() - 2 * logLikelihood();
    }

    /**
     * The Bayesian information criterion, lower is better; n is the number of customers. It is comparable where {@link #aic}
     * is.
     *
     * @return {@code k ln(n) - 2 ln L} with k the {@link #freeParameters}
     */
    default double bic() {
        return freeParameters() * StrictMath.log(customers()) - 2 * logLikelihood();
    }

    /**
     * The slope of a quantity at the estimate, by central differences of 1e-4: with respect to the logarithms of positive
     * parameters, and to coefficients.
     *
     * @param quantity a function of the model
     * @return {@code d quantity / d ln theta_i}, in the order of the symbols
     */
    double[] logGradient(ToDoubleFunction<T> quantity);

    /**
     * The slopes of many quantities at once, such as those of all customers: each as {@link #logGradient} has it.
     *
     * @param quantities a function of the model, which gives as many numbers for all of its parameters, in an array of its own
     * @return {@code d quantity / d ln theta_i}, by parameter in the order of the symbols, and then by quantity
     */
    double[][] logGradients(Function<T, double[]> quantities);

    /**
     * The standard error of a quantity by the delta method: what the uncertainty of the parameters makes of it.
     *
     * @param quantity a function of the model, NaN or infinite where it is undefined
     * @return {@code sqrt(g' C g)} with g the {@link #logGradient} and C the covariance; empty without a covariance, or where
     *     the quantity is undefined that close to the estimate, so that it has no slope
     */
    OptionalDouble standardError(ToDoubleFunction<T> quantity);

    /**
     * A quantity that follows from the model, such as expected purchases or a value, with its confidence interval by the delta
     * method. That of a positive quantity is symmetric in its logarithm, {@code q exp(-+ z se / q)}, so that it stays
     * positive; that of another is symmetric, {@code q -+ z se}. Only the uncertainty of the parameters is in it, not that of
     * what a customer with known parameters will do.
     *
     * @param quantity a function of the model, finite at the estimate; NaN or infinite where it is undefined
     * @param confidence the confidence level, in (0, 1)
     * @return the quantity at the estimate, and its interval; empty without a {@link #standardError}
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     */
    Optional<Estimate> estimate(ToDoubleFunction<T> quantity, double confidence);

    /**
     * A probability that follows from the model, with its confidence interval by the delta method, symmetric in the log-odds,
     * so that it stays in [0, 1]. A probability of exactly 0 or 1 has an interval of no width.
     *
     * @param probability a function of the model with values in [0, 1]
     * @param confidence the confidence level, in (0, 1)
     * @return the probability at the estimate, and its interval; empty without a {@link #standardError}
     * @throws IllegalArgumentException if confidence is not in (0, 1), or the value not in [0, 1]
     */
    Optional<Estimate> estimateProbability(ToDoubleFunction<T> probability, double confidence);
}
