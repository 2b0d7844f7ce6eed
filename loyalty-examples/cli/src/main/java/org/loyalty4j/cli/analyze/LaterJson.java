package org.loyalty4j.cli.analyze;

import java.util.Optional;
import org.loyalty4j.profile.LaterBehaviour;
import org.loyalty4j.survey.GroupOutcome;
import org.loyalty4j.survey.NpsGroup;
import org.loyalty4j.survey.PointOfNps;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The part of {@code summary.json} on what customers did after they answered: an association. */
final class LaterJson {
    private final Figures figures;

    private LaterJson(Figures figures) {
        this.figures = figures;
    }

    static void write(ObjectNode node, LaterBehaviour later, Figures figures) {
        LaterJson json = new LaterJson(figures);
        node.put("answered_until", later.answeredUntil().toString());
        node.put("observed_until", later.observedUntil().toString());
        node.put("note_en", PointOfNps.caution().english());
        node.put("note_ja", PointOfNps.caution().japanese());
        ArrayNode groups = node.putArray("groups");
        later.outcomes().rows().forEach(row -> json.group(groups.addObject(), row));
        PointOfNps point = PointOfNps.of(later.outcomes(), figures.confidence());
        ObjectNode plain = node.putObject("point_of_nps");
        point(plain, point);
        Figures.estimate(plain.putObject("repeat_rate"), Optional.ofNullable(point.repeatRate()));
        Figures.estimate(plain.putObject("churn_rate"), Optional.ofNullable(point.churnRate()));
        point(node.putObject("point_of_nps_within_cells"), later.pointWithinCells());
    }

    private static void point(ObjectNode node, PointOfNps point) {
        node.put("compared", point.compared());
        node.put("left_out", point.leftOut());
        Figures.estimate(node.putObject("value"), Optional.ofNullable(point.value()));
    }

    private void group(ObjectNode node, GroupOutcome outcome) {
        NpsGroup group = outcome.group();
        node.put("group", group == null ? "no_answer" : group.key());
        node.put("customers", outcome.customers());
        figures.share(node.putObject("repeated"), outcome.repeated());
        Figures.estimate(node.putObject("mean_value"), outcome.value().mean(figures.confidence()));
        node.put("median_value", outcome.value().median());
        figures.share(node.putObject("left"), outcome.churned());
    }
}
