package org.loyalty4j.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.loyalty4j.profile.ProfileWorld.AS_OF;
import static org.loyalty4j.profile.ProfileWorld.CUSTOMERS;
import static org.loyalty4j.profile.ProfileWorld.LOG;
import static org.loyalty4j.profile.ProfileWorld.RESPONSES;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Scale;
import org.loyalty4j.data.SurveyResponse;
import org.loyalty4j.quadrant.LoyaltyQuadrant;
import org.loyalty4j.quadrant.QuadrantProbability;
import org.loyalty4j.quadrant.QuadrantTable;
import org.loyalty4j.survey.AnswerNoise;
import org.loyalty4j.survey.AnswerRule;
import org.loyalty4j.survey.AnswerSelection;
import org.loyalty4j.survey.NonResponseBounds;
import org.loyalty4j.survey.Nps;
import org.loyalty4j.survey.WeightedEstimate;

/** What the answers say of a whole base. */
class LoyaltySurveyTest {
    private static final LoyaltyReport REPORT = LoyaltyAnalysis.withDefaults().run(LOG, RESPONSES, CUSTOMERS, AS_OF);
    private static final LoyaltySurvey SURVEY = REPORT.survey();

    @Test
    void everyAnswerIsInOneSegmentAndOneCell() {
        Nps nps = REPORT.nps().orElseThrow();
        assertThat(SURVEY.npsBySegment().stream()
                        .mapToLong(row -> row.nps().promoters())
                        .sum())
                .isEqualTo(nps.promoters());
        assertThat(SURVEY.npsBySegment().stream()
                        .mapToLong(row -> row.nps().detractors())
                        .sum())
                .isEqualTo(nps.detractors());
        long known = REPORT.answered().successes();
        assertThat(SURVEY.responseByCell().overall().responded()).isEqualTo(known);
        assertThat(SURVEY.responseByCell().overall().invited()).isEqualTo(300);
        assertThat(SURVEY.responseBySegment().overall().responded()).isEqualTo(known);
        assertThat(SURVEY.responseByCell().rows()).hasSize(26);
        assertThat(SURVEY.responseByCell().rows().get(6).stratum()).isEqualTo("R2 F5");
    }

    @Test
    void thoseWhoBuyOftenAnswerMoreAndTheWeightsSeeIt() {
        assertThat(SURVEY.bias())
                .extracting(row -> row.column())
                .containsExactly("purchase_days", "recency_days", "spend");
        assertThat(SURVEY.bias()
                        .get(0)
                        .difference(0.95)
                        .orElseThrow()
                        .interval()
                        .lower())
                .isPositive();
        WeightedEstimate weighted = SURVEY.npsOfBase(0.95).orElseThrow();
        double raw = REPORT.nps().orElseThrow().score().orElseThrow();
        // Rarer buyers like less here, and are too few among the answers.
        assertThat(weighted.estimate().value()).isLessThan(raw);
        assertThat(weighted.population()).isEqualTo(300);
        assertThat(weighted.designEffect()).isGreaterThan(1);
        NonResponseBounds bounds = SURVEY.npsBounds().orElseThrow();
        assertThat(weighted.estimate().value()).isBetween(bounds.worst(), bounds.best());
    }

