package org.loyalty4j.survey;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Estimate;
import org.loyalty4j.Proportion;
import org.loyalty4j.internal.Checks;

/**
 * One item of a {@link DriverAnalysis}: how closely it goes with the outcome, and how well it does.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the name is blank.
 *
 * @param name the item
 * @param satisfied customers who answered three quarters up the scale or higher, of those who also answered the outcome
 * @param performance the mean of the item over the same customers, in percent of maximum possible
 * @param importanceOrNull Spearman's rank correlation with the outcome; null with fewer than five customers, or if all gave one
 *     answer to either, or if the two orders are the same
 * @param quadrantOrNull the place in the table; null if the importance is
 * @param npsGapOrNull the score of the satisfied against that of the others; null if the outcome is not the Net Promoter question
 */
public record DriverRow(
        String name,
        Proportion satisfied,
        Estimate performance,
        @Nullable Estimate importanceOrNull,
        @Nullable DriverQuadrant quadrantOrNull,
        @Nullable NpsDifference npsGapOrNull)
        implements Serializable {

    public DriverRow {
        Checks.notBlank(name, "name");
        Objects.requireNonNull(satisfied, "satisfied");
        Objects.requireNonNull(performance, "performance");
    }

    /**
     * The customers who answered both the item and the outcome.
     *
     * @return how many, in [1, inf)
     */
    public long respondents() {
        return satisfied.trials();
    }

    /**
     * The rank correlation of the item with the outcome.
     *
     * @return Spearman's coefficient, in [-1, 1], and its interval; empty where it is not defined
     */
    public Optional<Estimate> importance() {
        return Optional.ofNullable(importanceOrNull);
    }

    /**
     * The place of the item in the table.
     *
     * @return the quadrant; empty where the importance is not defined
     */
    public Optional<DriverQuadrant> quadrant() {
        return Optional.ofNullable(quadrantOrNull);
    }

    /**
     * The Net Promoter Score of customers satisfied with the item against that of the others.
     *
     * @return the difference; empty if the outcome is not the Net Promoter question
     */
    public Optional<NpsDifference> npsGap() {
        return Optional.ofNullable(npsGapOrNull);
    }

    /**
     * By how many points the score of the satisfied lies above that of all who answered the item.
     *
     * <pre>{@code (1 - satisfied) * gap }</pre>
     *
     * <p>An association: it would be what there is to win if the others, once satisfied, answered like those who are.
     *
     * @return points of the score; empty if the outcome is not the Net Promoter question, or nobody or everybody is satisfied
     */
    public OptionalDouble npsPointsAtStake() {
        OptionalDouble gap = npsGapOrNull == null ? OptionalDouble.empty() : npsGapOrNull.value();
        return gap.isEmpty()
                ? gap
                : OptionalDouble.of(satisfied.complement().value().orElseThrow() * gap.getAsDouble());
    }
}
