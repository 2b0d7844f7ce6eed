package org.loyalty4j.survey;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Estimate;
import org.loyalty4j.Interval;
import org.loyalty4j.Proportion;
import org.loyalty4j.internal.Checks;

/**
 * One item of a {@link DriverAnalysis}: how closely it goes with the outcome, and how well it does.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the name is blank, the importance is out of range, or there is an
 * interval without it.
 *
 * @param name the item
 * @param satisfied customers who answered three quarters up the scale or higher, of those who also answered the outcome
 * @param performance the mean of the item over the same customers, in percent of maximum possible
 * @param importanceOrNull Spearman's rank correlation with the outcome, in [-1, 1]; null with fewer than five customers, or if all
 *     gave one answer to either
 * @param importanceIntervalOrNull its interval; null if the importance is, or if it is -1 or 1: two orders that are the same leave
 *     no interval
 * @param quadrantOrNull the place in the table; null if the importance is
 * @param npsGapOrNull the score of the satisfied against that of the others; null if the outcome is not the Net Promoter question
 */
public record DriverRow(
        String name,
        Proportion satisfied,
        Estimate performance,
        @Nullable Double importanceOrNull,
        @Nullable Interval importanceIntervalOrNull,
        @Nullable DriverQuadrant quadrantOrNull,
        @Nullable NpsDifference npsGapOrNull)
        implements Serializable {

    public DriverRow {
        Checks.notBlank(name, "name");
        Objects.requireNonNull(satisfied, "satisfied");
        Objects.requireNonNull(performance, "performance");
        if (importanceOrNull != null) {
            Checks.inClosed(importanceOrNull, -1, 1, "importance");
        } else if (importanceIntervalOrNull != null) {
            throw new IllegalArgumentException(
                    "importance must be given with its interval " + importanceIntervalOrNull + ", but was null");
        }
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
     * @return Spearman's coefficient, in [-1, 1]; empty where it is not defined
     */
    public OptionalDouble importance() {
        return importanceOrNull == null ? OptionalDouble.empty() : OptionalDouble.of(importanceOrNull);
    }

    /**
     * How sure the importance is.
     *
     * @return the interval of the coefficient; empty where that is not defined, or is -1 or 1
     */
    public Optional<Interval> importanceInterval() {
        return Optional.ofNullable(importanceIntervalOrNull);
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
     * @return points of the score, in [0, 200); empty if the outcome is not the Net Promoter question, nobody or everybody is
     *     satisfied, or the satisfied score lower than the others: then nothing is to win
     */
    public OptionalDouble npsPointsAtStake() {
        OptionalDouble gap = npsGapOrNull == null ? OptionalDouble.empty() : npsGapOrNull.value();
        return gap.isEmpty() || gap.getAsDouble() < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(satisfied.complement().value().orElseThrow() * gap.getAsDouble());
    }
}
