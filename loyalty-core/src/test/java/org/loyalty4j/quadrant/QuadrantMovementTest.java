package org.loyalty4j.quadrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Estimate;
import org.loyalty4j.Proportion;
import org.loyalty4j.Scale;
import org.loyalty4j.data.SurveyResponse;
import org.loyalty4j.survey.AnswerNoise;
import org.loyalty4j.survey.AnswerSelection;

class QuadrantMovementTest {
    private static final QuadrantClassifier CUTS = new QuadrantClassifier(50, 85);
    private static final List<QuadrantPosition> BEFORE = List.of(
            CUTS.position("stays", 60, 90.0),
            CUTS.position("rises", 40, 90.0),
            CUTS.position("rises twice", 40, 20.0),
            CUTS.position("falls", 60, 90.0),
            CUTS.position("crosses", 60, 20.0),
            CUTS.position("answers", 60, null),
            CUTS.position("ages out", 60, 100.0),
            CUTS.position("leaves", 60, 100.0));
    private static final List<QuadrantPosition> AFTER = List.of(
            CUTS.position("enters", 10, null),
            CUTS.position("crosses", 40, 100.0),
            CUTS.position("stays", 70, 100.0),
            CUTS.position("rises", 50, 90.0),
            CUTS.position("rises twice", 90, 90.0),
            CUTS.position("falls", 60, 80.0),
            CUTS.position("answers", 60, 100.0),
            CUTS.position("ages out", 60, null));
    private static final QuadrantMovement MOVEMENT = QuadrantMovement.between(BEFORE, AFTER);

    @Test
    void everyCustomerGoesOneWay() {
        assertThat(MOVEMENT.moves().stream().map(QuadrantMove::change))
                .containsExactly(
                        QuadrantChange.STAYED,
                        QuadrantChange.ROSE,
                        QuadrantChange.ROSE,
                        QuadrantChange.FELL,
                        QuadrantChange.CROSSED,
                        QuadrantChange.BECAME_KNOWN,
                        QuadrantChange.BECAME_UNKNOWN,
                        QuadrantChange.LEFT,
                        QuadrantChange.ENTERED);
        assertThat(MOVEMENT.moves(QuadrantChange.ROSE))
                .extracting(QuadrantMove::customerId)
                .containsExactly("rises", "rises twice");
        assertThat(MOVEMENT.moves(QuadrantChange.ENTERED).get(0)).hasToString("enters: (entered) -> Unknown attitude");
        assertThat(MOVEMENT.moves(QuadrantChange.LEFT).get(0)).hasToString("leaves: True loyalty -> (left)");
        for (QuadrantChange change : QuadrantChange.values()) {
            assertThat(MOVEMENT.customers(change))
                    .isEqualTo(MOVEMENT.moves(change).size());
            assertThat(change.key()).isEqualTo(change.name().toLowerCase(Locale.ROOT));
            assertThat(change.label().japanese()).isNotBlank();
        }
    }

    @Test
    void theTableCountsThem() {
        assertThat(MOVEMENT.customers(LoyaltyQuadrant.TRUE_LOYALTY, LoyaltyQuadrant.SPURIOUS_LOYALTY))
                .isEqualTo(1);
        assertThat(MOVEMENT.ofBothDates()).isEqualTo(7);
        assertThat(MOVEMENT.share(LoyaltyQuadrant.TRUE_LOYALTY, LoyaltyQuadrant.TRUE_LOYALTY))
                .isEqualTo(new Proportion(1, 3));
        assertThat(MOVEMENT.flows()).hasSize(35);
        assertThat(MOVEMENT.flows().stream().mapToLong(QuadrantFlow::customers).sum())
                .isEqualTo(9);
        assertThat(MOVEMENT.flows().get(5)).isEqualTo(new QuadrantFlow(LoyaltyQuadrant.TRUE_LOYALTY, null, 1));
        assertThat(MOVEMENT.flows().get(1)).hasToString("True loyalty -> Latent loyalty: 0");
        assertThat(MOVEMENT.toString().lines())
                .startsWith(
                        "from \\ to               True loyalty    Latent loyalty  Spurious loyalty        No loyalty"
                                + "  Unknown attitude     (left)",
                        "True loyalty                       1                 0                 1                 0"
                                + "                 1          1")
                .hasSize(7)
                .endsWith("(entered)                          0                 0                 0                 0"
                        + "                 1");
    }

    @Test
    void theTestsLookAtKnownAttitudesUnlessAskedOtherwise() {
        // Of the four quadrants: latent to true, none to true, true to spurious, spurious to latent.
        assertThat(MOVEMENT.marginalHomogeneity().orElseThrow().degreesOfFreedom())
                .isEqualTo(3);
        assertThat(MOVEMENT.marginalHomogeneityWithUnknown().orElseThrow().degreesOfFreedom())
                .isEqualTo(4);
        assertThat(MOVEMENT.symmetry().orElseThrow().statistic()).isEqualTo(4);
        QuadrantMovement none = QuadrantMovement.between(BEFORE, BEFORE);
        assertThat(none.marginalHomogeneity()).isEmpty();
        assertThat(none.customers(QuadrantChange.STAYED)).isEqualTo(8);
    }

