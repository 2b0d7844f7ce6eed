package org.loyalty4j.btyd;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.loyalty4j.Horizon;
import org.loyalty4j.LocalizedText;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.summary.HoldoutTotals;

/**
 * How models and baselines, knowing the calibration only, forecast the holdout.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the days are out of order or a number is negative.
 *
 * @param calibrationEnd the last day of the calibration
 * @param holdoutEnd the last day of the holdout, after {@code calibrationEnd}
 * @param silentDays the days at its end after the last row of the log, from 0 to the length of the holdout
 * @param customers what the buyers of the calibration did in the holdout: those who are forecast
 * @param bornInHoldout what the customers did who first bought in the holdout: in no forecast
 * @param prospects the customers of the log without a purchase on either side: in no forecast, in [0, inf)
 * @param hiatusDays the silence in days after which {@link Baseline#HIATUS} gives a customer up, in [0, inf)
 * @param rows one forecast each, the models first and the baselines last
 */
public record BacktestReport(
        LocalDate calibrationEnd,
        LocalDate holdoutEnd,
        int silentDays,
        HoldoutTotals customers,
        HoldoutTotals bornInHoldout,
        int prospects,
        int hiatusDays,
        List<BacktestRow> rows)
        implements Serializable {
    /** A log that is silent for more than this part of the holdout may not reach its end. */
    private static final int SILENT_PART = 10;

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
        Checks.inClosed(silentDays, 0, days(calibrationEnd, holdoutEnd), "silentDays");
        Checks.notNegative((long) prospects, "prospects");
        Checks.notNegative((long) hiatusDays, "hiatusDays");
    }

    private static int days(LocalDate from, LocalDate to) {
        return (int) ChronoUnit.DAYS.between(from, to);
    }

    /**
     * How far the forecasts look ahead.
     *
     * @return the length of the holdout in days
     */
    public Horizon horizon() {
        return Horizon.days(days(calibrationEnd, holdoutEnd));
    }

    /**
     * What makes the comparison doubtful: the log has no row in the last days of the holdout, more than a tenth of it. Either
     * nobody bought any more, or the log was not written so far; then all forecasts seem too high.
     *
     * @return the warning in words; empty if there is none
     */
    public Optional<LocalizedText> warning() {
        int holdout = days(calibrationEnd, holdoutEnd);
        if (silentDays <= holdout / SILENT_PART) {
            return Optional.empty();
        }
        return Optional.of(new LocalizedText(
                "The log has no row in the last " + silentDays + " of the " + holdout
                        + " days of the holdout: if it was not written so far, all forecasts seem too high.",
                "検証期間 " + holdout + " 日のうち最後の " + silentDays + " 日にはログの行がありません。ログがそこまで記録されていない場合、どの予測も過大に見えます。"));
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
                                + warning().map(text -> text + "\n").orElse("")
                                + BacktestRow.header() + "\n",
                        ""));
    }
}
