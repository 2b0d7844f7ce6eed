package org.loyalty4j.churn;

import java.io.Serializable;
import org.loyalty4j.internal.Checks;

/**
 * How long a customer stayed, as far as it is known.
 *
 * <p>A lifetime of {@code durationDays} that ended is known. One that has not ended is <em>censored</em>: the customer was still
 * there {@code durationDays} after joining, and stays longer by an unknown time. One whose observation began late is
 * <em>truncated</em>: had the customer left before {@code observedFromDays}, nobody would have known of them.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a number of days is negative, or observation began after the end.
 *
 * @param observedFromDays the first age, in days since joining, at which leaving would have been seen: 0 for a customer observed
 *     from the start; in [0, durationDays]
 * @param durationDays days from joining to leaving or, of one who has not left, to the last day observed; in [0, inf)
 * @param ended whether the customer left after {@code durationDays}
 */
public record Lifetime(int observedFromDays, int durationDays, boolean ended) implements Serializable {

    public Lifetime {
        Checks.notNegative((long) durationDays, "durationDays");
        Checks.partOf(observedFromDays, durationDays, "observedFromDays");
    }

    /**
     * A lifetime that is known to have ended, observed from the start.
     *
     * @param durationDays days from joining to leaving, in [0, inf)
     * @return the lifetime
     * @throws IllegalArgumentException if the duration is negative
     */
    public static Lifetime ended(int durationDays) {
        return new Lifetime(0, durationDays, true);
    }

    /**
     * A lifetime that goes on, observed from the start.
     *
     * @param durationDays days from joining to the last day observed, in [0, inf)
     * @return the lifetime
     * @throws IllegalArgumentException if the duration is negative
     */
    public static Lifetime goingOn(int durationDays) {
        return new Lifetime(0, durationDays, false);
    }

    @Override
    public String toString() {
        return (observedFromDays == 0 ? "" : "from day " + observedFromDays + ", ")
                + (ended ? "left after " : "more than ") + durationDays + " days";
    }
}
