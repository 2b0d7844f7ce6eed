package org.loyalty4j.cli.analyze;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.loyalty4j.btyd.BacktestReport;
import org.loyalty4j.btyd.BacktestRow;
import org.loyalty4j.btyd.ModelTrial;
import org.loyalty4j.cli.report.Outlook;

/** Turns a backtest into what the report shows of it. */
final class Backtests {

    private Backtests() {}

    /**
     * Turns a backtest into what the report shows.
     *
     * @param used the key of the model in use
     */
    static Outlook.Backtest of(BacktestReport backtest, String used) {
        List<ModelTrial> trial =
                backtest.row(used).flatMap(BacktestRow::trial).stream().toList();
        return new Outlook.Backtest(
                backtest.calibrationEnd(),
                backtest.holdoutEnd(),
                backtest.customers().customers(),
                backtest.customers().purchases(),
                backtest.bornInHoldout().customers(),
                backtest.bornInHoldout().purchases(),
                trial.stream().flatMap(Backtests::tracking).toList(),
                backtest.rows().stream().map(row -> trial(row, used)).toList(),
                trial.stream().flatMap(Backtests::calibration).toList());
    }

    private static Stream<Outlook.TrackingStep> tracking(ModelTrial trial) {
        return trial.tracking().stream()
                .map(period -> new Outlook.TrackingStep(
                        period.actual().firstDay(),
                        period.actual().lastDay(),
                        period.actual().holdout(),
                        period.actual().repeatPurchases(),
                        period.expected()));
    }

    private static Stream<Outlook.CalibrationBin> calibration(ModelTrial trial) {
        return trial.probability().bins().stream()
                .map(bin -> new Outlook.CalibrationBin(bin.predicted(), bin.observed()));
    }

    private static Outlook.Trial trial(BacktestRow row, String used) {
        return new Outlook.Trial(
                row.label(),
                row.key().equals(used)
                        ? Outlook.TrialKind.USED
                        : row.trial().isPresent() ? Outlook.TrialKind.OTHER : Outlook.TrialKind.BASELINE,
                row.accuracy().predictedPurchases(),
                row.accuracy().bias(),
                row.accuracy().meanAbsoluteError(),
                row.accuracy().rootMeanSquaredError(),
                row.accuracy().rankCorrelation(),
                row.accuracy().gainAt(1),
                row.trial().map(trial -> trial.probability().brierScore()).orElse(OptionalDouble.empty()));
    }
}
