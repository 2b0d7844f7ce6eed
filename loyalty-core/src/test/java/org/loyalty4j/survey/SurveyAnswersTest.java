package org.loyalty4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Scale;

class SurveyAnswersTest {
    private static final LocalDate END = LocalDate.of(2026, 6, 30);
    private static final SurveyAnswer A = new SurveyAnswer("A", END, 9, 1);
    private static final SurveyAnswer B = new SurveyAnswer("B", END, 6.5, 2);
    private static final SurveyAnswer C = new SurveyAnswer("C", END, 0, 1);

    private static SurveyAnswers answers(SurveyAnswer... answers) {
        return new SurveyAnswers(Scale.NPS, AnswerRule.MEAN, END, List.of(answers), 3, 4, 5);
    }

    @Test
    void countsAddUp() {
        SurveyAnswers answers = answers(A, B, C);
        assertThat(answers.respondents()).isEqualTo(3);
        assertThat(answers.used()).isEqualTo(4);
        assertThat(answers.read()).isEqualTo(4 + 3 + 4 + 5);
        assertThat(answers)
                .hasToString("3 answers (MEAN) on 0..10 as of 2026-06-30, from 16 responses: 3 superseded,"
                        + " 4 after the end, 5 too old");
    }

    @Test
    @SuppressWarnings("NullAway")
    void looksUpACustomer() {
        SurveyAnswers answers = answers(A, B, C);
        for (SurveyAnswer answer : List.of(A, B, C)) {
            assertThat(answers.answerOf(answer.customerId())).contains(answer);
        }
        for (String id : List.of("", "0", "AA", "BB", "D")) {
            assertThat(answers.answerOf(id)).isEmpty();
        }
        assertThat(answers().answerOf("A")).isEmpty();
        assertThatNullPointerException()
                .isThrownBy(() -> answers.answerOf(null))
                .withMessage("customerId");
    }

    @Test
    void isACopy() {
        List<SurveyAnswer> list = new ArrayList<>(List.of(A));
        SurveyAnswers answers = new SurveyAnswers(Scale.NPS, AnswerRule.LATEST, END, list, 0, 0, 0);
        list.clear();
        assertThat(answers.answers()).containsExactly(A);
    }

    @Test
    void refusesAnswersOutOfOrderOffTheScaleOrAfterTheEnd() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> answers(B, A))
                .withMessage("answers must be in strictly ascending order of customerId, but answers[1] is A after B");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> answers(A, A))
                .withMessage("answers must be in strictly ascending order of customerId, but answers[1] is A after A");
        for (double score : new double[] {Math.nextUp(10.0), -Double.MIN_VALUE}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> answers(new SurveyAnswer("A", END, score, 1)))
                    .withMessage("answers[0].score must be on the scale 0..10, but was " + score + " (customer A)");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> answers(new SurveyAnswer("A", END.plusDays(1), 1, 1)))
                .withMessage("answers[0].date must not be after asOf 2026-06-30, but was 2026-07-01 (customer A)");
    }

    @Test
    void refusesNegativeCounts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SurveyAnswers(Scale.NPS, AnswerRule.MEAN, END, List.of(), -1, 0, 0))
                .withMessage("superseded must be in [0, inf), but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SurveyAnswers(Scale.NPS, AnswerRule.MEAN, END, List.of(), 0, -1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SurveyAnswers(Scale.NPS, AnswerRule.MEAN, END, List.of(), 0, 0, -1));
    }

    @Test
    void anAnswerNeedsAnIdAScoreAndAResponse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SurveyAnswer(" ", END, 1, 1))
                .withMessage("customerId must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SurveyAnswer("A", END, Double.NaN, 1))
                .withMessage("score must be finite, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SurveyAnswer("A", END, 1, 0))
                .withMessage("responses must be in [1, inf), but was 0");
    }
}
