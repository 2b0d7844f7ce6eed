package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.btyd.Covariance;
import org.loyalty4j.btyd.FittedModel;
import org.loyalty4j.internal.DeltaMethod;

/**
 * One of the two models behind a value.
 *
 * @param model the model
 * @param fit where it was fitted, the fit
 * @param <M> the kind of model
 */
record ModelPart<M extends Serializable>(M model, @Nullable FittedModel<? extends M> fit) implements Serializable {

    /** Whether the uncertainty of the parameters is known. */
    boolean hasUncertainty() {
        return fit != null && fit.covariance().isPresent();
    }

    /**
     * A quantity, computed once, with its variance if {@code withVariance}. The function gives NaN where the quantity is
     * undefined; what to say of that is the caller's.
     */
    Uncertain at(ToDoubleFunction<? super M> quantity, boolean withVariance) {
        double value = quantity.applyAsDouble(model);
        return Uncertain.of(
                value,
                fit == null || !withVariance || Double.isNaN(value)
                        ? OptionalDouble.empty()
                        : fit.standardError(quantity::applyAsDouble));
    }

    /** Many quantities, all defined, each as {@link #at} has it. */
    UncertainColumn each(Function<? super M, double[]> quantities, boolean withVariance) {
        double[] values = quantities.apply(model);
        double[][] covariance = fit == null || !withVariance
                ? null
                : fit.covariance().map(Covariance::toArray).orElse(null);
        UncertainColumn column = new UncertainColumn(values.length, withVariance);
        double[][] slopes = fit == null || covariance == null ? new double[0][] : fit.logGradients(quantities::apply);
        double[] slope = new double[slopes.length];
        for (int row = 0; row < values.length; row++) {
            OptionalDouble error = OptionalDouble.empty();
            if (covariance != null) {
                for (int i = 0; i < slope.length; i++) {
                    slope[i] = slopes[i][row];
                }
                double known = DeltaMethod.standardError(covariance, slope);
                error = Double.isFinite(known) ? OptionalDouble.of(known) : error;
            }
            column.set(row, Uncertain.of(values[row], error));
        }
        return column;
    }
}
