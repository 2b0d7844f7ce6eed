package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Estimate;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.RepeatHistories;
import org.loyalty4j.summary.RepeatHistory;
import org.loyalty4j.summary.WeightedHistory;
import org.loyalty4j.support.Serial;

/** Models with covariates: known effects come back, and nothing depends on how a covariate is measured. */
class CovariateFitterTest {
    private static final CovariateModel<ParetoNbd> TRUTH = new CovariateModel<>(
            new ParetoNbd(0.8, 8, 0.7, 12, PeriodUnit.WEEK),
            List.of("member", "age"),
            List.of(0.6, 0.0),
            List.of(-0.5, 0.3));

    private static final CovariateHistogram DATA = data(1000, 0, 1);

    private static List<Double> covariates(int customer, double origin, double unit) {
        return List.of((double) (customer % 2), origin + unit * (customer / 2 % 5 - 2));
    }

    private static CovariateHistogram data(int customers, double origin, double unit) {
        List<RepeatHistory> histories = new ArrayList<>();
        Map<String, List<Double>> covariates = new HashMap<>();
        for (int i = 0; i < customers; i++) {
            ParetoNbd own = TRUTH.at(covariates(i, 0, 1).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray());
            String id = "c" + i;
            histories.add(PurchaseSimulator.of(own, 7)
                    .newCustomer(i, Horizon.weeks(40 + i % 3))
                    .history(id));
            covariates.put(id, covariates(i, origin, unit));
        }
        return CovariateHistogram.of(TRUTH.names(), RepeatHistories.of(histories, PeriodUnit.WEEK), covariates);
    }

    @Test
    void knownEffectsComeBack() {
        CovariateFit<ParetoNbd> fit = CovariateFitter.paretoNbd().fit(DATA);
        assertThat(fit.status()).isEqualTo(FitStatus.CONVERGED);
        assertThat(fit.freeParameters()).isEqualTo(8);
        Map<String, Estimate> estimates = fit.intervals(0.999);
        Map<String, Double> truth = Map.of(
                "r",
                0.8,
                "alpha",
                8.0,
                "s",
                0.7,
                "beta",
                12.0,
                "purchase.member",
                0.6,
                "purchase.age",
                0.0,
                "dropout.member",
                -0.5,
                "dropout.age",
                0.3);
        assertThat(estimates.keySet()).containsExactlyInAnyOrderElementsOf(truth.keySet());
        truth.forEach((symbol, value) -> assertThat(
                        FitSamples.of(estimates, symbol).interval().contains(value))
                .as(symbol)
                .isTrue());
        assertThat(FitSamples.of(fit.standardErrors(), "purchase.member")).isBetween(0.02, 0.2);
        assertThat(fit.gradient()).allSatisfy(slope -> assertThat(slope).isCloseTo(0, within(1e-6)));
        LikelihoodRatio test = fit.likelihoodRatio();
        assertThat(test.degreesOfFreedom()).isEqualTo(4);
        assertThat(test.pValue()).isLessThan(1e-6);
        assertThat(fit.withoutCovariates()).isEqualTo(ModelFitter.paretoNbd().fit(DATA.histories()));
        assertThat(fit.toString()).startsWith("Pareto/NBD with covariates (WEEK) r=");
        assertThat(fit.estimate(m -> m.at(1, 0).alpha(), 0.95).orElseThrow().value())
                .isCloseTo(fit.model().at(1, 0).alpha(), within(1e-12));
        Serial.assertRoundTrip(fit.model());
        assertThat(Serial.copy(fit)).hasToString(fit.toString());
    }

    @Test
    void theUnitAndOriginOfACovariateChangeNoAnswer() {
        CovariateFit<ParetoNbd> plain = CovariateFitter.paretoNbd().fit(DATA);
        CovariateFit<ParetoNbd> shifted = CovariateFitter.paretoNbd().fit(data(1000, 40, 10));
        assertThat(shifted.logLikelihood()).isCloseTo(plain.logLikelihood(), within(1e-7));
        assertThat(shifted.model().dropoutCoefficients().get(1))
                .isCloseTo(plain.model().dropoutCoefficients().get(1) / 10, within(1e-8));
        assertThat(shifted.model().at(1, 50).beta())
                .isCloseTo(plain.model().at(1, 1).beta(), within(1e-5));
        double error = FitSamples.of(plain.standardErrors(), "dropout.age");
        assertThat(FitSamples.of(shifted.standardErrors(), "dropout.age")).isCloseTo(error / 10, within(1e-6 * error));
    }

