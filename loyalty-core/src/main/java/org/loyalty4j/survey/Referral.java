package org.loyalty4j.survey;

import java.io.Serializable;
import org.loyalty4j.internal.Checks;

/**
 * One customer who came because another recommended it.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if an id is blank, both are the same, or the value is not finite.
 *
 * @param referrerId the customer who recommended, not blank
 * @param referredId the customer who came, not blank, another one
 * @param referredValue what the customer who came was worth in the window looked at; finite
 */
public record Referral(String referrerId, String referredId, double referredValue) implements Serializable {

    public Referral {
        Checks.notBlank(referrerId, "referrerId");
        Checks.notBlank(referredId, "referredId");
        Checks.finite(referredValue, "referredValue");
        if (referrerId.equals(referredId)) {
            throw new IllegalArgumentException("referredId must not be the referrer, but was " + referredId);
        }
    }
}
