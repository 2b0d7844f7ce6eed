package org.loyalty4j.cli.analyze;

import java.util.Map;
import java.util.Optional;
import org.loyalty4j.Estimate;
import org.loyalty4j.churn.CustomerFlow;
import org.loyalty4j.churn.Denominator;
import org.loyalty4j.churn.LifetimeQuantile;
import org.loyalty4j.churn.RestrictedMean;
import org.loyalty4j.churn.RetentionFit;
import org.loyalty4j.churn.ShiftedBetaGeometric;
import org.loyalty4j.churn.SurvivalCurve;
import org.loyalty4j.profile.Contracts;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The part of {@code summary.json} on join and leave dates. */
final class ContractJson {
    private static final int[] SURVIVAL_DAYS = {30, 90, 180, 365};
    private static final int[] RENEWALS = {1, 3, 6, 12, 24};

    private final Figures figures;

    private ContractJson(Figures figures) {
        this.figures = figures;
    }

    static void write(ObjectNode node, Contracts contracts, Figures figures) {
        ContractJson json = new ContractJson(figures);
        json.flow(node, contracts.flow());
        json.survival(node.putObject("survival"), contracts);
        contracts.retention().ifPresent(fit -> json.retention(node.putObject("retention"), fit));
    }

    private void flow(ObjectNode node, CustomerFlow flow) {
        node.put("start", flow.startInclusive().toString());
        node.put("end_exclusive", flow.endExclusive().toString());
        node.put("at_start", flow.atStart());
        node.put("joined", flow.joined());
        node.put("left", flow.left());
        node.put("at_end", flow.atEnd());
        node.put("exposure_days", flow.exposureDays());
        ObjectNode rates = node.putObject("churn_rate");
        for (Denominator denominator : Denominator.values()) {
            Figures.estimate(
                    rates.putObject(Figures.key(denominator)),
                    flow.churnRate(denominator, figures.confidence()).map(rate -> rate.estimate()));
        }
    }

    private void survival(ObjectNode node, Contracts contracts) {
        SurvivalCurve curve = contracts.survival(figures.confidence());
        node.put("lifetimes", contracts.lifetimes().size());
        node.put("ended", contracts.lifetimes().ended());
        LifetimeQuantile median = curve.median();
        node.putObject("median_days")
                .put("value", median.days())
                .put("lower", median.lowerDays())
                .put("upper", median.upperDays());
        ArrayNode rows = node.putArray("at");
        for (int days : SURVIVAL_DAYS) {
            ObjectNode row = rows.addObject().put("days", days);
            Figures.estimate(row.putObject("staying"), curve.survivalAt(days));
            Figures.estimate(
                    row.putObject("restricted_mean_days"),
                    curve.restrictedMean(days).map(RestrictedMean::mean));
        }
    }

    private void retention(ObjectNode node, RetentionFit<ShiftedBetaGeometric> fit) {
        node.put("model", fit.model().name());
        node.put("status", Figures.key(fit.status()));
        node.put("boundary", fit.boundary().map(Figures::key).orElse(null));
        node.put("customers", fit.data().customers());
        node.put("renewals", fit.data().renewals());
        node.put("log_likelihood", fit.logLikelihood());
        Map<String, Estimate> intervals = fit.intervals(figures.confidence());
        fit.model()
                .parameters()
                .forEach((symbol, value) ->
                        Figures.model(node.putObject(symbol), value, Optional.ofNullable(intervals.get(symbol))));
        ArrayNode rows = node.putArray("after");
        for (int renewal : RENEWALS) {
            ObjectNode staying = rows.addObject().put("renewals", renewal).putObject("staying");
            Optional<Estimate> estimate =
                    fit.estimateProbability(model -> model.survival(renewal), figures.confidence());
            if (projects(fit.status())) {
                Figures.model(staying, fit.model().survival(renewal), estimate);
            } else {
                Figures.estimate(staying, estimate);
            }
        }
    }

    /** Whether the model may be asked for what lies ahead. */
    private static boolean projects(RetentionFit.Status status) {
        return status == RetentionFit.Status.CONVERGED || status == RetentionFit.Status.AT_BOUNDARY;
    }
}
