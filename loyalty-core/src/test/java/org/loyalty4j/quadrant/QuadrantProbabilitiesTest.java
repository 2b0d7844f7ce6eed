package org.loyalty4j.quadrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Scale;
import org.loyalty4j.survey.AnswerNoise;

class QuadrantProbabilitiesTest {
    private static final QuadrantClassifier CUTS = new QuadrantClassifier(50, 85);
    private static final List<QuadrantPosition> POSITIONS = List.of(
            CUTS.position("fan", 90, 100.0),
            CUTS.position("nearly", 90, 80.0),
            CUTS.position("admirer", 20, 90.0),
            CUTS.position("critic", 20, 20.0),
            CUTS.position("silent", 70, null));
    private static final ReaskedAnswers AGAIN = ReaskedAnswers.of(POSITIONS, AnswerNoise.ofSteps(1, Scale.NPS));

    @Test
    void anAnswerNearTheCutIsLessSure() {
        QuadrantProbabilities probabilities = QuadrantProbabilities.of(POSITIONS, AGAIN);
        assertThat(probabilities).hasSize(5);
        assertThat(probabilities.get(0).confidence().orElseThrow())
                .isGreaterThan(probabilities.get(1).confidence().orElseThrow());
        assertThat(probabilities.get(3).confidence().orElseThrow()).isGreaterThan(0.999);
        assertThat(probabilities.get(4).confidence()).isEmpty();
        assertThat(probabilities.get(4).of(LoyaltyQuadrant.UNKNOWN_ATTITUDE)).isOne();
        assertThat(probabilities.get(4).of(LoyaltyQuadrant.TRUE_LOYALTY)).isZero();
        assertThat(probabilities.get(0).of(LoyaltyQuadrant.LATENT_LOYALTY)).isZero(); // behaviour is observed
        assertThat(probabilities.get(1).of(LoyaltyQuadrant.TRUE_LOYALTY)).isEqualTo(AGAIN.probabilityAtLeast(8, 9));
        assertThat(probabilities.borderline(0.9))
                .extracting(QuadrantProbability::customerId)
                .contains("nearly")
                .doesNotContain("critic", "silent");
        double all = 0;
        for (LoyaltyQuadrant quadrant : LoyaltyQuadrant.values()) {
            all += probabilities.expectedCustomers(quadrant);
        }
        assertThat(all).isEqualTo(5, within(1e-12));
        assertThat(probabilities.expectedCustomers(LoyaltyQuadrant.UNKNOWN_ATTITUDE))
                .isOne();
        assertThat(probabilities.toString()).startsWith("QuadrantProbabilities of 5 customers, ");
        assertThat(probabilities.get(4)).hasToString("silent: Unknown attitude");
        assertThat(probabilities.get(3)).hasToString("critic: No loyalty with probability 1.00");
    }

    @Test
    void anEstimatedBehaviourIsAsUncertainAsItIs() {
        QuadrantProbabilities probabilities =
                QuadrantProbabilities.of(POSITIONS, AGAIN, new double[] {0.9, 0.8, 0.4, 0, 0.5});
        QuadrantProbability admirer = probabilities.get(2);
        double likes = AGAIN.probabilityAtLeast(9, 9);
        assertThat(admirer.of(LoyaltyQuadrant.TRUE_LOYALTY)).isEqualTo(0.4 * likes, within(1e-15));
        assertThat(admirer.of(LoyaltyQuadrant.LATENT_LOYALTY)).isEqualTo(0.6 * likes, within(1e-15));
        assertThat(admirer.of(LoyaltyQuadrant.SPURIOUS_LOYALTY)).isEqualTo(0.4 * (1 - likes), within(1e-15));
        assertThat(admirer.of(LoyaltyQuadrant.NO_LOYALTY)).isEqualTo(0.6 * (1 - likes), within(1e-15));
        assertThat(probabilities.borderline(1)).hasSize(4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuadrantProbabilities.of(POSITIONS, AGAIN, new double[] {0.9, 0.8, 0.4, 0, 1.5}))
                .withMessage("highBehaviour[4] must be in [0, 1], but was 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuadrantProbabilities.of(POSITIONS, AGAIN, new double[4]))
                .withMessage("highBehaviour must have 5 elements, but had 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> probabilities.borderline(Double.NaN))
                .withMessage("confidence must be in (0, 1], but was NaN");
    }

    @Test
    void aProbabilityKnowsWhetherTheAttitudeIsKnown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuadrantProbability("a", LoyaltyQuadrant.UNKNOWN_ATTITUDE, 1, 0.5))
                .withMessage(
                        "highAttitude must be given unless the attitude is unknown, but was 0.5 for UNKNOWN_ATTITUDE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuadrantProbability("a", LoyaltyQuadrant.NO_LOYALTY, 1, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuadrantProbability("a", LoyaltyQuadrant.NO_LOYALTY, 1, Double.NaN))
                .withMessage("highAttitude must be in [0, 1], but was NaN");
    }

    @Test
    void cutsOutsideTheScaleAreReachedByAllOrNobody() {
        List<QuadrantPosition> all = List.of(new QuadrantClassifier(50, 0).position("a", 1, 0.0));
        List<QuadrantPosition> best = List.of(new QuadrantClassifier(50, 100).position("a", 1, 100.0));
        assertThat(QuadrantProbabilities.of(all, AGAIN).get(0).highAttitude()).isEqualTo(1, within(1e-12));
        assertThat(QuadrantProbabilities.of(best, AGAIN).get(0).highAttitude())
                .isEqualTo(AGAIN.probability(10, 10), within(1e-15));
    }
}
