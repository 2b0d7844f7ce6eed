package org.loyalty4j.churn;

import java.io.Serializable;
import java.util.Objects;
import org.loyalty4j.Proportion;
import org.loyalty4j.internal.Checks;

/**
 * How many customers went from one state to another between the ends of two successive periods.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a count is negative or more went than there were.
 *
 * @param from the state at the end of the earlier period
 * @param to the state at the end of the later one
 * @param customers how many were in both, in [0, ofCustomers]
 * @param ofCustomers all who were in {@code from}, in [0, inf)
 */
public record StateTransition(ChurnState from, ChurnState to, long customers, long ofCustomers)
        implements Serializable {

    public StateTransition {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Checks.notNegative(ofCustomers, "ofCustomers");
        Checks.partOf(customers, ofCustomers, "customers");
    }

    /**
     * The share of those in the earlier state who went to the later one.
     *
     * @return customers of ofCustomers; {@link Proportion#wilson} gives the interval
     */
    public Proportion share() {
        return new Proportion(customers, ofCustomers);
    }

    @Override
    public String toString() {
        return from.key() + " to " + to.key() + ": " + share();
    }
}
