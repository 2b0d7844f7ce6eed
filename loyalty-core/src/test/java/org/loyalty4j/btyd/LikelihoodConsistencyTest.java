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
import org.loyalty4j.internal.Parallel;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.SpendHistogram;
import org.loyalty4j.summary.WeightedHistory;
import org.loyalty4j.summary.WeightedSpendHistory;

/**
 * Likelihoods summed with the help of tables are the sums of those of single customers, their derivatives are those of the sums,
 * and no number of threads changes a bit.
 */
class LikelihoodConsistencyTest {
    private static final double STEP = 1e-5;
    private static final int[] THREADS = {2, 3, 7};

    /** Ages in whole days: long runs of rows of one x, and few distinct T. */
    private static final RepeatHistogram DAYS = days();

    /** No two ages the same, and extremes. */
    private static final RepeatHistogram MOMENTS = moments();

    private static final SpendHistogram SPENDS = spends();

    private static RepeatHistogram days() {
        Random random = new Random(1);
        List<WeightedHistory> rows = new ArrayList<>();
        for (int x = 0; x < 12; x++) {
            for (int i = 0; i < (x < 3 ? 9000 : 900) && !(x == 0 && i == 20); i++) {
                int until = 200 + random.nextInt(20);
                int last = x == 0 ? 0 : x + random.nextInt(until - x + 1);
                rows.add(new WeightedHistory(x, last, until, 1));
            }
        }
        return RepeatHistogram.of(rows, PeriodUnit.DAY);
    }

    private static RepeatHistogram moments() {
        Random random = new Random(2);
        List<WeightedHistory> rows = new ArrayList<>();
        rows.add(new WeightedHistory(0, 0, 0, 3));
        rows.add(new WeightedHistory(0, 0, 1e-9, 1));
        rows.add(new WeightedHistory(1, 0, 0, 1));
        rows.add(new WeightedHistory(1, 5, 5, 2));
        rows.add(new WeightedHistory(40_000, 99, 100, 1));
        rows.add(new WeightedHistory(40_000, 1e-3, 100, 0.5));
        for (int i = 0; i < 9000; i++) {
            int x = Math.max(0, random.nextInt(40) - 20);
            double until = 100 * random.nextDouble();
            rows.add(new WeightedHistory(x, x == 0 ? 0 : until * random.nextDouble(), until, 1 + random.nextInt(3)));
        }
        return RepeatHistogram.of(rows, PeriodUnit.WEEK);
    }

    private static SpendHistogram spends() {
        Random random = new Random(3);
        List<WeightedSpendHistory> rows = new ArrayList<>();
        rows.add(new WeightedSpendHistory(1, 1e-6, 2));
        rows.add(new WeightedSpendHistory(100_000, 1e6, 0.5));
        for (int i = 0; i < 9000; i++) {
            rows.add(new WeightedSpendHistory(
                    1 + random.nextInt(1 + random.nextInt(30)), 100 * random.nextDouble() + 0.01, 1));
        }
        return SpendHistogram.ofWeighted(rows);
    }

    /** A family, data for it, and how far its sums may be off by rounding, as a share of the sum of the absolute values. */
    record Case(Family<?, RepeatHistogram> family, RepeatHistogram data, double[] parameters) {
        double logLikelihood(double[] at, Derivatives derivatives) {
            return family.logLikelihood(at, data, derivatives);
        }

        @Override
        public String toString() {
            return family.name() + " at " + List.of(parameters[0], parameters[1]) + " of " + data.size() + " rows";
        }
    }

