package org.loyalty4j.summary;

import java.io.Serializable;
import org.loyalty4j.internal.Checks;

/**
 * A history over opportunities without a name, and how many customers have it: a cell of a recency-frequency matrix.
 *
 * <p>Creating one throws {@link IllegalArgumentException} as {@link OpportunityHistory} does, or if the weight is not above
 * zero.
 *
 * @param transactions x: opportunities used after the one that made the customer, in [0, lastTransactionAt]
 * @param lastTransactionAt t_x: the number of the last opportunity used, in [0, opportunities]; 0 without a transaction
 * @param opportunities n: opportunities so far, in [0, inf)
 * @param weight how many customers have it, in (0, inf)
 */
public record WeightedOpportunityHistory(int transactions, int lastTransactionAt, int opportunities, double weight)
        implements Serializable {

    public WeightedOpportunityHistory {
        OpportunityHistory.check(transactions, lastTransactionAt, opportunities);
        Checks.positive(weight, "weight");
    }
}
