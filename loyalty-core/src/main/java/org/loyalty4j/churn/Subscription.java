package org.loyalty4j.churn;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.MinorUnits;

/**
 * A customer's recurring amount for as long as it was the same. A change of plan ends one and starts another; a customer may have
 * several at once, and they add up.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the id is blank, it ends before it starts, or the amount is negative or
 * has more than 9 decimals or 18 digits.
 *
 * @param customerId the customer's id, not blank
 * @param startInclusive the first day of the amount
 * @param endExclusive the first day without it, not before {@code startInclusive}; null while it goes on
 * @param monthlyAmount the amount of a month in the currency's major unit, in [0, inf); that of a year divided by twelve
 */
public record Subscription(
        String customerId,
        LocalDate startInclusive,
        @Nullable LocalDate endExclusive,
        BigDecimal monthlyAmount) implements Serializable {

    public Subscription {
        Checks.notBlank(customerId, "customerId");
        Objects.requireNonNull(startInclusive, "startInclusive");
        if (endExclusive != null && endExclusive.isBefore(startInclusive)) {
            throw new IllegalArgumentException(
                    "endExclusive must not be before startInclusive " + startInclusive + ", but was " + endExclusive);
        }
        MinorUnits.requireAmount(monthlyAmount, "monthlyAmount");
    }

    /**
     * An amount that goes on.
     *
     * @param customerId the customer's id, not blank
     * @param startInclusive the first day of the amount
     * @param monthlyAmount the amount of a month, in [0, inf)
     * @return the subscription
     * @throws IllegalArgumentException if the id is blank or the amount out of range
     */
    public static Subscription since(String customerId, LocalDate startInclusive, BigDecimal monthlyAmount) {
        return new Subscription(customerId, startInclusive, null, monthlyAmount);
    }

    /** Whether the amount is due for a day. */
    boolean isActiveOn(LocalDate day) {
        return !day.isBefore(startInclusive) && (endExclusive == null || day.isBefore(endExclusive));
    }
}
