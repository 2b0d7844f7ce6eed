package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.data.ZeroAmountPolicy;
import org.loyalty4j.summary.PurchaseRhythm;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.support.SharedData;

/**
 * The CDNOW sample, 39 weeks against 39 weeks. The numbers are those of a Python script that follows the formulas of Fader, Hardie
 * and Lee (2005a) with the parameters published there, by SciPy.
 */
class BacktestReferenceTest {
    private static final LocalDate CUT = LocalDate.of(1997, 9, 30);
    private static final LocalDate END = LocalDate.of(1998, 6, 30);
    private static final PurchaseRules RULES = PurchaseRules.withDefaults().withZeroAmounts(ZeroAmountPolicy.OCCASION);
    private static final BgNbd PUBLISHED = new BgNbd(0.243, 4.414, 0.793, 2.426, PeriodUnit.WEEK);

    private static TransactionLog sample() throws IOException {
        TransactionLog.Builder log = TransactionLog.builder(2);
        for (String line : Files.readAllLines(SharedData.require("cdnow/CDNOW_sample.txt"))) {
            String[] columns = line.trim().split("\\s+");
            log.add(
                    columns[1],
                    LocalDate.parse(columns[2], DateTimeFormatter.BASIC_ISO_DATE),
                    new BigDecimal(columns[4]));
        }
        return log.build();
    }

    private static void isNear(ForecastAccuracy accuracy, double predicted, double absolute, double squared) {
        assertThat(accuracy.predictedPurchases()).isEqualTo(predicted, within(1e-6));
        assertThat(accuracy.absoluteErrors()).isEqualTo(absolute, within(1e-6));
        assertThat(accuracy.squaredErrors()).isEqualTo(squared, within(1e-6));
    }

    @Test
    void thePublishedModelForecastsAsTheFormulasSay() throws IOException {
        BacktestReport report = Backtest.withDefaults()
                .withModels(List.of())
                .withGivenModels(Map.of("published", PUBLISHED))
                .run(sample(), RULES, CUT, END);
        assertThat(report.customers().customers()).isEqualTo(2_357);
        assertThat(report.customers().purchases()).isEqualTo(1_882);
        BacktestRow row = report.row("given-published").orElseThrow();
        isNear(row.accuracy(), 1653.941259313348, 1851.6807617852999, 6094.240744971358);
        assertThat(row.accuracy().rankCorrelation().orElseThrow()).isEqualTo(0.4493092880291129, within(1e-9));
        ModelTrial trial = row.trial().orElseThrow();
        assertThat(trial.probability().squaredErrors()).isEqualTo(380.02407450731664, within(1e-7));
        assertThat(trial.probability().buyers().successes()).isEqualTo(684);
        assertThat(trial.frequencies()).extracting(FrequencyCount::actual).startsWith(1411.0, 439.0, 214.0, 100.0);
        double[] expected = {1406.499793, 460.807576, 192.709434, 101.306729, 59.936085, 38.17857, 25.589687, 71.972125
        };
        for (int n = 0; n <= 7; n++) {
            assertThat(trial.frequencies().get(n).expected()).isEqualTo(expected[n], within(1e-6));
        }
        assertThat(trial.tracking()).hasSize(78);
        assertThat(trial.tracking().get(38).cumulativeExpected()).isEqualTo(2497.5635294872923, within(1e-6));
        TrackingPeriod last = trial.tracking().get(77);
        assertThat(last.cumulativeExpected()).isEqualTo(4166.372720385688, within(1e-6));
        // The paper: under-forecast by 4 % at the end of week 78.
        assertThat(last.cumulativeExpected() / last.actual().cumulative() - 1).isEqualTo(-0.04, within(0.005));
    }

    @Test
    void theNaiveForecastsAreAsDefined() throws IOException {
        BacktestReport report = Backtest.withDefaults().withModels(List.of()).run(sample(), RULES, CUT, END);
        isNear(report.rows().get(0).accuracy(), 4683.492367320463, 3745.2366254102635, 12880.585631214533);
        assertThat(report.rows().get(0).accuracy().rankCorrelation().orElseThrow())
                .isEqualTo(0.3789903290957582, within(1e-12));
        isNear(report.rows().get(1).accuracy(), 2457, 2115, 9157);
        assertThat(report.hiatusDays()).isEqualTo(31);
        isNear(report.rows().get(2).accuracy(), 1009.2833673099109, 1802.4415953567268, 9017.966745056141);
    }

    @Test
    void theFittedModelsBeatTheNaiveForecasts() throws IOException {
        TransactionLog log = sample();
        BacktestReport report = Backtest.withDefaults().run(log, RULES, CUT, END);
        assertThat(report.rows())
                .extracting(BacktestRow::key)
                .containsExactly("bgnbd", "mbgnbd", "paretonbd", "mean-rate", "last-period", "hiatus");
        for (BacktestRow model : report.rows().subList(0, 3)) {
            assertThat(model.trial().orElseThrow().fit().orElseThrow().status()).isEqualTo(FitStatus.CONVERGED);
            assertThat(Math.abs(model.accuracy().bias().orElseThrow())).isLessThan(0.2);
            for (BacktestRow naive : report.rows().subList(3, 6)) {
                assertThat(model.accuracy().rootMeanSquaredError().orElseThrow())
                        .isLessThan(naive.accuracy().rootMeanSquaredError().orElseThrow());
            }
        }
        ModelAdvice advice = ModelAdviser.withDefaults()
                .withHorizon(Horizon.weeks(39))
                .withRhythm(PurchaseRhythm.of(log, RULES, CUT))
                .advise(PurchaseSummaries.of(log, RULES, CUT)
                        .repeatHistories(PeriodUnit.WEEK)
                        .histogram());
        // BG/NBD -9582.4 and Pareto/NBD -9595.0 are published.
        assertThat(advice.choice()).contains(PurchaseModelChoice.parse("mbgnbd"));
        ModelComparison comparison = advice.comparison().orElseThrow();
        assertThat(comparison.models())
                .extracting(model -> model.choice().key())
                .containsExactly("mbgnbd", "bgnbd", "paretonbd", "nbd");
        assertThat(comparison.models().get(1).logLikelihood()).isEqualTo(-9582.4, within(0.05));
        assertThat(comparison.models().get(2).logLikelihood()).isEqualTo(-9595.0, within(0.05));
        assertThat(advice.finding(AdviceTopic.CHOICE).orElseThrow().text().english())
                .isEqualTo("Use MBG/NBD; BG/NBD is as good (AIC higher by 0.6).");
        assertThat(advice.finding(AdviceTopic.LEFT_TRUNCATION)).isEmpty();
    }
}
