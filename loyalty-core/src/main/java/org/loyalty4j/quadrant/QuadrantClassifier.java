package org.loyalty4j.quadrant;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.Checks;

/**
 * The frozen cuts between low and high: to be kept and used on later periods, so that movement is the customers' and not
 * the ruler's.
 *
 * <p>A position at a cut or above it is high. Creating one throws {@link IllegalArgumentException} if a cut is not in
 * [0, 100].
 *
 * @param behaviourCut the cut on the behaviour axis, in [0, 100]
 * @param attitudeCut the cut on the attitude axis, in [0, 100]
 */
public record QuadrantClassifier(double behaviourCut, double attitudeCut) implements Serializable {

    public QuadrantClassifier {
        Checks.inClosed(behaviourCut, 0, 100, "behaviourCut");
        Checks.inClosed(attitudeCut, 0, 100, "attitudeCut");
    }

    /**
     * Places a customer.
     *
     * @param customerId the customer's id, not blank
     * @param behaviour the position on the behaviour axis, in [0, 100]
     * @param attitude the position on the attitude axis, in [0, 100]; null where it is not known
     * @return the position
     * @throws IllegalArgumentException if a position is out of range
     */
    public QuadrantPosition position(String customerId, double behaviour, @Nullable Double attitude) {
        return new QuadrantPosition(customerId, behaviour, attitude, this);
    }
}
