package org.loyalty4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Interval;
import org.loyalty4j.Proportion;
import org.loyalty4j.Scale;
import org.loyalty4j.data.SurveyResponse;

class NpsTest {
    private static final LocalDate END = LocalDate.of(2026, 6, 30);

    @Test
    void everyAnswerIsInOneGroup() {
        // Answer a was given by 2^a customers, so that a sum tells which answers are in it.
        long[] counts = new long[11];
        for (int answer = 0; answer <= 10; answer++) {
            counts[answer] = 1L << answer;
        }
        Nps nps = Nps.of(AnswerCounts.of(Scale.NPS, counts));
        assertThat(nps.detractors()).isEqualTo(0b0000_0111_1111);
        assertThat(nps.passives()).isEqualTo(0b0001_1000_0000);
        assertThat(nps.promoters()).isEqualTo(0b0110_0000_0000);
        assertThat(nps.respondents()).isEqualTo(0b0111_1111_1111);
    }

    @Test
    void readsASelection() {
        Nps nps = Nps.of(AnswerSelection.withDefaults()
                .select(
                        List.of(
                                new SurveyResponse("A", END, 10),
                                new SurveyResponse("B", END, 9),
                                new SurveyResponse("C", END, 8),
                                new SurveyResponse("D", END, 0)),
                        Scale.NPS,
                        END));
        assertThat(nps).isEqualTo(new Nps(2, 1, 1));
        assertThat(nps.score()).hasValue(25);
        assertThat(nps).hasToString("NPS 25.0 (2 promoters, 1 passives, 1 detractors)");
    }

    @Test
    void scoreReachesBothEndsAndItsIntervalNoFurther() {
        assertThat(new Nps(5, 0, 0).score()).hasValue(100);
        assertThat(new Nps(0, 0, 5).score()).hasValue(-100);
        Interval best = new Nps(5, 0, 0).adjustedWald(0.95).orElseThrow().interval();
        assertThat(best.upper()).isEqualTo(100);
        assertThat(best.lower()).isLessThan(100);
        Interval worst = new Nps(0, 0, 5).adjustedWald(0.95).orElseThrow().interval();
        assertThat(worst.lower()).isEqualTo(-100);
        assertThat(worst.upper()).isGreaterThan(-100);
    }

    @Test
    void nothingIsKnownWithoutRespondents() {
        Nps none = new Nps(0, 0, 0);
        assertThat(none.score()).isEmpty();
        assertThat(none.adjustedWald(0.95)).isEmpty();
        assertThat(none.promoterShare()).isEqualTo(new Proportion(0, 0));
        assertThat(none).hasToString("no NPS (0 promoters, 0 passives, 0 detractors)");
    }

    @Test
    void sharesAreOfRespondents() {
        Nps nps = new Nps(1, 2, 3);
        assertThat(nps.promoterShare()).isEqualTo(new Proportion(1, 6));
        assertThat(nps.passiveShare()).isEqualTo(new Proportion(2, 6));
        assertThat(nps.detractorShare()).isEqualTo(new Proportion(3, 6));
    }

    @Test
    void refusesAnotherScale() {
        SurveyAnswers answers = new SurveyAnswers(new Scale(1, 10), AnswerRule.LATEST, END, List.of(), 0, 0, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.of(answers))
                .withMessage("scale must be 0..10 for the NPS, but was 1..10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.of(AnswerCounts.of(Scale.likert(5), 1, 1, 1, 1, 1)))
                .withMessage("scale must be 0..10 for the NPS, but was 1..5");
    }

    @Test
    void refusesAMeanBetweenTwoAnswers() {
        SurveyAnswers answers = AnswerSelection.withDefaults()
                .withRule(AnswerRule.MEAN)
                .select(List.of(new SurveyResponse("A", END, 8), new SurveyResponse("A", END, 9)), Scale.NPS, END);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.of(answers))
                .withMessage("answers[0].score must be a whole number, but was 8.5 (customer A); select the answers by"
                        + " LATEST or FIRST");
    }

    @Test
    void refusesNegativeCountsAndBadConfidence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Nps(-1, 0, 0))
                .withMessage("promoters must be in [0, inf), but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Nps(0, -1, 0))
                .withMessage("passives must be in [0, inf), but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Nps(0, 0, -1))
                .withMessage("detractors must be in [0, inf), but was -1");
        for (double confidence : new double[] {0, 1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Nps(0, 0, 0).adjustedWald(confidence))
                    .withMessage("confidence must be in (0, 1), but was " + confidence);
        }
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new Nps(Long.MAX_VALUE, 1, 0).respondents());
    }
}
