package org.loyalty4j.cli.analyze;

import java.io.IOException;
import java.io.Writer;
import org.loyalty4j.cli.output.Json;
import org.loyalty4j.profile.AverageBuyerValue;
import org.loyalty4j.profile.LoyaltyReport;
import org.loyalty4j.summary.Concentration;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code summary.json}: every aggregate and what became of every row; the keys are in {@code docs/summary-json.md}. */
final class SummaryJson {
    private final LoyaltyReport report;
    private final Figures figures;

    private SummaryJson(LoyaltyReport report, Figures figures) {
        this.report = report;
        this.figures = figures;
    }

    static void write(Run run, Writer out) throws IOException {
        Json.write(new SummaryJson(run.report(), new Figures(run.confidence())).summary(run), out);
    }

    private ObjectNode summary(Run run) {
        ObjectNode root = Json.mapper().createObjectNode();
        BaseJson base = new BaseJson(root, figures);
        base.run(report.asOf(), run.currency(), report.purchases().scale(), report.analysis());
        base.data(run.inputs().summaries(), run.dataReport(), report.purchases().totalSpend());
        base.rfm(report.rfm().scale(), report.analysis());
        base.segments(report.segments());
        concentration(root.putObject("concentration"), report.concentration());
        ChurnJson.write(root.putObject("churn"), report, figures);
        SurveyJson.write(root.putObject("survey"), report, figures);
        QuadrantJson.write(root.putObject("quadrant"), report, figures);
        run.comparison().ifPresent(comparison -> MovementJson.write(root.putObject("movement"), comparison, figures));
        report.averageBuyerValue().ifPresent(value -> value(root.putObject("average_buyer_value"), value));
        ForecastJson.write(root, report, run.horizonGiven());
        return root;
    }

    private static void concentration(ObjectNode node, Concentration concentration) {
        Json.put(node, "top_20_percent_share", concentration.topShare(0.2));
        Json.put(node, "gini", concentration.gini());
        ArrayNode deciles = node.putArray("deciles");
        for (Concentration.Decile decile : concentration.deciles()) {
            ObjectNode row = deciles.addObject();
            row.put("decile", decile.decile());
            row.put("customers", decile.customers());
            row.put("sales", decile.sales());
            Json.put(row, "sales_share", decile.salesShare());
        }
    }

    private static void value(ObjectNode node, AverageBuyerValue value) {
        node.put("order_value", value.formula().orderValue());
        node.put("orders_per_year", value.formula().ordersPerYear());
        node.put("margin", value.assumptions().margin());
        node.put("horizon_years", value.formula().lifespanYears());
        node.put("annual_discount_rate", value.assumptions().discountRate().annualRate());
        node.put("value", value.value());
    }
}
