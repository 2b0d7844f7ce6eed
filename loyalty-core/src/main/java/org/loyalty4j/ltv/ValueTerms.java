package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
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
 * @param limit how far ahead the value looks; null for ever
 * @param discountRate what a year's wait costs
 */
public record ValueTerms(double margin, @Nullable Horizon limit, DiscountRate discountRate) implements Serializable {

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
        return new ValueTerms(share, limit, discountRate);
    }

    /**
     * How far ahead the value looks.
     *
     * @return the horizon; empty for ever
     */
    public Optional<Horizon> horizon() {
        return Optional.ofNullable(limit);
    }

    /** The value for ever, if it has a bound. */
    double bounded(OptionalDouble forEver, Object model) {
        return forEver.orElseThrow(() -> new IllegalArgumentException("the value for ever has no bound under " + model
                + " at " + discountRate + ": give a horizon or a rate above 0"));
    }

    @Override
    public String toString() {
        return (limit == null ? "for ever" : "within " + limit) + ", discounted by " + discountRate + ", margin "
                + margin;
    }
}
