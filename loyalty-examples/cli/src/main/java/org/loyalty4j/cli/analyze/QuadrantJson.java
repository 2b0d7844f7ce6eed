package org.loyalty4j.cli.analyze;

import java.util.Optional;
import org.loyalty4j.Proportion;
import org.loyalty4j.profile.BaseSummary;
import org.loyalty4j.profile.CustomerProfiler;
import org.loyalty4j.profile.LoyaltyAnalysis;
import org.loyalty4j.profile.LoyaltyReport;
import org.loyalty4j.quadrant.CutSensitivity;
import org.loyalty4j.quadrant.CutShift;
import org.loyalty4j.quadrant.LoyaltyQuadrant;
import org.loyalty4j.quadrant.QuadrantClassifier;
import org.loyalty4j.quadrant.QuadrantColumnRow;
import org.loyalty4j.quadrant.QuadrantProbabilities;
import org.loyalty4j.quadrant.QuadrantRow;
import org.loyalty4j.quadrant.QuadrantTable;
import org.loyalty4j.survey.Nps;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The part of {@code summary.json} on the four kinds of loyalty, and how sure they are. */
final class QuadrantJson {
    private static final String[] COLUMNS = {"revenue", "no_purchase_probability", "residual_value"};
    private static final double SENSITIVITY_POINTS = 1;
    private static final double BORDERLINE_BELOW = 0.8;

    private final LoyaltyAnalysis analysis;
    private final Figures figures;

    private QuadrantJson(LoyaltyAnalysis analysis, Figures figures) {
        this.analysis = analysis;
        this.figures = figures;
    }

    static void write(ObjectNode node, LoyaltyReport report, Figures figures) {
        QuadrantJson json = new QuadrantJson(report.analysis(), figures);
        json.cuts(node, report.cuts().classifier());
        QuadrantTable table = report.quadrants(figures.confidence());
        ArrayNode rows = node.putArray("quadrants");
        for (QuadrantRow row : table) {
            ObjectNode object = rows.addObject();
            json.quadrant(object, row);
            base(object, row.quadrant(), table);
        }
        json.sensitivity(node.putObject("sensitivity"), report.cutSensitivity(SENSITIVITY_POINTS));
        report.quadrantProbabilities()
                .ifPresent(probabilities -> json.certainty(
                        node.putObject("certainty"),
                        probabilities,
                        report.answered().successes()));
    }

    /** Writes what counts of customers tell of the kinds. */
    static void write(ObjectNode node, BaseSummary summary, CustomerProfiler profiler, Figures figures) {
        QuadrantJson json = new QuadrantJson(profiler.reader().analysis(), figures);
        json.cuts(node, profiler.cuts().classifier());
        ArrayNode rows = node.putArray("quadrants");
        summary.quadrants().forEach(row -> json.quadrant(rows.addObject(), row));
    }

    private void cuts(ObjectNode node, QuadrantClassifier classifier) {
        node.put("behaviour_measure", analysis.behaviour().key());
        node.put("behaviour_cut", classifier.behaviourCut());
        node.put("behaviour_cut_rule", analysis.behaviourCut().toString());
        node.put("attitude_cut", classifier.attitudeCut());
        node.put("attitude_cut_rule", analysis.attitudeCut().toString());
    }

    private void quadrant(ObjectNode node, QuadrantRow row) {
        LoyaltyQuadrant quadrant = row.quadrant();
        node.put("quadrant", quadrant.key());
        node.put("name_en", quadrant.label().english());
        node.put("name_ja", quadrant.label().japanese());
        node.put("customers", row.customers());
        figures.share(node.putObject("share"), row.share());
        node.put("revenue", row.revenue());
        Nps nps = row.nps();
        if (nps != null && nps.respondents() > 0) {
            figures.nps(node.putObject("nps"), nps);
        }
        ArrayNode actions = node.putArray("actions");
        analysis.playbook().actions(quadrant).forEach(action -> actions.add(action.key()));
    }

    private static void base(ObjectNode node, LoyaltyQuadrant quadrant, QuadrantTable table) {
        table.shares()
                .flatMap(shares -> shares.of(quadrant))
                .ifPresent(share -> Figures.weighted(node.putObject("share_of_base"), share.share()));
        ObjectNode columns = node.putObject("columns");
        for (String name : COLUMNS) {
            table.column(name).ifPresent(column -> column(columns.putObject(name), column.of(quadrant)));
        }
    }

    private static void column(ObjectNode node, QuadrantColumnRow row) {
        node.put("known", row.known());
        node.put("total", row.total());
        Figures.estimate(node.putObject("mean"), Optional.ofNullable(row.mean()));
        Figures.estimate(node.putObject("share_of_total"), Optional.ofNullable(row.shareOfTotal()));
    }

    private void sensitivity(ObjectNode node, CutSensitivity sensitivity) {
        node.put("points", sensitivity.points());
        for (CutShift shift : CutShift.values()) {
            figures.share(node.putObject(shift.key()), sensitivity.changed(shift));
        }
    }

    private void certainty(ObjectNode node, QuadrantProbabilities probabilities, long answered) {
        node.put("borderline_below", BORDERLINE_BELOW);
        figures.share(
                node.putObject("borderline"),
                new Proportion(probabilities.borderline(BORDERLINE_BELOW).size(), answered));
        ObjectNode expected = node.putObject("expected_customers");
        for (LoyaltyQuadrant quadrant : LoyaltyQuadrant.values()) {
            expected.put(quadrant.key(), probabilities.expectedCustomers(quadrant));
        }
    }
}
