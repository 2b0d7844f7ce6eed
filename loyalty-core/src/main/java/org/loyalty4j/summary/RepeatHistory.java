package org.loyalty4j.summary;

import java.io.Serializable;
import java.util.Objects;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.internal.Checks;

/**
 * One customer's purchases as the purchase models read them: the triple (x, t_x, T), the first purchase being the origin.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a number is negative or not finite, if the last purchase lies
 * after the end of observation, or if a customer without repeat purchases has a last one after the first.
 *
 * @param customerId the customer's id, not blank
 * @param repeatPurchases x: purchase days after the first, in [0, inf)
 * @param lastPurchaseAt t_x: age at the last purchase, in {@code unit}, in [0, observedFor]; 0 without a repeat purchase
 * @param observedFor T: age at the end of observation, in {@code unit}, in [0, inf)
 * @param unit the unit of both ages
 */
public record RepeatHistory(
        String customerId, int repeatPurchases, double lastPurchaseAt, double observedFor, PeriodUnit unit)
        implements Serializable {

    public RepeatHistory {
        Checks.notBlank(customerId, "customerId");
        check(repeatPurchases, lastPurchaseAt, observedFor);
        Objects.requireNonNull(unit, "unit");
    }

    static void check(int repeatPurchases, double lastPurchaseAt, double observedFor) {
        Checks.notNegative((long) repeatPurchases, "repeatPurchases");
        Checks.notNegative(observedFor, "observedFor");
        if (!(lastPurchaseAt >= 0 && lastPurchaseAt <= observedFor)) {
            throw new IllegalArgumentException(
                    "lastPurchaseAt must be in [0, " + observedFor + "], but was " + lastPurchaseAt);
        }
        if (repeatPurchases == 0 && lastPurchaseAt > 0) {
            throw new IllegalArgumentException(
                    "lastPurchaseAt must be 0 without repeat purchases, but was " + lastPurchaseAt);
        }
    }

    /**
     * The same history with its ages in another unit.
     *
     * @param target the unit wanted
     * @return the converted history
     */
    public RepeatHistory in(PeriodUnit target) {
        Objects.requireNonNull(target, "target");
        if (target == unit) {
            return this;
        }
        return new RepeatHistory(
                customerId,
                repeatPurchases,
                unit.convert(lastPurchaseAt, target),
                unit.convert(observedFor, target),
                target);
    }
}
