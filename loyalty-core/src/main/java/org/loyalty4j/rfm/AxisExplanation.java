package org.loyalty4j.rfm;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.Checks;

/**
 * Why a value has its score.
 *
 * @param axis the axis
 * @param value the raw value, in the unit of the axis
 * @param score the score it got
 * @param reached the cut it reached for that score; null at score 1
 * @param next the cut it would have to reach for one score more; null at the best score
 * @param tiesSplit whether equal values may have got different scores, by their place in the list
 */
public record AxisExplanation(
        RfmAxis axis,
        double value,
        int score,
        @Nullable Cut reached,
        @Nullable Cut next,
        boolean tiesSplit) implements Serializable {

    public AxisExplanation {
        Objects.requireNonNull(axis, "axis");
        Checks.finite(value, "value");
        Checks.positive((long) score, "score");
    }

    static AxisExplanation of(AxisCuts cuts, double value, int score, BinningRule rule) {
        return new AxisExplanation(
                cuts.axis(),
                value,
                score,
                score == 1 ? null : cuts.cuts().get(score - 2),
                score == cuts.bins() ? null : cuts.cuts().get(score - 1),
                rule == BinningRule.RANK_TILES);
    }

    @Override
    public String toString() {
        return axis.name().toLowerCase(Locale.ROOT) + " " + Cut.number(value) + " scores " + score
                + (reached == null ? "" : ": " + reached)
                + (next == null ? "" : (reached == null ? ": not " : ", not ") + next)
                + (tiesSplit ? " (equal values are split by their order)" : "");
    }
}
