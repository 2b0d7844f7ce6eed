package org.loyalty4j.profile;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.btyd.PurchaseForecast;
import org.loyalty4j.churn.ChurnState;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.ltv.CustomerValue;

/**
 * What is known of a customer's going. A contract that ended is a fact; silence is a state; the chance of no purchase is a
 * forecast. They are kept apart.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a number is out of range.
 *
 * @param state where the customer stands by silence; null where no threshold of silence could be had
 * @param leftOn the day the contract ended; null without a contract, or while it goes on
 * @param probability the chance of no purchase within the horizon of the forecast, in [0, 1]; null for a prospect, for one who
 *     left, or without a forecast
 * @param valueAtRisk the residual value times {@code probability}, finite; null without either
 */
public record ChurnSignal(
        @Nullable ChurnState state,
        @Nullable LocalDate leftOn,
        @Nullable Double probability,
        @Nullable Double valueAtRisk)
        implements Serializable {

    /** The key of one whose contract has ended, in place of a state. */
    private static final String LEFT = "left";

    public ChurnSignal {
        if (probability != null) {
            Checks.inClosed(probability, 0, 1, "probability");
        }
        if (valueAtRisk != null) {
            Checks.finite(valueAtRisk, "valueAtRisk");
        }
    }

    /** The signal of a customer; the chance of no purchase is that of the forecast, and is no matter once the contract has ended. */
    static ChurnSignal of(
            @Nullable ChurnState state,
            @Nullable LocalDate leftOn,
            @Nullable PurchaseForecast forecast,
            @Nullable CustomerValue value) {
        if (leftOn != null || forecast == null) {
            return new ChurnSignal(state, leftOn, null, null);
        }
        double noPurchase = 1 - forecast.probabilityOfPurchase();
        return new ChurnSignal(state, null, noPurchase, value == null ? null : value.value() * noPurchase);
    }

    /**
     * A stable key for files and databases.
     *
     * @return {@code left} where the contract has ended, else the key of the state; empty text without either
     */
    public String key() {
        return leftOn != null
                ? LEFT
                : state == null ? "" : Objects.requireNonNull(state).key();
    }
}
