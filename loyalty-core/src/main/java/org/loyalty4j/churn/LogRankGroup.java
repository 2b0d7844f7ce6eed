package org.loyalty4j.churn;

import java.io.Serializable;
import org.loyalty4j.internal.Checks;

/**
 * One group of a log-rank test.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the name is blank or a number is negative.
 *
 * @param name the name of the group, not blank
 * @param size its lifetimes, in [0, inf)
 * @param left those of them that ended, in [0, size]
 * @param expected how many would have ended if all groups were alike, in [0, inf)
 */
public record LogRankGroup(String name, long size, long left, double expected) implements Serializable {

    public LogRankGroup {
        Checks.notBlank(name, "name");
        Checks.notNegative(size, "size");
        Checks.partOf(left, size, "left");
        Checks.notNegative(expected, "expected");
    }
}
