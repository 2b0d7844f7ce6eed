package org.loyalty4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Estimate;
import org.loyalty4j.Scale;
import org.loyalty4j.data.SurveyResponse;

class AnswerNoiseTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final int[] CHANGES = {0, 0, 0, 0, 1, -1, 1, -2, 0, 3, 0, 1, -1, 0, 2, 0, 0, -4, 1, 0};

    private static List<SurveyResponse> pairs(int... changes) {
        List<SurveyResponse> responses = new ArrayList<>();
        for (int i = 0; i < changes.length; i++) {
            responses.add(new SurveyResponse("C" + i, DAY, 5));
            responses.add(new SurveyResponse("C" + i, DAY.plusDays(i % 7 + 1), 5 + changes[i]));
        }
        return responses;
    }

    @Test
    void isTheDeviationOfTheChangesOverTheRootOfTwo() {
        AnswerNoise noise =
                AnswerNoise.estimate(pairs(1, -1, 3, 1), Scale.NPS, 7).orElseThrow();
        // mean 1, squares 0 + 4 + 4 + 0
        assertThat(noise.sdSteps()).isCloseTo(Math.sqrt(8.0 / 3 / 2), within(1e-15));
        assertThat(noise.meanChange()).hasValue(1);
        assertThat(noise.pairs()).isEqualTo(4);
        assertThat(noise.sdPoints()).isCloseTo(10 * noise.sdSteps(), within(1e-14));
        assertThat(noise.isEstimated()).isTrue();
        assertThat(noise).hasToString("Answer noise of 1.155 points on 0..10, from 4 pairs of answers");
    }

    /**
     * Python 3 with numpy 2, from the formulas of Bonett (2006), for the changes above:
     *
     * <pre>{@code
     * n = 20; z = 1.959963984540054; k = int(n / (2 * (n - 4) ** .5)); m = numpy.sort(d)[k:-k].mean()
     * g = n * ((d - m) ** 4).sum() / ((d - d.mean()) ** 2).sum() ** 2; c = n / (n - z)
     * se = c * ((g - (n - 3) / n) / (n - 1)) ** .5
     * numpy.exp((numpy.log(c * d.var(ddof=1)) + z * se * numpy.array([-1, 1])) / 2) / 2 ** .5
     * }</pre>
     */
    @Test
    void intervalDoesNotAssumeNormalAnswers() {
        Estimate sd = AnswerNoise.estimate(pairs(CHANGES), Scale.NPS, 7)
                .orElseThrow()
                .sdSteps(0.95)
                .orElseThrow();
        assertThat(sd.value()).isCloseTo(1.0124228365658294, within(1e-13));
        assertThat(sd.interval().lower()).isCloseTo(0.6330046393588279, within(1e-12));
        assertThat(sd.interval().upper()).isCloseTo(1.7951864758169547, within(1e-12));
    }

    @Test
    void aCustomerGivesTheLatestPairThatIsCloseEnough() {
        List<SurveyResponse> responses = new ArrayList<>(List.of(
                new SurveyResponse("A", DAY, 1),
                new SurveyResponse("A", DAY.plusDays(10), 4),
                new SurveyResponse("A", DAY.plusDays(18), 6),
                new SurveyResponse("A", DAY.plusDays(40), 9),
                new SurveyResponse("B", DAY, 3),
                new SurveyResponse("B", DAY, 8), // the lowest of the day is 3
                new SurveyResponse("B", DAY.plusDays(10), 2),
                new SurveyResponse("C", DAY, 3),
                new SurveyResponse("D", DAY, 3),
                new SurveyResponse("D", DAY, 3), // the same response twice
                new SurveyResponse("E", DAY, 3),
                new SurveyResponse("E", DAY.plusDays(11), 3)));
        AnswerNoise noise = AnswerNoise.estimate(responses, Scale.NPS, 10).orElseThrow();
        assertThat(noise.pairs()).isEqualTo(2);
        assertThat(noise.changes().get(10 + 2)).isEqualTo(1); // A: 4 to 6
        assertThat(noise.changes().get(10 - 1)).isEqualTo(1); // B: 3 to 2
        Collections.reverse(responses);
        assertThat(AnswerNoise.estimate(responses, Scale.NPS, 10)).hasValue(noise);
    }

    @Test
    void maySayNothing() {
        assertThat(AnswerNoise.estimate(List.of(), Scale.NPS, 7)).isEmpty();
        assertThat(AnswerNoise.estimate(pairs(3), Scale.NPS, 7)).isEmpty();
        AnswerNoise few = AnswerNoise.estimate(pairs(1, 0, 0, 0), Scale.NPS, 7).orElseThrow();
        assertThat(few.sdSteps(0.95)).isEmpty();
        assertThat(few.withSdSteps(2)).isEqualTo(new AnswerNoise(Scale.NPS, 2, few.changes()));
        AnswerNoise none =
                AnswerNoise.estimate(pairs(1, 1, 1, 1, 1, 1), Scale.NPS, 7).orElseThrow();
        assertThat(none.sdSteps()).isZero();
        assertThat(none.sdSteps(0.95)).isEmpty();
        AnswerNoise stated = AnswerNoise.ofSteps(0.8, Scale.likert(5));
        assertThat(stated.sdSteps(0.95)).isEmpty();
        assertThat(stated.meanChange()).isEmpty();
        assertThat(stated.pairs()).isZero();
        assertThat(stated.isEstimated()).isFalse();
        assertThat(stated.sdPoints()).isEqualTo(20);
        assertThat(stated).hasToString("Answer noise of 0.8000 points on 1..5, stated");
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnswerNoise.ofSteps(Double.NaN, Scale.NPS))
                .withMessage("sdSteps must be in [0, inf), but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnswerNoise.estimate(List.of(), Scale.NPS, 0))
                .withMessage("maxDaysApart must be in [1, inf), but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnswerNoise.estimate(pairs(0, 6), Scale.NPS, 7))
                .withMessage("responses[3].score must be on the scale 0..10, but was 11 (customer C1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnswerNoise(Scale.likert(2), 1, List.of(1L, 2L)))
                .withMessage("changes must have 3 elements, but had 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnswerNoise(Scale.likert(2), 1, List.of(1L, -2L, 3L)))
                .withMessage("changes[1] must be in [0, inf), but was -2");
    }
}
