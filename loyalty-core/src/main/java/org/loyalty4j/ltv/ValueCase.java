package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.summary.PurchaseSummary;
import org.loyalty4j.summary.RepeatHistory;
import org.loyalty4j.summary.SpendHistory;

/**
 * A customer to be valued, on terms of its own.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the mean spend is out of range, or given without a repeat purchase.
 *
 * @param history when the customer bought
 * @param meanRepeatSpend the mean spend of the repeat purchases in the major unit, in (0, inf); null without a repeat purchase
 *     or where all of them were free: the customer is then expected to spend as the base does
 * @param terms on what terms a purchase to come is counted
 */
public record ValueCase(RepeatHistory history, @Nullable Double meanRepeatSpend, ValueTerms terms)
        implements Serializable {
    private static final String ANY_CUSTOMER = "any customer";

    public ValueCase {
        Objects.requireNonNull(history, "history");
        Objects.requireNonNull(terms, "terms");
        if (meanRepeatSpend != null) {
            Checks.positive(meanRepeatSpend, "meanRepeatSpend");
            if (history.repeatPurchases() == 0) {
                throw new IllegalArgumentException(
                        "meanRepeatSpend must be null without repeat purchases, but was " + meanRepeatSpend);
            }
        }
    }

    /**
     * A customer as summarised from a log.
     *
     * @param summary what the customer had bought
     * @param terms on what terms a purchase to come is counted
     * @return the case; empty for a prospect, who has no history
     */
    public static Optional<ValueCase> of(PurchaseSummary summary, ValueTerms terms) {
        double spend = summary.meanRepeatSpend().orElse(0);
        return summary.repeatHistory(PeriodUnit.DAY)
                .map(history -> new ValueCase(history, spend > 0 ? spend : null, terms));
    }

    /** The same history on the same terms, whoever's it is. */
    ValueCase ofAnyCustomer() {
        return new ValueCase(
                new RepeatHistory(
                        ANY_CUSTOMER,
                        history.repeatPurchases(),
                        history.lastPurchaseAt(),
                        history.observedFor(),
                        history.unit()),
                null,
                terms);
    }

    /** What is known of the customer's spend. */
    Optional<SpendHistory> spend() {
        return meanRepeatSpend == null
                ? Optional.empty()
                : Optional.of(new SpendHistory(history.customerId(), history.repeatPurchases(), meanRepeatSpend));
    }
}
