package org.loyalty4j.btyd;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.loyalty4j.Horizon;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.summary.HoldoutTotals;

/**
 * How models and baselines, knowing the calibration only, forecast the holdout.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the days are out of order or a number is negative.
 *
 * @param calibrationEnd the last day of the calibration
 * @param holdoutEnd the last day of the holdout, after {@code calibrationEnd}
 * @param customers what the buyers of the calibration did in the holdout: those who are forecast
 * @param bornInHoldout what the customers did who first bought in the holdout: in no forecast
 * @param prospects the customers of the log without a purchase on either side: in no forecast, in [0, inf)
 * @param hiatusDays the silence in days after which {@link Baseline#HIATUS} gives a customer up, in [0, inf)
 * @param rows one forecast each, the models first and the baselines last
 */
public record BacktestReport(
        LocalDate calibrationEnd,
        LocalDate holdoutEnd,
        HoldoutTotals customers,
        HoldoutTotals bornInHoldout,
        int prospects,
        int hiatusDays,
        List<BacktestRow> rows)
        implements Serializable {

    public BacktestReport {
        Objects.requireNonNull(calibrationEnd, "calibrationEnd");
        Objects.requireNonNull(holdoutEnd, "holdoutEnd");
        Objects.requireNonNull(customers, "customers");
        Objects.requireNonNull(bornInHoldout, "bornInHoldout");
        rows = List.copyOf(Objects.requireNonNull(rows, "rows"));
        if (!holdoutEnd.isAfter(calibrationEnd)) {
            throw new IllegalArgumentException(
                    "holdoutEnd must be after the calibrationEnd " + calibrationEnd + ", but was " + holdoutEnd);
        }
        Checks.notNegative((long) prospects, "prospects");
        Checks.notNegative((long) hiatusDays, "hiatusDays");
    }

    /**
     * How far the forecasts look ahead.
     *
     * @return the length of the holdout in days
     */
    public Horizon horizon() {
        return Horizon.days(holdoutEnd.toEpochDay() - calibrationEnd.toEpochDay());
    }

    /**
     * The row of a forecast.
     *
     * @param key a key such as {@code bgnbd} or {@code mean-rate}
     * @return the row; empty if there is none of that key
     */
    public Optional<BacktestRow> row(String key) {
        Objects.requireNonNull(key, "key");
        return rows.stream().filter(row -> row.key().equals(key)).findFirst();
    }

    @Override
    public String toString() {
        return rows.stream()
                .map(row -> row + "\n")
                .collect(Collectors.joining(
                        "",
                        "Backtest at " + calibrationEnd + ", until " + holdoutEnd + ": " + customers.customers()
                                + " customers made " + customers.purchases() + " purchases, "
                                + bornInHoldout.customers() + " born in the holdout made "
                                + bornInHoldout.purchases() + ", " + prospects + " have bought nothing\n"
                                + BacktestRow.header() + "\n",
                        ""));
    }
}
