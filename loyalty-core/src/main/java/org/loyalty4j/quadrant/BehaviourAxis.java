package org.loyalty4j.quadrant;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.loyalty4j.rfm.RfmScore;
import org.loyalty4j.rfm.RfmWeights;

/**
 * The behaviour axis: a customer's RFM composite as a percentile of a base of buyers.
 *
 * <pre>{@code
 * behaviour = 100 (buyers with a lower composite + half of those with the same) / buyers
 * }</pre>
 *
 * <p>Fitted to a base and frozen: later customers are placed among the same buyers. A prospect, who has not bought, is at {@link #PROSPECT}.
 */
public final class BehaviourAxis implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Where a customer stands who has not bought. */
    public static final double PROSPECT = 0;

    private final RfmWeights weights;
    private final double[] composites; // of the base, ascending, each once
    private final int[] below; // buyers of the base below each, and all of them at the end

    private BehaviourAxis(RfmWeights weights, double[] composites, int[] below) {
        this.weights = weights;
        this.composites = composites;
        this.below = below;
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
        double[] sorted = new double[base.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = base.get(i).composite(weights);
        }
        Arrays.sort(sorted);
        double[] distinct = new double[sorted.length];
        int[] below = new int[sorted.length + 1];
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                distinct[count] = sorted[i];
                below[count++] = i;
            }
        }
        below[count] = sorted.length;
        return new BehaviourAxis(weights, Arrays.copyOf(distinct, count), Arrays.copyOf(below, count + 1));
    }

    /**
     * Places a buyer on the axis. A prospect, who has no score, is at {@link #PROSPECT}.
     *
     * @param score the buyer's score
     * @return the percentile, in [0, 100]
     */
    public double position(RfmScore score) {
        int at = Arrays.binarySearch(composites, score.composite(weights));
        double rank = at >= 0 ? (below[at] + (double) below[at + 1]) / 2 : below[-at - 1];
        return 100 * rank / below[composites.length];
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
    public String toString() {
        return "BehaviourAxis: percentile of the RFM composite among " + below[composites.length] + " buyers";
    }
}
