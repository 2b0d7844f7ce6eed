package org.loyalty4j.cli.analyze;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.cli.output.Json;
import org.loyalty4j.profile.LoyaltyComparison;
import org.loyalty4j.quadrant.LoyaltyQuadrant;
import org.loyalty4j.quadrant.MovementSignificance;
import org.loyalty4j.quadrant.NoiseMovement;
import org.loyalty4j.quadrant.QuadrantChange;
import org.loyalty4j.quadrant.QuadrantFlow;
import org.loyalty4j.quadrant.QuadrantMovement;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The part of {@code summary.json} on who moved between the quadrants since an earlier date. */
final class MovementJson {

    private MovementJson() {}

    static void write(ObjectNode node, LoyaltyComparison comparison, Figures figures) {
        QuadrantMovement movement = comparison.movement();
        node.put("from", comparison.before().asOf().toString());
        node.put("to", comparison.after().asOf().toString());
        node.put("of_both_dates", movement.ofBothDates());
        ObjectNode changes = node.putObject("changes");
        for (QuadrantChange change : QuadrantChange.values()) {
            changes.put(change.key(), movement.customers(change));
        }
        ArrayNode flows = node.putArray("flows");
        movement.flows().forEach(flow -> flow(flows.addObject(), flow));
        ArrayNode shares = node.putArray("share_change");
        for (LoyaltyQuadrant quadrant : LoyaltyQuadrant.values()) {
            ObjectNode row = shares.addObject().put("quadrant", quadrant.key());
            Figures.estimate(row.putObject("change"), movement.shareChange(quadrant, figures.confidence()));
        }
        ObjectNode tests = node.putObject("tests");
        test(tests, "marginal_homogeneity", movement.marginalHomogeneity());
        test(tests, "marginal_homogeneity_with_unknown", movement.marginalHomogeneityWithUnknown());
        test(tests, "symmetry", movement.symmetry());
        comparison.movementByNoise().ifPresent(noise -> noise(node.putObject("noise"), noise));
    }

    private static void flow(ObjectNode node, QuadrantFlow flow) {
        node.put("from", key(flow.from()));
        node.put("to", key(flow.to()));
        node.put("change", flow.change().key());
        node.put("customers", flow.customers());
    }

    private static void test(ObjectNode node, String name, Optional<MovementSignificance> significance) {
        significance.ifPresent(test -> node.putObject(name)
                .put("statistic", test.statistic())
                .put("degrees_of_freedom", test.degreesOfFreedom())
                .put("p_value", test.pValue()));
    }

    private static void noise(ObjectNode node, NoiseMovement noise) {
        node.put("sd_steps", noise.noise().sdSteps());
        node.put("answered_anew", noise.customers());
        node.put("attitude_moves", noise.attitudeMoves());
        node.put("moves", noise.moves());
        node.put("expected", noise.expected());
        node.put("standard_deviation", noise.standardDeviation());
        Json.put(node, "share_of_attitude_moves", noise.shareOfAttitudeMoves());
        Json.put(node, "share_of_moves", noise.shareOfMoves());
        Json.put(node, "p_value", noise.pValue());
    }

    private static @Nullable String key(@Nullable LoyaltyQuadrant quadrant) {
        return quadrant == null ? null : quadrant.key();
    }
}
