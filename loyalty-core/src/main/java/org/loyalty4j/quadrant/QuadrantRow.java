package org.loyalty4j.quadrant;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Proportion;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.survey.Nps;

/**
 * What is in a quadrant.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a count is out of range.
 *
 * @param quadrant the quadrant
 * @param customers how many customers are in it
 * @param ofCustomers how many there are in all
 * @param revenue their net spend, exact
 * @param nps their Net Promoter Score; null where the question was another one
 */
public record QuadrantRow(
        LoyaltyQuadrant quadrant,
        long customers,
        long ofCustomers,
        BigDecimal revenue,
        @Nullable Nps nps) implements Serializable {

    public QuadrantRow {
        Objects.requireNonNull(quadrant, "quadrant");
        Checks.notNegative(ofCustomers, "ofCustomers");
        Checks.partOf(customers, ofCustomers, "customers");
        Objects.requireNonNull(revenue, "revenue");
    }

    /**
     * The quadrant's share of all customers.
     *
     * @return {@code customers} of {@code ofCustomers}
     */
    public Proportion share() {
        return new Proportion(customers, ofCustomers);
    }
}
