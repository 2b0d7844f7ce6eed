package org.loyalty4j.quadrant;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.Checks;

/**
 * How many customers went from one quadrant to another: a band of a Sankey diagram.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the count is negative or both quadrants are missing.
 *
 * @param from the quadrant before; null for customers who entered
 * @param to the quadrant after; null for customers who left
 * @param customers how many went, in [0, inf)
 */
public record QuadrantFlow(
        @Nullable LoyaltyQuadrant from, @Nullable LoyaltyQuadrant to, long customers) implements Serializable {

    public QuadrantFlow {
        requireOne(from, to);
        Checks.notNegative(customers, "customers");
    }

    static void requireOne(@Nullable LoyaltyQuadrant from, @Nullable LoyaltyQuadrant to) {
        if (from == null && to == null) {
            throw new IllegalArgumentException("from and to must not both be missing");
        }
    }

    static String arrow(@Nullable LoyaltyQuadrant from, @Nullable LoyaltyQuadrant to) {
        return (from == null ? "(entered)" : from.label().english()) + " -> "
                + (to == null ? "(left)" : to.label().english());
    }

    /**
     * What these customers did.
     *
     * @return such as {@link QuadrantChange#ROSE}
     */
    public QuadrantChange change() {
        return QuadrantChange.between(from, to);
    }

    @Override
    public String toString() {
        return arrow(from, to) + ": " + customers;
    }
}
