package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.WeightedHistory;
import org.loyalty4j.support.ReferenceTable;
import org.loyalty4j.support.ReferenceTable.Line;

/** The likelihoods of the Pareto/NBD and NBD models as a fitter sees them: derivatives, starts and boundaries. */
class RateFamilyTest {
    private static final RepeatHistogram DATA = RepeatHistogram.of(
            List.of(
                    new WeightedHistory(0, 0, 39, 1411),
                    new WeightedHistory(0, 0, 0, 3),
                    new WeightedHistory(1, 12.5, 36, 438),
                    new WeightedHistory(1, 36, 36, 2.5),
                    new WeightedHistory(3, 20, 35, 100),
                    new WeightedHistory(60, 3, 30, 1),
                    new WeightedHistory(60, 29, 30, 4)),
            PeriodUnit.WEEK);

    static List<Line> derivatives() {
        return ReferenceTable.resource(RateFamilyTest.class, "pareto_nbd_derivatives.csv");
    }

    @ParameterizedTest
    @MethodSource
    void derivatives(Line line) {
        List<String> names = new ParetoFamily().symbols();
        double[] parameters = names.stream().mapToDouble(line::get).toArray();
        Derivatives derivatives = new Derivatives(4);
        RepeatHistogram one = RepeatHistogram.of(
                List.of(new WeightedHistory(line.count("x"), line.get("t_x"), line.get("T"), 1)), PeriodUnit.WEEK);

        double value = new ParetoFamily().logLikelihood(parameters, one, derivatives);

        assertThat(value).isCloseTo(line.get("log_likelihood"), within(1e-13 * Math.abs(line.get("log_likelihood"))));
        for (int i = 0; i < 4; i++) {
            double gradient = line.get("d_" + names.get(i));
            // With s and beta in the thousands the terms of a derivative are s times as large as their sum.
            assertThat(derivatives.gradient[i]).isCloseTo(gradient, within(1e-11 * Math.max(0.1, Math.abs(gradient))));
            for (int j = i; j < 4; j++) {
                double second = line.get("d_" + names.get(i) + "_" + names.get(j));
                double tolerance = 1e-10 * Math.max(0.1, Math.abs(second));
                assertThat(derivatives.hessian[i][j]).isCloseTo(second, within(tolerance));
                assertThat(derivatives.hessian[j][i]).isEqualTo(derivatives.hessian[i][j]);
            }
        }
    }

    @Test
    void derivativesOfAHistogramAreThoseOfItsSum() {
        differences(new ParetoFamily(), 0.55, 10.6, 0.6, 11.7);
        differences(new ParetoFamily(), 1.7, 11.7, 3, 11.7);
        differences(new ParetoFamily(), 0.3, 30, 0.02, 5);
        differences(new NbdFamily(), 0.385, 12);
        differences(new NbdFamily(), 50, 0.2);
    }

    private static void differences(Family<?, RepeatHistogram> family, double... parameters) {
        int dimension = parameters.length;
        Derivatives here = new Derivatives(dimension);
        double value = family.logLikelihood(parameters, DATA, here);
        double step = 1e-4;
        for (int i = 0; i < dimension; i++) {
            Derivatives above = new Derivatives(dimension);
            Derivatives below = new Derivatives(dimension);
            double[] moved = parameters.clone();
            moved[i] = parameters[i] * StrictMath.exp(step);
            double up = family.logLikelihood(moved, DATA, above);
            moved[i] = parameters[i] * StrictMath.exp(-step);
            double down = family.logLikelihood(moved, DATA, below);

            assertThat((up - down) / (2 * step))
                    .isCloseTo(here.gradient[i], within(1e-6 * (Math.abs(here.gradient[i]) + Math.abs(value) / 100)));
            for (int j = 0; j < dimension; j++) {
                double slope = (above.gradient[j] - below.gradient[j]) / (2 * step);
                assertThat(slope)
                        .isCloseTo(here.hessian[i][j], within(1e-6 * (Math.abs(slope) + Math.abs(value) / 100)));
            }
        }
    }

