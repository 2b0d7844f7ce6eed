package org.loyalty4j.quadrant;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.rfm.RfmScore;
import org.loyalty4j.rfm.RfmWeights;

/**
 * The behaviour axis: a customer's RFM composite as a percentile of a base of buyers.
 *
 * <pre>{@code
 * behaviour = 100 (buyers with a lower composite + half of those with the same) / buyers
 * }</pre>
 *
 * <p>{@link PercentileAxis} and {@link ShareAxis} do the same for expected purchases and for spend.
 *
 * <p>Fitted to a base and frozen: later customers are placed among the same buyers. A prospect, who has not bought, is at {@link #PROSPECT}.
 */
public final class BehaviourAxis implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Where a customer stands who has not bought. */
    public static final double PROSPECT = 0;

    private final RfmWeights weights;
    private final RankedColumn composites;

    private BehaviourAxis(RfmWeights weights, RankedColumn composites) {
        this.weights = weights;
        this.composites = composites;
    }

    /**
     * Fits the axis to a base of buyers.
     *
     * @param base the scores of the buyers
     * @param weights how much R, F and M count in the composite
     * @return the axis
     * @throws IllegalArgumentException if the base is empty
     */
    public static BehaviourAxis fit(List<RfmScore> base, RfmWeights weights) {
        Objects.requireNonNull(weights, "weights");
        if (base.isEmpty()) {
            throw new IllegalArgumentException("base must not be empty");
        }
        double[] composites = new double[base.size()];
        for (int i = 0; i < composites.length; i++) {
            composites[i] = base.get(i).composite(weights);
        }
        return new BehaviourAxis(weights, RankedColumn.of(composites, false));
    }

    /**
     * Fits the axis to a base of buyers of whom only it is known how many have each score.
     *
     * @param scores scores of buyers, of whichever buyer with those scores; equal ones may be among them
     * @param counts how many buyers have each, in [1, inf)
     * @param weights how much R, F and M count in the composite
     * @return the axis, equal to that of a list with one score a buyer
     * @throws IllegalArgumentException if there are none, the lengths differ, or a count is below one
     */
    public static BehaviourAxis fit(List<RfmScore> scores, long[] counts, RfmWeights weights) {
        Objects.requireNonNull(weights, "weights");
        if (scores.isEmpty()) {
            throw new IllegalArgumentException("scores must not be empty");
        }
        double[] composites =
                scores.stream().mapToDouble(score -> score.composite(weights)).toArray();
        return new BehaviourAxis(weights, RankedColumn.of(CountedValues.of(composites, counts), false));
    }

    /**
     * Places a buyer on the axis. A prospect, who has no score, is at {@link #PROSPECT}.
     *
     * @param score the buyer's score
     * @return the percentile, in [0, 100]
     */
    public double position(RfmScore score) {
        return composites.position(score.composite(weights));
    }

    /**
     * How much R, F and M count in the composite.
     *
     * @return the weights
     */
    public RfmWeights weights() {
        return weights;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BehaviourAxis that
                && weights.equals(that.weights)
                && composites.equals(that.composites);
    }

    @Override
    public int hashCode() {
        return Objects.hash(weights, composites);
    }

    @Override
    public String toString() {
        return "BehaviourAxis: percentile of the RFM composite among " + (long) composites.total() + " buyers";
    }
}
