package org.loyalty4j.cli.analyze;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import org.loyalty4j.cli.input.ReadSummary;
import org.loyalty4j.cli.output.Json;
import org.loyalty4j.data.DataReport;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.profile.AverageBuyerValue;
import org.loyalty4j.profile.LoyaltyReport;
import org.loyalty4j.rfm.AxisCuts;
import org.loyalty4j.rfm.Cut;
import org.loyalty4j.rfm.RfmScale;
import org.loyalty4j.rfm.RfmWeights;
import org.loyalty4j.rfm.SegmentSummary;
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
        root.put("as_of", report.asOf().toString());
        root.put("currency", run.currency());
        root.put("scale", report.purchases().scale());
        root.put("confidence", figures.confidence());
        rules(root.putObject("rules"), report.purchases().rules());
        run.inputs().summaries().forEach(input -> input(root.withArray("inputs").addObject(), input));
        data(root.putObject("data_report"), run.dataReport());
        totals(root.putObject("totals"));
        ObjectNode rfm = root.putObject("rfm");
        rfm(rfm, report.rfm().scale());
        weights(rfm.putObject("weights"), report.analysis().weights());
        ArrayNode segments = root.putArray("segments");
        report.segments().forEach(segment -> segment(segments.addObject(), segment));
        concentration(root.putObject("concentration"), report.concentration());
        ChurnJson.write(root.putObject("churn"), report, figures);
        SurveyJson.write(root.putObject("survey"), report, figures);
        QuadrantJson.write(root.putObject("quadrant"), report, figures);
        run.comparison().ifPresent(comparison -> MovementJson.write(root.putObject("movement"), comparison, figures));
        report.averageBuyerValue().ifPresent(value -> value(root.putObject("average_buyer_value"), value));
        ForecastJson.write(root, report, run.horizonGiven());
        return root;
    }

    private static void rules(ObjectNode node, PurchaseRules rules) {
        node.put("refunds", Figures.key(rules.refunds()));
        node.put("same_day", Figures.key(rules.merge()));
        node.put("zero_amounts", Figures.key(rules.zeroAmounts()));
    }

    private static void input(ObjectNode node, ReadSummary input) {
        node.put("source", input.source());
        node.put("rows_read", input.rows());
        node.put("rows_used", input.used());
        ObjectNode rejected = node.putObject("rows_rejected");
        input.rejected().forEach((reason, rows) -> rejected.put(reason.key(), rows));
    }

    private static void data(ObjectNode node, DataReport data) {
        node.put("rows_read", data.rowsRead());
        node.put("rejected", data.rejected());
        ObjectNode reasons = node.putObject("rejected_by_reason");
        data.rejectedByReason().forEach(reasons::put);
        node.put("after_end", data.afterEnd());
        node.put("refunds_dropped", data.refundsDropped());
        node.put("refunds_netted", data.refundsNetted());
        node.put("unmatched_refunds", data.unmatchedRefunds());
        node.put("zero_amounts", data.zeroAmounts());
        node.put("occasions", data.occasions());
        node.put("merged", data.merged());
        node.put("cancelled", data.cancelled());
        node.put("customers", data.customers());
        node.put("buyers", data.buyers());
        node.put("prospects", data.prospects());
        node.put("later_customers", data.laterCustomers());
        node.put("born_in_first_30_days", data.bornInFirst30Days());
        node.put("first_date", Objects.toString(data.firstDate(), null));
        node.put("last_date", Objects.toString(data.lastDate(), null));
    }

    private void totals(ObjectNode node) {
        DataReport data = report.dataReport();
        node.put("customers", data.customers());
        node.put("buyers", data.buyers());
        node.put("orders", data.occasions());
        node.put("revenue", report.purchases().totalSpend());
    }

    private static void rfm(ObjectNode node, RfmScale scale) {
        node.put("bins", scale.bins());
        node.put("rule", Figures.key(scale.rule()));
        node.put("nesting", Figures.key(scale.nesting()));
        node.put("monetary_basis", Figures.key(scale.monetaryBasis()));
        axis(node.putArray("recency_cuts"), List.of(scale.recencyCuts()));
        axis(node.putArray("frequency_cuts"), scale.frequencyCuts());
        axis(node.putArray("monetary_cuts"), scale.monetaryCuts());
    }

    private static void weights(ObjectNode node, RfmWeights weights) {
        node.put("recency", weights.recency());
        node.put("frequency", weights.frequency());
        node.put("monetary", weights.monetary());
    }

    private static void axis(ArrayNode node, List<AxisCuts> axes) {
        for (AxisCuts cuts : axes) {
            ObjectNode axis = node.addObject();
            axis.put("reached_bins", cuts.reachedBins());
            ArrayNode values = axis.putArray("cuts");
            for (Cut cut : cuts.cuts()) {
                values.addObject().put("value", cut.value()).put("inclusive", cut.inclusive());
            }
        }
    }

    private void segment(ObjectNode node, SegmentSummary segment) {
        node.put("segment", segment.segment().key());
        node.put("name_en", segment.segment().name().english());
        node.put("name_ja", segment.segment().name().japanese());
        node.put("customers", segment.customers());
        figures.share(node.putObject("share"), segment.share());
        node.put("orders", segment.orders());
        node.put("revenue", segment.revenue());
        Json.put(node, "mean_order_value", segment.meanOrderValue());
        SegmentSummary.Medians medians = segment.medians();
        if (medians == null) {
            node.putNull("median_recency_days").putNull("median_frequency").putNull("median_monetary");
        } else {
            node.put("median_recency_days", medians.recencyDays());
            node.put("median_frequency", medians.frequency());
            node.put("median_monetary", medians.monetary());
        }
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
