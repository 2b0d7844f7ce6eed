package org.loyalty4j.quadrant;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.Checks;

/**
 * Where a customer stands on both axes, and how far from the cuts.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the id is blank or a position is not in [0, 100].
 *
 * @param customerId the customer's id, not blank
 * @param behaviour the position on the behaviour axis, in [0, 100]
 * @param attitude the position on the attitude axis, in [0, 100]; null where it is not known
 * @param classifier the cuts
 */
public record QuadrantPosition(
        String customerId, double behaviour, @Nullable Double attitude, QuadrantClassifier classifier)
        implements Serializable {

    public QuadrantPosition {
        Checks.notBlank(customerId, "customerId");
        Checks.inClosed(behaviour, 0, 100, "behaviour");
        if (attitude != null) {
            Checks.inClosed(attitude, 0, 100, "attitude");
        }
        Objects.requireNonNull(classifier, "classifier");
    }

    /**
     * The quadrant.
     *
     * @return one of the four, or {@link LoyaltyQuadrant#UNKNOWN_ATTITUDE}
     */
    public LoyaltyQuadrant quadrant() {
        if (attitude == null) {
            return LoyaltyQuadrant.UNKNOWN_ATTITUDE;
        }
        boolean buys = behaviour >= classifier.behaviourCut();
        boolean likes = attitude >= classifier.attitudeCut();
        if (buys) {
            return likes ? LoyaltyQuadrant.TRUE_LOYALTY : LoyaltyQuadrant.SPURIOUS_LOYALTY;
        }
        return likes ? LoyaltyQuadrant.LATENT_LOYALTY : LoyaltyQuadrant.NO_LOYALTY;
    }

    /**
     * How far the behaviour lies above its cut.
     *
     * @return the distance in points of the axis, negative below the cut; in [-100, 100]
     */
    public double behaviourDistance() {
        return behaviour - classifier.behaviourCut();
    }

    /**
     * How far the attitude lies above its cut.
     *
     * @return the distance in points of the axis, negative below the cut; in [-100, 100]; empty where the attitude is not
     *     known
     */
    public OptionalDouble attitudeDistance() {
        return attitude == null ? OptionalDouble.empty() : OptionalDouble.of(attitude - classifier.attitudeCut());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: behaviour %.1f, attitude %s, %s",
                customerId,
                behaviour,
                attitude == null ? "unknown" : String.format(Locale.ROOT, "%.1f", attitude),
                quadrant().label());
    }
}
