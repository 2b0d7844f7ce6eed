package org.loyalty4j.btyd;

import java.io.Serializable;
import org.loyalty4j.internal.Checks;

/**
 * How many customers made a number of repeat purchases in the calibration, and how many the model expects.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a number is negative.
 *
 * @param repeatPurchases the number, in [0, inf)
 * @param orMore whether customers with more are counted here too
 * @param actual how many customers there are, in [0, inf)
 * @param expected the sum over customers of P(X(T) = n), or of P(X(T) &gt;= n); in [0, inf)
 */
public record FrequencyCount(int repeatPurchases, boolean orMore, double actual, double expected)
        implements Serializable {

    public FrequencyCount {
        Checks.notNegative((long) repeatPurchases, "repeatPurchases");
        Checks.notNegative(actual, "actual");
        Checks.notNegative(expected, "expected");
    }
}
