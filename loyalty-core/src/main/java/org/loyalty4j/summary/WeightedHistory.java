package org.loyalty4j.summary;

import java.io.Serializable;
import org.loyalty4j.internal.Checks;

/**
 * A history without a name, and how many customers have it.
 *
 * <p>Creating one throws {@link IllegalArgumentException} as {@link RepeatHistory} does, or if the weight is not above zero.
 *
 * @param repeatPurchases x: purchase days after the first, in [0, inf)
 * @param lastPurchaseAt t_x: age at the last purchase, in [0, observedFor]; 0 without a repeat purchase
 * @param observedFor T: age at the end of observation, in [0, inf)
 * @param weight how many customers have it, in (0, inf)
 */
public record WeightedHistory(int repeatPurchases, double lastPurchaseAt, double observedFor, double weight)
        implements Serializable {

    public WeightedHistory {
        RepeatHistory.check(repeatPurchases, lastPurchaseAt, observedFor);
        lastPurchaseAt += 0.0; // -0.0 is the same age
        observedFor += 0.0;
        Checks.positive(weight, "weight");
    }

    WeightedHistory withWeight(double other) {
        return new WeightedHistory(repeatPurchases, lastPurchaseAt, observedFor, other);
    }
}
