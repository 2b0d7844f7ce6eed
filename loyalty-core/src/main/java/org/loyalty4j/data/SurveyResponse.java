package org.loyalty4j.data;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import org.loyalty4j.internal.Checks;

/**
 * One customer's answer to one survey question on one day.
 *
 * <p>The record does not know the scale of the question; whoever reads the answer checks it against a
 * {@link org.loyalty4j.Scale}. Creating one throws {@link IllegalArgumentException} if the customer id is blank.
 *
 * @param customerId the customer's id, not blank
 * @param date the day of the answer
 * @param score the answer, a whole number on the question's scale
 */
public record SurveyResponse(String customerId, LocalDate date, int score) implements Serializable {

    public SurveyResponse {
        Checks.notBlank(customerId, "customerId");
        Objects.requireNonNull(date, "date");
    }
}
