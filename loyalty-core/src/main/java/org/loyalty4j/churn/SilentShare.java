package org.loyalty4j.churn;

import java.io.Serializable;
import java.util.Objects;
import org.loyalty4j.Proportion;
import org.loyalty4j.internal.Checks;

/**
 * The buyers who have been silent for longer than a threshold.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the threshold is negative.
 *
 * @param thresholdDays days of silence that must be exceeded, in [0, inf)
 * @param share buyers whose last purchase was more than {@code thresholdDays} before the end, of all buyers
 */
public record SilentShare(int thresholdDays, Proportion share) implements Serializable {

    public SilentShare {
        Checks.notNegative((long) thresholdDays, "thresholdDays");
        Objects.requireNonNull(share, "share");
    }

    @Override
    public String toString() {
        return "silent for more than " + thresholdDays + " days: " + share;
    }
}
