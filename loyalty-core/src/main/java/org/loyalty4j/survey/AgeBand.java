package org.loyalty4j.survey;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Proportion;
import org.loyalty4j.internal.Checks;

/**
 * The answers of an age between two bounds.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the youngest age is negative or above the oldest.
 *
 * @param youngestDays the lowest age in the band, in days, in [0, inf)
 * @param oldestDays the highest age in the band, in days, not below the youngest; null where the band has no end
 * @param share the answers in the band, of all answers
 */
public record AgeBand(int youngestDays, @Nullable Integer oldestDays, Proportion share) implements Serializable {

    public AgeBand {
        Objects.requireNonNull(share, "share");
        Checks.notNegative((long) youngestDays, "youngestDays");
        if (oldestDays != null) {
            Checks.inClosed(oldestDays, youngestDays, Integer.MAX_VALUE, "oldestDays");
        }
    }

    @Override
    public String toString() {
        return youngestDays + (oldestDays == null ? " days or more: " : " to " + oldestDays + " days: ") + share;
    }
}
