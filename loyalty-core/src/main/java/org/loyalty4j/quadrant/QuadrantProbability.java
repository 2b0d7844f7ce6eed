package org.loyalty4j.quadrant;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.Checks;

/**
 * How sure a customer's quadrant is.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the id is blank, a probability is not in [0, 1], or the attitude's
 * is given for an unknown attitude or missing for a known one.
 *
 * @param customerId the customer's id, not blank
 * @param quadrant the quadrant that the customer was put into
 * @param highBehaviour the probability of a high behaviour, in [0, 1]; 0 or 1 where behaviour is taken as observed
 * @param highAttitude the probability that the customer, asked again, would answer at or above the attitude cut, in [0, 1]; null
 *     where the attitude is not known
 */
public record QuadrantProbability(
        String customerId,
        LoyaltyQuadrant quadrant,
        double highBehaviour,
        @Nullable Double highAttitude) implements Serializable {

    public QuadrantProbability {
        Checks.notBlank(customerId, "customerId");
        Objects.requireNonNull(quadrant, "quadrant");
        Checks.inClosed(highBehaviour, 0, 1, "highBehaviour");
        if ((highAttitude == null) != (quadrant == LoyaltyQuadrant.UNKNOWN_ATTITUDE)) {
            throw new IllegalArgumentException("highAttitude must be given unless the attitude is unknown, but was "
                    + highAttitude + " for " + quadrant);
        }
        if (highAttitude != null) {
            Checks.inClosed(highAttitude, 0, 1, "highAttitude");
        }
    }

    /**
     * The probability of a quadrant, the errors of the two axes taken as independent.
     *
     * @param other the quadrant asked for
     * @return the product of the probabilities of its two sides, in [0, 1]; for a customer of unknown attitude 1 for
     *     {@link LoyaltyQuadrant#UNKNOWN_ATTITUDE} and 0 for the others
     */
    public double of(LoyaltyQuadrant other) {
        Objects.requireNonNull(other, "other");
        if (highAttitude == null || other == LoyaltyQuadrant.UNKNOWN_ATTITUDE) {
            return quadrant == other ? 1 : 0;
        }
        boolean buys = other == LoyaltyQuadrant.TRUE_LOYALTY || other == LoyaltyQuadrant.SPURIOUS_LOYALTY;
        boolean likes = other == LoyaltyQuadrant.TRUE_LOYALTY || other == LoyaltyQuadrant.LATENT_LOYALTY;
        return (buys ? highBehaviour : 1 - highBehaviour) * (likes ? highAttitude : 1 - highAttitude);
    }

    /**
     * The probability of the quadrant that the customer was put into.
     *
     * @return the probability, in [0, 1]; empty where the attitude is not known, which is no finding to be sure of
     */
    public OptionalDouble confidence() {
        return highAttitude == null ? OptionalDouble.empty() : OptionalDouble.of(of(quadrant));
    }

    @Override
    public String toString() {
        return customerId + ": " + quadrant.label()
                + (highAttitude == null ? "" : String.format(Locale.ROOT, " with probability %.2f", of(quadrant)));
    }
}
