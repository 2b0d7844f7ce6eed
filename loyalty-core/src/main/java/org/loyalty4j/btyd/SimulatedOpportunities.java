package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.summary.OpportunityHistory;

/**
 * The opportunities that one simulated customer uses. They are counted from 1, the first after the transaction that began a new
 * customer, or after the last observed of a known one.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if an opportunity is out of order or beyond the last.
 *
 * @param used which, ascending, each in [1, opportunities]
 * @param alive whether the customer has not dropped out at the last opportunity
 * @param opportunities how many were simulated, in [0, inf)
 */
public record SimulatedOpportunities(List<Integer> used, boolean alive, int opportunities) implements Serializable {

    public SimulatedOpportunities {
        used = List.copyOf(Objects.requireNonNull(used, "used"));
        Checks.notNegative((long) opportunities, "opportunities");
        int last = 0;
        for (int i = 0; i < used.size(); i++) {
            last = Checks.inClosed(used.get(i), last + 1, opportunities, "used[" + i + "]");
        }
    }

    /**
     * What is known of a new customer at the last opportunity.
     *
     * @param customerId the id to give the customer
     * @return x, t_x and n
     */
    public OpportunityHistory history(String customerId) {
        int last = used.isEmpty() ? 0 : used.get(used.size() - 1);
        return new OpportunityHistory(customerId, used.size(), last, opportunities);
    }
}
