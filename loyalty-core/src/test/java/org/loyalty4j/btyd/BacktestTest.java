package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.summary.RepeatHistory;

/** Backtests of logs small enough to work out by hand. */
class BacktestTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final LocalDate CUT = START.plusDays(20);
    private static final LocalDate END = START.plusDays(30);
    private static final PurchaseRules RULES = PurchaseRules.withDefaults();
    private static final Nbd NBD = new Nbd(0.8, 12, PeriodUnit.DAY);
    private static final Backtest BASELINES = Backtest.withDefaults().withModels(List.of());

    /** One row: a customer and a day. */
    private record Day(String customer, int day) {}

    private static final List<Day> DAYS = List.of(
            new Day("a", 0),
            new Day("a", 10),
            new Day("a", 20),
            new Day("a", 25),
            new Day("a", 30),
            new Day("a", 40), // after the end
            new Day("b", 0),
            new Day("c", 4),
            new Day("c", 8),
            new Day("c", 22),
            new Day("d", 20),
            new Day("d", 21),
            new Day("d", 21), // the same day again
            new Day("e", 24), // born in the holdout
            new Day("e", 26));

    private static TransactionLog log(List<Day> days) {
        TransactionLog.Builder log = TransactionLog.builder(2).addCustomer("f");
        days.forEach(row -> log.add(row.customer, START.plusDays(row.day), BigDecimal.ONE));
        return log.build();
    }

    private static ForecastAccuracy accuracy(BacktestReport report, String key) {
        return report.row(key).orElseThrow().accuracy();
    }

    @Test
    void everyCustomerIsCountedOnce() {
        BacktestReport report = BASELINES.run(log(DAYS), RULES, CUT, END);
        assertThat(report.customers().customers()).isEqualTo(4);
        assertThat(report.customers().purchases()).isEqualTo(4);
        assertThat(report.bornInHoldout().customers()).isEqualTo(1);
        assertThat(report.bornInHoldout().purchases()).isEqualTo(2);
        assertThat(report.prospects()).isEqualTo(1);
        assertThat(report.horizon()).isEqualTo(Horizon.days(10));
        assertThat(report.rows()).extracting(BacktestRow::key).containsExactly("mean-rate", "last-period", "hiatus");
        assertThat(report.row("bgnbd")).isEmpty();
    }

    @Test
    void theMeanRateIsTheOwnOneOrThatOfTheBase() {
        // a bought 2 in 20 days, c 1 in 16; all together 3 in 56. They then bought 2, 0, 1 and 1.
        double base = 3 / 56.0 * 10;
        ForecastAccuracy accuracy = accuracy(BASELINES.run(log(DAYS), RULES, CUT, END), "mean-rate");
        assertThat(accuracy.predictedPurchases()).isEqualTo(1 + 0.625 + 2 * base, within(1e-15));
        assertThat(accuracy.absoluteErrors()).isEqualTo(1 + base + 0.375 + (1 - base), within(1e-15));
        assertThat(accuracy.squaredErrors())
                .isEqualTo(1 + base * base + 0.375 * 0.375 + (1 - base) * (1 - base), within(1e-15));
    }

    @Test
    void theLastPeriodIsAsLongAsTheHoldout() {
        // From day 11 on, a bought once and c not at all; the first purchase of d, on day 20, does not count.
        ForecastAccuracy accuracy = accuracy(BASELINES.run(log(DAYS), RULES, CUT, END), "last-period");
        assertThat(accuracy.predictedPurchases()).isEqualTo(1);
        assertThat(accuracy.absoluteErrors()).isEqualTo(3);
        assertThat(accuracy.squaredErrors()).isEqualTo(3);
        // Of a holdout longer than the calibration, all of it: 2 of a and 1 of c.
        BacktestReport longer = BASELINES.run(log(DAYS), RULES, CUT, CUT.plusDays(25));
        assertThat(accuracy(longer, "last-period").predictedPurchases()).isEqualTo(3);
        // Exactly as long: the purchases from day 1 on.
        BacktestReport equal = BASELINES.run(log(DAYS), RULES, CUT, CUT.plusDays(20));
        assertThat(accuracy(equal, "last-period").predictedPurchases()).isEqualTo(3);
    }

    @Test
    void theHiatusIsChosenInTheCalibration() {
        // On day 10 the silences were 0 (a, who bought until day 20), 2 (c, who did not) and 10 (b): only 0 days are
        // forgiven.
        BacktestReport report = BASELINES.run(log(DAYS), RULES, CUT, END);
        assertThat(report.hiatusDays()).isZero();
        assertThat(accuracy(report, "hiatus").predictedPurchases()).isEqualTo(1 + 30 / 56.0, within(1e-15));
        assertThat(accuracy(report, "hiatus").absoluteErrors()).isEqualTo(1 + 1 + (1 - 30 / 56.0), within(1e-15));
    }

    @Test
    void aModelIsAskedForEachCustomer() {
        BacktestReport report = BASELINES
                .withGivenModels(Map.of("old", NBD.in(PeriodUnit.WEEK)))
                .run(log(DAYS), RULES, CUT, END);
        BacktestRow row = report.rows().get(0);
        assertThat(row.key()).isEqualTo("given-old");
        assertThat(row.label().english()).isEqualTo("old (NBD)");
        Horizon next = Horizon.days(10);
        List<RepeatHistory> histories = List.of(
                new RepeatHistory("a", 2, 20, 20, PeriodUnit.DAY),
                new RepeatHistory("b", 0, 0, 20, PeriodUnit.DAY),
                new RepeatHistory("c", 1, 4, 16, PeriodUnit.DAY),
                new RepeatHistory("d", 0, 0, 0, PeriodUnit.DAY));
        int[] bought = {2, 0, 1, 1};
        double predicted = 0;
        double squared = 0;
        double brier = 0;
        for (int i = 0; i < 4; i++) {
            double expected = NBD.expectedPurchases(histories.get(i), next);
            predicted += expected;
            squared += (expected - bought[i]) * (expected - bought[i]);
            double p = NBD.probabilityOfPurchase(histories.get(i), next);
            brier += Math.pow(p - Math.min(1, bought[i]), 2);
        }
        assertThat(row.accuracy().predictedPurchases()).isEqualTo(predicted, within(1e-12));
        assertThat(row.accuracy().squaredErrors()).isEqualTo(squared, within(1e-12));
        ModelTrial trial = row.trial().orElseThrow();
        assertThat(trial.fit()).isEmpty();
        assertThat(trial.probability().squaredErrors()).isEqualTo(brier, within(1e-12));
        assertThat(trial.probability().bins()).hasSize(4);
        assertThat(trial).hasToString(NBD.in(PeriodUnit.WEEK) + ", given");
    }

    @Test
    void trackingSumsNewCustomersByTheirAge() {
        BacktestReport report =
                BASELINES.withGivenModels(Map.of("old", NBD)).withPeriodDays(10).run(log(DAYS), RULES, CUT, END);
        List<TrackingPeriod> periods =
                report.rows().get(0).trial().orElseThrow().tracking();
        // Days 0, 1 to 10, 11 to 20 and 21 to 30. Born on the days 0, 0, 4 and 20.
        assertThat(periods).extracting(p -> p.actual().repeatPurchases()).containsExactly(0L, 2L, 1L, 4L);
        assertThat(periods).extracting(p -> p.actual().holdout()).containsExactly(false, false, false, true);
        double[] cumulative = {0, 2 * 10 + 6, 2 * 20 + 16, 2 * 30 + 26 + 10};
        for (int i = 0; i < 4; i++) {
            assertThat(periods.get(i).cumulativeExpected()).isEqualTo(0.8 / 12 * cumulative[i], within(1e-12));
            assertThat(periods.get(i).expected())
                    .isEqualTo(0.8 / 12 * (cumulative[i] - (i == 0 ? 0 : cumulative[i - 1])), within(1e-12));
        }
    }

    @Test
    void frequenciesSumOverTheTimesObserved() {
        BacktestReport report = BASELINES.withGivenModels(Map.of("old", NBD)).run(log(DAYS), RULES, CUT, END);
        List<FrequencyCount> counts = report.rows().get(0).trial().orElseThrow().frequencies();
        assertThat(counts).extracting(FrequencyCount::actual).containsExactly(2.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        assertThat(counts)
                .extracting(FrequencyCount::orMore)
                .containsOnlyOnce(true)
                .endsWith(true);
        double none = 2 * Math.pow(12 / 32.0, 0.8) + Math.pow(12 / 28.0, 0.8) + 1; // nothing can happen at T = 0
        double one = 2 * 0.8 * 20 / 32 * Math.pow(12 / 32.0, 0.8) + 0.8 * 16 / 28 * Math.pow(12 / 28.0, 0.8);
        assertThat(counts.get(0).expected()).isEqualTo(none, within(1e-12));
        assertThat(counts.get(1).expected()).isEqualTo(one, within(1e-12));
        assertThat(counts.stream().mapToDouble(FrequencyCount::expected).sum()).isEqualTo(4, within(1e-12));
    }

    @Test
    void theOrderOfTheRowsDoesNotMatter() {
        Backtest backtest = BASELINES.withModels(List.of(PurchaseModelChoice.of(PurchaseModelKind.NBD)));
        BacktestReport report = backtest.run(log(DAYS), RULES, CUT, END);
        for (int seed = 0; seed < 5; seed++) {
            List<Day> shuffled = new ArrayList<>(DAYS);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(backtest.run(log(shuffled), RULES, CUT, END)).isEqualTo(report);
        }
    }

    @Test
    void threadsChangeNothing() {
        Backtest backtest = Backtest.withDefaults().withGivenModels(Map.of("old", NBD));
        BacktestReport report = backtest.run(log(DAYS), RULES, CUT, END);
        for (int threads : new int[] {2, 3, 7}) {
            assertThat(backtest.withParallelism(threads).run(log(DAYS), RULES, CUT, END))
                    .isEqualTo(report);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backtest.withParallelism(0))
                .withMessage("parallelism must be in [1, 1024], but was 0");
    }

    @Test
    void aHoldoutWithoutPurchasesHasErrorsButNoShares() {
        List<Day> quiet = DAYS.stream().filter(row -> row.day <= 20).toList();
        BacktestReport report = BASELINES.withGivenModels(Map.of("old", NBD)).run(log(quiet), RULES, CUT, END);
        assertThat(report.customers().purchases()).isZero();
        for (BacktestRow row : report.rows()) {
            assertThat(row.accuracy().bias()).isEmpty();
            assertThat(row.accuracy().gain()).isEmpty();
            assertThat(row.accuracy().rankCorrelation()).isEmpty();
            assertThat(row.accuracy().meanAbsoluteError().orElseThrow()).isPositive();
        }
        assertThat(report.toString()).contains("old (NBD)").doesNotContain("NaN");
    }

    @Test
    void whereNothingWasObservedNothingIsForecast() {
        // Everybody was born on the last day of the calibration: no rate, no hiatus.
        List<Day> newborn = List.of(new Day("a", 20), new Day("b", 20), new Day("b", 22));
        BacktestReport report = BASELINES.withGivenModels(Map.of("old", NBD)).run(log(newborn), RULES, CUT, END);
        assertThat(report.hiatusDays()).isEqualTo(10);
        for (Baseline baseline : Baseline.values()) {
            assertThat(accuracy(report, baseline.key()).predictedPurchases()).isZero();
        }
        assertThat(accuracy(report, "given-old").predictedPurchases()).isEqualTo(2 * 0.8 * 10 / 12, within(1e-12));
    }

    @Test
    void withoutABuyerThereIsNoModel() {
        BacktestReport report = Backtest.withDefaults().run(log(List.of()), RULES, CUT, END);
        assertThat(report.customers().customers()).isZero();
        assertThat(report.prospects()).isEqualTo(1);
        assertThat(report.rows())
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.trial()).isEmpty());
        assertThat(report.rows().get(0).accuracy().meanAbsoluteError()).isEmpty();
    }

    @Test
    void printsATable() {
        assertThat(BASELINES.withGivenModels(Map.of("old", NBD)).run(log(DAYS), RULES, CUT, END))
                .hasToString("""
                        Backtest at 2026-01-21, until 2026-01-31: 4 customers made 4 purchases, 1 born in the holdout made 2, 1 have bought nothing
                        forecast              predicted      bias     MAE    RMSE   rank top 20 %  Brier  fit
                        old (NBD)                   2.4   -39.1 %   0.516   0.626  0.949   40.0 %  0.242  given
                        Mean rate                   2.7   -32.6 %   0.594   0.641  0.833   40.0 %      -  -
                        Last period                 1.0   -75.0 %   0.750   0.866  0.816   40.0 %      -  -
                        Hiatus                      1.5   -61.6 %   0.616   0.744  0.833   40.0 %      -  -
                        """);
    }

    @Test
    void givenModelsAreToldApartByTheirNames() {
        Nbd slower = new Nbd(0.8, 24, PeriodUnit.DAY);
        BacktestReport report =
                BASELINES.withGivenModels(Map.of("old", NBD, "older", slower)).run(log(DAYS), RULES, CUT, END);
        assertThat(report.rows().subList(0, 2))
                .extracting(BacktestRow::key)
                .containsExactly("given-old", "given-older");
        assertThat(report.row("given-older").orElseThrow().trial().orElseThrow().model())
                .isEqualTo(slower);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BASELINES.withGivenModels(Map.of(" ", NBD)))
                .withMessage("newGiven.key must not be blank");
        PurchaseModelChoice twice = PurchaseModelChoice.parse("bgnbd");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BASELINES.withModels(List.of(twice, PurchaseModelChoice.parse("nbd"), twice)))
                .withMessage("newModels must be different, but had bgnbd twice");
    }

    @Test
    void aHoldoutBeyondTheLogIsTold() {
        // The last row is of day 40. Of the 22 days after day 20, 2 are silent; of 23, 3.
        BacktestReport ordinary = BASELINES.run(log(DAYS), RULES, CUT, START.plusDays(42));
        assertThat(ordinary.silentDays()).isEqualTo(2);
        assertThat(ordinary.warning()).isEmpty();
        BacktestReport beyond = BASELINES.run(log(DAYS), RULES, CUT, START.plusDays(43));
        assertThat(beyond.silentDays()).isEqualTo(3);
        String warning =
                "The log has no row in the last 3 of the 23 days of the holdout: if it was not written so far, all"
                        + " forecasts seem too high.";
        assertThat(beyond.warning().orElseThrow().english()).isEqualTo(warning);
        assertThat(beyond.toString().lines()).contains(warning);
        assertThat(BASELINES.run(log(DAYS), RULES, CUT, END).silentDays()).isZero();
        List<Day> known = DAYS.stream().filter(row -> row.day < 20).toList();
        assertThat(BASELINES.run(log(known), RULES, CUT, END).silentDays()).isEqualTo(10);
        assertThat(BASELINES.run(log(List.of()), RULES, CUT, END).silentDays()).isEqualTo(10);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BacktestReport(
                        CUT, END, 11, ordinary.customers(), ordinary.bornInHoldout(), 0, 0, List.of()))
                .withMessage("silentDays must be in [0, 10], but was 11");
    }

    @Test
    void optionsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Backtest.withDefaults().withPeriodDays(0))
                .withMessage("days must be in [1, inf), but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Backtest.withDefaults().withBins(0))
                .withMessage("newBins must be in [1, 1000], but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BASELINES.run(log(DAYS), RULES, CUT, CUT))
                .withMessage("holdoutEnd must be after the calibrationEnd 2026-01-21, but was 2026-01-21");
        assertThat(Backtest.withDefaults()).hasToString("Backtest of [bgnbd, mbgnbd, paretonbd]");
        assertThat(BASELINES.withGivenModels(Map.of("old", NBD))).hasToString("Backtest of [] and the given [old]");
        assertThat(Baseline.LAST_PERIOD.meaning().english()).contains("last period");
    }
}
