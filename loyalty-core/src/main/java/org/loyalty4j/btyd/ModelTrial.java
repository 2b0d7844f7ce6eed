package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a backtest says of a model beyond its forecasts.
 *
 * @param model the model
 * @param fitOrNull its fit to the calibration; null if the model was given
 * @param probability how well the probability of a purchase within the holdout says who bought
 * @param tracking actual and expected repeat purchases by period, through calibration and holdout
 * @param frequencies actual and expected numbers of customers by repeat purchases in the calibration, the last for that many or
 *     more
 */
public record ModelTrial(
        PurchaseModel<?> model,
        @Nullable Fit<? extends PurchaseModel<?>> fitOrNull,
        ProbabilityAccuracy probability,
        List<TrackingPeriod> tracking,
        List<FrequencyCount> frequencies)
        implements Serializable {

    public ModelTrial {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(probability, "probability");
        tracking = List.copyOf(Objects.requireNonNull(tracking, "tracking"));
        frequencies = List.copyOf(Objects.requireNonNull(frequencies, "frequencies"));
    }

    /**
     * How the model was fitted to the calibration.
     *
     * @return the fit; empty if the model was given
     */
    public Optional<Fit<? extends PurchaseModel<?>>> fit() {
        return Optional.ofNullable(fitOrNull);
    }

    @Override
    public String toString() {
        return fitOrNull == null ? model + ", given" : fitOrNull.toString();
    }
}
