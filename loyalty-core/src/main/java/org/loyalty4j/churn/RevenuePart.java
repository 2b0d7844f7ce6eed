package org.loyalty4j.churn;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;
import org.loyalty4j.internal.Checks;

/**
 * A part of the recurring revenue, and how many customers make it.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a number is negative.
 *
 * @param customers the customers, in [0, inf)
 * @param monthlyAmount the monthly amount that they bring, add or take away, in [0, inf)
 */
public record RevenuePart(long customers, BigDecimal monthlyAmount) implements Serializable {
    static final RevenuePart NONE = new RevenuePart(0, BigDecimal.ZERO);

    public RevenuePart {
        Checks.notNegative(customers, "customers");
        Objects.requireNonNull(monthlyAmount, "monthlyAmount");
        CohortCell.notNegative(monthlyAmount, "monthlyAmount");
    }

    RevenuePart plus(BigDecimal amount) {
        return new RevenuePart(customers + 1, monthlyAmount.add(amount));
    }

    @Override
    public String toString() {
        return monthlyAmount.toPlainString() + " (" + customers + ")";
    }
}
