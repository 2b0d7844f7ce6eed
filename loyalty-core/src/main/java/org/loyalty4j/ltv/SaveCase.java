package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import org.loyalty4j.internal.Checks;

/**
 * A customer whom it is worth making an offer.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the gain is not finite.
 *
 * @param customer the customer and what is at risk
 * @param expectedGain what the offer is expected to gain, finite
 */
public record SaveCase(ValueAtRisk customer, double expectedGain) implements Serializable {

    public SaveCase {
        Objects.requireNonNull(customer, "customer");
        Checks.finite(expectedGain, "expectedGain");
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s, expected gain %.2f", customer, expectedGain);
    }
}
