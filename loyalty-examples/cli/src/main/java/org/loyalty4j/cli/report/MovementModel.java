package org.loyalty4j.cli.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loyalty4j.LocalizedText;
import org.loyalty4j.cli.report.ReportModel.QuadrantKind;

/**
 * How customers moved between the quadrants from one date to another, by the same cuts, for the report.
 *
 * @param before the earlier date
 * @param after the later date
 * @param names the names of the quadrants
 * @param flows how many went from where to where
 * @param stayed customers in the same quadrant on both dates
 * @param rose customers who moved up
 * @param fell customers who moved down
 * @param shifted customers who moved neither up nor down, such as from a latent fan to a captive, or from and to unknown attitude
 * @param entered customers who were none yet on the earlier date
 * @param left customers who are none any more on the later date
 * @param noise what noise in the answers explains; empty if it cannot be told
 * @param test whether the quadrants grew or shrank by more than chance; empty if it cannot be told
 */
public record MovementModel(
        LocalDate before,
        LocalDate after,
        Map<QuadrantKind, LocalizedText> names,
        List<Flow> flows,
        long stayed,
        long rose,
        long fell,
        long shifted,
        long entered,
        long left,
        Optional<Noise> noise,
        Optional<ChurnModel.Test> test) {

    public MovementModel {
        names = Map.copyOf(names);
        flows = List.copyOf(flows);
    }

    /**
     * Customers who went from one place to another.
     *
     * @param from where they were; empty if they were no customers yet
     * @param to where they are; empty if they are no customers any more
     * @param customers how many
     */
    public record Flow(Optional<QuadrantKind> from, Optional<QuadrantKind> to, long customers) {}

    /**
     * What noise in the answers explains: the same customer, feeling the same, does not always give the same answer.
     *
     * @param steps the standard deviation of one answer, in steps of the scale
     * @param estimated whether it was estimated from customers who answered twice, and not given or assumed
     * @param pairs the pairs of answers it was estimated from; 0 if it was not
     * @param customers those who gave an answer until the earlier date and another since
     * @param moved how many of them changed quadrant
     * @param attitudeMoved how many of these crossed the cut of attitude
     * @param expected how many would be expected to cross it, had nothing changed but the noise
     */
    public record Noise(
            double steps,
            boolean estimated,
            long pairs,
            long customers,
            long moved,
            long attitudeMoved,
            double expected) {}
}
