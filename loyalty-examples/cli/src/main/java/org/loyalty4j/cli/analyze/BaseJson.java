package org.loyalty4j.cli.analyze;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.loyalty4j.cli.input.ReadSummary;
import org.loyalty4j.cli.output.Json;
import org.loyalty4j.data.DataReport;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.profile.LoyaltyAnalysis;
import org.loyalty4j.rfm.AxisCuts;
import org.loyalty4j.rfm.Cut;
import org.loyalty4j.rfm.RfmScale;
import org.loyalty4j.rfm.RfmWeights;
import org.loyalty4j.rfm.SegmentSummary;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The beginning of {@code summary.json}: the run, its rows, and the segments. */
final class BaseJson {
    private final ObjectNode root;
    private final Figures figures;

    BaseJson(ObjectNode root, Figures figures) {
        this.root = root;
        this.figures = figures;
    }

    void run(LocalDate asOf, String currency, int scale, LoyaltyAnalysis analysis) {
        root.put("as_of", asOf.toString());
        root.put("currency", currency);
        root.put("scale", scale);
        root.put("confidence", figures.confidence());
        rules(root.putObject("rules"), analysis.rules());
    }

    private static void rules(ObjectNode node, PurchaseRules rules) {
        node.put("refunds", Figures.key(rules.refunds()));
        node.put("same_day", Figures.key(rules.merge()));
        node.put("zero_amounts", Figures.key(rules.zeroAmounts()));
    }

    void data(Collection<ReadSummary> inputs, DataReport data, BigDecimal revenue) {
        inputs.forEach(input -> input(root.withArray("inputs").addObject(), input));
        data(root.putObject("data_report"), data);
        root.putObject("totals")
                .put("customers", data.customers())
                .put("buyers", data.buyers())
                .put("orders", data.occasions())
                .put("revenue", revenue);
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

    void rfm(RfmScale scale, LoyaltyAnalysis analysis) {
        ObjectNode node = root.putObject("rfm");
        node.put("bins", scale.bins());
        node.put("rule", Figures.key(scale.rule()));
        node.put("nesting", Figures.key(scale.nesting()));
        node.put("monetary_basis", Figures.key(scale.monetaryBasis()));
        axis(node.putArray("recency_cuts"), List.of(scale.recencyCuts()));
        axis(node.putArray("frequency_cuts"), scale.frequencyCuts());
        axis(node.putArray("monetary_cuts"), scale.monetaryCuts());
        weights(node.putObject("weights"), analysis.weights());
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

    void segments(List<SegmentSummary> segments) {
        ArrayNode rows = root.putArray("segments");
        segments.forEach(segment -> segment(rows.addObject(), segment));
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
}
