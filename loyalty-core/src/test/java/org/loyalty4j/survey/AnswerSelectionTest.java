package org.loyalty4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Scale;
import org.loyalty4j.data.SurveyResponse;

class AnswerSelectionTest {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate END = LocalDate.of(2026, 6, 30);

    /** The worked example of AnswerRule. */
    private static final List<SurveyResponse> EXAMPLE = List.of(
            new SurveyResponse("C1", MAY, 6), new SurveyResponse("C1", MARCH, 9), new SurveyResponse("C1", MAY, 4));

    private static SurveyAnswers select(AnswerRule rule, List<SurveyResponse> responses) {
        return AnswerSelection.withDefaults().withRule(rule).select(responses, Scale.NPS, END);
    }

    @Test
    void latestTakesTheLastDayAndItsLowestAnswer() {
        SurveyAnswers answers = AnswerSelection.withDefaults().select(EXAMPLE, Scale.NPS, END);
        assertThat(answers.rule()).isEqualTo(AnswerRule.LATEST);
        assertThat(answers.answers()).containsExactly(new SurveyAnswer("C1", MAY, 4, 1));
        assertThat(answers.superseded()).isEqualTo(2);
    }

    @Test
    void firstTakesTheFirstDayAndItsLowestAnswer() {
        assertThat(select(AnswerRule.FIRST, EXAMPLE).answers()).containsExactly(new SurveyAnswer("C1", MARCH, 9, 1));
        List<SurveyResponse> tied = new ArrayList<>(EXAMPLE);
        tied.add(new SurveyResponse("C1", MARCH, 8));
        tied.add(new SurveyResponse("C1", MARCH, 10));
        assertThat(select(AnswerRule.FIRST, tied).answers()).containsExactly(new SurveyAnswer("C1", MARCH, 8, 1));
    }

    @Test
    void meanTakesAllAndSupersedesNone() {
        SurveyAnswers answers = select(AnswerRule.MEAN, EXAMPLE);
        assertThat(answers.answers()).containsExactly(new SurveyAnswer("C1", MAY, 19 / 3.0, 3));
        assertThat(answers.superseded()).isZero();
        assertThat(answers.used()).isEqualTo(3);
        assertThat(answers.respondents()).isEqualTo(1);
    }

    @Test
    void aDayMayLieAsFarBackAsDatesGo() {
        assertThat(select(AnswerRule.LATEST, List.of(new SurveyResponse("C1", LocalDate.MIN, 5)))
                        .answers())
                .containsExactly(new SurveyAnswer("C1", LocalDate.MIN, 5, 1));
    }

    @Test
    void responsesAfterTheEndOrTooOldAreCountedAndLeftOut() {
        List<SurveyResponse> responses = List.of(
                new SurveyResponse("C1", END, 10),
                new SurveyResponse("C2", END.plusDays(1), 10),
                new SurveyResponse("C3", END.minusDays(30), 10),
                new SurveyResponse("C4", END.minusDays(31), 10));
        SurveyAnswers answers =
                AnswerSelection.withDefaults().withMaxAgeDays(30).select(responses, Scale.NPS, END);
        assertThat(answers.answers()).extracting(SurveyAnswer::customerId).containsExactly("C1", "C3");
        assertThat(answers.afterAsOf()).isEqualTo(1);
        assertThat(answers.tooOld()).isEqualTo(1);
        assertThat(answers.read()).isEqualTo(4);
        assertThat(AnswerSelection.withDefaults()
                        .withMaxAgeDays(0)
                        .select(responses, Scale.NPS, END)
                        .respondents())
                .isEqualTo(1);
    }

    @Test
    void answersComeInOrderOfCustomerId() {
        SurveyAnswers answers = select(
                AnswerRule.LATEST,
                List.of(
                        new SurveyResponse("b", MAY, 1),
                        new SurveyResponse("I", MAY, 2),
                        new SurveyResponse("ı", MAY, 3),
                        new SurveyResponse("B", MAY, 4)));
        assertThat(answers.answers()).extracting(SurveyAnswer::customerId).containsExactly("B", "I", "b", "ı");
    }

