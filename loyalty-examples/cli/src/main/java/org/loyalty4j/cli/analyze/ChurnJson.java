package org.loyalty4j.cli.analyze;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.loyalty4j.churn.ChurnAgreement;
import org.loyalty4j.churn.ChurnState;
import org.loyalty4j.churn.ChurnStateFlow;
import org.loyalty4j.churn.ChurnStateHistory;
import org.loyalty4j.churn.ChurnStatePeriod;
import org.loyalty4j.churn.CohortAverage;
import org.loyalty4j.churn.CohortTriangle;
import org.loyalty4j.churn.FalseChurn;
import org.loyalty4j.churn.FalseChurnCurve;
import org.loyalty4j.churn.InactivityThreshold;
import org.loyalty4j.churn.InactivityView;
import org.loyalty4j.churn.RepeatRate;
import org.loyalty4j.churn.SilentShare;
import org.loyalty4j.cli.output.Json;
import org.loyalty4j.ltv.ValueAtRisk;
import org.loyalty4j.ltv.ValuesAtRisk;
import org.loyalty4j.profile.BaseSummary;
import org.loyalty4j.profile.ChurnPlan;
import org.loyalty4j.profile.CustomerProfiler;
import org.loyalty4j.profile.LearntBase;
import org.loyalty4j.profile.LoyaltyChurn;
import org.loyalty4j.profile.LoyaltyReport;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The part of {@code summary.json} on who is leaving: by silence, by contract and by forecast. */
final class ChurnJson {
    private static final Set<Integer> CURVE_DAYS = Set.of(30, 60, 90, 180, 365);
    private static final int MOST_AT_RISK = 10;

    private final Figures figures;

    private ChurnJson(Figures figures) {
        this.figures = figures;
    }

    static void write(ObjectNode node, LoyaltyReport report, Figures figures) {
        ChurnJson json = new ChurnJson(figures);
        LoyaltyChurn churn = report.churn();
        json.silence(node, report.repeatRate(), report.inactivity());
        json.inactivity(
                node.putObject("inactivity"),
                churn.inactiveAfterDays(),
                churn.plan(),
                churn.threshold(),
                churn.falseChurn());
        churn.states().ifPresent(states -> {
            ObjectNode object = node.putObject("states");
            states(object, states.period());
            churn.history().ifPresent(history -> json.history(object, history));
        });
        churn.agreement().ifPresent(agreement -> json.agreement(node.putObject("agreement"), agreement));
        churn.valuesAtRisk().ifPresent(values -> valueAtRisk(node.putObject("value_at_risk"), values));
        json.cohorts(node.putObject("purchase_cohorts"), churn.purchaseCohorts());
        churn.contracts().ifPresent(contracts -> {
            ObjectNode object = node.putObject("contract");
            ContractJson.write(object, contracts, figures);
            json.cohorts(object.putObject("cohorts"), contracts.cohorts());
        });
    }

    /** Writes what counts of customers tell of silence. */
    static void write(
            ObjectNode node, BaseSummary summary, LearntBase base, CustomerProfiler profiler, Figures figures) {
        ChurnJson json = new ChurnJson(figures);
        json.silence(node, summary.repeatRate(), summary.inactivity());
        json.inactivity(
                node.putObject("inactivity"),
                profiler.inactiveAfterDays(),
                profiler.reader().analysis().churn(),
                base.threshold(),
                base.falseChurn());
        if (!summary.states().isEmpty()) {
            states(
                    node.putObject("states").putArray("customers"),
                    state -> summary.states().getOrDefault(state, 0L));
        }
    }

    private void silence(ObjectNode node, RepeatRate repeatRate, InactivityView inactivity) {
        figures.share(node.putObject("repeat_rate"), repeatRate.share());
        ArrayNode silent = node.putArray("silent_for_more_than");
        for (SilentShare row : inactivity.rows()) {
            figures.share(silent.addObject().put("days", row.thresholdDays()), row.share());
        }
    }

    private void inactivity(
            ObjectNode node,
            OptionalInt inactiveAfterDays,
            ChurnPlan plan,
            Optional<InactivityThreshold> estimated,
            Optional<FalseChurnCurve> falseChurn) {
        inactiveAfterDays.ifPresentOrElse(days -> node.put("days", days), () -> node.putNull("days"));
        node.put("given", plan.inactiveAfterDays() != null);
        node.put("target", plan.falseChurn());
        estimated.ifPresent(threshold -> threshold(node, threshold));
        falseChurn.ifPresent(curve -> curve(node.putArray("curve"), curve, inactiveAfterDays));
    }

