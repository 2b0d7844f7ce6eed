package org.loyalty4j.summary;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;
import org.loyalty4j.internal.Checks;

/**
 * What a group of customers did in the holdout, together.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a count is below zero.
 *
 * @param customers how many they are, in [0, inf)
 * @param purchases their days with a purchase occasion, in [0, inf); of customers born in the holdout the first is among them
 * @param spend their net spend on those days, exact
 * @param net by how much their totals rose, exact; less than the spend where refunds came on other days
 */
public record HoldoutTotals(int customers, long purchases, BigDecimal spend, BigDecimal net) implements Serializable {

    public HoldoutTotals {
        Checks.notNegative((long) customers, "customers");
        Checks.notNegative(purchases, "purchases");
        Objects.requireNonNull(spend, "spend");
        Objects.requireNonNull(net, "net");
    }

    @Override
    public String toString() {
        return customers + " customers, " + purchases + " purchases, " + spend.toPlainString() + " spent";
    }
}
