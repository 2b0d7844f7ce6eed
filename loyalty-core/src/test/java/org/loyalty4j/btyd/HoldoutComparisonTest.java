package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Proportion;

/** The measures of a backtest, worked out by hand. */
class HoldoutComparisonTest {
    private static final int[] ACTUAL = {0, 3, 1, 0, 2};
    private static final double[] PREDICTED = {0.5, 2, 1, 0.5, 1};

    @Test
    void errorsAreSummed() {
        ForecastAccuracy accuracy = new HoldoutComparison(ACTUAL).compare(PREDICTED);
        assertThat(accuracy.customers()).isEqualTo(5);
        assertThat(accuracy.actualPurchases()).isEqualTo(6);
        assertThat(accuracy.predictedPurchases()).isEqualTo(5);
        assertThat(accuracy.bias().orElseThrow()).isEqualTo(-1 / 6.0);
        assertThat(accuracy.meanAbsoluteError().orElseThrow()).isEqualTo(0.6);
        assertThat(accuracy.rootMeanSquaredError().orElseThrow()).isEqualTo(Math.sqrt(0.5));
        assertThat(accuracy).hasToString("5.0 purchases predicted of 5 customers, 6 made");
    }

    @Test
    void equalValuesShareTheirRank() {
        // Ranks 1.5 5 3.5 1.5 3.5 and 1.5 5 3 1.5 4: cor(..., method = "spearman") in R.
        assertThat(new HoldoutComparison(ACTUAL)
                        .compare(PREDICTED)
                        .rankCorrelation()
                        .orElseThrow())
                .isEqualTo(9 / Math.sqrt(9 * 9.5), within(1e-15));
    }

    @Test
    void equalPredictionsShareTheirPurchases() {
        // By prediction: 3, then 1.5 and 1.5, then 0 and 0; at best 3, 2, 1, 0, 0.
        List<GainPoint> gain = new HoldoutComparison(ACTUAL).compare(PREDICTED).gain();
        double[] shares = {0.25, 0.5, 0.625, 0.75, 0.875, 1, 1, 1, 1, 1};
        double[] ideal = {0.25, 0.5, 4 / 6.0, 5 / 6.0, 5.5 / 6, 1, 1, 1, 1, 1};
        assertThat(gain).hasSize(10);
        for (int i = 0; i < 10; i++) {
            assertThat(gain.get(i)).isEqualTo(new GainPoint(i + 1, shares[i], ideal[i]));
        }
        assertThat(new HoldoutComparison(ACTUAL).compare(PREDICTED).gainAt(2)).hasValue(0.5);
    }

    @Test
    void thePerfectForecastIsPerfect() {
        double[] perfect = Arrays.stream(ACTUAL).asDoubleStream().toArray();
        ForecastAccuracy accuracy = new HoldoutComparison(ACTUAL).compare(perfect);
        assertThat(accuracy.bias()).hasValue(0);
        assertThat(accuracy.meanAbsoluteError()).hasValue(0);
        assertThat(accuracy.rootMeanSquaredError()).hasValue(0);
        assertThat(accuracy.rankCorrelation()).hasValue(1);
        assertThat(accuracy.gain())
                .allSatisfy(point -> assertThat(point.share()).isEqualTo(point.idealShare()));
        double[] certain = Arrays.stream(ACTUAL).mapToDouble(y -> y > 0 ? 1 : 0).toArray();
        assertThat(new HoldoutComparison(ACTUAL)
                        .compareProbabilities(certain, 10)
                        .brierScore())
                .hasValue(0);
    }

    @Test
    void theOppositeForecastIsOpposite() {
        double[] opposite = Arrays.stream(ACTUAL).mapToDouble(y -> 3 - y).toArray();
        ForecastAccuracy accuracy = new HoldoutComparison(ACTUAL).compare(opposite);
        assertThat(accuracy.rankCorrelation()).hasValue(-1);
        assertThat(accuracy.gainAt(4)).hasValue(0);
        assertThat(accuracy.gainAt(10)).hasValue(1);
    }

