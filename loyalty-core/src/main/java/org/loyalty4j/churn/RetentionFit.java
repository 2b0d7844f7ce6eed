package org.loyalty4j.churn;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Estimate;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.DeltaMethod;

/**
 * A {@link RetentionModel} estimated by maximum likelihood, with everything needed to judge it.
 *
 * @param <M> the model
 */
public final class RetentionFit<M extends RetentionModel<M>> implements Serializable {
    private static final long serialVersionUID = 1L;

    /** How a fit ended: whether to believe it. */
    public enum Status {
        /** At a maximum of the likelihood: the parameters and their uncertainty can be used. */
        CONVERGED,
        /**
         * The likelihood rises all the way to a simpler story, which the {@link RetentionBoundary} names. The model stands close to
         * it and projects well, but single parameters mean nothing and have no standard error.
         */
        AT_BOUNDARY,
        /** Many parameters explain the data equally well, as after one renewal: nothing should be projected. */
        NOT_IDENTIFIED,
        /** The limit of evaluations was reached first: the parameters are not those of the maximum. */
        ITERATION_LIMIT
    }

    private final RetentionFamily<M> family;
    private final M model;
    private final double[] point;
    private final RenewalCounts data;
    private final double logLikelihood;
    private final Status status;

    @Nullable
    private final RetentionBoundary boundary;

    private final double @Nullable [][] covariance;

    private final List<String> warnings;

    RetentionFit(
            RetentionFamily<M> family,
            double[] point,
            RenewalCounts data,
            double logLikelihood,
            Status status,
            @Nullable RetentionBoundary boundary,
            double @Nullable [][] covariance,
            List<String> warnings) {
        this.family = family;
        this.model = family.model(point);
        this.point = point.clone();
        this.data = data;
        this.logLikelihood = logLikelihood;
        this.status = status;
        this.boundary = boundary;
        this.covariance = covariance;
        this.warnings = List.copyOf(warnings);
    }

    /**
     * The model with the estimated parameters. It answers every question whatever the status, but see {@link #status()} for what
     * the answers are worth.
     *
     * @return the model
     */
    public M model() {
        return model;
    }

    /**
     * How the fit ended.
     *
     * @return the status, to be looked at before anything else
     */
    public Status status() {
        return status;
    }

    /**
     * The simpler story that the likelihood led to.
     *
     * @return the boundary if the status is {@link Status#AT_BOUNDARY}, empty otherwise
     */
    public Optional<RetentionBoundary> boundary() {
        return Optional.ofNullable(boundary);
    }

    /**
     * What the model was fitted to.
     *
     * @return the renewals made and not made
     */
    public RenewalCounts data() {
        return data;
    }

    /**
     * The log-likelihood of the data at the estimate.
     *
     * <pre>{@code
     * ln L = sum over t of lost(t) ln (1 - r(t)) + kept(t) ln r(t)
     *      = sum over t of lost(t) ln P(T = t) + last ln S(last t),    for one cohort from its beginning
     * }</pre>
     *
     * @return ln L, at most 0
     */
    public double logLikelihood() {
        return logLikelihood;
    }

    /**
     * How many numbers were estimated.
     *
     * @return the parameters k, in [1, 3]
     */
    public int freeParameters() {
        return point.length;
    }

    /**
     * The Akaike information criterion, lower is better: comparable between models of the same data.
     *
     * @return {@code 2 k - 2 ln L}
     */
    public double aic() {
        return 2.0 * freeParameters() - 2 * logLikelihood;
    }

    /**
     * The Bayesian information criterion, lower is better: comparable between models of the same data.
     *
     * @return {@code k ln(n) - 2 ln L}, n being the number of customers
     */
    public double bic() {
        return freeParameters() * StrictMath.log(data.customers()) - 2 * logLikelihood;
    }

    /**
     * What a user should know, with advice.
     *
     * @return sentences in English, unmodifiable; none if all is well
     */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * How uncertain the estimates are, and how they go together: the inverse of the observed information, for the logarithms of
     * the parameters (of {@link ConstantChurn}, for its log-odds).
     *
     * @return a copy, in the order of the symbols; empty unless the status is {@link Status#CONVERGED}
     */
    public Optional<double[][]> covariance() {
        return covariance == null
                ? Optional.empty()
                : Optional.of(Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new));
    }

    /**
     * The standard errors of the estimates, by the delta method.
     *
     * @return an unmodifiable map in the order of the symbols; empty unless the status is {@link Status#CONVERGED}
     */
    public Map<String, Double> standardErrors() {
        Map<String, Double> errors = new LinkedHashMap<>();
        if (covariance != null) {
            for (int i = 0; i < point.length; i++) {
                errors.put(model.symbols().get(i), family.standardError(point[i], Math.sqrt(covariance[i][i])));
            }
        }
        return Collections.unmodifiableMap(errors);
    }