    @Test
    void noResponsesAreNoAnswers() {
        SurveyAnswers answers = select(AnswerRule.LATEST, List.of());
        assertThat(answers.answers()).isEmpty();
        assertThat(answers.read()).isZero();
    }

    @Test
    void refusesAnAnswerOffTheScaleAlsoWhereItWouldBeLeftOut() {
        for (LocalDate day : List.of(MAY, END.plusDays(1))) {
            List<SurveyResponse> responses =
                    List.of(new SurveyResponse("C0", MAY, 10), new SurveyResponse("C1", day, 11));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> select(AnswerRule.LATEST, responses))
                    .withMessage("responses[1].score must be on the scale 0..10, but was 11 (customer C1)");
        }
    }

    @Test
    @SuppressWarnings("NullAway")
    void saysWhatItDoes() {
        AnswerSelection selection = AnswerSelection.withDefaults();
        assertThat(selection.maxAgeDays()).isEmpty();
        assertThat(selection).hasToString("LATEST, of any age");
        AnswerSelection changed = selection.withMaxAgeDays(365).withRule(AnswerRule.MEAN);
        assertThat(changed.rule()).isEqualTo(AnswerRule.MEAN);
        assertThat(changed.maxAgeDays()).hasValue(365);
        assertThat(changed).hasToString("MEAN, at most 365 days old");
        assertThat(selection.rule()).isEqualTo(AnswerRule.LATEST);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> selection.withMaxAgeDays(-1))
                .withMessage("days must be in [0, inf), but was -1");
        assertThatNullPointerException()
                .isThrownBy(() -> selection.withRule(null))
                .withMessage("answerRule");
        assertThatNullPointerException()
                .isThrownBy(() -> selection.select(List.of(), Scale.NPS, null))
                .withMessage("asOf");
    }

    @Test
    void aQuestionWhoseBestAnswerIsTheLowestIsTurnedRound() {
        Scale seven = new Scale(1, 7);
        List<SurveyResponse> responses = List.of(
                new SurveyResponse("C1", MAY, 2),
                new SurveyResponse("C1", MAY, 3),
                new SurveyResponse("C1", MARCH, 7),
                new SurveyResponse("C2", MAY, 1));
        AnswerSelection turned = AnswerSelection.withDefaults().withReversedScale();
        SurveyAnswers answers = turned.select(responses, seven, END);
        // The worse of one day counts, which is the higher number.
        assertThat(answers.answers())
                .containsExactly(new SurveyAnswer("C1", MAY, 5, 1), new SurveyAnswer("C2", MAY, 7, 1));
        assertThat(answers.superseded()).isEqualTo(2);
        assertThat(turned.isReversed()).isTrue();
        assertThat(AnswerSelection.withDefaults().isReversed()).isFalse();
        assertThat(turned.withRule(AnswerRule.MEAN).withMaxAgeDays(30))
                .hasToString("MEAN, at most 30 days old, turned round");
        SurveyAnswers given = AnswerSelection.withDefaults()
                .withRule(AnswerRule.MEAN)
                .withMaxAgeDays(100)
                .select(responses, seven, END);
        SurveyAnswers reversed = given.reversed();
        assertThat(reversed.reversed()).isEqualTo(given);
        assertThat(reversed.answers())
                .containsExactly(new SurveyAnswer("C1", MAY, 5.5, 2), new SurveyAnswer("C2", MAY, 7, 1));
        assertThat(reversed.tooOld()).isEqualTo(1);
        assertThat(reversed.rule()).isEqualTo(AnswerRule.MEAN);
        assertThat(turned.withRule(AnswerRule.MEAN).withMaxAgeDays(100).select(responses, seven, END))
                .isEqualTo(reversed);
    }
}
