package org.loyalty4j.quadrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Scale;
import org.loyalty4j.data.SurveyResponse;
import org.loyalty4j.survey.AnswerCounts;
import org.loyalty4j.survey.AnswerNoise;

class ReaskedAnswersTest {
    private static final AnswerCounts EVEN = AnswerCounts.of(Scale.likert(5), 10, 10, 10, 10, 10);

    @Test
    void probabilitiesSumToOne() {
        for (double sd : new double[] {0, 1e-6, 0.2, 0.5, 1, 3, 50}) {
            ReaskedAnswers again = ReaskedAnswers.of(EVEN, AnswerNoise.ofSteps(sd, Scale.likert(5)));
            for (int first = 1; first <= 5; first++) {
                assertThat(again.probabilityAtLeast(first, 1)).isEqualTo(1, within(1e-12));
                assertThat(again.probabilityAtLeast(first, 6)).isZero();
            }
            double attitudes = IntStream.rangeClosed(1, 5)
                    .mapToDouble(again::attitudeShare)
                    .sum();
            assertThat(attitudes).isEqualTo(1, within(1e-12));
        }
    }

    @Test
    void withoutNoiseEveryoneAnswersAlike() {
        ReaskedAnswers again =
                ReaskedAnswers.of(AnswerCounts.of(Scale.likert(3), 0, 4, 1), AnswerNoise.ofSteps(0, Scale.likert(3)));
        for (int first = 1; first <= 3; first++) {
            for (int next = 1; next <= 3; next++) {
                assertThat(again.probability(first, next)).isEqualTo(first == next ? 1 : 0);
            }
        }
        assertThat(again).hasToString("ReaskedAnswers: Answer noise of 0.000 points on 1..3, stated");
    }

    @Test
    void theJointDistributionIsSymmetricAndKeepsTheAnswersOfTheBase() {
        long[] counts = {30, 5, 5, 10, 20, 60, 70};
        Scale scale = Scale.likert(7);
        ReaskedAnswers again = ReaskedAnswers.of(AnswerCounts.of(scale, counts), AnswerNoise.ofSteps(0.6, scale));
        for (int next = 1; next <= 7; next++) {
            double expected = 0;
            for (int first = 1; first <= 7; first++) {
                expected += counts[first - 1] * again.probability(first, next);
            }
            assertThat(expected).isEqualTo(counts[next - 1], within(0.02 * 200));
        }
    }

    @Test
    void aRareAnswerIsReadAsTheNoiseOfAFrequentOneNextToIt() {
        AnswerNoise noise = AnswerNoise.ofSteps(0.6, Scale.NPS);
        ReaskedAnswers fans = ReaskedAnswers.of(AnswerCounts.of(Scale.NPS, 0, 0, 0, 0, 0, 0, 0, 0, 10, 500, 10), noise);
        ReaskedAnswers critics =
                ReaskedAnswers.of(AnswerCounts.of(Scale.NPS, 0, 0, 0, 0, 0, 0, 10, 500, 10, 0, 0), noise);
        assertThat(fans.probabilityAtLeast(8, 9)).isGreaterThan(0.75);
        assertThat(critics.probabilityAtLeast(8, 9)).isLessThan(0.05);
    }

    /** Truth and two waves drawn by the model itself. */
    private static double movedOverExpected(ToDoubleFunction<Random> attitude, double sd) {
        Random random = new Random(5);
        Scale scale = Scale.NPS;
        int n = 60_000;
        long[] counts = new long[11];
        int[] first = new int[n];
        int moved = 0;
        for (int i = 0; i < n; i++) {
            double centre = attitude.applyAsDouble(random);
            first[i] = answer(centre + sd * random.nextGaussian());
            int second = answer(centre + sd * random.nextGaussian());
            counts[first[i]]++;
            moved += (first[i] >= 9) == (second >= 9) ? 0 : 1;
        }
        // The width of the normal is sd; rounded to whole points it has this standard deviation.
        double rounded = Math.sqrt(sd * sd + 1 / 12.0);
        ReaskedAnswers again = ReaskedAnswers.of(AnswerCounts.of(scale, counts), AnswerNoise.ofSteps(rounded, scale));
        double expected = IntStream.of(first)
                .mapToDouble(f -> f >= 9 ? 1 - again.probabilityAtLeast(f, 9) : again.probabilityAtLeast(f, 9))
                .sum();
        return moved / expected;
    }

