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
import java.util.function.ToDoubleFunction;
import org.loyalty4j.Estimate;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.internal.Checks;

/**
 * A model estimated from data, with everything needed to judge it.
 *
 * @param <M> the model
 */
public final class Fit<M extends ParametricModel<M>> implements FittedModel {
    private static final long serialVersionUID = 1L;

    private final M model;
    private final Outcome outcome;

    Fit(M model, Outcome outcome) {
        this.model = model;
        this.outcome = outcome;
    }

    /**
     * The model with the estimated parameters, in the unit of the data. It answers every question whatever the status, but
     * see {@link #status()} for what the answers are worth.
     *
     * @return the model
     */
    public M model() {
        return model;
    }

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
        return model.values().length;
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
            int i = 0;
            for (Map.Entry<String, Double> parameter : model.parameters().entrySet()) {
                errors.put(parameter.getKey(), parameter.getValue() * covariance.standardError(i++));
            }
        }
        return Collections.unmodifiableMap(errors);
    }

    @Override
    public Map<String, Estimate> parameters(double confidence) {
        Checks.confidence(confidence);
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        Covariance covariance = outcome.covariance();
        if (covariance != null) {
            int i = 0;
            for (Map.Entry<String, Double> parameter : model.parameters().entrySet()) {
                estimates.put(
                        parameter.getKey(),
                        DeltaMethod.positive(parameter.getValue(), covariance.standardError(i++), confidence));
            }
        }
        return Collections.unmodifiableMap(estimates);
    }

    /**
     * The slope of a quantity with respect to the logarithms of the parameters, by central differences of 1e-4.
     *
     * @param quantity a function of the model
     * @return d quantity / d ln theta_i, in the order of the symbols
     */
    public double[] logGradient(ToDoubleFunction<M> quantity) {
        Objects.requireNonNull(quantity, "quantity");
        double[] logs = logs();
        return DeltaMethod.gradient(point -> quantity.applyAsDouble(at(point)), logs);
    }

    /**
     * The standard error of a quantity by the delta method: what the uncertainty of the parameters makes of it.
     *
     * @param quantity a function of the model
     * @return {@code sqrt(g' C g)} with g the {@link #logGradient} and C the covariance; empty without a covariance
     */
    public OptionalDouble standardError(ToDoubleFunction<M> quantity) {
        Objects.requireNonNull(quantity, "quantity");
        Covariance covariance = outcome.covariance();
        return covariance == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(covariance.standardError(logGradient(quantity)));
    }

    /**
     * A quantity that follows from the model, such as expected purchases or a value, with its confidence interval by the delta
     * method. That of a positive quantity is symmetric in its logarithm, {@code q exp(-+ z se / q)}, so that it stays
     * positive; that of another is symmetric, {@code q -+ z se}. Only the uncertainty of the parameters is in it, not that of
     * what a customer with known parameters will do.
     *
     * @param quantity a function of the model with finite values
     * @param confidence the confidence level, in (0, 1)
     * @return the quantity at the estimate, and its interval; empty without a covariance
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     */
    public Optional<Estimate> estimate(ToDoubleFunction<M> quantity, double confidence) {
        Objects.requireNonNull(quantity, "quantity");
        Checks.confidence(confidence);
        OptionalDouble error = standardError(quantity);
        if (error.isEmpty()) {
            return Optional.empty();
        }
        double value = quantity.applyAsDouble(model);
        return Optional.of(
                value > 0
                        ? DeltaMethod.positive(value, error.getAsDouble() / value, confidence)
                        : DeltaMethod.symmetric(value, error.getAsDouble(), confidence));
    }

    /**
     * A probability that follows from the model, with its confidence interval by the delta method, symmetric in the log-odds,
     * so that it stays in [0, 1]. A probability of exactly 0 or 1 has an interval of no width.
     *
     * @param probability a function of the model with values in [0, 1]
     * @param confidence the confidence level, in (0, 1)
     * @return the probability at the estimate, and its interval; empty without a covariance
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
        return Optional.of(
                value > 0 && value < 1
                        ? DeltaMethod.probability(value, error.getAsDouble() / value / (1 - value), confidence)
                        : DeltaMethod.symmetric(value, 0, confidence));
    }

    private double[] logs() {
        double[] logs = model.values();
        for (int i = 0; i < logs.length; i++) {
            logs[i] = StrictMath.log(logs[i]);
        }
        return logs;
    }

    private M at(double[] logs) {
        double[] values = new double[logs.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = StrictMath.exp(logs[i]);
        }
        return model.withValues(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fit<?> that && model.equals(that.model) && outcome.equals(that.outcome);
    }

    @Override
    public int hashCode() {
        return 31 * model.hashCode() + outcome.hashCode();
    }

    @Override
    public String toString() {
        List<String> parameters = new ArrayList<>();
        model.parameters()
                .forEach((symbol, value) -> parameters.add(String.format(Locale.ROOT, "%s=%.4g", symbol, value)));
        return model.name() + " " + String.join(" ", parameters)
                + (model instanceof PurchaseModel<?> m ? unit(m.unit()) : "")
                + String.format(
                        Locale.ROOT,
                        ", LL %.2f, %.12g customers, %d distinct histories, %s",
                        logLikelihood(),
                        customers(),
                        distinctHistories(),
                        status())
                + (outcome.boundary() == null ? "" : " " + outcome.boundary())
                + (warnings().isEmpty() ? "" : ", warnings: " + warnings().size());
    }

    private static String unit(PeriodUnit unit) {
        return " (" + unit + ")";
    }
}
