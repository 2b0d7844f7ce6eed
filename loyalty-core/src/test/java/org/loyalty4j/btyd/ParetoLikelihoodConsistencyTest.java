package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.internal.Parallel;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.WeightedHistory;
import org.loyalty4j.support.ReferenceTable;
import org.loyalty4j.support.ReferenceTable.Line;

/** The Pareto/NBD likelihood of many customers, from tables: the right one, and the same on any number of threads. */
class ParetoLikelihoodConsistencyTest {
    private static final double ALWAYS = 1e6;
    private static final double NEVER = 0;
    private static final double[] CDNOW = {0.553, 10.578, 0.606, 11.669};
    private static final RepeatHistogram DAYS = days(30_000, 1);

    /** Customers acquired over 13 weeks and observed to day 273; purchases fall on whole days. */
    private static RepeatHistogram days(int customers, double weight) {
        PurchaseSimulator simulator =
                PurchaseSimulator.of(new ParetoNbd(CDNOW[0], CDNOW[1], CDNOW[2], CDNOW[3], PeriodUnit.WEEK), 5);
        List<WeightedHistory> rows = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            int observed = 273 - i % 91;
            int[] days = simulator.newCustomer(i, new Horizon(observed / 7.0, PeriodUnit.WEEK)).times().stream()
                    .mapToInt(week -> (int) Math.min(observed, Math.ceil(7 * week)))
                    .distinct()
                    .toArray();
            double last = days.length == 0 ? 0 : days[days.length - 1] / 7.0;
            rows.add(new WeightedHistory(days.length, last, observed / 7.0, weight));
        }
        return RepeatHistogram.of(rows, PeriodUnit.WEEK);
    }

    static List<double[]> parameters() {
        return List.of(
                CDNOW,
                new double[] {0.3, 3, 0.2, 50},
                new double[] {0.05, 0.5, 0.9, 0.4},
                new double[] {2, 1e-6, 3, 1e-4},
                new double[] {1e5, 1e7, 0.3, 12},
                new double[] {0.5, 9, 1e6, 1e7},
                new double[] {0.5, 9, 1e-7, 1e3});
    }

    @Test
    void purchasesMayBeAsManyAsAnIntHolds() {
        RepeatHistogram one =
                RepeatHistogram.of(List.of(new WeightedHistory(Integer.MAX_VALUE, 30, 39, 1)), PeriodUnit.WEEK);
        double expected = new ParetoLikelihood(one, Parallel.NONE, NEVER).at(CDNOW, new Derivatives(4));
        assertThat(new ParetoLikelihood(one, Parallel.NONE).at(CDNOW, new Derivatives(4)))
                .isEqualTo(expected)
                .isFinite();
    }

    /** As the fitter has it: tables where many histories share an x, integrals of their own for the others. */
    @ParameterizedTest
    @MethodSource("parameters")
    void isThatOfOneHistoryAfterTheOther(double[] parameters) {
        Derivatives integrated = new Derivatives(4);
        Derivatives tabulated = new Derivatives(4);
        double expected = new ParetoLikelihood(DAYS, Parallel.NONE, NEVER).at(parameters, integrated);
        double value = new ParetoFamily().logLikelihood(parameters, DAYS, tabulated);

        assertThat(value).isCloseTo(expected, within(-1e-12 * expected));
        assertThat(tabulated.gradient[0]).as("from tables").isNotEqualTo(integrated.gradient[0]);
        for (int i = 0; i < 4; i++) {
            double weight = DAYS.totalWeight();
            double slope = integrated.gradient[i];
            assertThat(tabulated.gradient[i]).isCloseTo(slope, within(1e-12 * Math.max(weight, Math.abs(slope))));
            for (int j = 0; j < 4; j++) {
                double bend = integrated.hessian[i][j];
                assertThat(tabulated.hessian[i][j]).isCloseTo(bend, within(1e-12 * Math.max(weight, Math.abs(bend))));
            }
        }
    }

    static List<Line> derivatives() {
        return ReferenceTable.resource(ParetoLikelihoodConsistencyTest.class, "pareto_nbd_derivatives.csv");
    }

    /** The values with 40 digits that integrals of single histories are held to, from a table of one history. */
    @ParameterizedTest
    @MethodSource
    void derivatives(Line line) {
        List<String> names = new ParetoFamily().symbols();
        double[] parameters = names.stream().mapToDouble(line::get).toArray();
        RepeatHistogram one = FitSamples.weeks(new WeightedHistory(line.count("x"), line.get("t_x"), line.get("T"), 1));
        Derivatives derivatives = new Derivatives(4);

        double value = new ParetoLikelihood(one, Parallel.NONE, ALWAYS).at(parameters, derivatives);

        assertThat(value).isCloseTo(line.get("log_likelihood"), within(2e-13 * Math.abs(line.get("log_likelihood"))));
        for (int i = 0; i < 4; i++) {
            double slope = line.get("d_" + names.get(i));
            assertThat(derivatives.gradient[i]).isCloseTo(slope, within(1e-11 * Math.max(0.1, Math.abs(slope))));
            for (int j = i; j < 4; j++) {
                double bend = line.get("d_" + names.get(i) + "_" + names.get(j));
                assertThat(derivatives.hessian[i][j]).isCloseTo(bend, within(1e-10 * Math.max(0.1, Math.abs(bend))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void threadsChangeNoBit(double[] parameters) {
        Derivatives one = new Derivatives(4);
        double value = new ParetoLikelihood(DAYS, Parallel.NONE).at(parameters, one);
        for (int threads : new int[] {2, 3, 7}) {
            Likelihood likelihood = new ParetoLikelihood(DAYS, new Parallel(threads));
            likelihood.at(CDNOW, new Derivatives(4)); // whatever was asked before
            Derivatives many = new Derivatives(4);
            assertThat(likelihood.at(parameters, many)).isEqualTo(value);
            assertThat(many.gradient).isEqualTo(one.gradient);
            assertThat(many.hessian).isDeepEqualTo(one.hessian);
        }
    }

    @Test
    void everyCustomerTwiceIsTwiceTheLikelihood() {
        Derivatives once = new Derivatives(4);
        Derivatives twice = new Derivatives(4);
        double value = new ParetoFamily().logLikelihood(CDNOW, DAYS, once);

        assertThat(new ParetoFamily().logLikelihood(CDNOW, days(30_000, 2), twice))
                .isEqualTo(2 * value);
        for (int i = 0; i < 4; i++) {
            assertThat(twice.gradient[i]).isEqualTo(2 * once.gradient[i]);
            assertThat(twice.hessian[i][i]).isEqualTo(2 * once.hessian[i][i]);
        }
    }

    /** Of no data nothing is known, and parameters that are no numbers are no reason to stop a climb. */
    @Test
    void oddities() {
        RepeatHistogram nobody = RepeatHistogram.of(List.of(), PeriodUnit.WEEK);
        assertThat(new ParetoFamily().logLikelihood(CDNOW, nobody, new Derivatives(4)))
                .isZero();
        double[] infinite = {0.5, Double.POSITIVE_INFINITY, 0.5, 10};
        assertThat(new ParetoFamily().logLikelihood(infinite, DAYS, new Derivatives(4)))
                .isNotFinite();
    }

    @Test
    void manyCustomersAreAsLikelyAliveAsEachAlone() {
        for (double[] p : parameters()) {
            ParetoKernel kernel = new ParetoKernel(p[0], p[1], p[2], p[3]);
            double[] many = new double[DAYS.size()];
            int half = DAYS.size() / 2;
            kernel.probabilitiesAlive(DAYS, half, DAYS.size(), many);
            kernel.probabilitiesAlive(DAYS, 0, half, many);
            for (int i = 0; i < many.length; i++) {
                double alone =
                        kernel.probabilityAlive(DAYS.repeatPurchases(i), DAYS.lastPurchaseAt(i), DAYS.observedFor(i));
                assertThat(many[i]).isEqualTo(alone).isBetween(0.0, 1.0);
            }
        }
    }
}