    /**
     * The confidence intervals of the estimates, {@code theta exp(-+ z se(ln theta))} (of {@link ConstantChurn}, symmetric in the
     * log-odds).
     *
     * @param confidence the confidence level, in (0, 1)
     * @return each estimate with its interval, an unmodifiable map in the order of the symbols; empty unless the status is {@link
     *     Status#CONVERGED}
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     */
    public Map<String, Estimate> intervals(double confidence) {
        Checks.confidence(confidence);
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        if (covariance != null) {
            for (int i = 0; i < point.length; i++) {
                estimates.put(
                        model.symbols().get(i), family.interval(point[i], Math.sqrt(covariance[i][i]), confidence));
            }
        }
        return Collections.unmodifiableMap(estimates);
    }

    /**
     * The standard error of a quantity by the delta method: what the uncertainty of the parameters makes of it.
     *
     * @param quantity a function of the model, NaN or infinite where it is undefined
     * @return the standard error; empty unless the status is {@link Status#CONVERGED}, or where the quantity is undefined that
     *     close to the estimate
     */
    public OptionalDouble standardError(ToDoubleFunction<M> quantity) {
        Objects.requireNonNull(quantity, "quantity");
        if (covariance == null) {
            return OptionalDouble.empty();
        }
        double error = DeltaMethod.standardError(
                covariance, DeltaMethod.gradient(at -> quantity.applyAsDouble(family.model(at)), point));
        return Double.isFinite(error) ? OptionalDouble.of(error) : OptionalDouble.empty();
    }

    /**
     * A quantity that follows from the model, such as a discounted lifetime, with its confidence interval by the delta method: that
     * of a positive one is symmetric in its logarithm, that of another symmetric. Only the uncertainty of the parameters is in it.
     *
     * <p>The quantity is asked for at parameters around the estimate too, where it may be undefined although it is not at the
     * estimate, as the expected lifetime without discounting is near alpha = 1. It must say so by NaN, not by an exception:
     *
     * <pre>{@code
     * fit.estimate(model -> model.discountedExpectedLifetime(0).orElse(Double.NaN), 0.95);
     * }</pre>
     *
     * @param quantity a function of the model, finite at the estimate; NaN or infinite where it is undefined
     * @param confidence the confidence level, in (0, 1)
     * @return the quantity at the estimate, and its interval; empty without a {@link #standardError}
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     */
    public Optional<Estimate> estimate(ToDoubleFunction<M> quantity, double confidence) {
        Objects.requireNonNull(quantity, "quantity");
        Checks.confidence(confidence);
        OptionalDouble error = standardError(quantity);
        if (error.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(DeltaMethod.quantity(quantity.applyAsDouble(model), error.getAsDouble(), confidence));
    }

    /**
     * A probability that follows from the model, such as the survival after a renewal, with its confidence interval by the delta
     * method, symmetric in the log-odds, so that it stays in [0, 1]. A probability of exactly 0 or 1 has an interval of no width.
     *
     * @param probability a function of the model with values in [0, 1]
     * @param confidence the confidence level, in (0, 1)
     * @return the probability at the estimate, and its interval; empty without a {@link #standardError}
     * @throws IllegalArgumentException if confidence is not in (0, 1), or the value not in [0, 1]
     */
    public Optional<Estimate> estimateProbability(ToDoubleFunction<M> probability, double confidence) {
        Objects.requireNonNull(probability, "probability");
        Checks.confidence(confidence);
        OptionalDouble error = standardError(probability);
        if (error.isEmpty()) {
            return Optional.empty();
        }
        double value = Checks.inClosed(probability.applyAsDouble(model), 0, 1, "probability");
        return Optional.of(DeltaMethod.closedProbability(value, error.getAsDouble(), confidence));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RetentionFit<?> that
                && model.equals(that.model)
                && data.equals(that.data)
                && logLikelihood == that.logLikelihood
                && status == that.status
                && boundary == that.boundary
                && Arrays.deepEquals(covariance, that.covariance)
                && warnings.equals(that.warnings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(model, data, logLikelihood, status);
    }

    @Override
    public String toString() {
        List<String> parameters = new ArrayList<>();
        model.parameters()
                .forEach((symbol, value) -> parameters.add(String.format(Locale.ROOT, "%s=%.4g", symbol, value)));
        return model.name()
                + " " + String.join(" ", parameters)
                + String.format(Locale.ROOT, ", LL %.3f, ", logLikelihood)
                + data + ", " + status
                + (boundary == null ? "" : " " + boundary)
                + (warnings.isEmpty() ? "" : ", warnings " + warnings);
    }
}
