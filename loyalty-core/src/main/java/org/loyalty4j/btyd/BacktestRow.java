package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.LocalizedText;
import org.loyalty4j.internal.Checks;

/**
 * How one forecast fared in a backtest.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the key is blank.
 *
 * @param key the {@link PurchaseModelChoice#key} of a model that was fitted, {@code given-} and the name of one that was given,
 *     or the {@link Baseline#key} of a baseline; no two rows of a backtest have the same
 * @param label its name for people to read
 * @param accuracy predicted against actual purchases
 * @param trialOrNull what else there is to say of a model; null for a baseline
 */
public record BacktestRow(
        String key,
        LocalizedText label,
        ForecastAccuracy accuracy,
        @Nullable ModelTrial trialOrNull) implements Serializable {

    public BacktestRow {
        Checks.notBlank(key, "key");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(accuracy, "accuracy");
    }

    /**
     * What there is to say of a model beyond its forecasts.
     *
     * @return the trial; empty for a baseline
     */
    public Optional<ModelTrial> trial() {
        return Optional.ofNullable(trialOrNull);
    }

    static String header() {
        return String.format(
                Locale.ROOT,
                "%-20s %10s %9s %7s %7s %6s %8s %6s  %s",
                "forecast",
                "predicted",
                "bias",
                "MAE",
                "RMSE",
                "rank",
                "top 20 %",
                "Brier",
                "fit");
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-20s %10.1f %9s %7s %7s %6s %8s %6s  %s",
                label,
                accuracy.predictedPurchases(),
                text("%+.1f %%", accuracy.bias(), 100),
                text("%.3f", accuracy.meanAbsoluteError(), 1),
                text("%.3f", accuracy.rootMeanSquaredError(), 1),
                text("%.3f", accuracy.rankCorrelation(), 1),
                text("%.1f %%", accuracy.gainAt(2), 100),
                trialOrNull == null
                        ? "-"
                        : text("%.3f", trialOrNull.probability().brierScore(), 1),
                trialOrNull == null
                        ? "-"
                        : trialOrNull.fit().map(fit -> fit.status().toString()).orElse("given"));
    }

    private static String text(String format, OptionalDouble value, double times) {
        return value.isPresent() ? String.format(Locale.ROOT, format, times * value.getAsDouble()) : "-";
    }
}
