package org.loyalty4j.quadrant;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.Checks;

/**
 * Where one customer was before and is after.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the id is blank or both quadrants are missing.
 *
 * @param customerId the customer's id, not blank
 * @param from the quadrant before; null for one who was no customer yet
 * @param to the quadrant after; null for one who is no customer any more
 */
public record QuadrantMove(
        String customerId,
        @Nullable LoyaltyQuadrant from,
        @Nullable LoyaltyQuadrant to) implements Serializable {

    public QuadrantMove {
        Checks.notBlank(customerId, "customerId");
        QuadrantFlow.requireOne(from, to);
    }

    /**
     * What that is.
     *
     * @return such as {@link QuadrantChange#ROSE}
     */
    public QuadrantChange change() {
        return QuadrantChange.between(from, to);
    }

    @Override
    public String toString() {
        return customerId + ": " + QuadrantFlow.arrow(from, to);
    }
}
