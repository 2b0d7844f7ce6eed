package org.loyalty4j.summary;

import java.io.Serializable;
import org.loyalty4j.internal.Checks;

/**
 * A spend history without a name, and how many customers have it.
 *
 * <p>Creating one throws {@link IllegalArgumentException} as {@link SpendHistory} does, or if the weight is not above zero.
 *
 * @param repeatPurchases x: purchase days after the first, in [1, inf)
 * @param meanSpend m_x: mean spend per repeat purchase day, in (0, inf)
 * @param weight how many customers have it, in (0, inf)
 */
public record WeightedSpendHistory(int repeatPurchases, double meanSpend, double weight) implements Serializable {

    public WeightedSpendHistory {
        SpendHistory.check(repeatPurchases, meanSpend);
        Checks.positive(weight, "weight");
    }
}
