package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.btyd.FittedModel;

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
}
