package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.summary.PurchaseRhythm;
import org.loyalty4j.summary.PurchaseSummaries;

/** A simulated base: the model that it came from must come out well, and the naive forecasts worse. */
class BacktestConsistencyTest {
    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final LocalDate CUT = START.plusDays(300);
    private static final LocalDate END = CUT.plusDays(200);
    private static final PurchaseRules RULES = PurchaseRules.withDefaults();

    /** Customers born evenly over the first 100 days. */
    private static TransactionLog log(PurchaseModel<?> model, int customers) {
        PurchaseSimulator simulator = PurchaseSimulator.of(model, 20240101);
        TransactionLog.Builder log = TransactionLog.builder(2);
        for (int i = 0; i < customers; i++) {
            LocalDate birth = START.plusDays(i % 100);
            log.add("C" + i, birth, BigDecimal.ONE);
            for (double time : simulator.newCustomer(i, Horizon.days(500)).times()) {
                long days = (long) Math.ceil(model.unit().convert(time, PeriodUnit.DAY));
                log.add("C" + i, birth.plusDays(days), BigDecimal.ONE);
            }
        }
        return log.build();
    }

    @Test
    void theTrueModelBeatsTheNaiveForecasts() {
        ParetoNbd truth = new ParetoNbd(0.9, 12, 0.7, 12, PeriodUnit.WEEK);
        BacktestReport report = Backtest.withDefaults()
                .withModels(List.of(PurchaseModelChoice.parse("paretonbd")))
                .withGivenModels(Map.of("truth", truth))
                .run(log(truth, 3_000), RULES, CUT, END);
        for (String key : List.of("paretonbd", "given-truth")) {
            BacktestRow row = report.row(key).orElseThrow();
            ForecastAccuracy model = row.accuracy();
            assertThat(model.predictedPurchases())
                    .isEqualTo(model.actualPurchases(), within(3 * Math.sqrt(model.squaredErrors())));
            for (Baseline baseline : Baseline.values()) {
                ForecastAccuracy naive =
                        report.row(baseline.key()).orElseThrow().accuracy();
                assertThat(model.rootMeanSquaredError().orElseThrow())
                        .isLessThan(naive.rootMeanSquaredError().orElseThrow());
                assertThat(model.gainAt(2).orElseThrow())
                        .isGreaterThan(naive.gainAt(2).orElseThrow());
            }
            ModelTrial trial = row.trial().orElseThrow();
            assertThat(trial.probability().bins())
                    .hasSize(10)
                    .allSatisfy(bin -> assertThat(bin.observed()
                                    .wilson(0.999)
                                    .orElseThrow()
                                    .interval()
                                    .contains(bin.predicted()))
                            .isTrue());
            assertThat(trial.probability().brierScore().orElseThrow())
                    .isLessThan(0.75 * trial.probability().brierScoreOfShare().orElseThrow());
            TrackingPeriod last = trial.tracking().get(trial.tracking().size() - 1);
            assertThat(last.cumulativeExpected())
                    .isEqualTo(
                            last.actual().cumulative(),
                            within(0.05 * last.actual().cumulative()));
            assertThat(trial.frequencies())
                    .allSatisfy(count -> assertThat(count.expected())
                            .isEqualTo(count.actual(), within(5 * Math.sqrt(count.actual()))));
        }
        assertThat(report.row("paretonbd")
                        .orElseThrow()
                        .trial()
                        .flatMap(ModelTrial::fit)
                        .map(Fit::status))
                .isEqualTo(Optional.of(FitStatus.CONVERGED));
        assertThat(report.toString()).contains("CONVERGED");
    }

    @Test
    void theUnitOfTheModelsDoesNotMatter() {
        TransactionLog log = log(new MbgNbd(0.9, 12, 0.8, 2.5, PeriodUnit.WEEK), 500);
        Backtest backtest = Backtest.withDefaults().withModels(List.of(PurchaseModelChoice.parse("mbgnbd")));
        BacktestRow weeks = backtest.run(log, RULES, CUT, END).row("mbgnbd").orElseThrow();
        BacktestRow years = backtest.withUnit(PeriodUnit.YEAR)
                .run(log, RULES, CUT, END)
                .row("mbgnbd")
                .orElseThrow();
        assertThat(years.accuracy().predictedPurchases())
                .isEqualTo(weeks.accuracy().predictedPurchases(), within(1e-5));
        assertThat(years.trial().orElseThrow().model().unit()).isEqualTo(PeriodUnit.YEAR);
    }

    @Test
    void theAdviserFindsRegularBuyers() {
        TransactionLog log = log(new MbgCnbd(3, 1.5, 4, 0.8, 2.5, PeriodUnit.WEEK), 1_000);
        ModelAdviser adviser = ModelAdviser.withDefaults().withRhythm(PurchaseRhythm.of(log, RULES, CUT));
        ModelAdvice advice = adviser.advise(PurchaseSummaries.of(log, RULES, CUT)
                .repeatHistories(PeriodUnit.WEEK)
                .histogram());
        assertThat(advice.choice()).contains(PurchaseModelChoice.parse("mbgcnbd-3"));
        assertThat(advice.finding(AdviceTopic.REGULAR_PURCHASES).orElseThrow().number())
                .isEqualTo(3, within(0.5));
        assertThat(advice.comparison().orElseThrow().models()).hasSize(6);
        // The two of three phases are far ahead of the others.
        List<ComparedModel> compared = advice.comparison().orElseThrow().models();
        assertThat(compared.get(1).choice()).isEqualTo(PurchaseModelChoice.parse("bgcnbd-3"));
        assertThat(compared.get(2).aic() - compared.get(1).aic()).isGreaterThan(100);
        // Of another base's purchases, the rhythm cannot be compared by likelihood.
        TransactionLog half = log(new MbgCnbd(3, 1.5, 4, 0.8, 2.5, PeriodUnit.WEEK), 500);
        ModelAdvice apart = adviser.advise(PurchaseSummaries.of(half, RULES, CUT)
                .repeatHistories(PeriodUnit.WEEK)
                .histogram());
        assertThat(apart.choice()).contains(PurchaseModelChoice.parse("mbgcnbd-3"));
        assertThat(apart.comparison().orElseThrow().models()).hasSize(4);
        assertThat(apart.finding(AdviceTopic.CHOICE).orElseThrow().text().english())
                .contains("was not compared");
    }

    @Test
    void theAdviserFindsThatNobodyStops() {
        TransactionLog log = log(new Nbd(1.5, 8, PeriodUnit.WEEK), 1_000);
        ModelAdvice advice = ModelAdviser.withDefaults()
                .withRhythm(PurchaseRhythm.of(log, RULES, CUT))
                .advise(PurchaseSummaries.of(log, RULES, CUT)
                        .repeatHistories(PeriodUnit.WEEK)
                        .histogram());
        assertThat(advice.choice()).contains(PurchaseModelChoice.parse("nbd"));
        assertThat(advice.finding(AdviceTopic.REGULAR_PURCHASES)).isEmpty();
        assertThat(advice.finding(AdviceTopic.BURSTS)).isEmpty();
    }
}
