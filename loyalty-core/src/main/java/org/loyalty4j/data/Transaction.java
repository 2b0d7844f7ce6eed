package org.loyalty4j.data;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.loyalty4j.internal.Checks;

/**
 * One row of a till roll or an order table: who, when, how much.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the customer id is blank.
 *
 * @param customerId the customer's id, not blank
 * @param date the day on which it happened, in the calendar of the business
 * @param amount the amount in the currency's major unit: above zero for a purchase, below zero for a refund
 */
public record Transaction(String customerId, LocalDate date, BigDecimal amount) implements Serializable {

    public Transaction {
        Checks.notBlank(customerId, "customerId");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(amount, "amount");
    }
}
