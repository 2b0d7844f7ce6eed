package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Horizon;
import org.loyalty4j.internal.Checks;

/**
 * On what terms a purchase to come is counted. Horizon and discount rate have no default: they are the caller's to say.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the margin is out of range.
 *
 * @param margin the margin as a share of sales, in [0, 1]
 * @param horizon how far ahead the value looks; null for ever
 * @param discountRate what a year's wait costs
 */
public record ValueTerms(double margin, @Nullable Horizon horizon, DiscountRate discountRate) implements Serializable {

    public ValueTerms {
        Checks.inClosed(margin, 0, 1, "margin");
        Objects.requireNonNull(discountRate, "discountRate");
    }

    /**
     * The value within a horizon, in sales: at a margin of 1.
     *
     * @param horizon how far ahead the value looks
     * @param discountRate what a year's wait costs
     * @return the terms
     */
    public static ValueTerms within(Horizon horizon, DiscountRate discountRate) {
        return new ValueTerms(1, Objects.requireNonNull(horizon, "horizon"), discountRate);
    }

    /**
     * The value for ever, in sales: at a margin of 1.
     *
     * @param discountRate what a year's wait costs
     * @return the terms
     */
    public static ValueTerms forEver(DiscountRate discountRate) {
        return new ValueTerms(1, null, discountRate);
    }

    /**
     * The same terms at another margin.
     *
     * @param share the margin as a share of sales, in [0, 1]
     * @return the changed terms
     */
    public ValueTerms withMargin(double share) {
        return new ValueTerms(share, horizon, discountRate);
    }

    /** The discounted purchases under a model, unless they are NaN: infinite. */
    Uncertain bounded(Uncertain discounted, Object model) {
        if (Double.isNaN(discounted.value())) {
            throw new IllegalArgumentException("the value for ever has no bound under " + model + " at " + discountRate
                    + ": give a horizon or a rate above 0");
        }
        return discounted;
    }

    @Override
    public String toString() {
        return (horizon == null ? "for ever" : "within " + horizon) + ", discounted by " + discountRate + ", margin "
                + margin;
    }
}
