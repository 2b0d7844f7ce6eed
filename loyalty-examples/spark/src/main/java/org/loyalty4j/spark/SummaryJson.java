package org.loyalty4j.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.loyalty4j.Estimate;
import org.loyalty4j.Proportion;
import org.loyalty4j.btyd.ModelAdvice;
import org.loyalty4j.data.DataReport;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.profile.BaseSummary;
import org.loyalty4j.quadrant.QuadrantClassifier;
import org.loyalty4j.quadrant.QuadrantRow;
import org.loyalty4j.rfm.AxisCuts;
import org.loyalty4j.rfm.Cut;
import org.loyalty4j.rfm.RfmScale;
import org.loyalty4j.rfm.SegmentSummary;
import org.loyalty4j.survey.AnswerCounts;
import org.loyalty4j.survey.Nps;

/** {@code summary.json}: what the command line writes under the same keys, as far as counts over the cluster give it exactly. */
final class SummaryJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final SparkReport report;
    private final double confidence;

    SummaryJson(SparkReport report, double confidence) {
        this.report = report;
        this.confidence = confidence;
    }

    String text() {
        BaseSummary summary = report.summary();
        ObjectNode root = MAPPER.createObjectNode();
        root.put("as_of", report.asOf().toString());
        root.put("scale", report.scale());
        root.put("confidence", confidence);
        rules(root.putObject("rules"), report.profiler().reader().analysis().rules());
        for (Source source : Source.values()) {
            input(root.withArray("inputs").addObject(), source);
        }
        DataReport data = report.dataReport();
        data(root.putObject("data_report"), data);
        root.putObject("totals")
                .put("customers", data.customers())
                .put("buyers", data.buyers())
                .put("orders", data.occasions())
                .put("revenue", summary.totalSpend());
        rfm(root.putObject("rfm"), report.profiler().cuts().rfmScale());
        ArrayNode segments = root.putArray("segments");
        summary.segments().forEach(segment -> segment(segments.addObject(), segment));
        churn(root.putObject("churn"), summary);
        survey(root.putObject("survey"), summary);
        quadrants(root.putObject("quadrant"), summary);
        report.advice()
                .flatMap(ModelAdvice::choice)
                .ifPresent(choice -> root.putObject("forecast").put("model", choice.key()));
        try {
            return MAPPER.writeValueAsString(root);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void rules(ObjectNode node, PurchaseRules rules) {
        node.put("refunds", key(rules.refunds()));
        node.put("same_day", key(rules.merge()));
        node.put("zero_amounts", key(rules.zeroAmounts()));
    }

    private void input(ObjectNode node, Source source) {
        Map<String, Long> rejected = report.books().rejected(source);
        long used = report.books().used(source);
        node.put("source", source.key());
        node.put(
                "rows_read",
                used + rejected.values().stream().mapToLong(Long::longValue).sum());
        node.put("rows_used", used);
        rejected.forEach(node.putObject("rows_rejected")::put);
    }

    private static void data(ObjectNode node, DataReport data) {
        node.put("rows_read", data.rowsRead());
        node.put("rejected", data.rejected());
        data.rejectedByReason().forEach(node.putObject("rejected_by_reason")::put);
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

    private static void rfm(ObjectNode node, RfmScale scale) {
        node.put("bins", scale.bins());
        node.put("rule", key(scale.rule()));
        node.put("nesting", key(scale.nesting()));
        node.put("monetary_basis", key(scale.monetaryBasis()));
        axis(node.putArray("recency_cuts"), List.of(scale.recencyCuts()));
        axis(node.putArray("frequency_cuts"), scale.frequencyCuts());
        axis(node.putArray("monetary_cuts"), scale.monetaryCuts());
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
        share(node.putObject("share"), segment.share());
        node.put("orders", segment.orders());
        node.put("revenue", segment.revenue());
        OptionalDouble meanOrder = segment.meanOrderValue();
        node.put("mean_order_value", meanOrder.isPresent() ? Double.valueOf(meanOrder.getAsDouble()) : null);
        SegmentSummary.Medians medians = segment.medians();
        node.put("median_recency_days", medians == null ? null : Double.valueOf(medians.recencyDays()));
        node.put("median_frequency", medians == null ? null : Double.valueOf(medians.frequency()));
        node.put("median_monetary", medians == null ? null : Double.valueOf(medians.monetary()));
    }

    private void churn(ObjectNode node, BaseSummary summary) {
        share(node.putObject("repeat_rate"), summary.repeatRate().share());
        OptionalInt inactiveAfter = report.profiler().inactiveAfterDays();
        node.putObject("inactivity")
                .put("days", inactiveAfter.isPresent() ? Integer.valueOf(inactiveAfter.getAsInt()) : null);
        ArrayNode states = node.putObject("states").putArray("customers");
        summary.states()
                .forEach((state, customers) ->
                        states.addObject().put("state", state.key()).put("customers", customers));
    }

    private void survey(ObjectNode node, BaseSummary summary) {
        share(node.putObject("answered"), summary.answered());
        AnswerCounts answers = summary.answers();
        if (answers != null) {
            answers.counts().forEach(node.putArray("answers")::add);
        }
        summary.nps().ifPresent(nps -> nps(node.putObject("nps"), nps));
    }

    private void quadrants(ObjectNode node, BaseSummary summary) {
        QuadrantClassifier cuts = report.profiler().cuts().classifier();
        node.put("behaviour_cut", cuts.behaviourCut());
        node.put("attitude_cut", cuts.attitudeCut());
        ArrayNode rows = node.putArray("quadrants");
        for (QuadrantRow quadrant : summary.quadrants()) {
            ObjectNode row = rows.addObject();
            row.put("quadrant", quadrant.quadrant().key());
            row.put("name_en", quadrant.quadrant().label().english());
            row.put("name_ja", quadrant.quadrant().label().japanese());
            row.put("customers", quadrant.customers());
            share(row.putObject("share"), quadrant.share());
            row.put("revenue", quadrant.revenue());
            Nps nps = quadrant.nps();
            if (nps != null && nps.respondents() > 0) {
                nps(row.putObject("nps"), nps);
            }
        }
    }

    private void share(ObjectNode node, Proportion share) {
        node.put("count", share.successes());
        node.put("of", share.trials());
        estimate(node, share.wilson(confidence));
    }

    private void nps(ObjectNode node, Nps nps) {
        node.put("promoters", nps.promoters());
        node.put("passives", nps.passives());
        node.put("detractors", nps.detractors());
        estimate(node, nps.adjustedWald(confidence));
    }

    private static void estimate(ObjectNode node, Optional<Estimate> estimate) {
        if (estimate.isEmpty()) {
            node.putNull("value").putNull("lower").putNull("upper");
            return;
        }
        node.put("value", estimate.get().value());
        node.put("lower", estimate.get().interval().lower());
        node.put("upper", estimate.get().interval().upper());
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
