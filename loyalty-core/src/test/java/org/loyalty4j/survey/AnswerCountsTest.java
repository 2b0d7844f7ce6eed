package org.loyalty4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Estimate;
import org.loyalty4j.Proportion;
import org.loyalty4j.Scale;

class AnswerCountsTest {
    private static final Scale FIVE = Scale.likert(5);
    private static final LocalDate END = LocalDate.of(2026, 6, 30);

    private static SurveyAnswers answers(Scale scale, double... scores) {
        List<SurveyAnswer> list = new java.util.ArrayList<>();
        for (double score : scores) {
            list.add(new SurveyAnswer("C" + (list.size() + 1), END, score, 1));
        }
        return new SurveyAnswers(scale, AnswerRule.LATEST, END, list, 0, 0, 0);
    }

    @Test
    void countsAnswersByPoint() {
        AnswerCounts counts = AnswerCounts.of(answers(FIVE, 5, 1, 4, 5, 3));
        assertThat(counts).isEqualTo(AnswerCounts.of(FIVE, 1, 0, 1, 1, 2));
        assertThat(counts.at(1)).isEqualTo(1);
        assertThat(counts.at(2)).isZero();
        assertThat(counts.at(5)).isEqualTo(2);
        assertThat(counts.between(3, 5)).isEqualTo(4);
        assertThat(counts.between(4, 3)).isZero();
        assertThat(counts.respondents()).isEqualTo(5);
        assertThat(counts).hasToString("5 answers on 1..5: [1, 0, 1, 1, 2]");
    }

    @Test
    void aScaleMayStartBelowZero() {
        AnswerCounts counts = AnswerCounts.of(answers(new Scale(-2, 2), -2, 0, 2));
        assertThat(counts.counts()).containsExactly(1L, 0L, 1L, 0L, 1L);
        assertThat(counts.mean()).hasValue(0);
    }

    @Test
    void topIsTheShareOfTheBestPoints() {
        AnswerCounts counts = AnswerCounts.of(FIVE, 1, 2, 3, 4, 5);
        assertThat(counts.top(1)).isEqualTo(new Proportion(5, 15));
        assertThat(counts.top(2)).isEqualTo(new Proportion(9, 15));
        assertThat(counts.top(4)).isEqualTo(new Proportion(14, 15));
        for (int boxes : new int[] {0, 5}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> counts.top(boxes))
                    .withMessage("boxes must be in [1, 4], but was " + boxes);
        }
    }

    @Test
    void meanNeedsARespondentAndItsIntervalTwo() {
        AnswerCounts none = AnswerCounts.of(FIVE, 0, 0, 0, 0, 0);
        assertThat(none.mean()).isEmpty();
        assertThat(none.mean(0.95)).isEmpty();
        assertThat(none.top(2)).isEqualTo(new Proportion(0, 0));
        AnswerCounts one = AnswerCounts.of(FIVE, 0, 0, 0, 1, 0);
        assertThat(one.mean()).hasValue(4);
        assertThat(one.mean(0.95)).isEmpty();
        Estimate same = AnswerCounts.of(FIVE, 0, 0, 0, 2, 0).mean(0.95).orElseThrow();
        assertThat(same.value()).isEqualTo(4);
        assertThat(same.interval().width()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> none.mean(1))
                .withMessage("confidence must be in (0, 1), but was 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> one.mean(Double.NaN));
    }

    @Test
    void refusesToCountAMeanThatIsNotWhole() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnswerCounts.of(answers(FIVE, 4, 4.5)))
                .withMessage("answers[1].score must be a whole number, but was 4.5 (customer C2); select the answers by"
                        + " LATEST or FIRST");
    }

    @Test
    void refusesCountsThatDoNotFitTheScale() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnswerCounts.of(FIVE, 1, 2, 3, 4))
                .withMessage("counts must hold 5 numbers for the scale 1..5, but held 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnswerCounts.of(FIVE, 1, 2, 3, 4, -5))
                .withMessage("counts[4] must be in [0, inf), but was -5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnswerCounts.of(answers(new Scale(0, 1001))))
                .withMessage("scale must have at most 1001 points, but was 0..1001");
        assertThat(AnswerCounts.of(answers(new Scale(0, 1000), 1000)).at(1000)).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnswerCounts.of(FIVE, 1, 1, 1, 1, 1).at(6))
                .withMessage("answer must be on the scale 1..5, but was 6");
    }
}
