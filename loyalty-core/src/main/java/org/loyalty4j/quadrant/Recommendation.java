package org.loyalty4j.quadrant;

import java.io.Serializable;
import java.util.Objects;
import org.loyalty4j.LocalizedText;
import org.loyalty4j.rfm.Segment;

/**
 * What to do next for one customer, and why.
 *
 * @param action what the playbook says
 * @param quadrant the customer's quadrant
 * @param segment the customer's RFM segment
 */
public record Recommendation(PlaybookAction action, LoyaltyQuadrant quadrant, Segment segment) implements Serializable {

    public Recommendation {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(quadrant, "quadrant");
        Objects.requireNonNull(segment, "segment");
    }

    /**
     * The reason in words: which segment and quadrant the customer is in, and why that calls for the action.
     *
     * @return such as {@code At Risk, spurious loyalty (buys more than likes): They are dissatisfied ...}
     */
    public LocalizedText reason() {
        return new LocalizedText(
                segment.name().english() + ", " + quadrant.label().english() + " ("
                        + quadrant.meaning().english() + "): " + action.reason().english(),
                segment.name().japanese() + "・" + quadrant.label().japanese() + "（"
                        + quadrant.meaning().japanese() + "）：" + action.reason().japanese());
    }

    @Override
    public String toString() {
        return action.action() + ". " + reason();
    }
}
