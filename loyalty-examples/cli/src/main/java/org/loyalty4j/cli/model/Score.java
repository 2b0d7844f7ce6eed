package org.loyalty4j.cli.model;

import java.util.OptionalDouble;
import org.loyalty4j.cli.output.Json;

/** What a model says of one history. */
record Score(double logLikelihood, double probabilityAlive, double expectedPurchases, OptionalDouble dert) {

    /** A row of the table; a field without a value is empty. */
    String[] row(String customerId) {
        return new String[] {
            customerId,
            Json.text(logLikelihood),
            Json.text(probabilityAlive),
            Json.text(expectedPurchases),
            dert.isPresent() ? Json.text(dert.getAsDouble()) : ""
        };
    }
}
