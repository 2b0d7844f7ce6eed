package org.loyalty4j.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.apache.spark.sql.Row;
import org.loyalty4j.data.DataReport;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.rfm.AxisCuts;
import org.loyalty4j.rfm.Cut;
import org.loyalty4j.rfm.RfmScale;

/** {@code summary.json}: what the command line writes under the same keys, as far as counts over the cluster give it exactly. */
final class SummaryJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final SparkReport report;

    SummaryJson(SparkReport report) {
        this.report = report;
    }

    String text(List<Row> segments, List<Row> quadrants) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("as_of", report.asOf().toString());
        root.put("scale", report.scale());
        rules(root.putObject("rules"), report.profiler().reader().analysis().rules());
        for (Source source : Source.values()) {
            input(root.withArray("inputs").addObject(), source);
        }
        data(root.putObject("data_report"), report.dataReport());
        ObjectNode totals = root.putObject("totals");
        totals.put("customers", report.dataReport().customers());
        totals.put("buyers", report.dataReport().buyers());
        totals.put("orders", report.dataReport().occasions());
        totals.put("revenue", segments.stream().map(row -> row.getDecimal(3)).reduce(BigDecimal.ZERO, BigDecimal::add));
        rfm(root.putObject("rfm"), report.profiler().cuts().rfmScale());
        segments.forEach(row -> totals(root.withArray("segments").addObject(), "segment", row));
        ObjectNode quadrant = root.putObject("quadrant");
        quadrant.put("behaviour_cut", report.profiler().cuts().classifier().behaviourCut());
        quadrant.put("attitude_cut", report.profiler().cuts().classifier().attitudeCut());
        quadrants.forEach(row -> totals(quadrant.withArray("quadrants").addObject(), "quadrant", row));
        OptionalInt inactiveAfter = report.profiler().inactiveAfterDays();
        root.putObject("churn")
                .putObject("inactivity")
                .put("days", inactiveAfter.isPresent() ? Integer.valueOf(inactiveAfter.getAsInt()) : null);
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

    private static void totals(ObjectNode node, String name, Row row) {
        node.put(name, row.getString(0));
        node.put("customers", row.getLong(1));
        node.put("orders", row.getLong(2));
        node.put("revenue", row.getDecimal(3));
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
