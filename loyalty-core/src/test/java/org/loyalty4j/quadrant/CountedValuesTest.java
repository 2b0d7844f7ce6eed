package org.loyalty4j.quadrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Scale;
import org.loyalty4j.survey.AnswerNoise;

/** What is fitted to counts is what is fitted to the customers one by one. */
class CountedValuesTest {
    private static final double[] VALUES = {30, 0, 100, 12.5, 30, 77};
    private static final long[] COUNTS = {3, 40, 1, 7, 2, 19};

    private static double[] oneByOne() {
        double[] all = IntStream.range(0, VALUES.length)
                .boxed()
                .flatMapToDouble(i -> IntStream.range(0, (int) COUNTS[i]).mapToDouble(j -> VALUES[i]))
                .toArray();
        Random random = new Random(3);
        for (int i = all.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double moved = all[i];
            all[i] = all[j];
            all[j] = moved;
        }
        return all;
    }

    @Test
    void axesAreEqual() {
        assertThat(PercentileAxis.fit(VALUES, COUNTS))
                .isEqualTo(PercentileAxis.fit(oneByOne()))
                .hasSameHashCodeAs(PercentileAxis.fit(oneByOne()))
                .isNotEqualTo(PercentileAxis.fit(VALUES));
        assertThat(ShareAxis.fit(VALUES, COUNTS))
                .isEqualTo(ShareAxis.fit(oneByOne()))
                .hasSameHashCodeAs(ShareAxis.fit(oneByOne()))
                .hasToString(ShareAxis.fit(oneByOne()).toString());
    }

    @Test
    void cutsAreEqual() {
        for (CutRule rule : new CutRule[] {
            CutRule.fixed(20), CutRule.median(), CutRule.percentile(93), CutRule.percentile(100), CutRule.naturalBreak()
        }) {
            assertThat(rule.fit(VALUES, COUNTS)).isEqualTo(rule.fit(oneByOne()));
        }
    }

    @Test
    void attitudesAreEqual() {
        double[] attitudes = {90, 0, 100, 70};
        long[] customers = {5, 2, 9, 4};
        AnswerNoise noise = AnswerNoise.ofSteps(1, Scale.NPS);
        ReaskedAnswers again = ReaskedAnswers.ofAttitudes(attitudes, customers, noise);
        QuadrantPosition[] positions = IntStream.range(0, attitudes.length)
                .boxed()
                .flatMap(i -> IntStream.range(0, (int) customers[i])
                        .mapToObj(j -> new QuadrantClassifier(50, 85).position("c" + i + j, 10.0 * i, attitudes[i])))
                .toArray(QuadrantPosition[]::new);
        QuadrantProbabilities all =
                QuadrantProbabilities.of(Arrays.asList(positions), ReaskedAnswers.of(Arrays.asList(positions), noise));
        for (int i = 0; i < positions.length; i++) {
            assertThat(again.probabilityOf(positions[i], null)).isEqualTo(all.get(i));
        }
    }

    @Test
    void whatCannotBeCountedIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PercentileAxis.fit(VALUES, new long[] {1}))
                .withMessage("counts must have 6 elements, but had 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CutRule.median().fit(new double[] {1}, new long[] {0}))
                .withMessage("counts[0] must be in [1, inf), but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PercentileAxis.fit(new double[0], new long[0]))
                .withMessage("values must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShareAxis.fit(new double[] {0, -1}, new long[] {1, 1}))
                .withMessage("spend must be above zero for some customer, but was for none");
    }
}