    @Test
    void whenEverybodyAnswersTheWeightsChangeNothing() {
        List<SurveyResponse> all = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            all.add(new SurveyResponse(CUSTOMERS.get(i).id(), AS_OF, i % 11));
        }
        LoyaltyReport report = LoyaltyAnalysis.withDefaults().run(LOG, all, CUSTOMERS, AS_OF);
        assertThat(report.survey().npsOfBase(0.95).orElseThrow().estimate().value())
                .isCloseTo(report.nps().orElseThrow().score().orElseThrow(), within(1e-9));
        QuadrantTable table = report.quadrants(0.95);
        double latent = table.shares()
                .orElseThrow()
                .of(LoyaltyQuadrant.LATENT_LOYALTY)
                .orElseThrow()
                .share()
                .estimate()
                .value();
        assertThat(latent)
                .isCloseTo(
                        table.of(LoyaltyQuadrant.LATENT_LOYALTY).share().value().orElseThrow(), within(1e-9));
    }

    @Test
    void laterBehaviourComesAfterTheAnswers() {
        LaterBehaviour later = SURVEY.later().orElseThrow();
        assertThat(later.answeredUntil()).isBefore(later.observedUntil());
        assertThat(later.observedUntil()).isEqualTo(AS_OF);
        long before = RESPONSES.stream()
                .filter(response -> !response.date().isAfter(later.answeredUntil()))
                .map(SurveyResponse::customerId)
                .distinct()
                .count();
        assertThat(later.outcomes().rows().stream()
                        .limit(3)
                        .mapToLong(row -> row.customers())
                        .sum())
                .isEqualTo(before);
        assertThat(later.outcomes().silent().churned().trials()).isPositive();
        assertThat(later.pointOfNps().value()).isNotNull();
        assertThat(later.pointWithinCells().value()).isNotNull();
    }

    @Test
    void theNoiseIsEstimatedWhereEnoughAnsweredTwice() {
        assertThat(SURVEY.noise().isEstimated()).isTrue();
        assertThat(SURVEY.noise().pairs()).isGreaterThanOrEqualTo(30);
        LoyaltyReport few = LoyaltyAnalysis.withDefaults().run(LOG, RESPONSES.subList(0, 20), AS_OF);
        assertThat(few.survey().noise()).isEqualTo(AnswerNoise.ofSteps(1, Scale.NPS));
        AnswerNoise certain = AnswerNoise.ofSteps(0, Scale.NPS);
        LoyaltyReport sure =
                LoyaltyAnalysis.withDefaults().withAnswerNoise(certain).run(LOG, RESPONSES, AS_OF);
        assertThat(sure.quadrantProbabilities().orElseThrow())
                .filteredOn(row -> row.quadrant() != LoyaltyQuadrant.UNKNOWN_ATTITUDE)
                .allMatch(row -> row.confidence().orElseThrow() == 1);
    }

    @Test
    void profilesSayHowSureTheQuadrantIsAndHowOldTheAnswer() {
        for (LoyaltyProfile profile : REPORT.profiles()) {
            QuadrantProbability probability = Objects.requireNonNull(profile.probability());
            assertThat(profile.quadrantConfidence()).isEqualTo(probability.confidence());
            assertThat(profile.attitudeAgeDays().isPresent())
                    .isEqualTo(profile.quadrant() != LoyaltyQuadrant.UNKNOWN_ATTITUDE);
            assertThat(profile.next().action()).isEqualTo(profile.actions().get(0));
            assertThat(profile.next().reason().english())
                    .contains(
                            profile.segment().name().english(),
                            profile.quadrant().label().english());
        }
        assertThat(SURVEY.ages().respondents()).isEqualTo(REPORT.answers().respondents());
        assertThat(REPORT.cutSensitivity(1).customers())
                .isEqualTo(REPORT.answered().successes());
    }

    @Test
    void meansOfAnswersHaveNoScoreAndNoNoise() {
        LoyaltyReport means = LoyaltyAnalysis.withDefaults()
                .withSurvey(Scale.NPS, AnswerSelection.withDefaults().withRule(AnswerRule.MEAN))
                .run(LOG, RESPONSES, AS_OF);
        assertThat(means.survey().npsOfBase(0.95)).isEmpty();
        assertThat(means.survey().npsBounds()).isEmpty();
        assertThat(means.survey().npsBySegment()).isEmpty();
        assertThat(means.survey().trend()).isEmpty();
        assertThat(means.survey().later()).isEmpty();
        assertThat(means.quadrantProbabilities()).isEmpty();
        assertThat(means.profiles().get(0).quadrantConfidence()).isEmpty();
    }

    @Test
    void withoutAnswersThereIsNothingToWeight() {
        LoyaltyReport none = LoyaltyAnalysis.withDefaults().run(LOG, List.of(), AS_OF);
        assertThat(none.survey().npsOfBase(0.95)).isEmpty();
        assertThat(none.survey().responseByCell().overall().responded()).isZero();
        assertThat(none.survey().later()).isEmpty();
        assertThat(none.quadrants(0.95).shares())
                .hasValueSatisfying(shares -> assertThat(shares).isEmpty());
        assertThat(none.survey()).hasToString("LoyaltySurvey: 0 of 300 customers answered");
    }
}
