package org.loyalty4j.cli.model;

import org.loyalty4j.Proportion;
import org.loyalty4j.btyd.BacktestReport;
import org.loyalty4j.btyd.BacktestRow;
import org.loyalty4j.btyd.CalibrationBin;
import org.loyalty4j.btyd.ForecastAccuracy;
import org.loyalty4j.btyd.FrequencyCount;
import org.loyalty4j.btyd.GainPoint;
import org.loyalty4j.btyd.ModelTrial;
import org.loyalty4j.btyd.TrackingPeriod;
import org.loyalty4j.cli.output.Json;
import org.loyalty4j.summary.HoldoutTotals;
import org.loyalty4j.summary.TrackingRow;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A backtest as JSON: the table and all that is behind it. */
final class BacktestJson {
    private BacktestJson() {}

    static ObjectNode of(BacktestReport report) {
        ObjectNode root = Json.mapper().createObjectNode();
        root.put("calibration_end", report.calibrationEnd().toString());
        root.put("as_of", report.holdoutEnd().toString());
        root.put("silent_days", report.silentDays());
        totals(root.putObject("customers"), report.customers());
        totals(root.putObject("born_in_holdout"), report.bornInHoldout());
        root.put("prospects", report.prospects());
        root.put("hiatus_days", report.hiatusDays());
        ArrayNode rows = root.putArray("forecasts");
        report.rows().forEach(row -> row(rows.addObject(), row));
        return root;
    }

    private static void totals(ObjectNode node, HoldoutTotals totals) {
        node.put("customers", totals.customers());
        node.put("purchases", totals.purchases());
        node.put("spend", totals.spend());
        node.put("net", totals.net());
    }

    private static void row(ObjectNode node, BacktestRow row) {
        ForecastAccuracy accuracy = row.accuracy();
        node.put("forecast", row.key());
        node.put("name_en", row.label().english());
        node.put("name_ja", row.label().japanese());
        node.put("predicted_purchases", accuracy.predictedPurchases());
        Json.put(node, "bias", accuracy.bias());
        Json.put(node, "mae", accuracy.meanAbsoluteError());
        Json.put(node, "rmse", accuracy.rootMeanSquaredError());
        Json.put(node, "rank_correlation", accuracy.rankCorrelation());
        ArrayNode gain = node.putArray("gain");
        for (GainPoint point : accuracy.gain()) {
            gain.addObject()
                    .put("decile", point.deciles())
                    .put("share", point.share())
                    .put("ideal_share", point.idealShare());
        }
        row.trial().ifPresent(trial -> trial(node, trial));
    }

    private static void trial(ObjectNode node, ModelTrial trial) {
        Json.put(node, "brier_score", trial.probability().brierScore());
        Json.put(node, "brier_score_of_share", trial.probability().brierScoreOfShare());
        ArrayNode calibration = node.putArray("calibration");
        for (CalibrationBin bin : trial.probability().bins()) {
            Proportion observed = bin.observed();
            calibration
                    .addObject()
                    .put("predicted", bin.predicted())
                    .put("bought", observed.successes())
                    .put("of", observed.trials());
        }
        ArrayNode tracking = node.putArray("tracking");
        for (TrackingPeriod period : trial.tracking()) {
            TrackingRow actual = period.actual();
            tracking.addObject()
                    .put("first_day", actual.firstDay().toString())
                    .put("last_day", actual.lastDay().toString())
                    .put("holdout", actual.holdout())
                    .put("repeat_purchases", actual.repeatPurchases())
                    .put("expected", period.expected());
        }
        ArrayNode frequencies = node.putArray("frequencies");
        for (FrequencyCount count : trial.frequencies()) {
            frequencies
                    .addObject()
                    .put("repeat_purchases", count.repeatPurchases())
                    .put("or_more", count.orMore())
                    .put("customers", count.actual())
                    .put("expected", count.expected());
        }
        node.set("model", trial.fit().map(ModelFile::of).orElseGet(() -> ModelFile.of(trial.model())));
    }
}
