package org.loyalty4j.profile;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.loyalty4j.internal.RowList;
import org.loyalty4j.quadrant.NoiseMovement;
import org.loyalty4j.quadrant.QuadrantMovement;
import org.loyalty4j.quadrant.QuadrantPosition;

/** Two reports of one base on two dates by the same ruler, and who moved between the quadrants. */
public final class LoyaltyComparison implements Serializable {
    private static final long serialVersionUID = 1L;

    private final LoyaltyReport before;
    private final LoyaltyReport after;
    private final QuadrantMovement movement;

    LoyaltyComparison(LoyaltyReport before, LoyaltyReport after) {
        this.before = before;
        this.after = after;
        this.movement = QuadrantMovement.between(staying(before), staying(after));
    }

    /** The positions of the customers whose contract had not ended by the date of the report. */
    private static List<QuadrantPosition> staying(LoyaltyReport report) {
        List<QuadrantPosition> all = report.positions();
        int[] places = report.churn().staying(report.purchases());
        return new RowList<>(places.length, row -> all.get(places[row]));
    }

    /**
     * The report of the earlier date, by the cuts of the later.
     *
     * @return the report; without value, and without forecast unless behaviour is by expected purchases
     */
    public LoyaltyReport before() {
        return before;
    }

    /**
     * The report of the later date.
     *
     * @return the report
     */
    public LoyaltyReport after() {
        return after;
    }

    /**
     * Who entered, left, rose, fell and stayed between the two dates.
     *
     * @return the movement
     */
    public QuadrantMovement movement() {
        return movement;
    }

    /**
     * How much of the movement is to be expected of the noise of answers alone.
     *
     * @return the expected movement by {@link LoyaltySurvey#noise} of the later report; empty where nobody whose attitude was known on
     *     both dates answered anew between them, or answers are means
     */
    public Optional<NoiseMovement> movementByNoise() {
        return after.hasSingleAnswers()
                ? movement.byNoise(after.survey().noise(), before.answers(), after.answers())
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "LoyaltyComparison of " + before.asOf() + " with " + after.asOf() + "\n" + movement;
    }
}
