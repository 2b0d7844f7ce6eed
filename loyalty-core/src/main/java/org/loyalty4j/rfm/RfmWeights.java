package org.loyalty4j.rfm;

import java.io.Serializable;
import org.loyalty4j.internal.Checks;

/**
 * How much each axis counts in a composite.
 *
 * <p>Creating them throws {@link IllegalArgumentException} if a weight is negative or not finite, or all are zero.
 *
 * @param recency the weight of R, in [0, inf)
 * @param frequency the weight of F, in [0, inf)
 * @param monetary the weight of M, in [0, inf)
 */
public record RfmWeights(double recency, double frequency, double monetary) implements Serializable {

    public RfmWeights {
        Checks.notNegative(recency, "recency");
        Checks.notNegative(frequency, "frequency");
        Checks.notNegative(monetary, "monetary");
        Checks.positive(recency + frequency + monetary, "the sum of the weights");
    }

    /**
     * The same weight for each axis.
     *
     * @return weights of 1, 1 and 1
     */
    public static RfmWeights equal() {
        return new RfmWeights(1, 1, 1);
    }
}
