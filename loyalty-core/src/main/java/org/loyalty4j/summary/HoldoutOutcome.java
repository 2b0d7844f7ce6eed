package org.loyalty4j.summary;

import java.io.Serializable;
import java.math.BigDecimal;
import org.loyalty4j.internal.Checks;

/**
 * What a buyer of the calibration did in the holdout.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a count or the spend is below zero, if there is spend without a
 * purchase, or if the net exceeds the spend.
 *
 * @param customerId the customer's id, not blank
 * @param purchases days with a purchase occasion, in [0, inf)
 * @param spendMinor net spend on those days in minor units, in [0, inf): what a forecast of value is compared with
 * @param netMinor by how much the customer's total rose in minor units, at most {@code spendMinor}; less, and perhaps below
 *     zero, where refunds came on days without a purchase or reached back into the calibration
 * @param scale decimals of the minor unit, in [0, 9]
 */
public record HoldoutOutcome(String customerId, int purchases, long spendMinor, long netMinor, int scale)
        implements Serializable {

    public HoldoutOutcome {
        Checks.notBlank(customerId, "customerId");
        Checks.notNegative((long) purchases, "purchases");
        Checks.notNegative(spendMinor, "spendMinor");
        if (purchases == 0 && spendMinor > 0) {
            throw new IllegalArgumentException("spendMinor must be 0 without a purchase, but was " + spendMinor);
        }
        if (netMinor > spendMinor) {
            throw new IllegalArgumentException(
                    "netMinor must be at most the spendMinor of " + spendMinor + ", but was " + netMinor);
        }
        Checks.inClosed(scale, 0, 9, "scale");
    }

    /**
     * Net spend on the purchase days of the holdout.
     *
     * @return the exact amount in the major unit
     */
    public BigDecimal spend() {
        return BigDecimal.valueOf(spendMinor, scale);
    }

    /**
     * By how much the customer's total rose.
     *
     * @return the exact amount in the major unit; may be negative
     */
    public BigDecimal net() {
        return BigDecimal.valueOf(netMinor, scale);
    }
}
