package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.summary.OpportunityHistory;
import org.loyalty4j.summary.SpendHistory;

/**
 * A customer over opportunities to be valued, on terms of its own.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the mean spend is out of range, or given without a transaction.
 *
 * @param history at which opportunities the customer bought
 * @param meanSpend the mean spend of these transactions in the major unit, in (0, inf); null without a transaction or where
 *     nothing is known of it: the customer is then expected to spend as the base does
 * @param terms on what terms a transaction to come is counted
 */
public record OpportunityCase(
        OpportunityHistory history, @Nullable Double meanSpend, ValueTerms terms) implements Serializable {
    private static final String ANY_CUSTOMER = "any customer";

    public OpportunityCase {
        Objects.requireNonNull(history, "history");
        Objects.requireNonNull(terms, "terms");
        if (meanSpend != null) {
            Checks.positive(meanSpend, "meanSpend");
            if (history.transactions() == 0) {
                throw new IllegalArgumentException("meanSpend must be null without transactions, but was " + meanSpend);
            }
        }
    }

    /** The same history on the same terms, whoever's it is. */
    OpportunityCase ofAnyCustomer() {
        return new OpportunityCase(
                new OpportunityHistory(
                        ANY_CUSTOMER, history.transactions(), history.lastTransactionAt(), history.opportunities()),
                null,
                terms);
    }

    /** What is known of the customer's spend. */
    Optional<SpendHistory> spend() {
        return meanSpend == null
                ? Optional.empty()
                : Optional.of(new SpendHistory(history.customerId(), history.transactions(), meanSpend));
    }
}
