package org.loyalty4j.rfm;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.loyalty4j.internal.Checks;

/**
 * The cut points of one axis, from the worst to the best: a value scores one more than the number of cuts it reaches.
 *
 * <p>Creating one throws {@link IllegalArgumentException} without a cut, if the cuts do not ascend from worse to better, or
 * if {@code reachedBins} is out of range.
 *
 * @param axis the axis
 * @param cuts one fewer than there are scores; several may be equal where many customers have equal values
 * @param reachedBins how many different scores the customers got to whom the cuts were fitted, in [0, cuts + 1]; fewer
 *     than there are bins where the axis has too few distinct values
 */
public record AxisCuts(RfmAxis axis, List<Cut> cuts, int reachedBins) implements Serializable {

    public AxisCuts {
        Objects.requireNonNull(axis, "axis");
        cuts = List.copyOf(Objects.requireNonNull(cuts, "cuts"));
        if (cuts.isEmpty()) {
            throw new IllegalArgumentException("cuts must not be empty");
        }
        Checks.inClosed(reachedBins, 0, cuts.size() + 1, "reachedBins");
        for (int i = 1; i < cuts.size(); i++) {
            if (axis.isBetter(cuts.get(i - 1).value(), cuts.get(i).value())) {
                throw new IllegalArgumentException("cuts must go from worse to better, but were " + cuts);
            }
        }
    }

    /**
     * The number of scores.
     *
     * @return the bins, at least 2
     */
    public int bins() {
        return cuts.size() + 1;
    }

    /**
     * Tells whether the customers to whom the cuts were fitted filled fewer bins than there are.
     *
     * @return true if {@code reachedBins < bins}
     */
    public boolean isDegenerate() {
        return reachedBins < bins();
    }

    /**
     * The score of a value.
     *
     * @param value the value, in the unit of the axis, finite
     * @return the score, in [1, bins]
     * @throws IllegalArgumentException if the value is not finite
     */
    public int score(double value) {
        Checks.finite(value, "value");
        int score = 1;
        while (score <= cuts.size() && cuts.get(score - 1).isReachedBy(value, axis)) {
            score++;
        }
        return score;
    }
}