    private static void threshold(ObjectNode node, InactivityThreshold threshold) {
        threshold
                .days()
                .ifPresentOrElse(days -> node.put("estimated_days", days), () -> node.putNull("estimated_days"));
        node.put("estimate_confidence", threshold.confidence());
        node.put("holdout_days", threshold.holdoutDays());
        ArrayNode warnings = node.putArray("warnings");
        threshold.warnings().forEach(warning -> warnings.add(Figures.key(warning)));
    }

    /** The rates at some round thresholds and at the one used. */
    private void curve(ArrayNode node, FalseChurnCurve curve, OptionalInt inactiveAfterDays) {
        Set<Integer> shown = new TreeSet<>(CURVE_DAYS);
        inactiveAfterDays.ifPresent(shown::add);
        for (FalseChurn row : curve) {
            if (shown.contains(row.thresholdDays())) {
                ObjectNode object = node.addObject().put("days", row.thresholdDays());
                figures.share(object.putObject("false_churn"), row.falseChurn());
                figures.share(object.putObject("missed"), row.missed());
            }
        }
    }

    private static void states(ObjectNode node, ChurnStatePeriod period) {
        period(node, period);
        states(node.putArray("customers"), period::count);
    }

    private static void states(ArrayNode rows, ToLongFunction<ChurnState> count) {
        for (ChurnState state : ChurnState.values()) {
            ObjectNode row = rows.addObject();
            row.put("state", state.key());
            row.put("name_en", state.label().english());
            row.put("name_ja", state.label().japanese());
            row.put("customers", count.applyAsLong(state));
        }
    }

    private static void period(ObjectNode node, ChurnStatePeriod period) {
        node.put("period", period.label());
        node.put("first_day", period.firstDay().toString());
        node.put("last_day", period.lastDay().toString());
        node.put("complete", period.complete());
    }

    private void history(ObjectNode node, ChurnStateHistory history) {
        ArrayNode periods = node.putArray("history");
        for (ChurnStatePeriod period : history) {
            ObjectNode row = periods.addObject();
            period(row, period);
            period.counts().forEach((state, customers) -> row.put(state.key(), customers));
        }
        ArrayNode flows = node.putArray("flows");
        for (ChurnStateFlow flow : history.flows()) {
            ObjectNode row = flows.addObject().put("from", flow.fromLabel()).put("to", flow.toLabel());
            figures.share(row.putObject("lapse_rate"), flow.lapseRate());
            figures.share(row.putObject("reactivation_rate"), flow.reactivationRate());
        }
    }

    private void agreement(ObjectNode node, ChurnAgreement agreement) {
        node.put("cut", agreement.cut());
        node.put("both", agreement.both());
        node.put("silent_only", agreement.silentOnly());
        node.put("model_only", agreement.modelOnly());
        node.put("neither", agreement.neither());
        figures.share(node.putObject("agreeing"), agreement.agreement());
        Figures.estimate(node.putObject("kappa"), agreement.kappa(figures.confidence()));
        Figures.estimate(node.putObject("concordance"), agreement.concordance(figures.confidence()));
    }

    private static void valueAtRisk(ObjectNode node, ValuesAtRisk values) {
        node.put("customers", values.size());
        node.put("total", values.total());
        ArrayNode top = node.putArray("top");
        for (ValueAtRisk value : values.subList(0, Math.min(MOST_AT_RISK, values.size()))) {
            ObjectNode row = top.addObject();
            row.put("customer_id", value.customerId());
            row.put("residual_value", value.residualValue());
            row.put("churn_probability", value.churnProbability());
            row.put("value_at_risk", value.value());
        }
    }

    private void cohorts(ObjectNode node, CohortTriangle triangle) {
        node.put("unit", triangle.calendar().unitName().english());
        node.put("cohorts", triangle.cohorts().size());
        ArrayNode averages = node.putArray("averages");
        for (CohortAverage average : triangle.averages()) {
            ObjectNode row = averages.addObject();
            row.put("age", average.age());
            row.put("cohorts", average.cohorts());
            figures.share(row.putObject("share"), average.share());
            if (triangle.hasRevenue()) {
                Json.put(row, "revenue_rate", average.revenueRate());
            }
        }
    }
}
