package org.loyalty4j.btyd;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.loyalty4j.Estimate;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.DeltaMethod;

/** What all fits have in common: the coordinates that the climb moved in, and what follows from their covariance. */
abstract sealed class AbstractFit<T> implements FittedModel<T> permits Fit, CovariateFit {
    private static final long serialVersionUID = 1L;

    private final Outcome outcome;

    AbstractFit(Outcome outcome) {
        this.outcome = outcome;
    }

    /** The symbols of the estimates. */
    abstract List<String> symbols();

    /** The estimates: logarithms of positive parameters, and coefficients. */
    abstract double[] coordinates();

    /** The model at other coordinates. */
    abstract T at(double[] coordinates);

    /** Whether a coordinate is the logarithm of a positive parameter. */
    abstract boolean isLogarithm(int coordinate);

    /** What the model is called, with its unit. */
    abstract String heading();

    @Override
    public FitStatus status() {
        return outcome.status();
    }

    @Override
    public Optional<Boundary> boundary() {
        return Optional.ofNullable(outcome.boundary());
    }

    @Override
    public double logLikelihood() {
        return outcome.logLikelihood();
    }

    @Override
    public double customers() {
        return outcome.customers();
    }

    @Override
    public int distinctHistories() {
        return outcome.distinctHistories();
    }

    @Override
    public int freeParameters() {
        return outcome.gradient().size();
    }

    @Override
    public boolean usedPrior() {
        return outcome.usedPrior();
    }

    @Override
    public Optional<Covariance> covariance() {
        return Optional.ofNullable(outcome.covariance());
    }

    @Override
    public List<Double> gradient() {
        return outcome.gradient();
    }

    @Override
    public int iterations() {
        return outcome.iterations();
    }

    @Override
    public int evaluations() {
        return outcome.evaluations();
    }

    @Override
    public List<String> warnings() {
        return outcome.warnings();
    }

    @Override
    public Map<String, Double> standardErrors() {
        Map<String, Double> errors = new LinkedHashMap<>();
        Covariance covariance = outcome.covariance();
        if (covariance != null) {
            double[] point = coordinates();
            for (int i = 0; i < point.length; i++) {
                double scale = isLogarithm(i) ? StrictMath.exp(point[i]) : 1;
                errors.put(symbols().get(i), scale * covariance.standardError(i));
            }
        }
        return Collections.unmodifiableMap(errors);
    }

    @Override
    public Map<String, Estimate> intervals(double confidence) {
        Checks.confidence(confidence);
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        Covariance covariance = outcome.covariance();
        if (covariance != null) {
            double[] point = coordinates();
            for (int i = 0; i < point.length; i++) {
                double error = covariance.standardError(i);
                estimates.put(
                        symbols().get(i),
                        isLogarithm(i)
                                ? DeltaMethod.positive(StrictMath.exp(point[i]), error, confidence)
                                : DeltaMethod.symmetric(point[i], error, confidence));
            }
        }
        return Collections.unmodifiableMap(estimates);
    }

    @Override
    public double[] logGradient(ToDoubleFunction<T> quantity) {
        Objects.requireNonNull(quantity, "quantity");
        return DeltaMethod.gradient(point -> quantity.applyAsDouble(at(point)), coordinates());
    }

    @Override
    public double[][] logGradients(Function<T, double[]> quantities) {
        Objects.requireNonNull(quantities, "quantities");
        return DeltaMethod.gradients(point -> quantities.apply(at(point)), coordinates());
    }

    @Override
    public OptionalDouble standardError(ToDoubleFunction<T> quantity) {
        Objects.requireNonNull(quantity, "quantity");
        Covariance covariance = outcome.covariance();
        if (covariance == null) {
            return OptionalDouble.empty();
        }
        // Not finite where the quantity is undefined a step away: there is no slope at such an edge.
        double error = covariance.standardError(logGradient(quantity));
        return Double.isFinite(error) ? OptionalDouble.of(error) : OptionalDouble.empty();
    }

    @Override
    public Optional<Estimate> estimate(ToDoubleFunction<T> quantity, double confidence) {
        Objects.requireNonNull(quantity, "quantity");
        Checks.confidence(confidence);
        OptionalDouble error = standardError(quantity);
        if (error.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(DeltaMethod.quantity(quantity.applyAsDouble(model()), error.getAsDouble(), confidence));
    }

    @Override
    public Optional<Estimate> estimateProbability(ToDoubleFunction<T> probability, double confidence) {
        Objects.requireNonNull(probability, "probability");
        Checks.confidence(confidence);
        OptionalDouble error = standardError(probability);
        if (error.isEmpty()) {
            return Optional.empty();
        }
        double value = Checks.inClosed(probability.applyAsDouble(model()), 0, 1, "probability");
        return Optional.of(DeltaMethod.closedProbability(value, error.getAsDouble(), confidence));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AbstractFit<?> that
                && Objects.equals(model(), that.model())
                && outcome.equals(that.outcome);
    }

    @Override
    public int hashCode() {
        return 31 * Objects.hashCode(model()) + outcome.hashCode();
    }

    @Override
    public String toString() {
        List<String> parameters = new ArrayList<>();
        double[] point = coordinates();
        for (int i = 0; i < point.length; i++) {
            double value = isLogarithm(i) ? StrictMath.exp(point[i]) : point[i];
            parameters.add(String.format(Locale.ROOT, "%s=%.4g", symbols().get(i), value));
        }
        return heading()
                + " " + String.join(" ", parameters)
                + String.format(Locale.ROOT, ", LL %.2f, ", logLikelihood())
                + Advice.count(customers()) + " customers, " + distinctHistories() + " distinct histories, "
                + status()
                + (outcome.boundary() == null ? "" : " " + outcome.boundary())
                + (warnings().isEmpty() ? "" : ", warnings " + warnings());
    }
}
