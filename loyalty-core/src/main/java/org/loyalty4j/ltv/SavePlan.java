package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Whom to make an offer, and what it is expected to bring in all.
 *
 * @param offer the offer
 * @param cases the customers to contact, the largest expected gain first, unmodifiable
 */
public record SavePlan(SaveOffer offer, List<SaveCase> cases) implements Serializable {

    public SavePlan {
        Objects.requireNonNull(offer, "offer");
        cases = List.copyOf(Objects.requireNonNull(cases, "cases"));
    }

    /**
     * What is expected to be gained in all.
     *
     * @return the sum of the expected gains
     */
    public double expectedGain() {
        double sum = 0;
        for (SaveCase one : cases) {
            sum += one.expectedGain();
        }
        return sum;
    }

    /**
     * How many customers are expected to be saved.
     *
     * @return the sum of {@code p successRate}
     */
    public double expectedSaves() {
        double sum = 0;
        for (SaveCase one : cases) {
            sum += one.customer().churnProbability() * offer.successRate();
        }
        return sum;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d customers to contact, %.1f saves and a gain of %.2f expected",
                cases.size(),
                expectedSaves(),
                expectedGain());
    }
}
