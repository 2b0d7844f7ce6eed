package org.loyalty4j.profile;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.btyd.PurchaseModelChoice;
import org.loyalty4j.internal.Checks;

/**
 * How the future of a base is forecast. The horizon has no default: it is the caller's to say.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the confidence is out of range.
 *
 * @param choiceOrNull the purchase model; null for the one that {@link org.loyalty4j.btyd.ModelAdviser} chooses
 * @param horizon how far forecasts look ahead
 * @param unit the unit of the model's parameters; forecasts do not depend on it
 * @param confidence the level of intervals, in (0, 1)
 * @param backtest whether to find out how such forecasts would have fared in the past, which takes three or four more fits
 */
public record ForecastPlan(
        @Nullable PurchaseModelChoice choiceOrNull,
        Horizon horizon,
        PeriodUnit unit,
        double confidence,
        boolean backtest)
        implements Serializable {
    private static final double DEFAULT_CONFIDENCE = 0.95;

    public ForecastPlan {
        Objects.requireNonNull(horizon, "horizon");
        Objects.requireNonNull(unit, "unit");
        Checks.confidence(confidence);
    }

    /**
     * A forecast within a horizon by the model that the data suggest, in weeks, with intervals of 95 % and a
     * backtest.
     *
     * @param horizon how far forecasts look ahead
     * @return the plan
     */
    public static ForecastPlan within(Horizon horizon) {
        return new ForecastPlan(null, horizon, PeriodUnit.WEEK, DEFAULT_CONFIDENCE, true);
    }

    /**
     * The same plan with a purchase model of the caller's choice. No other is then fitted for comparison, and it is used
     * whatever the data say of it: its fit tells.
     *
     * @param model the model
     * @return the changed plan
     */
    public ForecastPlan withChoice(PurchaseModelChoice model) {
        return new ForecastPlan(Objects.requireNonNull(model, "model"), horizon, unit, confidence, backtest);
    }

    /**
     * The same plan with parameters in another unit.
     *
     * @param target the unit of the model's parameters
     * @return the changed plan
     */
    public ForecastPlan withUnit(PeriodUnit target) {
        return new ForecastPlan(choiceOrNull, horizon, Objects.requireNonNull(target, "target"), confidence, backtest);
    }

    /**
     * The same plan with intervals of another level.
     *
     * @param level the confidence level, in (0, 1)
     * @return the changed plan
     * @throws IllegalArgumentException if the level is out of range
     */
    public ForecastPlan withConfidence(double level) {
        return new ForecastPlan(choiceOrNull, horizon, unit, level, backtest);
    }

    /**
     * The same plan without a backtest.
     *
     * @return the changed plan, which takes less time
     */
    public ForecastPlan withoutBacktest() {
        return new ForecastPlan(choiceOrNull, horizon, unit, confidence, false);
    }

    /**
     * The purchase model of the caller's choice.
     *
     * @return the model; empty if the data are to suggest it
     */
    public Optional<PurchaseModelChoice> choice() {
        return Optional.ofNullable(choiceOrNull);
    }
}