    private static int answer(double value) {
        return (int) Math.max(0, Math.min(10, Math.rint(value)));
    }

    @Test
    void noiseAloneMovesAsManyAsExpectedWhateverTheAttitudes() {
        for (double sd : new double[] {0.7, 1, 1.5, 2}) {
            for (ToDoubleFunction<Random> attitude : List.<ToDoubleFunction<Random>>of(
                    random -> 8 + 2 * random.nextGaussian(),
                    random -> answer(7 + 2 * random.nextGaussian()),
                    random -> 5 + 1.5 * random.nextGaussian(),
                    random -> 10 * Math.pow(random.nextDouble(), 0.25),
                    random -> new int[] {2, 8, 9, 9, 10}[random.nextInt(5)])) {
                assertThat(movedOverExpected(attitude, sd)).isEqualTo(1, within(0.08));
            }
        }
    }

    /** Two waves of customers who like the company so well that half of their noise ends at the top of the scale. */
    @Test
    void noiseEstimatedFromTheAnswersMovesAsManyAsThoseWhoWereAskedTwice() {
        for (double liking : new double[] {6, 8, 9, 9.5}) {
            Random random = new Random(6);
            List<SurveyResponse> responses = new ArrayList<>();
            long[] counts = new long[11];
            int moved = 0;
            for (int i = 0; i < 40_000; i++) {
                int attitude = answer(liking + 1.8 * random.nextGaussian());
                int first = answer(attitude + random.nextGaussian());
                int second = answer(attitude + random.nextGaussian());
                responses.add(new SurveyResponse("c" + i, LocalDate.of(2025, 1, 1), first));
                responses.add(new SurveyResponse("c" + i, LocalDate.of(2025, 1, 8), second));
                counts[first]++;
                moved += (first >= 9) == (second >= 9) ? 0 : 1;
            }
            AnswerNoise noise = AnswerNoise.estimate(responses, Scale.NPS, 7).orElseThrow();
            ReaskedAnswers again = ReaskedAnswers.of(AnswerCounts.of(Scale.NPS, counts), noise);
            double expected = IntStream.rangeClosed(0, 10)
                    .mapToDouble(f ->
                            counts[f] * (f >= 9 ? 1 - again.probabilityAtLeast(f, 9) : again.probabilityAtLeast(f, 9)))
                    .sum();
            // Read as noise without ends, it would explain only seven in ten of these moves at a liking of 9.5.
            assertThat(moved / expected).as("liking %s", liking).isEqualTo(1, within(0.04));
        }
    }

    @Test
    void anAnswerNoiseThatTheBaseCannotShowIsWidenedWithinLimits() {
        Scale scale = Scale.likert(5);
        AnswerNoise large = new AnswerNoise(scale, 2, List.of(9L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 9L));
        ReaskedAnswers again = ReaskedAnswers.of(AnswerCounts.of(scale, 0, 0, 0, 0, 20), large);
        double all = IntStream.rangeClosed(1, 5)
                .mapToDouble(next -> again.probability(5, next))
                .sum();
        assertThat(all).isEqualTo(1, within(1e-12));
        assertThat(again.probabilityAtLeast(5, 5)).isBetween(0.5, 0.9);
    }

    @Test
    void refusesWhatItCannotRead() {
        AnswerNoise noise = AnswerNoise.ofSteps(1, Scale.NPS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReaskedAnswers.of(EVEN, noise))
                .withMessage("noise must be on the scale 1..5, but was on 0..10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReaskedAnswers.of(List.of(), noise))
                .withMessage("counts must hold an answer, but nobody answered");
        QuadrantPosition mean = new QuadrantClassifier(50, 85).position("a", 1, 83.0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReaskedAnswers.of(List.of(mean), noise))
                .withMessage("attitude must be a single answer on the scale 0..10, but was 83.0 (customer a)");
        ReaskedAnswers again = ReaskedAnswers.of(EVEN, AnswerNoise.ofSteps(1, Scale.likert(5)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> again.probability(6, 1))
                .withMessage("answer must be on the scale 1..5, but was 6");
    }
}
