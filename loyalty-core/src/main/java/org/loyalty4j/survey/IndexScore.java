package org.loyalty4j.survey;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import org.loyalty4j.internal.Checks;

/**
 * One customer's value of a multi-item index.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the id is blank, the percentage is not in [0, 100], or no item was
 * answered.
 *
 * @param customerId the customer's id, not blank
 * @param date the day of the last of the answers
 * @param percent the mean of the items answered, in percent of maximum possible, in [0, 100]
 * @param itemsAnswered how many items the customer answered, in [1, inf)
 */
public record IndexScore(String customerId, LocalDate date, double percent, int itemsAnswered) implements Serializable {

    public IndexScore {
        Checks.notBlank(customerId, "customerId");
        Objects.requireNonNull(date, "date");
        Checks.inClosed(percent, 0, 100, "percent");
        Checks.positive((long) itemsAnswered, "itemsAnswered");
    }
}
