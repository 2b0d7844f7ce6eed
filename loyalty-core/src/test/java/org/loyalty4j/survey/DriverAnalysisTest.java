package org.loyalty4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Proportion;
import org.loyalty4j.Scale;

class DriverAnalysisTest {
    private static final Scale FIVE = Scale.likert(5);
    private static final SurveyItem OUTCOME =
            SurveyItem.of("recommend", LoyaltyIndexTest.answers(Scale.NPS, 10, 9, 8, 7, 6, 5, 9, 10, 0, 3));
    private static final SurveyItem SPEED =
            SurveyItem.of("speed", LoyaltyIndexTest.answers(FIVE, 5, 4, 4, 3, 2, 2, 5, 4, 1, 1));
    private static final SurveyItem PRICE =
            SurveyItem.of("price", LoyaltyIndexTest.answers(FIVE, 2, 1, 3, 2, 1, 3, 1, 2, 2, 3));
    private static final SurveyItem STAFF =
            SurveyItem.of("staff", LoyaltyIndexTest.answers(FIVE, 5, 5, 4, 5, 5, 4, 5, 5, 4, 5));
    private static final SurveyItem WAITING =
            SurveyItem.reversed("waiting", LoyaltyIndexTest.answers(FIVE, 3, 3, 4, 4, 4, 5, 3, 4, 5, 5));
    private static final SurveyItem SILENT = SurveyItem.of("silent", LoyaltyIndexTest.answers(FIVE));
    private static final SurveyItem SAME = SurveyItem.of("same", LoyaltyIndexTest.answers(FIVE, 4, 4, 4, 4, 4, 4));

    private static final DriverAnalysis TABLE =
            DriverAnalysis.of(OUTCOME, List.of(STAFF, PRICE, SAME, SPEED, SILENT, WAITING), 0.95);

    @Test
    void ranksTheItemsAndPlacesThem() {
        assertThat(TABLE.rows())
                .extracting(DriverRow::name)
                .containsExactly("speed", "waiting", "staff", "price", "same");
        assertThat(TABLE.rows())
                .extracting(DriverRow::quadrantOrNull)
                .containsExactly(
                        DriverQuadrant.KEEP_UP,
                        DriverQuadrant.CONCENTRATE_HERE,
                        DriverQuadrant.KEEP_UP,
                        DriverQuadrant.LOW_PRIORITY,
                        null);
        assertThat(TABLE.skipped()).containsExactly("silent");
        assertThat(TABLE.outcome()).isEqualTo("recommend");
        assertThat(TABLE.importanceLine()).isPresent();
        assertThat(TABLE.rows().get(4).importance()).isEmpty();
        assertThat(TABLE.rows().get(4).quadrant()).isEmpty();
    }

    @Test
    void whatIsAtStakeIsTheScoreOfTheSatisfiedLessThatOfAll() {
        DriverRow speed = TABLE.rows().get(0);
        assertThat(speed.satisfied()).isEqualTo(new Proportion(5, 10));
        assertThat(speed.respondents()).isEqualTo(10);
        NpsDifference gap = speed.npsGap().orElseThrow();
        assertThat(gap.later()).isEqualTo(new Nps(4, 1, 0));
        assertThat(gap.earlier()).isEqualTo(new Nps(0, 1, 4));
        assertThat(speed.npsPointsAtStake().orElseThrow()).isCloseTo(80 - 0, within(1e-12));
        assertThat(TABLE.rows().get(3).npsPointsAtStake()).isEmpty(); // nobody is satisfied with the price
        assertThat(speed.performance().value()).isCloseTo(52.5, within(1e-12));
    }

    @Test
    void anOutcomeThatIsNotTheNpsQuestionHasNoPoints() {
        for (SurveyItem outcome : List.of(
                SPEED,
                SurveyItem.reversed("recommend", OUTCOME.answers()),
                SurveyItem.of(
                        "index",
                        LoyaltyIndex.withDefaults()
                                .score(List.of(OUTCOME, SPEED))
                                .answers()))) {
            DriverRow row =
                    DriverAnalysis.of(outcome, List.of(WAITING), 0.9).rows().get(0);
            assertThat(row.npsGap()).isEmpty();
            assertThat(row.npsPointsAtStake()).isEmpty();
            assertThat(row.importance()).isPresent();
        }
    }

