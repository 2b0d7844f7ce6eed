package org.loyalty4j.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpendFrequencyCorrelationTest {

    private static SpendHistogram histogram(int[] x, double[] m) {
        return SpendHistories.of(
                        IntStream.range(0, x.length).mapToObj(i -> "c" + i).toList(), x, m)
                .histogram();
    }

    /** scipy.stats.pearsonr and spearmanr of SciPy 1.17.1 on the same numbers. */
    @Test
    void agreesWithScipy() {
        SpendFrequencyCorrelation correlation = SpendFrequencyCorrelation.of(
                        histogram(new int[] {1, 1, 2, 3, 3, 5, 8, 1}, new double[] {10, 12, 11, 30, 12, 25, 100, 10}))
                .orElseThrow();
        assertThat(correlation.customers()).isEqualTo(8);
        assertThat(correlation.pearson()).isCloseTo(0.9007220047317712, within(1e-13));
        assertThat(correlation.spearman()).isCloseTo(0.8510794409931051, within(1e-13));
    }

    @Test
    void perfectOnesAreOneAndNoMore() {
        for (int n = 2; n < 60; n++) {
            int[] x = IntStream.rangeClosed(1, n).toArray();
            double[] up = IntStream.of(x).mapToDouble(i -> 0.1 * i + 3).toArray();
            double[] down = IntStream.of(x).mapToDouble(i -> 7.3 / i).toArray();
            SpendFrequencyCorrelation rising =
                    SpendFrequencyCorrelation.of(histogram(x, up)).orElseThrow();
            assertThat(rising.pearson()).isCloseTo(1, within(1e-14));
            assertThat(rising.spearman()).isCloseTo(1, within(1e-14));
            SpendFrequencyCorrelation falling =
                    SpendFrequencyCorrelation.of(histogram(x, down)).orElseThrow();
            assertThat(falling.spearman()).isCloseTo(-1, within(1e-14));
        }
    }

    @Test
    void theUnitOfMoneyDoesNotMatter() {
        int[] x = {1, 2, 3, 4};
        double[] m = {3, 1, 4, 2};
        SpendFrequencyCorrelation plain =
                SpendFrequencyCorrelation.of(histogram(x, m)).orElseThrow();
        for (double unit : new double[] {0x1p-1000, 0x1p-30, 0x1p1000}) {
            double[] scaled = {unit * 3, unit, unit * 4, unit * 2};
            assertThat(SpendFrequencyCorrelation.of(histogram(x, scaled))).hasValue(plain);
        }
    }

    @Test
    void aWeightIsThatManyCustomers() {
        Random random = new Random(7);
        List<SpendHistory> each = new ArrayList<>();
        List<WeightedSpendHistory> weighted = new ArrayList<>();
        for (int row = 0; row < 30; row++) {
            int x = 1 + random.nextInt(5);
            double m = 1 + random.nextInt(8);
            int copies = 1 + random.nextInt(6);
            weighted.add(new WeightedSpendHistory(x, m, copies));
            for (int copy = 0; copy < copies; copy++) {
                each.add(new SpendHistory("c", x, m));
            }
        }
        assertThat(SpendFrequencyCorrelation.of(SpendHistogram.ofWeighted(weighted)))
                .isEqualTo(SpendFrequencyCorrelation.of(SpendHistogram.of(each)))
                .isPresent();
    }

    @Test
    void emptyWhereNothingVaries() {
        assertThat(SpendFrequencyCorrelation.of(SpendHistogram.of(List.of()))).isEmpty();
        assertThat(SpendFrequencyCorrelation.of(histogram(new int[] {3}, new double[] {1})))
                .isEmpty();
        assertThat(SpendFrequencyCorrelation.of(histogram(new int[] {3, 3}, new double[] {1, 2})))
                .isEmpty();
        assertThat(SpendFrequencyCorrelation.of(histogram(new int[] {3, 4}, new double[] {2, 2})))
                .isEmpty();
    }

    @Test
    void saysWhatItIsAndRefusesWhatCannotBe() {
        assertThat(new SpendFrequencyCorrelation(946, 0.1139, 0.2063))
                .hasToString("SpendFrequencyCorrelation: Pearson 0.114, Spearman 0.206 over 946 customers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpendFrequencyCorrelation(2, 1.1, 0))
                .withMessage("pearson must be in [-1, 1], but was 1.1");
        assertThatIllegalArgumentException().isThrownBy(() -> new SpendFrequencyCorrelation(2, 0, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new SpendFrequencyCorrelation(0, 0, 0));
    }
}