    @Test
    void aShareChangesByThoseWhoCameLessThoseWhoWent() {
        Estimate change =
                MOVEMENT.shareChange(LoyaltyQuadrant.TRUE_LOYALTY, 0.95).orElseThrow();
        // Came: rises, rises twice, answers. Went: falls, ages out.
        assertThat(change.value()).isEqualTo(1.0 / 7, within(1e-15));
        double half = 1.959963984540054 * Math.sqrt((4.0 / 9 + 3.0 / 9 - 1.0 / 81) / 9);
        assertThat(change.interval().lower()).isEqualTo(1.0 / 9 - half, within(1e-12));
        assertThat(change.interval().upper()).isEqualTo(1.0 / 9 + half, within(1e-12));
        assertThat(QuadrantMovement.between(List.of(), List.of()).shareChange(LoyaltyQuadrant.TRUE_LOYALTY, 0.95))
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MOVEMENT.shareChange(LoyaltyQuadrant.TRUE_LOYALTY, Double.NaN));
    }

    @Test
    void refusesCustomersTwiceAndOtherCuts() {
        List<QuadrantPosition> twice = List.of(CUTS.position("a", 1, 0.0), CUTS.position("a", 2, 0.0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuadrantMovement.between(twice, List.of()))
                .withMessage("before must hold each customer once, but held a twice");
        for (List<QuadrantPosition> before : List.of(List.<QuadrantPosition>of(), twice.subList(0, 1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> QuadrantMovement.between(before, twice))
                    .withMessage("after must hold each customer once, but held a twice");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        QuadrantMovement.between(BEFORE, List.of(new QuadrantClassifier(50, 80).position("a", 1, 1.0))))
                .withMessage("after must be cut at QuadrantClassifier[behaviourCut=50.0, attitudeCut=85.0] throughout, "
                        + "but customer a was cut at QuadrantClassifier[behaviourCut=50.0, attitudeCut=80.0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuadrantMove("a", null, null))
                .withMessage("from and to must not both be missing");
    }

    @Test
    void onlyNewAnswersAreNoisyAnew() {
        LocalDate june = LocalDate.of(2026, 6, 30);
        List<SurveyResponse> responses = List.of(
                new SurveyResponse("stays", june, 9),
                new SurveyResponse("rises", june, 9),
                new SurveyResponse("rises", june.plusDays(1), 9),
                new SurveyResponse("falls", june.plusDays(30), 8));
        AnswerSelection selection = AnswerSelection.withDefaults();
        NoiseMovement moved = MOVEMENT.byNoise(
                        AnswerNoise.ofSteps(1, Scale.NPS),
                        selection.select(responses, Scale.NPS, june),
                        selection.select(responses, Scale.NPS, june.plusDays(60)))
                .orElseThrow();
        assertThat(moved.customers()).isEqualTo(2); // "rises" and "falls"
        assertThat(moved.attitudeMoves()).isEqualTo(1);
        assertThat(moved.moves()).isEqualTo(2);
    }

    @Test
    void noiseAloneMovesSome() {
        // Half at 8 and half at 9, with a noise that makes one in ten go up a point and one in ten down.
        List<QuadrantPosition> before = new ArrayList<>();
        List<QuadrantPosition> after = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            before.add(CUTS.position("c" + i, 60, i % 2 == 0 ? 80.0 : 90.0));
            after.add(CUTS.position("c" + i, i < 4 ? 40 : 60, i < 20 ? 80.0 : i % 2 == 0 ? 80.0 : 90.0));
        }
        QuadrantMovement movement = QuadrantMovement.between(before, after);
        NoiseMovement certain =
                movement.byNoise(AnswerNoise.ofSteps(0, Scale.NPS), id -> true).orElseThrow();
        assertThat(certain.expected()).isZero();
        assertThat(certain.pValue()).isEmpty();
        assertThat(certain.attitudeMoves()).isEqualTo(10);
        assertThat(certain.moves()).isEqualTo(12);
        NoiseMovement noisy = movement.byNoise(AnswerNoise.ofSteps(0.3, Scale.NPS), id -> true)
                .orElseThrow();
        assertThat(noisy.expected()).isBetween(3.0, 10.0);
        assertThat(noisy.shareOfAttitudeMoves().orElseThrow()).isEqualTo(noisy.expected() / 10);
        assertThat(noisy.shareOfMoves().orElseThrow()).isEqualTo(noisy.expected() / 12);
        assertThat(noisy.pValue().orElseThrow()).isBetween(0.01, 0.5);
        assertThat(noisy.toString()).startsWith("10 of 100 attitudes moved across the cut; noise alone: ");
        assertThat(QuadrantMovement.between(before, List.of()).byNoise(AnswerNoise.ofSteps(1, Scale.NPS), id -> true))
                .isEmpty();
        assertThat(QuadrantMovement.between(before, before)
                        .byNoise(AnswerNoise.ofSteps(1, Scale.NPS), id -> true)
                        .orElseThrow()
                        .shareOfAttitudeMoves())
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> movement.byNoise(AnswerNoise.ofSteps(1, Scale.likert(4)), id -> true))
                .withMessage("attitude must be a single answer on the scale 1..4, but was 80.0 (customer c0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> movement.byNoise(AnswerNoise.ofSteps(1, new Scale(0, 5000)), id -> true));
    }
}
