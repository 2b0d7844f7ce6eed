package org.loyalty4j.survey;

import java.io.Serializable;
import java.util.Set;
import org.loyalty4j.Proportion;
import org.loyalty4j.internal.Checks;

/**
 * How many of the customers asked gave an answer.
 *
 * <p>A score speaks for those who answered. Those who did not are neither alike nor unhappy by default; this says how many
 * they are.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a count is negative or more customers responded than were
 * invited.
 *
 * @param responded invited customers who answered, in [0, invited]
 * @param invited customers asked, in [0, inf)
 */
public record ResponseRate(long responded, long invited) implements Serializable {

    public ResponseRate {
        Checks.notNegative(invited, "invited");
        Checks.partOf(responded, invited, "responded");
    }

    /**
     * The response rate of a selection of answers.
     *
     * @param answers one answer a customer; those of customers who were not invited are not counted
     * @param invitedIds the ids of the customers asked
     * @return the response rate
     */
    public static ResponseRate of(SurveyAnswers answers, Set<String> invitedIds) {
        long responded = answers.answers().stream()
                .filter(answer -> invitedIds.contains(answer.customerId()))
                .count();
        return new ResponseRate(responded, invitedIds.size());
    }

    /**
     * The share of those asked who answered.
     *
     * @return responded of invited
     */
    public Proportion share() {
        return new Proportion(responded, invited);
    }

    @Override
    public String toString() {
        return "Response rate " + share();
    }
}