    @Test
    void theLikelihoodOfAHistogramIsThatOfItsCustomers() {
        ParetoFamily pareto = new ParetoFamily();
        double[] parameters = {0.55, 10.6, 0.6, 11.7};
        ParetoKernel kernel = new ParetoKernel(0.55, 10.6, 0.6, 11.7);
        double sum = DATA.stream()
                .mapToDouble(h ->
                        h.weight() * kernel.logLikelihood(h.repeatPurchases(), h.lastPurchaseAt(), h.observedFor()))
                .sum();

        assertThat(pareto.logLikelihood(parameters, DATA, new Derivatives(4))).isCloseTo(sum, within(-1e-13 * sum));
        assertThat(pareto.model(parameters, DATA)).isEqualTo(new ParetoNbd(0.55, 10.6, 0.6, 11.7, PeriodUnit.WEEK));
        assertThat(pareto.customers(DATA)).isEqualTo(1959.5);
        assertThat(pareto.distinctHistories(DATA)).isEqualTo(7);
        assertThat(pareto.name()).isEqualTo(pareto.model(parameters, DATA).name());
        assertThat(pareto.symbols()).isEqualTo(pareto.model(parameters, DATA).symbols());

        NbdFamily nbd = new NbdFamily();
        NbdKernel without = new NbdKernel(0.385, 12);
        double total = DATA.stream()
                .mapToDouble(h ->
                        h.weight() * without.logLikelihood(h.repeatPurchases(), h.lastPurchaseAt(), h.observedFor()))
                .sum();
        assertThat(nbd.logLikelihood(new double[] {0.385, 12}, DATA, new Derivatives(2)))
                .isCloseTo(total, within(-1e-13 * total));
        assertThat(nbd.model(new double[] {0.385, 12}, DATA)).isEqualTo(new Nbd(0.385, 12, PeriodUnit.WEEK));
        assertThat(nbd.customers(DATA)).isEqualTo(1959.5);
        assertThat(nbd.distinctHistories(DATA)).isEqualTo(7);
        assertThat(nbd.name()).isEqualTo("NBD");
        assertThat(nbd.symbols()).containsExactly("r", "alpha");
    }

    @Test
    void startsArePositiveAndScaleWithTheUnit() {
        RepeatHistogram nobodyReturned =
                RepeatHistogram.of(List.of(new WeightedHistory(0, 0, 39, 10)), PeriodUnit.WEEK);
        RepeatHistogram justBorn = RepeatHistogram.of(List.of(new WeightedHistory(0, 0, 0, 10)), PeriodUnit.WEEK);
        RepeatHistogram regular = RepeatHistogram.of(List.of(new WeightedHistory(39, 39, 39, 10)), PeriodUnit.WEEK);
        for (RepeatHistogram data : List.of(DATA, nobodyReturned, justBorn, regular)) {
            assertThat(new ParetoFamily().starts(data)).hasSizeGreaterThan(1).allSatisfy(start -> finite(start, 4));
            assertThat(new NbdFamily().starts(data)).hasSizeGreaterThan(1).allSatisfy(start -> finite(start, 2));
        }
        double[] weeks = new ParetoFamily().starts(DATA).get(0);
        double[] days = new ParetoFamily().starts(DATA.in(PeriodUnit.DAY)).get(0);
        assertThat(days[0]).isCloseTo(weeks[0], within(1e-14));
        assertThat(days[1]).isCloseTo(7 * weeks[1], within(1e-12));
        assertThat(days[3]).isCloseTo(7 * weeks[3], within(1e-12));
    }

    private static void finite(double[] start, int dimension) {
        assertThat(start).hasSize(dimension);
        for (double value : start) {
            assertThat(value).isPositive().isFinite();
        }
    }

    @Test
    void boundariesAreNamed() {
        assertThat(boundary(0.55, 10.6, 0.6, 11.7)).isNull();
        assertThat(boundary(0.55, 10.6, 1e-7, 11.7)).isEqualTo(Boundary.NO_DROPOUT);
        assertThat(boundary(0.55, 10.6, 0.6, 1e9)).isEqualTo(Boundary.NO_DROPOUT);
        assertThat(boundary(1e5, 1e6, 0.6, 11.7)).isEqualTo(Boundary.NO_RATE_HETEROGENEITY);
        assertThat(boundary(0.55, 10.6, 1e5, 1e6)).isEqualTo(Boundary.NO_DROPOUT_HETEROGENEITY);
        assertThat(boundary(0.55, 10.6, 5, 1e-5)).isEqualTo(Boundary.IMMEDIATE_DROPOUT);
        assertThat(boundary(1e-5, 1e-3, 0.6, 11.7)).isEqualTo(Boundary.EXTREME_HETEROGENEITY);
        assertThat(boundary(0.55, 10.6, 5e-4, 1e-9)).isEqualTo(Boundary.EXTREME_HETEROGENEITY);
        assertThat(new NbdFamily().boundary(new double[] {0.4, 12}, DATA)).isEmpty();
        assertThat(new NbdFamily().boundary(new double[] {1e4, 1e6}, DATA)).contains(Boundary.NO_RATE_HETEROGENEITY);
        assertThat(new NbdFamily().boundary(new double[] {1e-6, 1e-3}, DATA)).contains(Boundary.EXTREME_HETEROGENEITY);
    }

    private static @Nullable Boundary boundary(double... parameters) {
        return new ParetoFamily().boundary(parameters, DATA).orElse(null);
    }
}
