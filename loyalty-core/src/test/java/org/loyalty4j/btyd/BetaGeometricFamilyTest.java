package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.WeightedHistory;

class BetaGeometricFamilyTest {
    private static final double STEP = 1e-5;

    static Stream<BetaGeometricFamily<?>> families() {
        return Stream.of(
                BetaGeometricFamily.bgNbd(),
                BetaGeometricFamily.mbgNbd(),
                BetaGeometricFamily.bgCnbd(2),
                BetaGeometricFamily.mbgCnbd(7));
    }

    private static RepeatHistogram data() {
        Random random = new Random(7);
        List<WeightedHistory> rows = new ArrayList<>();
        rows.add(new WeightedHistory(0, 0, 0, 2));
        rows.add(new WeightedHistory(3000, 90, 100, 1));
        for (int i = 0; i < 200; i++) {
            int x = Math.max(0, random.nextInt(60) - 20);
            double until = 100 * random.nextDouble();
            rows.add(new WeightedHistory(x, x == 0 ? 0 : until * random.nextDouble(), until, 1 + random.nextInt(3)));
        }
        return RepeatHistogram.of(rows, PeriodUnit.WEEK);
    }

    @ParameterizedTest
    @MethodSource("families")
    void likelihoodIsTheSumOfThoseOfTheHistories(BetaGeometricFamily<?> family) {
        RepeatHistogram data = data();
        double[] parameters = {.7, 8, .9, 2.5};
        Kernel kernel = Kernel.of(family.model(parameters, data));
        double sum = 0;
        for (WeightedHistory row : data) {
            sum += row.weight() * kernel.logLikelihood(row.repeatPurchases(), row.lastPurchaseAt(), row.observedFor());
        }
        assertThat(family.logLikelihood(parameters, data, new Derivatives(4)))
                .isCloseTo(sum, within(1e-13 * Math.abs(sum)));
        assertThat(family.customers(data)).isEqualTo(data.totalWeight());
        assertThat(family.distinctHistories(data)).isEqualTo(data.size());
        assertThat(family.name()).isEqualTo(family.model(parameters, data).name());
        assertThat(family.symbols()).containsExactly("r", "alpha", "a", "b");
    }

    /** R = a/b ((alpha + T)/(alpha + t_x))^(r + 1) after one coin, also where b is next to nothing beside it. */
    @Test
    void theLastCoinKeepsTheDigitsOfASmallB() {
        double odds = 3 * Math.pow(17.0 / 13, 1.7);
        Kernel kernel = new BetaGeometricKernel(1, false, 0.7, 8, 3e-14, 1e-14);
        assertThat(kernel.probabilityAlive(1, 5, 9)).isCloseTo(1 / (1 + odds), within(1e-15));
        RepeatHistogram one = RepeatHistogram.of(List.of(new WeightedHistory(1, 5, 9, 1)), PeriodUnit.WEEK);
        Derivatives derivatives = new Derivatives(4);
        BetaGeometricFamily.bgNbd().logLikelihood(new double[] {0.7, 8, 3e-14, 1e-14}, one, derivatives);
        // By ln a: 1 - a/(a + b) for the coin survived gives way to the share of those who are lost.
        assertThat(derivatives.gradient[2]).isCloseTo(odds / (1 + odds) - 0.75, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("families")
    void derivativesAreThoseOfTheLikelihood(BetaGeometricFamily<?> family) {
        RepeatHistogram data = data();
        double[] parameters = {.7, 8, .9, 2.5};
        Derivatives here = new Derivatives(4);
        family.logLikelihood(parameters, data, here);
        for (int i = 0; i < 4; i++) {
            Derivatives above = new Derivatives(4);
            Derivatives below = new Derivatives(4);
            double high = family.logLikelihood(moved(parameters, i, STEP), data, above);
            double low = family.logLikelihood(moved(parameters, i, -STEP), data, below);
            assertThat(here.gradient[i])
                    .isCloseTo((high - low) / (2 * STEP), within(1e-6 * (1 + Math.abs(here.gradient[i]))));
            for (int j = 0; j < 4; j++) {
                assertThat(here.hessian[i][j])
                        .isCloseTo(
                                (above.gradient[j] - below.gradient[j]) / (2 * STEP),
                                within(1e-6 * (1 + Math.abs(here.hessian[i][j]))));
            }
        }
    }

    private static double[] moved(double[] parameters, int i, double by) {
        double[] moved = parameters.clone();
        moved[i] *= StrictMath.exp(by);
        return moved;
    }

    @ParameterizedTest
    @MethodSource("families")
    void startsArePossibleForAnyData(BetaGeometricFamily<?> family) {
        for (RepeatHistogram data : List.of(
                data(),
                RepeatHistogram.of(List.of(new WeightedHistory(0, 0, 0, 1)), PeriodUnit.WEEK),
                RepeatHistogram.of(List.of(new WeightedHistory(0, 0, 9, 1)), PeriodUnit.WEEK),
                RepeatHistogram.of(List.of(new WeightedHistory(100_000, 1, 1e5, 1)), PeriodUnit.WEEK))) {
            assertThat(family.starts(data)).hasSizeGreaterThan(1).allSatisfy(start -> {
                assertThat(family.model(start, data).unit()).isEqualTo(PeriodUnit.WEEK);
                assertThat(family.logLikelihood(start, data, new Derivatives(4)))
                        .isFinite();
            });
        }
    }

    @Test
    void startsAreInTheUnitOfTheData() {
        RepeatHistogram data = data();
        List<double[]> weeks = BetaGeometricFamily.bgNbd().starts(data);
        List<double[]> days = BetaGeometricFamily.bgNbd().starts(data.in(PeriodUnit.DAY));
        for (int i = 0; i < weeks.size(); i++) {
            assertThat(days.get(i)[0]).isCloseTo(weeks.get(i)[0], within(1e-12));
            assertThat(days.get(i)[1]).isCloseTo(7 * weeks.get(i)[1], within(1e-11 * days.get(i)[1]));
        }
    }

    @Test
    void namesTheBoundaries() {
        BetaGeometricFamily<BgNbd> family = BetaGeometricFamily.bgNbd();
        RepeatHistogram data = data();
        assertThat(family.boundary(new double[] {1, 1, 1e-6, 1}, data)).contains(Boundary.NO_DROPOUT);
        assertThat(family.boundary(new double[] {1, 1, 1, 1e-6}, data)).contains(Boundary.IMMEDIATE_DROPOUT);
        assertThat(family.boundary(new double[] {1e6, 1e6, 1, 1}, data)).contains(Boundary.NO_RATE_HETEROGENEITY);
        assertThat(family.boundary(new double[] {1, 1, 1e6, 1e6}, data)).contains(Boundary.NO_DROPOUT_HETEROGENEITY);
        assertThat(family.boundary(new double[] {1, 1, 1e-6, 1e-6}, data)).contains(Boundary.EXTREME_HETEROGENEITY);
        assertThat(family.boundary(new double[] {1e-6, 1, 1, 1}, data)).contains(Boundary.EXTREME_HETEROGENEITY);
        assertThat(family.boundary(new double[] {1, 1, 1, 1}, data)).isEmpty();
    }
}
