package org.loyalty4j.survey;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.Checks;

/**
 * What one customer did in a window after the answers were given.
 *
 * <p>All outcomes that are compared must be of one window. Creating one throws {@link IllegalArgumentException} if the id is blank
 * or the value is not finite.
 *
 * @param customerId the customer's id, not blank
 * @param repeated whether the customer bought in the window
 * @param value what the customer was worth in the window: spend, or margin; finite, below zero where refunds exceed it
 * @param churned whether the customer left in the window; null where leaving is not observed
 */
public record LaterOutcome(
        String customerId,
        boolean repeated,
        double value,
        @Nullable Boolean churned) implements Serializable {

    public LaterOutcome {
        Checks.notBlank(customerId, "customerId");
        Checks.finite(value, "value");
    }
}