    @Test
    void perfectAgreementHasNoIntervalAndYetComesFirst() {
        SurveyItem outcome =
                SurveyItem.of("recommend", LoyaltyIndexTest.answers(Scale.NPS, 10, 9, 8, 7, 6, 5, 9, 10, 0, 3, 4, 8));
        SurveyItem noise = SurveyItem.of("a noise", LoyaltyIndexTest.answers(FIVE, 2, 4, 1, 5, 3, 4, 2, 3, 5, 1, 2, 4));
        DriverAnalysis analysis =
                DriverAnalysis.of(outcome, List.of(noise, SurveyItem.of("same", outcome.answers())), 0.95);
        assertThat(analysis.rows()).extracting(DriverRow::name).containsExactly("same", "a noise");
        DriverRow same = analysis.rows().get(0);
        assertThat(same.importance()).hasValue(1);
        assertThat(same.importanceInterval()).isEmpty();
        assertThat(same.quadrant()).contains(DriverQuadrant.KEEP_UP);
        DriverRow random = analysis.rows().get(1);
        assertThat(random.importance().orElseThrow()).isNegative();
        assertThat(random.importanceInterval()).isPresent();
        assertThat(analysis.importanceLine()).hasValue((1 + random.importance().orElseThrow()) / 2);
        assertThat(analysis.performanceLine()).isPresent();
        assertThat(analysis.toString()).contains("same          12  1.00                   ");
    }

    @Test
    void whatDoesNotGoWithTheOutcomeIsNeverImportantAndHasNothingAtStake() {
        SurveyItem against = SurveyItem.of("against", LoyaltyIndexTest.answers(FIVE, 1, 2, 2, 3, 4, 4, 1, 2, 5, 5));
        DriverRow row =
                DriverAnalysis.of(OUTCOME, List.of(against), 0.95).rows().get(0);
        assertThat(row.importance().orElseThrow()).isNegative();
        assertThat(row.quadrant()).contains(DriverQuadrant.POSSIBLE_OVERKILL);
        assertThat(row.npsGap().orElseThrow().value().orElseThrow()).isNegative();
        assertThat(row.npsPointsAtStake()).isEmpty();
    }

    @Test
    void fewCustomersHaveNoImportance() {
        SurveyItem few = SurveyItem.of("few", LoyaltyIndexTest.answers(FIVE, 5, 4, 3, 5));
        DriverAnalysis analysis = DriverAnalysis.of(OUTCOME, List.of(few), 0.95);
        assertThat(analysis.rows().get(0).importance()).isEmpty();
        assertThat(analysis.rows().get(0).importanceInterval()).isEmpty();
        assertThat(analysis.importanceLine()).isEmpty();
        assertThat(analysis.performanceLine()).isEmpty();
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DriverAnalysis.of(OUTCOME, List.of(), 0.95))
                .withMessage("items.size must be in [1, inf), but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DriverAnalysis.of(OUTCOME, List.of(SPEED, SPEED), 0.95))
                .withMessage("items[1].name must be unique, but was speed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DriverAnalysis.of(OUTCOME, List.of(SPEED), 1.95))
                .withMessage("confidence must be in (0, 1), but was 1.95");
        DriverRow row = TABLE.rows().get(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DriverRow("a", row.satisfied(), row.performance(), Double.NaN, null, null, null))
                .withMessage("importance must be in [-1, 1], but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DriverRow(
                        "a", row.satisfied(), row.performance(), null, row.importanceIntervalOrNull(), null, null))
                .withMessageContaining("importance must be given with its interval");
    }

    @Test
    void printsATable() {
        assertThat(TABLE).hasToString("""
                        item     answers  importance             performance          at stake  place
                        speed         10  0.92 [0.52, 0.99]      52.5 [31.0, 73.1]        80.0  Keep up the good work
                        waiting       10  0.84 [0.34, 0.97]      25.0 [14.5, 42.4]           -  Concentrate here
                        staff         10  0.50 [-0.24, 0.87]     92.5 [73.3, 97.8]           -  Keep up the good work
                        price         10  -0.36 [-0.82, 0.37]    25.0 [14.5, 42.4]           -  Low priority
                        same           6  -                      75.0 [56.0, 84.6]           -  -""");
        assertThat(DriverQuadrant.of(false, true)).isEqualTo(DriverQuadrant.POSSIBLE_OVERKILL);
        assertThat(DriverQuadrant.KEEP_UP.key()).isEqualTo("keep_up");
        assertThat(DriverQuadrant.LOW_PRIORITY.label().japanese()).isEqualTo("優先度は低い");
    }
}
