package org.loyalty4j.summary;

import java.io.Serializable;
import org.loyalty4j.internal.Checks;

/**
 * One customer's transactions over opportunities, at each of which there is at most one: the triple (x, t_x, n) of the models
 * in discrete time, such as a donor who can give once a year.
 *
 * <p>Creating one throws {@link IllegalArgumentException} unless {@code 0 <= x <= t_x <= n}, with x = 0 just where t_x = 0.
 *
 * @param customerId the customer's id, not blank
 * @param transactions x: opportunities used after the one that made the customer, in [0, lastTransactionAt]
 * @param lastTransactionAt t_x: the number of the last opportunity used, in [0, opportunities]; 0 without a transaction
 * @param opportunities n: opportunities so far, in [0, inf)
 */
public record OpportunityHistory(String customerId, int transactions, int lastTransactionAt, int opportunities)
        implements Serializable {

    public OpportunityHistory {
        Checks.notBlank(customerId, "customerId");
        check(transactions, lastTransactionAt, opportunities);
    }

    static void check(int transactions, int lastTransactionAt, int opportunities) {
        Checks.notNegative((long) opportunities, "opportunities");
        Checks.inClosed(lastTransactionAt, 0, opportunities, "lastTransactionAt");
        Checks.inClosed(transactions, Math.min(lastTransactionAt, 1), lastTransactionAt, "transactions");
    }
}
