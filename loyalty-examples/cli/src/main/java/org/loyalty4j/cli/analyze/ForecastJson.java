package org.loyalty4j.cli.analyze;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.loyalty4j.btyd.AdviceFinding;
import org.loyalty4j.btyd.BacktestReport;
import org.loyalty4j.btyd.BacktestRow;
import org.loyalty4j.btyd.ComparedModel;
import org.loyalty4j.btyd.Fit;
import org.loyalty4j.btyd.GammaGamma;
import org.loyalty4j.btyd.ModelAdvice;
import org.loyalty4j.btyd.ModelComparison;
import org.loyalty4j.btyd.PurchaseModelChoice;
import org.loyalty4j.cli.model.ModelFile;
import org.loyalty4j.cli.output.Json;
import org.loyalty4j.cli.report.Outlook;
import org.loyalty4j.profile.ForecastPlan;
import org.loyalty4j.profile.LearntBase;
import org.loyalty4j.profile.LoyaltyAnalysis;
import org.loyalty4j.profile.LoyaltyForecast;
import org.loyalty4j.profile.LoyaltyReport;
import org.loyalty4j.profile.ValueAssumptions;
import org.loyalty4j.summary.HoldoutTotals;
import org.loyalty4j.summary.SpendFrequencyCorrelation;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The part of {@code summary.json} that looks ahead. */
final class ForecastJson {

    private ForecastJson() {}

    /** Writes the advice, and the forecast where there is one; nothing if none was wanted. */
    static void write(ObjectNode root, LoyaltyReport report, boolean horizonGiven) {
        report.modelAdvice().ifPresent(advice -> {
            ObjectNode node = root.putObject("forecast");
            advice(node, advice);
            report.forecast().ifPresent(forecast -> {
                forecast(node, forecast, horizonGiven);
                value(node.putObject("value"), forecast, report);
            });
        });
    }

    /** Writes what counts of customers tell: the advice, and which model followed. */
    static void write(ObjectNode root, LearntBase base, LoyaltyAnalysis analysis, boolean horizonGiven) {
        base.modelAdvice().ifPresent(advice -> {
            ObjectNode node = root.putObject("forecast");
            advice(node, advice);
            advice.choice()
                    .ifPresent(
                            choice -> chosen(node, choice, analysis.forecast().orElseThrow(), horizonGiven));
        });
    }

    private static void advice(ObjectNode node, ModelAdvice advice) {
        ArrayNode findings = node.putArray("advice");
        for (AdviceFinding finding : advice.findings()) {
            ObjectNode row = findings.addObject();
            row.put("topic", finding.topic().key());
            row.put("severity", key(finding.topic().severity()));
            row.put("number", finding.number());
            row.put("text_en", finding.text().english());
            row.put("text_ja", finding.text().japanese());
        }
        advice.comparison().ifPresent(comparison -> compared(node.putArray("compared"), comparison));
    }

    private static void compared(ArrayNode node, ModelComparison comparison) {
        for (ComparedModel model : comparison.models()) {
            ObjectNode row = node.addObject();
            row.put("model", model.choice().key());
            row.put("parameters", model.parameters());
            row.put("log_likelihood", model.logLikelihood());
            row.put("aic", model.aic());
            row.put("status", key(model.fit().status()));
            row.put("boundary", model.fit().boundary().map(ForecastJson::key).orElse(null));
        }
    }

    private static void chosen(ObjectNode node, PurchaseModelChoice choice, ForecastPlan plan, boolean horizonGiven) {
        node.put("model", choice.key());
        node.put("advised", plan.choice().isEmpty());
        node.put("horizon", plan.horizon().length());
        node.put("horizon_unit", key(plan.horizon().unit()));
        node.put("horizon_is_default", !horizonGiven);
    }

    private static void forecast(ObjectNode node, LoyaltyForecast forecast, boolean horizonGiven) {
        chosen(node, forecast.choice(), forecast.plan(), horizonGiven);
        node.set("fit", ModelFile.of(forecast.fit()));
        Outlook.Totals totals = Outlooks.totals(forecast);
        ObjectNode sums = node.putObject("totals");
        sums.put("buyers", totals.buyers());
        sums.put("expected_purchases", totals.expectedPurchases());
        sums.put("mean_p_purchase_next", totals.probabilityOfPurchase());
        Json.put(sums, "expected_alive", totals.alive());
        Optional<BacktestReport> backtest = forecast.backtest();
        backtest.ifPresent(report -> backtest(node.putObject("backtest"), report));
    }

    private static void value(ObjectNode node, LoyaltyForecast forecast, LoyaltyReport report) {
        Optional<Fit<GammaGamma>> spend = forecast.spendFit();
        spend.ifPresent(fit -> {
            node.set("spend_fit", ModelFile.of(fit));
            node.put("median_spend", forecast.isMedianSpend());
        });
        Optional<SpendFrequencyCorrelation> correlation = forecast.spendCorrelation();
        correlation.ifPresent(c -> node.putObject("spend_frequency_correlation")
                .put("pearson", c.pearson())
                .put("spearman", c.spearman()));
        forecast.values().ifPresent(values -> {
            ValueAssumptions assumptions = report.analysis().value().orElseThrow();
            node.put("margin", assumptions.margin());
            node.put("annual_discount_rate", assumptions.discountRate().annualRate());
            node.put("residual_value", values.total());
        });
    }

    private static void backtest(ObjectNode node, BacktestReport backtest) {
        node.put("calibration_end", backtest.calibrationEnd().toString());
        node.put("as_of", backtest.holdoutEnd().toString());
        totals(node.putObject("customers"), backtest.customers());
        totals(node.putObject("born_in_holdout"), backtest.bornInHoldout());
        node.put("hiatus_days", backtest.hiatusDays());
        ArrayNode rows = node.putArray("forecasts");
        for (BacktestRow row : backtest.rows()) {
            ObjectNode object = rows.addObject();
            object.put("forecast", row.key());
            object.put("name_en", row.label().english());
            object.put("name_ja", row.label().japanese());
            object.put("predicted_purchases", row.accuracy().predictedPurchases());
            Json.put(object, "bias", row.accuracy().bias());
            Json.put(object, "mae", row.accuracy().meanAbsoluteError());
            Json.put(object, "rmse", row.accuracy().rootMeanSquaredError());
            Json.put(object, "rank_correlation", row.accuracy().rankCorrelation());
            Json.put(object, "top_10_percent_share", row.accuracy().gainAt(1));
            Json.put(
                    object,
                    "brier_score",
                    row.trial().map(trial -> trial.probability().brierScore()).orElse(OptionalDouble.empty()));
        }
    }

    private static void totals(ObjectNode node, HoldoutTotals totals) {
        node.put("customers", totals.customers());
        node.put("purchases", totals.purchases());
        node.put("spend", totals.spend());
        node.put("net", totals.net());
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
