package org.loyalty4j.cli.analyze;

import java.util.Locale;
import java.util.Optional;
import org.loyalty4j.Estimate;
import org.loyalty4j.Proportion;
import org.loyalty4j.survey.Nps;
import org.loyalty4j.survey.WeightedEstimate;
import tools.jackson.databind.node.ObjectNode;

/**
 * How {@code summary.json} writes a figure with its interval.
 *
 * @param confidence the level of the intervals, in (0, 1)
 */
record Figures(double confidence) {

    void share(ObjectNode node, Proportion share) {
        node.put("count", share.successes());
        node.put("of", share.trials());
        estimate(node, share.wilson(confidence));
    }

    void nps(ObjectNode node, Nps nps) {
        node.put("promoters", nps.promoters());
        node.put("passives", nps.passives());
        node.put("detractors", nps.detractors());
        estimate(node, nps.adjustedWald(confidence));
    }

    static void weighted(ObjectNode node, WeightedEstimate weighted) {
        estimate(node, Optional.of(weighted.estimate()));
        node.put("design_effect", weighted.designEffect());
        node.put("effective_sample_size", weighted.effectiveSampleSize());
        node.put("covered", weighted.covered());
        node.put("population", weighted.population());
    }

    static void estimate(ObjectNode node, Optional<Estimate> estimate) {
        if (estimate.isEmpty()) {
            node.putNull("value").putNull("lower").putNull("upper");
            return;
        }
        node.put("value", estimate.get().value());
        node.put("lower", estimate.get().interval().lower());
        node.put("upper", estimate.get().interval().upper());
    }

    /** A number that is there also where it has no interval, as of a fit that has not converged. */
    static void model(ObjectNode node, double number, Optional<Estimate> interval) {
        estimate(node, interval);
        node.put("value", number);
    }

    static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
