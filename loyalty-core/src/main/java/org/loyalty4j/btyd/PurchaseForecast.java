package org.loyalty4j.btyd;

import java.io.Serializable;
import org.loyalty4j.internal.Checks;

/**
 * What is to be expected of one customer within a horizon.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a number is out of range.
 *
 * @param customerId the customer's id, not blank
 * @param probabilityAlive P(alive) at the end of observation, in [0, 1]; 1 under a model without dropout
 * @param probabilityOfPurchase P(at least one purchase within the horizon), in [0, 1]
 * @param expectedPurchases the expected number of purchases within the horizon, in [0, inf)
 */
public record PurchaseForecast(
        String customerId, double probabilityAlive, double probabilityOfPurchase, double expectedPurchases)
        implements Serializable {

    public PurchaseForecast {
        Checks.notBlank(customerId, "customerId");
        Checks.inClosed(probabilityAlive, 0, 1, "probabilityAlive");
        Checks.inClosed(probabilityOfPurchase, 0, 1, "probabilityOfPurchase");
        Checks.notNegative(expectedPurchases, "expectedPurchases");
    }
}
