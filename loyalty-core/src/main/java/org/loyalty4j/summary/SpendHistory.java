package org.loyalty4j.summary;

import java.io.Serializable;
import org.loyalty4j.internal.Checks;

/**
 * One customer's spend as the spend models read it: the pair (x, m_x).
 *
 * <p>Creating one throws {@link IllegalArgumentException} if there is no purchase or the mean is not above zero: such a
 * customer says nothing of how much is spent when something is.
 *
 * @param customerId the customer's id, not blank
 * @param repeatPurchases x: purchase days after the first, in [1, inf)
 * @param meanSpend m_x: mean spend per repeat purchase day, in the currency's major unit, in (0, inf)
 */
public record SpendHistory(String customerId, int repeatPurchases, double meanSpend) implements Serializable {

    public SpendHistory {
        Checks.notBlank(customerId, "customerId");
        check(repeatPurchases, meanSpend);
    }

    static void check(int repeatPurchases, double meanSpend) {
        Checks.positive((long) repeatPurchases, "repeatPurchases");
        Checks.positive(meanSpend, "meanSpend");
    }
}
