package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.Objects;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.summary.TrackingRow;

/**
 * The repeat purchases of a period, and those that a model expects of new customers with the same days of birth.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a number is negative or not finite.
 *
 * @param actual the period, and the repeat purchases made
 * @param expected the repeat purchases expected in the period, in [0, inf)
 * @param cumulativeExpected those expected from the start to the end of the period, in [0, inf)
 */
public record TrackingPeriod(TrackingRow actual, double expected, double cumulativeExpected) implements Serializable {

    public TrackingPeriod {
        Objects.requireNonNull(actual, "actual");
        Checks.notNegative(expected, "expected");
        Checks.notNegative(cumulativeExpected, "cumulativeExpected");
    }
}
