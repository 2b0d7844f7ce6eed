package org.loyalty4j.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.btyd.Fit;
import org.loyalty4j.btyd.FitStatus;
import org.loyalty4j.btyd.MbgNbd;
import org.loyalty4j.btyd.ModelFitter;
import org.loyalty4j.btyd.Nbd;
import org.loyalty4j.btyd.PurchaseModel;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.quadrant.PercentileAxis;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.RepeatHistories;
import org.loyalty4j.summary.RepeatHistory;

/** How often a buyer is really on the other side of a cut. */
class DistanceErrorsTest {
    private static final Horizon YEAR = Horizon.weeks(52);
    private static final int DRAWS = 400;
    private static final RepeatHistories HISTORIES = PurchaseSummaries.of(
                    ProfileWorld.LOG, PurchaseRules.withDefaults(), ProfileWorld.AS_OF)
            .repeatHistories(PeriodUnit.WEEK);

    /** Parameters drawn from the covariance of the fit, and for each of them the base and its percentile anew. */
    @Test
    void theProbabilityIsHowOftenOtherParametersPutTheBuyerAboveTheMedian() {
        Fit<MbgNbd> fit = ModelFitter.mbgNbd().fit(HISTORIES.histogram());
        assertThat(fit.status()).isEqualTo(FitStatus.CONVERGED);
        double[] expected = expected(fit.model());
        PercentileAxis axis = PercentileAxis.fit(expected);
        double[] above = new double[expected.length];
        double[][] root = cholesky(fit.covariance().orElseThrow().toArray());
        Random random = new Random(6);
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] drawn = expected(fit.model().withValues(drawn(fit.model().values(), root, random)));
            PercentileAxis moved = PercentileAxis.fit(drawn);
            for (int row = 0; row < drawn.length; row++) {
                above[row] += moved.position(drawn[row]) >= 50 ? 1.0 / DRAWS : 0;
            }
        }
        double[] ofDistance = axis.probabilitiesAtLeast(50, expected, fromPercentile(fit, HISTORIES, axis.valueAt(50)));
        double[] ofBuyer =
                axis.probabilitiesAtLeast(50, expected, ofEach(DistanceErrors.fromFixed(fit, YEAR), HISTORIES));
        assertThat(otherSide(above, expected, axis)).isBetween(0.8, 1.4);
        assertThat(otherSide(ofDistance, expected, axis)).isCloseTo(otherSide(above, expected, axis), within(0.4));
        assertThat(meanGap(ofDistance, above)).isLessThan(0.003);
        // By the error of the buyer alone, more than twice as many would be unsure.
        assertThat(otherSide(ofBuyer, expected, axis)).isGreaterThan(2 * otherSide(above, expected, axis));
        assertThat(meanGap(ofBuyer, above)).isGreaterThan(0.005);
    }

    /** Expected purchases of an NBD are (r + x) / (alpha + T) t: with one T for all, alpha is a factor common to all. */
    @Test
    void anErrorThatIsAFactorCommonToAllLeavesEverybodyOnTheSameSide() {
        Random random = new Random(7);
        RepeatHistories histories = RepeatHistories.of(
                IntStream.range(0, 60)
                        .mapToObj(i -> {
                            int x = (int) (-4 * StrictMath.log(1 - random.nextDouble()));
                            return new RepeatHistory("c" + i, x, x == 0 ? 0 : 50, 52, PeriodUnit.WEEK);
                        })
                        .toList(),
                PeriodUnit.WEEK);
        Fit<Nbd> fit = ModelFitter.nbd().fit(histories.histogram());
        double[] expected =
                histories.evaluate((RepeatHistory history) -> fit.model().expectedPurchases(history, YEAR));
        PercentileAxis axis = PercentileAxis.fit(expected);
        double[] ofDistance = axis.probabilitiesAtLeast(50, expected, fromPercentile(fit, histories, axis.valueAt(50)));
        double[] ofBuyer =
                axis.probabilitiesAtLeast(50, expected, ofEach(DistanceErrors.fromFixed(fit, YEAR), histories));
        assertThat(DoubleStream.of(ofDistance)).allMatch(p -> p < 1e-9 || p > 1 - 1e-9);
        assertThat(DoubleStream.of(ofBuyer)).anyMatch(p -> p > 0.001 && p < 0.999);
    }

    private static double[] fromPercentile(
            Fit<? extends PurchaseModel<?>> fit, RepeatHistories histories, double number) {
        RepeatHistogram distinct = histories.histogram();
        return ofEach(DistanceErrors.fromPercentileAt(number, distinct, fit, YEAR, 1), histories);
    }

    private static double[] ofEach(@Nullable DistanceErrors distance, RepeatHistories histories) {
        double[] ofDistinct =
                Objects.requireNonNull(Objects.requireNonNull(distance).ofAll(histories.histogram(), 1));
        return IntStream.range(0, histories.size())
                .mapToDouble(row -> ofDistinct[histories.histogramIndex(row)])
                .toArray();
    }

    /** The number of buyers expected on the side of the cut where they are not. */
    private static double otherSide(double[] above, double[] expected, PercentileAxis axis) {
        return IntStream.range(0, above.length)
                .mapToDouble(row -> axis.position(expected[row]) >= 50 ? 1 - above[row] : above[row])
                .sum();
    }

    private static double[] expected(MbgNbd model) {
        return HISTORIES.evaluate((RepeatHistory history) -> model.expectedPurchases(history, YEAR));
    }

    private static double[] drawn(double[] values, double[][] root, Random random) {
        double[] normal =
                random.doubles(values.length).map(u -> random.nextGaussian()).toArray();
        double[] drawn = values.clone();
        for (int i = 0; i < drawn.length; i++) {
            double shift = 0;
            for (int j = 0; j <= i; j++) {
                shift += root[i][j] * normal[j];
            }
            drawn[i] *= StrictMath.exp(shift);
        }
        return drawn;
    }

    private static double[][] cholesky(double[][] matrix) {
        double[][] root = new double[matrix.length][matrix.length];
        for (int i = 0; i < root.length; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= root[i][k] * root[j][k];
                }
                root[i][j] = i == j ? Math.sqrt(rest) : rest / root[j][j];
            }
        }
        return root;
    }

    private static double meanGap(double[] ones, double[] others) {
        double sum = 0;
        for (int i = 0; i < ones.length; i++) {
            sum += Math.abs(ones[i] - others[i]);
        }
        return sum / ones.length;
    }
}
