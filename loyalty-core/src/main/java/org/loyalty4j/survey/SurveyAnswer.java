package org.loyalty4j.survey;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import org.loyalty4j.internal.Checks;

/**
 * One customer's single answer to a question.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the id is blank, the score is not finite, or there is no response
 * behind it.
 *
 * @param customerId the customer's id, not blank
 * @param date the day of the answer; of the last response where it is a mean
 * @param score the answer, on the question's scale; whole unless it is a mean
 * @param responses how many responses the score is made of, in [1, inf)
 */
public record SurveyAnswer(String customerId, LocalDate date, double score, int responses) implements Serializable {

    public SurveyAnswer {
        Checks.notBlank(customerId, "customerId");
        Objects.requireNonNull(date, "date");
        Checks.finite(score, "score");
        Checks.positive((long) responses, "responses");
    }
}
