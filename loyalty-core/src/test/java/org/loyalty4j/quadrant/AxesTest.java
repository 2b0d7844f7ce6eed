package org.loyalty4j.quadrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Axes over columns, and the natural break. */
class AxesTest {

    @Test
    void aPercentileHasTiesAtTheMiddleOfTheirRanks() {
        PercentileAxis axis = PercentileAxis.fit(new double[] {3, 1, 3, 7, -0.0});
        assertThat(axis.positions(new double[] {-5, 0, -0.0, 1, 2, 3, 4, 7, 8}))
                .containsExactly(0, 10, 10, 30, 40, 60, 80, 90, 100);
        assertThat(axis).hasToString("PercentileAxis: percentile among 5 customers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PercentileAxis.fit(new double[0]))
                .withMessage("values must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PercentileAxis.fit(new double[] {1, Double.NaN}))
                .withMessage("values[1] must be finite, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> axis.position(Double.POSITIVE_INFINITY))
                .withMessage("value must be finite, but was Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> axis.positions(new double[] {Double.NaN}))
                .withMessage("values[0] must be finite, but was NaN");
    }

    @Test
    void aShareIsOfTheSpendOfThoseWhoSpendLess() {
        ShareAxis axis = ShareAxis.fit(new double[] {50, 10, 0, -30, 20, 20});
        assertThat(axis.positions(new double[] {-30, 0, 5, 10, 20, 30, 50, 60}))
                .containsExactly(0, 0, 0, 5, 30, 50, 75, 100);
        assertThat(axis).hasToString("ShareAxis: share of 100.0 spent by 4 customers who spend less");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShareAxis.fit(new double[] {0, -1}))
                .withMessage("spend must be above zero for some customer, but was for none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShareAxis.fit(new double[] {Double.MAX_VALUE, Double.MAX_VALUE}))
                .withMessage("sum of spend must be finite, but was Infinity");
        assertThatIllegalArgumentException().isThrownBy(() -> ShareAxis.fit(new double[] {Double.NaN}));
    }

    @Test
    void aCutHasAValue() {
        ColumnAxis axis = PercentileAxis.fit(new double[] {1, 2, 3, 4});
        assertThat(axis.valueAt(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(axis.valueAt(25)).isEqualTo(1); // at 1 the position is 12.5, above it 25
        assertThat(axis.valueAt(26)).isEqualTo(2);
        assertThat(axis.valueAt(50)).isEqualTo(2);
        assertThat(axis.valueAt(100)).isEqualTo(4);
        for (double cut = 1; cut <= 100; cut++) {
            double value = axis.valueAt(cut);
            assertThat(axis.position(value + 1e-9)).isGreaterThanOrEqualTo(cut);
            assertThat(axis.position(value - 1e-9)).isLessThan(cut);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> axis.valueAt(101))
                .withMessage("cut must be in [0, 100], but was 101.0");
    }

    @Test
    void anEstimateReachesACutWithAProbability() {
        ColumnAxis axis = PercentileAxis.fit(new double[] {1, 2, 3, 4});
        double[] probabilities =
                axis.probabilitiesAtLeast(50, new double[] {2, 3, 1, 2, 2.5}, new double[] {1, 1, 0.5, 0, 0});
        assertThat(probabilities[0]).isEqualTo(0.5);
        assertThat(probabilities[1]).isEqualTo(0.841344746068543, within(1e-14)); // pnorm(1)
        assertThat(probabilities[2]).isEqualTo(0.022750131948179, within(1e-14)); // pnorm(-2)
        assertThat(probabilities[3]).isZero(); // at 2 itself the position is 37.5
        assertThat(probabilities[4]).isOne();
        assertThat(axis.probabilitiesAtLeast(0, new double[] {-9}, new double[] {2}))
                .containsExactly(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> axis.probabilitiesAtLeast(50, new double[] {1}, new double[] {-1}))
                .withMessage("standardErrors[0] must be in [0, inf), but was -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> axis.probabilitiesAtLeast(50, new double[] {1}, new double[0]))
                .withMessage("standardErrors must have 1 elements, but had 0");
    }

    @Test
    void aNaturalBreakPartsTwoHeaps() {
        assertThat(CutRule.naturalBreak().fit(new double[] {90, 10, 12, 88, 8, 92}))
                .isEqualTo(50);
        assertThat(CutRule.naturalBreak().fit(new double[] {100, 0})).isEqualTo(50);
        assertThat(CutRule.naturalBreak().fit(new double[] {0, 50, 100})).isEqualTo(25); // as good as 75
        // R 4.2.2: x <- c(0, 20, 30, 80, 90, 90, 90, 100, 100, 50); of the cuts between two neighbours, that with the
        // least
        // sum of the two var(x) * (n - 1): between 50 and 80.
        assertThat(CutRule.naturalBreak().fit(new double[] {0, 20, 30, 80, 90, 90, 90, 100, 100, 50}))
                .isEqualTo(65);
        assertThat(CutRule.naturalBreak()).hasToString("at the natural break");
    }

    @Test
    void aBreakNeedsTwoValues() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CutRule.naturalBreak().fit(new double[] {7, 7}))
                .withMessage(
                        "positions must have two distinct values or more for a cut at the natural break, but all 2 were 7.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CutRule.naturalBreak().fit(new double[0]))
                .withMessage(
                        "positions must have two distinct values or more for a cut at the natural break, but there were none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CutRule(CutRule.Kind.NATURAL_BREAK, 3.0))
                .withMessage("argument must be missing for a cut of kind NATURAL_BREAK");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CutRule(CutRule.Kind.FIXED, null))
                .withMessage("argument must be given for a cut of kind FIXED");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CutRule(CutRule.Kind.FIXED, Double.NaN))
                .withMessage("argument must be in [0, 100], but was NaN");
    }
}
