package org.loyalty4j.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.loyalty4j.profile.ProfileWorld.AS_OF;
import static org.loyalty4j.profile.ProfileWorld.CUSTOMERS;
import static org.loyalty4j.profile.ProfileWorld.LOG;
import static org.loyalty4j.profile.ProfileWorld.RESPONSES;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Scale;
import org.loyalty4j.data.Customer;
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
    private static final LoyaltyReport WITHOUT_CONTRACTS =
            LoyaltyAnalysis.withDefaults().run(LOG, RESPONSES, AS_OF);

    @Test
    void everyAnswerIsInOneSegmentAndOneCell() {
        Nps nps = WITHOUT_CONTRACTS.nps().orElseThrow();
        assertThat(WITHOUT_CONTRACTS.survey().npsBySegment().stream()
                        .mapToLong(row -> row.nps().promoters())
                        .sum())
                .isEqualTo(nps.promoters());
        assertThat(WITHOUT_CONTRACTS.survey().npsBySegment().stream()
                        .mapToLong(row -> row.nps().detractors())
                        .sum())
                .isEqualTo(nps.detractors());
        long known = WITHOUT_CONTRACTS.answered().successes();
        assertThat(WITHOUT_CONTRACTS.survey().responseByCell().overall().responded())
                .isEqualTo(known);
        assertThat(WITHOUT_CONTRACTS.survey().responseByCell().overall().invited())
                .isEqualTo(300);
        assertThat(WITHOUT_CONTRACTS.survey().responseBySegment().overall().responded())
                .isEqualTo(known);
        assertThat(WITHOUT_CONTRACTS.survey().responseByCell().rows()).hasSize(26);
        assertThat(WITHOUT_CONTRACTS.survey().responseByCell().rows().get(6).stratum())
                .isEqualTo("R2 F5");
    }

    @Test
    void thoseWhoBuyOftenAnswerMoreAndTheWeightsSeeIt() {
        assertThat(WITHOUT_CONTRACTS.survey().bias())
                .extracting(row -> row.column())
                .containsExactly("purchase_days", "recency_days", "spend");
        assertThat(WITHOUT_CONTRACTS
                        .survey()
                        .bias()
                        .get(0)
                        .difference(0.95)
                        .orElseThrow()
                        .interval()
                        .lower())
                .isPositive();
        WeightedEstimate weighted = WITHOUT_CONTRACTS.survey().npsOfBase(0.95).orElseThrow();
        double raw = WITHOUT_CONTRACTS.nps().orElseThrow().score().orElseThrow();
        // Rarer buyers like less here, and are too few among the answers.
        assertThat(weighted.estimate().value()).isLessThan(raw);
        assertThat(weighted.population()).isEqualTo(300);
        assertThat(weighted.designEffect()).isGreaterThan(1);
        NonResponseBounds bounds = WITHOUT_CONTRACTS.survey().npsBounds().orElseThrow();
        assertThat(weighted.estimate().value()).isBetween(bounds.worst(), bounds.best());
    }

    @Test
    void whenEverybodyAnswersTheWeightsChangeNothing() {
        List<SurveyResponse> all = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            all.add(new SurveyResponse(CUSTOMERS.get(i).id(), AS_OF, i % 11));
        }
        LoyaltyReport report = LoyaltyAnalysis.withDefaults().run(LOG, all, AS_OF);
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
    void whoHasLeftCannotBeAskedAndIsNotInTheBase() {
        long staying = CUSTOMERS.stream()
                .filter(customer -> notLeftBy(AS_OF, customer.id()))
                .count();
        long answered = REPORT.answers().answers().stream()
                .filter(answer -> notLeftBy(AS_OF, answer.customerId()))
                .count();
        assertThat(staying).isLessThan(300);
        assertThat(SURVEY.base()).hasSize((int) staying);
        assertThat(SURVEY.weights().population()).isEqualTo(staying);
        assertThat(SURVEY.npsOfBase(0.95).orElseThrow().population()).isEqualTo(staying);
        NonResponseBounds bounds = SURVEY.npsBounds().orElseThrow();
        Nps asked = SURVEY.npsOfAnswers().orElseThrow();
        assertThat(asked.respondents())
                .isEqualTo(SURVEY.responseByCell().overall().responded())
                .isLessThan(REPORT.nps().orElseThrow().respondents());
        assertThat(bounds.observed()).isEqualTo(asked.score().orElseThrow());
        assertThat(bounds.respondents()).isEqualTo(answered);
        assertThat(bounds.population()).isEqualTo(staying);
        assertThat(SURVEY.responseByCell().overall().invited()).isEqualTo(staying);
        assertThat(SURVEY.responseByCell().overall().responded()).isEqualTo(answered);
        assertThat(SURVEY.responseBySegment().overall().invited()).isEqualTo(staying);
        assertThat(SURVEY).hasToString("LoyaltySurvey: " + answered + " of " + staying + " customers answered");
        // The tables of purchases keep them.
        assertThat(REPORT.purchases()).hasSize(300);
        assertThat(REPORT.quadrants(0.95).shares()).isPresent();
    }

    private static boolean notLeftBy(LocalDate day, String id) {
        return CUSTOMERS.stream()
                .filter(customer -> customer.id().equals(id))
                .noneMatch(customer ->
                        customer.leftOn() != null && !customer.leftOn().isAfter(day));
    }

    @Test
    void buyersDoNotSpeakForProspects() {
        LoyaltySurvey few = withProspectsOfWhomAnswered(3);
        assertThat(few.weights().uncovered()).hasToString("[no purchase: 3 of 20 answered]");
        assertThat(few.npsOfBase(0.95).orElseThrow().uncovered()).isEqualTo(20);
        assertThat(few.npsOfBase(0.95).orElseThrow().population()).isEqualTo(320);
        LoyaltySurvey enough = withProspectsOfWhomAnswered(5);
        assertThat(enough.weights().uncovered()).isEmpty();
        assertThat(enough.weights().strata().get(0).names()).containsExactly("no purchase");
    }

    private static LoyaltySurvey withProspectsOfWhomAnswered(int respondents) {
        List<Customer> prospects = new ArrayList<>();
        List<SurveyResponse> responses = new ArrayList<>(RESPONSES);
        for (int i = 0; i < 20; i++) {
            prospects.add(new Customer("p" + i, ProfileWorld.START, null));
            if (i < respondents) {
                responses.add(new SurveyResponse("p" + i, AS_OF, 5));
            }
        }
        return LoyaltyAnalysis.withDefaults()
                .run(LOG, responses, prospects, AS_OF)
                .survey();
    }

    @Test
    void laterBehaviourComesAfterTheAnswers() {
        LaterBehaviour later = SURVEY.later().orElseThrow();
        assertThat(later.answeredUntil()).isBefore(later.observedUntil());
        assertThat(later.observedUntil()).isEqualTo(AS_OF);
        long before = RESPONSES.stream()
                .filter(response -> !response.date().isAfter(later.answeredUntil()))
                .map(SurveyResponse::customerId)
                .filter(id -> notLeftBy(later.answeredUntil(), id))
                .distinct()
                .count();
        assertThat(later.outcomes().rows().stream()
                        .limit(3)
                        .mapToLong(row -> row.customers())
                        .sum())
                .isEqualTo(before);
        assertThat(later.outcomes().silent().churned().trials()).isPositive();
        assertThat(later.outcomes().rows().stream()
                        .mapToLong(row -> row.customers())
                        .sum())
                .isEqualTo(CUSTOMERS.stream()
                        .filter(customer -> !customer.joinedOn().isAfter(later.answeredUntil()))
                        .filter(customer -> notLeftBy(later.answeredUntil(), customer.id()))
                        .count());
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
    void aQuestionWhoseBestAnswerIsTheLowestCanBeTheAttitude() {
        Scale scale = new Scale(0, 11);
        LoyaltyAnalysis analysis = LoyaltyAnalysis.withDefaults();
        List<SurveyResponse> turned = RESPONSES.stream()
                .map(response -> new SurveyResponse(response.customerId(), response.date(), 11 - response.score()))
                .toList();
        LoyaltyAnalysis reversed =
                analysis.withSurvey(scale, AnswerSelection.withDefaults().withReversedScale());
        assertThat(reversed.toString()).contains("turned round");
        LoyaltyReport report = reversed.run(LOG, turned, AS_OF);
        LoyaltyReport same =
                analysis.withSurvey(scale, AnswerSelection.withDefaults()).run(LOG, RESPONSES, AS_OF);
        assertThat(report.answers()).isEqualTo(same.answers());
        assertThat(report.quadrants()).hasToString(same.quadrants().toString());
        assertThat(report.survey().noise().sdSteps())
                .isCloseTo(same.survey().noise().sdSteps(), within(1e-12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> analysis.withSurvey(
                        Scale.NPS, AnswerSelection.withDefaults().withReversedScale()))
                .withMessage(
                        "questionScale must not be that of the Net Promoter question, 0..10, if answers are turned round");
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
