package org.loyalty4j.churn;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.Checks;

/**
 * The state of one customer.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the id is blank, the silence is negative, or a prospect has one or
 * another customer has none.
 *
 * @param customerId the customer's id, not blank
 * @param state the state
 * @param silenceDays days since the last purchase, in [0, inf); null for a prospect
 */
public record CustomerChurnState(
        String customerId, ChurnState state, @Nullable Integer silenceDays) implements Serializable {

    public CustomerChurnState {
        Checks.notBlank(customerId, "customerId");
        Objects.requireNonNull(state, "state");
        if ((state == ChurnState.PROSPECT) != (silenceDays == null)) {
            throw new IllegalArgumentException(
                    "silenceDays must be given unless state is PROSPECT, but was " + silenceDays + " at " + state);
        }
        if (silenceDays != null) {
            Checks.notNegative((long) silenceDays, "silenceDays");
        }
    }

    @Override
    public String toString() {
        return customerId + ": " + state.label() + (silenceDays == null ? "" : ", silent for " + silenceDays + " days");
    }
}