    static Stream<Case> cases() {
        double[][] points = {
            {.25, 30, .8, 2.4},
            {.7, 8, .9, 2.5},
            {2, 1e-5, .01, 5},
            {1e5, 1e7, 3, 1e3},
            {3e-4, 1e-3, 1e4, 1e4},
            {50, 1e4, 1e-6, 1e-6}
        };
        List<Case> cases = new ArrayList<>();
        for (double[] point : points) {
            for (RepeatHistogram data : List.of(DAYS, MOMENTS)) {
                for (Family<?, RepeatHistogram> family : List.of(
                        BetaGeometricFamily.bgNbd(),
                        BetaGeometricFamily.mbgNbd(),
                        BetaGeometricFamily.bgCnbd(2),
                        BetaGeometricFamily.mbgCnbd(5))) {
                    cases.add(new Case(family, data, point));
                }
                cases.add(new Case(new NbdFamily(), data, new double[] {point[0], point[1]}));
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theLikelihoodIsTheSumOfThoseOfTheCustomers(Case c) {
        PurchaseModel<?> model = (PurchaseModel<?>) c.family.model(c.parameters, c.data);
        Kernel kernel = Kernel.of(model);
        double sum = 0;
        double size = 0;
        for (WeightedHistory row : c.data) {
            double log = kernel.logLikelihood(row.repeatPurchases(), row.lastPurchaseAt(), row.observedFor());
            sum += row.weight() * log;
            // What is taken from what within one likelihood: the gamma functions and the powers of alpha + T.
            size += row.weight()
                    * (Math.abs(log)
                            + row.repeatPurchases() * Math.abs(StrictMath.log(c.parameters[1] + row.observedFor())));
        }
        assertThat(c.logLikelihood(c.parameters, new Derivatives(c.parameters.length)))
                .isCloseTo(sum, within(1e-14 * size + 1e-12 * Math.abs(sum)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theDerivativesAreThoseOfTheLikelihood(Case c) {
        int n = c.parameters.length;
        Derivatives here = new Derivatives(n);
        c.logLikelihood(c.parameters, here);
        double noise = 1e-5 * largest(here);
        for (int i = 0; i < n; i++) {
            Derivatives above = new Derivatives(n);
            Derivatives below = new Derivatives(n);
            double high = c.logLikelihood(moved(c.parameters, i, STEP), above);
            double low = c.logLikelihood(moved(c.parameters, i, -STEP), below);
            assertThat(here.gradient[i])
                    .isCloseTo((high - low) / (2 * STEP), within(1e-5 * Math.abs(here.gradient[i]) + noise));
            for (int j = 0; j < n; j++) {
                assertThat(here.hessian[i][j])
                        .isCloseTo(
                                (above.gradient[j] - below.gradient[j]) / (2 * STEP),
                                within(1e-5 * Math.abs(here.hessian[i][j]) + noise));
                assertThat(here.hessian[i][j]).isEqualTo(here.hessian[j][i]);
            }
        }
    }

    private static double largest(Derivatives derivatives) {
        double largest = 0;
        for (double slope : derivatives.gradient) {
            largest = Math.max(largest, Math.abs(slope));
        }
        return largest;
    }

    private static double[] moved(double[] parameters, int i, double by) {
        double[] moved = parameters.clone();
        moved[i] *= StrictMath.exp(by);
        return moved;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void threadsChangeNoBit(Case c) {
        int n = c.parameters.length;
        Derivatives alone = new Derivatives(n);
        double value = c.logLikelihood(c.parameters, alone);
        for (int threads : THREADS) {
            Derivatives together = new Derivatives(n);
            Likelihood likelihood = c.family.likelihood(c.data, new Parallel(threads));
            assertThat(likelihood.at(c.parameters, together)).isEqualTo(value);
            assertThat(together.gradient).isEqualTo(alone.gradient);
            assertThat(together.hessian).isDeepEqualTo(alone.hessian);
        }
    }

    static Stream<double[]> spendParameters() {
        return Stream.of(
                new double[] {6, 4, 15},
                new double[] {.3, 2, 1e-5},
                new double[] {1e5, 3, 1e-4},
                new double[] {2, 1e6, 1e7},
                new double[] {1e-3, 1e-3, 1e3});
    }

    @ParameterizedTest
    @MethodSource("spendParameters")
    void theLikelihoodOfSpendIsTheSumOfThoseOfTheCustomers(double[] parameters) {
        GammaGammaKernel kernel = new GammaGammaKernel(parameters[0], parameters[1], parameters[2]);
        double sum = 0;
        double size = 0;
        for (WeightedSpendHistory row : SPENDS) {
            double log = kernel.logLikelihood(row.repeatPurchases(), row.meanSpend());
            sum += row.weight() * log;
            size += row.weight()
                    * (Math.abs(log)
                            + parameters[1]
                                    * StrictMath.log1p(row.repeatPurchases() * row.meanSpend() / parameters[2]));
        }
        GammaGammaFamily family = new GammaGammaFamily();
        Derivatives here = new Derivatives(3);
        double value = family.logLikelihood(parameters, SPENDS, here);
        assertThat(value).isCloseTo(sum, within(1e-14 * size + 1e-12 * Math.abs(sum)));
        double noise = 1e-5 * largest(here);
        for (int i = 0; i < 3; i++) {
            Derivatives above = new Derivatives(3);
            Derivatives below = new Derivatives(3);
            double high = family.logLikelihood(moved(parameters, i, STEP), SPENDS, above);
            double low = family.logLikelihood(moved(parameters, i, -STEP), SPENDS, below);
            assertThat(here.gradient[i]).isCloseTo((high - low) / (2 * STEP), within(noise));
            for (int j = 0; j < 3; j++) {
                assertThat(here.hessian[i][j])
                        .isCloseTo(
                                (above.gradient[j] - below.gradient[j]) / (2 * STEP),
                                within(1e-5 * Math.abs(here.hessian[i][j]) + noise));
            }
        }
        for (int threads : THREADS) {
            Derivatives together = new Derivatives(3);
            assertThat(family.likelihood(SPENDS, new Parallel(threads)).at(parameters, together))
                    .isEqualTo(value);
            assertThat(together.gradient).isEqualTo(here.gradient);
            assertThat(together.hessian).isDeepEqualTo(here.hessian);
        }
    }

    @Test
    void theDataHaveLongRunsAndShortOnes() {
        HistoryLayout days = new HistoryLayout(DAYS);
        assertThat(days.observed).hasSize(20);
        assertThat(days.purchases).hasSize(12);
        assertThat(DAYS.size()).isGreaterThan(10_000);
        HistoryLayout moments = new HistoryLayout(MOMENTS);
        assertThat(moments.observed.length).isGreaterThan(9000);
    }
}