    @Test
    void oneForecastForAllSaysNothingOfTheOrder() {
        double[] same = {1, 1, 1, 1, 1};
        ForecastAccuracy accuracy = new HoldoutComparison(ACTUAL).compare(same);
        assertThat(accuracy.rankCorrelation()).isEmpty();
        for (int i = 1; i <= 10; i++) {
            assertThat(accuracy.gainAt(i).orElseThrow()).isEqualTo(i / 10.0, within(1e-15));
        }
        ProbabilityAccuracy probability = new HoldoutComparison(ACTUAL).compareProbabilities(same, 3);
        assertThat(probability.bins()).containsExactly(new CalibrationBin(1, new Proportion(3, 5)));
        assertThat(probability).hasToString("60.00 % (3 of 5) bought, 1 bins of probability");
    }

    @Test
    void binsAreOfEqualSizeButForEqualProbabilities() {
        // Five customers in two bins make three and two; the second pair of equals has its middle in the first.
        double[] probability = {0.2, 0.9, 0.6, 0.2, 0.6};
        ProbabilityAccuracy accuracy = new HoldoutComparison(ACTUAL).compareProbabilities(probability, 2);
        assertThat(accuracy.bins())
                .containsExactly(
                        new CalibrationBin(0.4, new Proportion(2, 4)), new CalibrationBin(0.9, new Proportion(1, 1)));
        assertThat(accuracy.buyers()).isEqualTo(new Proportion(3, 5));
        assertThat(accuracy.brierScore().orElseThrow()).isEqualTo(0.082, within(1e-16));
        assertThat(accuracy.brierScoreOfShare().orElseThrow()).isEqualTo(0.24, within(1e-16));
    }

    @Test
    void withoutAPurchaseTheOrderIsUndefined() {
        ForecastAccuracy accuracy = new HoldoutComparison(new int[] {0, 0}).compare(new double[] {1, 2});
        assertThat(accuracy.bias()).isEmpty();
        assertThat(accuracy.rankCorrelation()).isEmpty();
        assertThat(accuracy.gain()).isEmpty();
        assertThat(accuracy.gainAt(1)).isEmpty();
        assertThat(accuracy.meanAbsoluteError()).hasValue(1.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> accuracy.gainAt(11))
                .withMessage("deciles must be in [1, 10], but was 11");
    }

    @Test
    void withoutACustomerEverythingIsUndefined() {
        HoldoutComparison nobody = new HoldoutComparison(new int[0]);
        ForecastAccuracy accuracy = nobody.compare(new double[0]);
        assertThat(accuracy.bias()).isEmpty();
        assertThat(accuracy.meanAbsoluteError()).isEmpty();
        assertThat(accuracy.rootMeanSquaredError()).isEmpty();
        assertThat(accuracy.rankCorrelation()).isEmpty();
        ProbabilityAccuracy probability = nobody.compareProbabilities(new double[0], 10);
        assertThat(probability.brierScore()).isEmpty();
        assertThat(probability.brierScoreOfShare()).isEmpty();
        assertThat(probability.bins()).isEmpty();
    }

    @Test
    void theHiatusIsTheSilenceThatTellsBest() {
        int[] silence = {1, 5, 5, 9, 20};
        assertThat(NaiveForecasts.thresholdDays(silence, new int[] {1, 0, 1, 1, 0}, 99))
                .isEqualTo(9);
        assertThat(NaiveForecasts.thresholdDays(silence, new int[] {1, 0, 0, 1, 0}, 99))
                .isEqualTo(1);
        assertThat(NaiveForecasts.thresholdDays(silence, new int[] {0, 1, 1, 0, 1}, 99))
                .isEqualTo(5);
        assertThat(NaiveForecasts.thresholdDays(silence, new int[] {1, 1, 1, 1, 1}, 99))
                .isEqualTo(20);
        assertThat(NaiveForecasts.thresholdDays(silence, new int[] {0, 0, 0, 0, 0}, 99))
                .isEqualTo(1);
        assertThat(NaiveForecasts.thresholdDays(new int[0], new int[0], 99)).isEqualTo(99);
    }
}
