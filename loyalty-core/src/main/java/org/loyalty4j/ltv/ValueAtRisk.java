package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.Locale;
import org.loyalty4j.internal.Checks;

/**
 * What is lost on one customer if things go on as they do: the value still to come times the chance that the customer leaves.
 *
 * <p>A residual value that a model of purchases gives is not the value if kept: the chance to have left is in it already. Times the
 * chance not to buy, it is small on those who surely stay and on those surely gone, and ranks otherwise: first are those of whom
 * much may still be lost. Divided by the chance to buy within the same horizon it is the value if kept, as {@link SaveOffer} takes it.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a number is out of range.
 *
 * @param customerId the customer's id, not blank
 * @param residualValue what the customer is worth if kept, finite; negative for one served at a loss
 * @param churnProbability the chance that the customer leaves, or does not buy, within the time meant, in [0, 1]
 */
public record ValueAtRisk(String customerId, double residualValue, double churnProbability) implements Serializable {

    public ValueAtRisk {
        Checks.notBlank(customerId, "customerId");
        Checks.finite(residualValue, "residualValue");
        Checks.inClosed(churnProbability, 0, 1, "churnProbability");
    }

    /**
     * The value at risk.
     *
     * @return {@code residualValue * churnProbability}
     */
    public double value() {
        return residualValue * churnProbability;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %.2f at risk (%.2f, leaving with %.4g)",
                customerId,
                value(),
                residualValue,
                churnProbability);
    }
}
