package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/** Large data have the same maximum by whichever way it is reached. */
class SketchConsistencyTest {
    private static final BgNbd TRUTH = new BgNbd(.9, 12, .8, 2.5, PeriodUnit.WEEK);
    private static final RepeatHistogram LARGE = FitSamples.histogram(TRUTH, 30_000, 1);
    private static final SpendHistogram SPENDS = spends();

    private static SpendHistogram spends() {
        SpendSimulator simulator = SpendSimulator.of(new GammaGamma(6, 4, 15), 1);
        List<WeightedSpendHistory> rows = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            int x = 1 + i % 5;
            double sum = 0;
            for (double amount : simulator.newCustomer(i, x)) {
                sum += amount;
            }
            rows.add(new WeightedSpendHistory(x, sum / x, 1));
        }
        return SpendHistogram.ofWeighted(rows);
    }

    /** A family without sketches. */
    private record Whole<M extends ParametricModel<M>, D>(Family<M, D> family) implements Family<M, D> {
        @Override
        public String name() {
            return family.name();
        }

        @Override
        public List<String> symbols() {
            return family.symbols();
        }

        @Override
        public M model(double[] parameters, D data) {
            return family.model(parameters, data);
        }

        @Override
        public List<double[]> starts(D data) {
            return family.starts(data);
        }

        @Override
        public Likelihood likelihood(D data, Parallel parallel) {
            return family.likelihood(data, parallel);
        }

        @Override
        public double customers(D data) {
            return family.customers(data);
        }

        @Override
        public int distinctHistories(D data) {
            return family.distinctHistories(data);
        }

        @Override
        public Optional<Boundary> boundary(double[] parameters, D data) {
            return family.boundary(parameters, data);
        }
    }

    static Stream<Family<?, RepeatHistogram>> families() {
        return Stream.of(BetaGeometricFamily.bgNbd(), BetaGeometricFamily.mbgNbd(), BetaGeometricFamily.bgCnbd(2));
    }

    @ParameterizedTest
    @MethodSource("families")
    <M extends ParametricModel<M>> void theMaximumIsTheSame(Family<M, RepeatHistogram> family) {
        ModelFitter<M, RepeatHistogram> fitter = ModelFitter.ofHistories(family);
        Fit<M> sketched = fitter.fit(LARGE);
        Fit<M> whole = ModelFitter.ofHistories(new Whole<>(family)).fit(LARGE);
        assertThat(family.sketch(LARGE)).isPresent();
        assertSameMaximum(sketched, whole);
        assertThat(sketched.evaluations()).isLessThan(10).isLessThan(whole.evaluations() / 2);
        assertSameMaximum(fitter.withStart(whole.model()).fit(LARGE), whole);
        for (int threads : new int[] {2, 3, 7}) {
            Fit<M> parallel = fitter.withParallelism(threads).fit(LARGE);
            assertThat(parallel).isEqualTo(sketched);
            assertThat(parallel.model().values()).isEqualTo(sketched.model().values());
            assertThat(parallel.logLikelihood()).isEqualTo(sketched.logLikelihood());
            assertThat(parallel.gradient()).isEqualTo(sketched.gradient());
        }
    }

    @Test
    void theMaximumOfSpendIsTheSame() {
        Fit<GammaGamma> sketched = ModelFitter.gammaGamma().fit(SPENDS);
        Fit<GammaGamma> whole = ModelFitter.of(
                        new Whole<>(new GammaGammaFamily()), SpendHistogram::plus, new SpendAdvice())
                .fit(SPENDS);
        assertSameMaximum(sketched, whole);
        assertThat(ModelFitter.gammaGamma().withParallelism(3).fit(SPENDS)).isEqualTo(sketched);
    }

    private static <M extends ParametricModel<M>> void assertSameMaximum(Fit<M> one, Fit<M> other) {
        assertThat(one.status()).isEqualTo(FitStatus.CONVERGED).isEqualTo(other.status());
        assertThat(one.logLikelihood())
                .isCloseTo(other.logLikelihood(), within(1e-10 * Math.abs(other.logLikelihood())));
        double[] expected = other.model().values();
        for (int i = 0; i < expected.length; i++) {
            assertThat(one.model().values()[i]).isCloseTo(expected[i], within(1e-8 * expected[i]));
        }
    }

    /** Customers who never stop: the beta-geometric models have no maximum, and say where they end, by either way. */
    @Test
    void theBoundaryIsTheSame() {
        RepeatHistogram faithful = FitSamples.histogram(new Nbd(1.5, 12, PeriodUnit.WEEK), 20_000, 2);
        Fit<BgNbd> sketched = ModelFitter.bgNbd().fit(faithful);
        Fit<BgNbd> whole = ModelFitter.ofHistories(new Whole<>(BetaGeometricFamily.bgNbd()))
                .fit(faithful);
        assertThat(sketched.status()).isEqualTo(FitStatus.AT_BOUNDARY).isEqualTo(whole.status());
        assertThat(sketched.boundary()).contains(Boundary.NO_DROPOUT).isEqualTo(whole.boundary());
        assertThat(sketched.logLikelihood())
                .isCloseTo(whole.logLikelihood(), within(1e-9 * Math.abs(whole.logLikelihood())));
    }

    @Test
    void aSketchHasTheCustomersOfTheWhole() {
        RepeatHistogram sketch = Sketches.of(LARGE).orElseThrow();
        assertThat(sketch.size()).isLessThan(LARGE.size() / 2);
        assertThat(sketch.totalWeight()).isCloseTo(LARGE.totalWeight(), within(0.001 * LARGE.totalWeight()));
        assertThat(mean(sketch)).isCloseTo(mean(LARGE), within(0.01 * mean(LARGE)));
        assertThat(Sketches.of(LARGE)).contains(sketch);
        RepeatHistogram twice = Sketches.of(LARGE.plus(LARGE)).orElseThrow();
        assertThat(twice).isEqualTo(sketch.plus(sketch));
        assertThat(Sketches.of(FitSamples.histogram(TRUTH, 1000, 3))).isEmpty();
        SpendHistogram spend = Sketches.of(SPENDS).orElseThrow();
        assertThat(spend.size()).isLessThan(SPENDS.size() / 2);
        assertThat(spend.totalWeight()).isCloseTo(SPENDS.totalWeight(), within(0.001 * SPENDS.totalWeight()));
    }

    private static double mean(RepeatHistogram data) {
        double sum = 0;
        for (WeightedHistory row : data) {
            sum += row.weight() * row.repeatPurchases();
        }
        return sum / data.totalWeight();
    }

    /** Who bought again within a day of coming, a day before the end, is so new that the age rounds to nothing. */
    @Test
    void buyersKeepAnAgeInASketch() {
        List<WeightedHistory> rows = new ArrayList<>();
        for (int day = 0; day < 20_000; day++) {
            rows.add(new WeightedHistory(day % 7, day % 7 == 0 ? 0 : 100 + day % 300, 400 + day * 0.01, 1));
        }
        rows.add(new WeightedHistory(2, 1, 1, 5_000));
        rows.add(new WeightedHistory(0, 0, 1, 5_000));
        RepeatHistogram data = RepeatHistogram.of(rows, PeriodUnit.DAY);
        RepeatHistogram sketch = new ParetoFamily().sketch(data).orElseThrow();
        double youngest = Double.MAX_VALUE;
        for (WeightedHistory row : sketch) {
            youngest = row.repeatPurchases() > 0 ? Math.min(youngest, row.observedFor()) : youngest;
        }
        assertThat(youngest).isBetween(1.0, 10.0);
        assertThat(ModelFitter.paretoNbd().fit(data).status())
                .isEqualTo(ModelFitter.ofHistories(new Whole<>(new ParetoFamily()))
                        .fit(data)
                        .status());
    }

    @Test
    void aStartThatLeadsNowhereIsLeft() {
        RepeatHistogram small = FitSamples.histogram(TRUTH, 2000, 4);
        Fit<BgNbd> plain = ModelFitter.bgNbd().fit(small);
        Fit<BgNbd> far = ModelFitter.bgNbd()
                .withStart(new BgNbd(1e5, 1e-3, 1e-5, 1e5, PeriodUnit.WEEK))
                .fit(small);
        assertSameMaximum(far, plain);
        Fit<BgNbd> near = ModelFitter.bgNbd()
                .withStartFrom(ModelFitter.bgNbd().fit(LARGE))
                .fit(small);
        assertSameMaximum(near, plain);
        assertThat(near.evaluations()).isLessThan(plain.evaluations());
        Fit<BgNbd> stopped = ModelFitter.bgNbd().withEvaluationLimit(2).fit(LARGE);
        assertThat(ModelFitter.bgNbd().withStartFrom(stopped).fit(small)).isEqualTo(plain);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ModelFitter.bgNbd().withStart(TRUTH.in(PeriodUnit.DAY)).fit(small))
                .withMessageStartingWith("start must be in the unit of the data, but was ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelFitter.bgNbd().withParallelism(0))
                .withMessage("parallelism must be in [1, 1024], but was 0");
    }
}
