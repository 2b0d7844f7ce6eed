package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Interval;
import org.loyalty4j.internal.Checks;

/**
 * What one customer is expected still to bring: residual value, which leaves out all that was bought before.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a number is out of range.
 *
 * @param customerId the customer's id, not blank
 * @param discountedPurchases the purchases to come, each discounted to the end of observation, in [0, inf)
 * @param expectedSpend what a purchase is expected to bring, in the major unit, in (0, inf)
 * @param margin the margin as a share of sales, in [0, 1]
 * @param interval the confidence interval of the expected value, from the uncertainty of the models' parameters; null if a
 *     model came without its uncertainty
 */
public record CustomerValue(
        String customerId,
        double discountedPurchases,
        double expectedSpend,
        double margin,
        @Nullable Interval interval) implements Serializable {

    public CustomerValue {
        Checks.notBlank(customerId, "customerId");
        Checks.notNegative(discountedPurchases, "discountedPurchases");
        Checks.positive(expectedSpend, "expectedSpend");
        Checks.inClosed(margin, 0, 1, "margin");
    }

    /**
     * The residual value.
     *
     * @return {@code discountedPurchases * expectedSpend * margin}, in the major unit, in [0, inf)
     */
    public double value() {
        return discountedPurchases * expectedSpend * margin;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %.2f (%.4g purchases of %.2f at a margin of %.4g)%s",
                customerId,
                value(),
                discountedPurchases,
                expectedSpend,
                margin,
                interval == null ? "" : ", " + interval);
    }
}
