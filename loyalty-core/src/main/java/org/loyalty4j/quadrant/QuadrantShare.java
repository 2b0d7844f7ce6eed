package org.loyalty4j.quadrant;

import java.io.Serializable;
import java.util.Objects;
import org.loyalty4j.survey.WeightedEstimate;

/**
 * A quadrant's share of the whole base, those who did not answer included.
 *
 * @param quadrant one of the four quadrants
 * @param share the share, in [0, 1], weighted up from those who answered
 */
public record QuadrantShare(LoyaltyQuadrant quadrant, WeightedEstimate share) implements Serializable {

    public QuadrantShare {
        Objects.requireNonNull(quadrant, "quadrant");
        Objects.requireNonNull(share, "share");
    }

    @Override
    public String toString() {
        return quadrant.label() + ": " + share;
    }
}