    @Test
    void bgNbdTakesThemToo() {
        CovariateFit<BgNbd> fit = CovariateFitter.bgNbd().fit(DATA);
        assertThat(fit.status()).isEqualTo(FitStatus.CONVERGED);
        assertThat(fit.model().purchaseCoefficients().get(0)).isBetween(0.3, 0.9);
        assertThat(fit.likelihoodRatio().pValue()).isLessThan(1e-6);
    }

    @Test
    void threadsChangeNothing() {
        CovariateFitter<BgNbd> fitter = CovariateFitter.bgNbd();
        CovariateFit<BgNbd> fit = fitter.fit(DATA);
        for (int threads : new int[] {2, 3, 7}) {
            CovariateFit<BgNbd> parallel = fitter.withParallelism(threads).fit(DATA);
            assertThat(parallel.coordinates()).isEqualTo(fit.coordinates());
            assertThat(parallel.logLikelihood()).isEqualTo(fit.logLikelihood());
            assertThat(parallel).isEqualTo(fit);
        }
    }

    @Test
    void aCovariateMayActOnOneProcessOnly() {
        CovariateFit<ParetoNbd> fit = CovariateFitter.paretoNbd()
                .withPurchaseCovariates("member")
                .withDropoutCovariates("age")
                .fit(DATA);
        assertThat(fit.intervals(0.95).keySet())
                .containsExactly("r", "alpha", "s", "beta", "purchase.member", "dropout.age");
        assertThat(fit.model().purchaseCoefficients().get(1)).isZero();
        LikelihoodRatio test =
                LikelihoodRatio.of(fit, CovariateFitter.paretoNbd().fit(DATA));
        assertThat(test.degreesOfFreedom()).isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        CovariateFitter.paretoNbd().withPurchaseCovariates("x").fit(DATA))
                .withMessage("purchaseCovariates must be in [member, age], but was x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CovariateFitter.paretoNbd()
                        .withPurchaseCovariates()
                        .withDropoutCovariates()
                        .fit(DATA))
                .withMessageContaining("number of coefficients");
        assertThat(CovariateFitter.bgNbd().withEvaluationLimit(1).fit(DATA).status())
                .isEqualTo(FitStatus.ITERATION_LIMIT);
    }

    @Test
    void aCovariateThatIsTheSameForAllIsNotIdentified() {
        List<RepeatHistory> histories = List.of(
                new RepeatHistory("a", 3, 20, 30, PeriodUnit.WEEK), new RepeatHistory("b", 0, 0, 30, PeriodUnit.WEEK));
        CovariateHistogram same = CovariateHistogram.of(
                List.of("z"),
                RepeatHistories.of(histories, PeriodUnit.WEEK),
                Map.of("a", List.of(0.1), "b", List.of(0.1)));
        CovariateFit<ParetoNbd> fit = CovariateFitter.paretoNbd().fit(same);
        assertThat(fit.status()).isIn(FitStatus.NOT_IDENTIFIED, FitStatus.AT_BOUNDARY);
        assertThat(fit.model().purchaseCoefficients()).containsExactly(0.0);
    }

    @Test
    void histogramsAreGroupedAndMerged() {
        List<RepeatHistory> histories = List.of(
                new RepeatHistory("a", 3, 20, 30, PeriodUnit.WEEK), new RepeatHistory("b", 0, 0, 30, PeriodUnit.WEEK));
        RepeatHistories two = RepeatHistories.of(histories, PeriodUnit.WEEK);
        CovariateHistogram base =
                CovariateHistogram.of(List.of("z"), two, Map.of("a", List.of(1.0), "b", List.of(-0.0)));
        assertThat(base).hasToString("2 customers in 2 groups of the same [z]");
        CovariateHistogram merged =
                base.plus(CovariateHistogram.of(List.of("z"), two, Map.of("a", List.of(0.0), "b", List.of(0.0))));
        assertThat(merged).hasToString("4 customers in 2 groups of the same [z]");
        assertThat(merged.distinctRows()).isEqualTo(3);
        assertThat(merged.histories().totalWeight()).isEqualTo(4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CovariateHistogram.of(List.of("z"), two, Map.of("a", List.of(1.0))))
                .withMessage("covariates[b] is missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        CovariateHistogram.of(List.of("z"), two, Map.of("a", List.of(1.0), "b", List.of(Double.NaN))))
                .withMessage("covariates[b] must be finite, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> base.plus(DATA))
                .withMessage("other must have the covariates [z], but had [member, age]");
    }

    /** As a database counts them: no ids, groups that turn out to be one, another unit, a group of nobody. */
    @Test
    void groupedCustomersNeedNoIds() {
        Map<List<Double>, RepeatHistogram> groups = new HashMap<>();
        for (CovariateHistogram.Group group : DATA.groups()) {
            groups.put(group.covariates(), group.histories());
        }
        groups.put(List.of(9.0, 9.0), RepeatHistogram.of(List.of(), PeriodUnit.DAY));
        CovariateHistogram grouped = CovariateHistogram.of(DATA.names(), groups, PeriodUnit.WEEK);
        assertThat(grouped).hasToString(DATA.toString());
        CovariateFit<ParetoNbd> fit = CovariateFitter.paretoNbd().fit(grouped);
        assertThat(fit).isEqualTo(CovariateFitter.paretoNbd().fit(DATA));

        RepeatHistogram days =
                FitSamples.weeks(new WeightedHistory(1, 2, 9, 2.5)).in(PeriodUnit.DAY);
        Map<List<Double>, RepeatHistogram> zeros = Map.of(List.of(0.0), days, List.of(-0.0), days);
        CovariateHistogram one = CovariateHistogram.of(List.of("z"), zeros, PeriodUnit.WEEK);
        assertThat(one).hasToString("5 customers in 1 groups of the same [z]");
        assertThat(one.histories()).isEqualTo(FitSamples.weeks(new WeightedHistory(1, 2, 9, 5)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CovariateHistogram.of(List.of("z"), Map.of(List.of(1.0, 2.0), days), PeriodUnit.WEEK))
                .withMessage("groups.size must be in [1, 1], but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CovariateHistogram.of(List.of("z"), Map.of(), PeriodUnit.WEEK))
                .withMessageContaining("customers");
    }

    @Test
    void manyCustomersAreAskedAtOnce() {
        List<RepeatHistory> list = new ArrayList<>();
        Map<String, List<Double>> covariates = new HashMap<>();
        for (int i = 0; i < 12; i++) {
            list.add(new RepeatHistory("c" + i, i % 3, 14 * (i % 3), 70, PeriodUnit.DAY));
            covariates.put("c" + i, covariates(i, 0, 1));
        }
        RepeatHistories histories = RepeatHistories.of(list, PeriodUnit.DAY);
        Horizon next = Horizon.days(90);
        PurchaseForecasts forecasts = TRUTH.forecast(histories, covariates, next);
        double[] counts = TRUTH.evaluate(histories, covariates, (own, h) -> own.probabilityOfPurchases(h, 2, next));
        assertThat(forecasts).hasSize(12);
        assertThat(forecasts.horizon()).isEqualTo(next);
        for (int i = 0; i < 12; i++) {
            ParetoNbd own = TRUTH.at(covariates(i, 0, 1).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray());
            PurchaseForecast forecast = forecasts.get(i);
            assertThat(forecast.customerId()).isEqualTo("c" + i);
            assertThat(forecast.probabilityAlive()).isEqualTo(own.probabilityAlive(list.get(i)));
            assertThat(forecast.probabilityOfPurchase()).isEqualTo(own.probabilityOfPurchase(list.get(i), next));
            assertThat(forecast.expectedPurchases()).isEqualTo(own.expectedPurchases(list.get(i), next));
            assertThat(counts[i]).isEqualTo(own.probabilityOfPurchases(list.get(i), 2, next));
        }
        Serial.assertRoundTrip(forecasts);
        covariates.remove("c7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TRUTH.forecast(histories, covariates, next))
                .withMessage("covariates[c7] is missing");
    }

    @Test
    void aModelKnowsItsCustomers() {
        assertThat(TRUTH.at(0, 0)).isEqualTo(TRUTH.base());
        assertThat(TRUTH.at(1, 2).alpha()).isCloseTo(8 * Math.exp(-0.6), within(1e-12));
        assertThat(TRUTH.at(1, 2).beta()).isCloseTo(12 * Math.exp(0.5 - 0.6), within(1e-12));
        assertThat(TRUTH.in(PeriodUnit.DAY).at(1, 2).beta())
                .isCloseTo(7 * TRUTH.at(1, 2).beta(), within(1e-9));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TRUTH.at(1))
                .withMessage("covariates.length must be in [2, 2], but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new CovariateModel<>(new MbgNbd(1, 1, 1, 1, PeriodUnit.WEEK), List.of(), List.of(), List.of()))
                .withMessage("base must be BG/NBD or Pareto/NBD, but was MBG/NBD");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CovariateModel<>(TRUTH.base(), List.of("z"), List.of(Double.NaN), List.of(0.0)))
                .withMessage("purchaseCoefficients must be finite, but was NaN");
    }
}
