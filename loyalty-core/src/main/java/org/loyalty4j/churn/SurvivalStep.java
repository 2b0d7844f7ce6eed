package org.loyalty4j.churn;

import java.io.Serializable;
import java.util.Objects;
import org.loyalty4j.Estimate;
import org.loyalty4j.internal.Checks;

/**
 * One age of a survival curve at which customers left.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a count is negative or more left than were there.
 *
 * @param day the age, in days since joining, in [0, inf)
 * @param atRisk customers under observation who had stayed that long, in [0, inf)
 * @param ended those of them who left at this age, in [0, atRisk]
 * @param censored customers last seen at this age or later, before the next step; in [0, inf)
 * @param survival the share of customers who stay longer than {@code day}, with its interval; in [0, 1]
 */
public record SurvivalStep(int day, long atRisk, long ended, long censored, Estimate survival) implements Serializable {

    public SurvivalStep {
        Checks.notNegative((long) day, "day");
        Checks.notNegative(atRisk, "atRisk");
        Checks.partOf(ended, atRisk, "ended");
        Checks.notNegative(censored, "censored");
        Checks.inClosed(Objects.requireNonNull(survival, "survival").value(), 0, 1, "survival.value");
    }
}
