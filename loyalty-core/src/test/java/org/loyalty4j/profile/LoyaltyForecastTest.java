package org.loyalty4j.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.btyd.AdviceTopic;
import org.loyalty4j.btyd.BacktestReport;
import org.loyalty4j.btyd.BgNbd;
import org.loyalty4j.btyd.FitStatus;
import org.loyalty4j.btyd.ModelAdvice;
import org.loyalty4j.btyd.Nbd;
import org.loyalty4j.btyd.PurchaseModelChoice;
import org.loyalty4j.btyd.PurchaseSimulator;
import org.loyalty4j.btyd.SimulatedPurchases;
import org.loyalty4j.data.Transaction;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.support.Serial;

/** What the analysis forecasts, and by which model. */
class LoyaltyForecastTest {
    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final LocalDate AS_OF = START.plusDays(363);
    private static final Horizon HORIZON = Horizon.weeks(26);
    private static final PurchaseModelChoice NBD = PurchaseModelChoice.parse("nbd");

    /** 150 customers of a BG/NBD model, each of whom spends the same every time; "z" has bought nothing. */
    private static final TransactionLog LOG = log();

    private static final LoyaltyForecast ADVISED = forecast(ForecastPlan.within(HORIZON));
    private static final ForecastPlan QUICK =
            ForecastPlan.within(HORIZON).withChoice(NBD).withoutBacktest();

    private static TransactionLog log() {
        PurchaseSimulator simulator = PurchaseSimulator.of(new BgNbd(0.8, 6, 0.8, 2.5, PeriodUnit.WEEK), 5);
        TransactionLog.Builder log = TransactionLog.builder(2);
        for (int i = 0; i < 150; i++) {
            SimulatedPurchases customer = simulator.newCustomer(i, Horizon.weeks(50));
            String id = String.format(java.util.Locale.ROOT, "c%03d", i);
            log.add(id, START.plusDays(i % 7), BigDecimal.valueOf(10 + i % 9));
            for (double week : customer.times()) {
                LocalDate day = START.plusDays(i % 7 + 1 + (long) (7 * week));
                log.add(id, day, BigDecimal.valueOf(10 + (i + day.getDayOfMonth()) % 9));
            }
        }
        return log.addCustomer("z").build();
    }

    private static LoyaltyForecast forecast(ForecastPlan plan) {
        return report(LoyaltyAnalysis.withDefaults().withForecast(plan))
                .forecast()
                .orElseThrow();
    }

    private static LoyaltyReport report(LoyaltyAnalysis analysis) {
        return analysis.run(LOG, List.of(), AS_OF);
    }

    @Test
    void theAdvisedModelIsUsedAsItWasFittedToBeCompared() {
        ModelAdvice advice = ADVISED.advice();
        assertThat(ADVISED.choice()).isEqualTo(advice.choice().orElseThrow());
        assertThat(ADVISED.fit())
                .isSameAs(advice.comparison().orElseThrow().winner().fit());
        assertThat(ADVISED.fit().model().unit()).isEqualTo(PeriodUnit.WEEK);
        assertThat(advice.finding(AdviceTopic.CHOICE)).isPresent();
        assertThat(ADVISED.toString()).startsWith("LoyaltyForecast: 150 buyers within");
    }

    @Test
    void aChoiceIsHonouredAndNothingElseIsFitted() {
        LoyaltyForecast forecast = forecast(QUICK.withUnit(PeriodUnit.DAY));
        assertThat(forecast.choice()).isEqualTo(NBD);
        assertThat(forecast.fit().model()).isInstanceOf(Nbd.class);
        assertThat(forecast.fit().model().unit()).isEqualTo(PeriodUnit.DAY);
        assertThat(forecast.fit().distinctHistories()).isGreaterThan(20);
        assertThat(forecast.advice().choice()).contains(NBD);
        assertThat(forecast.advice().comparison()).isEmpty();
        assertThat(forecast.advice().finding(AdviceTopic.CHOICE)).isEmpty();
        assertThat(forecast.advice().finding(AdviceTopic.FEW_CUSTOMERS)).isPresent();
        // Nobody drops out.
        assertThat(forecast.forecasts())
                .allSatisfy(f -> assertThat(f.probabilityAlive()).isEqualTo(1));
    }

    @Test
    void prospectsHaveNoForecast() {
        LoyaltyReport report = report(
                LoyaltyAnalysis.withDefaults().withForecast(QUICK).withValue(0.4, HORIZON, DiscountRate.annual(0.1)));
        LoyaltyForecast forecast = report.forecast().orElseThrow();
        int prospect = report.purchases().size() - 1;
        assertThat(report.purchases().get(prospect).customerId()).isEqualTo("z");
        assertThat(forecast.forecasts()).hasSize(150);
        assertThat(forecast.forecastOf(prospect)).isEmpty();
        assertThat(forecast.valueOf(prospect)).isEmpty();
        assertThat(forecast.forecastOf(7)).contains(forecast.forecasts().get(7));
        assertThat(forecast.valueOf(7).orElseThrow().customerId()).isEqualTo("c007");
        assertThat(report.profileOf("z").orElseThrow().forecast()).isNull();
    }

    @Test
    void valuesNeedAssumptions() {
        assertThat(ADVISED.values()).isEmpty();
        assertThat(ADVISED.valueOf(0)).isEmpty();
        LoyaltyForecast valued = report(LoyaltyAnalysis.withDefaults()
                        .withForecast(QUICK)
                        .withValue(0.4, HORIZON, DiscountRate.annual(0.1)))
                .forecast()
                .orElseThrow();
        assertThat(valued.values().orElseThrow()).hasSize(150);
        assertThat(valued.values().orElseThrow().total()).isPositive();
        assertThat(valued.spendFit()).isPresent();
        assertThat(valued.isMedianSpend()).isFalse();
        double whole = report(LoyaltyAnalysis.withDefaults()
                        .withForecast(QUICK)
                        .withValue(1, HORIZON, DiscountRate.annual(0.1)))
                .forecast()
                .orElseThrow()
                .values()
                .orElseThrow()
                .total();
        assertThat(valued.values().orElseThrow().total()).isCloseTo(0.4 * whole, within(1e-9 * whole));
    }

    /** Amounts over many orders of magnitude: the customers' mean spend has no expectation. */
    @Test
    void withoutAMeanSpendTheMedianIsTaken() {
        List<Transaction> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            for (int day : new int[] {0, 20 + i, 90 + 2 * i}) {
                rows.add(new Transaction(
                        "c" + i, START.plusDays(day), BigDecimal.valueOf(Math.round(Math.pow(10, i % 6)))));
            }
        }
        LoyaltyForecast forecast = LoyaltyAnalysis.withDefaults()
                .withForecast(QUICK)
                .withValue(1, HORIZON, DiscountRate.annual(0.1))
                .run(TransactionLog.of(rows), List.of(), AS_OF)
                .forecast()
                .orElseThrow();
        assertThat(forecast.spendFit().orElseThrow().model().q()).isLessThanOrEqualTo(1);
        assertThat(forecast.isMedianSpend()).isTrue();
        assertThat(forecast.values().orElseThrow().total()).isPositive();
    }

    @Test
    void theLastThirdIsHeldOutUnlessItIsNotWanted() {
        BacktestReport backtest = ADVISED.backtest().orElseThrow();
        assertThat(backtest.holdoutEnd()).isEqualTo(AS_OF);
        assertThat(backtest.calibrationEnd()).isEqualTo(AS_OF.minusDays(121));
        assertThat(backtest.row(ADVISED.choice().key())).isPresent();
        assertThat(backtest.row("bgnbd")).isPresent();
        assertThat(forecast(QUICK).backtest()).isEmpty();
        // Of a short horizon, as much is held out; of less than a week, nothing.
        ForecastPlan nbd = ForecastPlan.within(Horizon.days(7)).withChoice(NBD);
        assertThat(forecast(nbd).backtest().orElseThrow().horizon()).isEqualTo(Horizon.days(7));
        assertThat(forecast(nbd).backtest().orElseThrow().row("nbd")).isPresent();
        assertThat(forecast(ForecastPlan.within(Horizon.days(6)).withChoice(NBD))
                        .backtest())
                .isEmpty();
    }

    @Test
    void withoutRepeatersOnlyANamedModelForecasts() {
        TransactionLog once = TransactionLog.of(List.of(
                new Transaction("a", START, BigDecimal.TEN), new Transaction("b", START.plusDays(9), BigDecimal.ONE)));
        LoyaltyReport advised = LoyaltyAnalysis.withDefaults()
                .withForecast(ForecastPlan.within(HORIZON))
                .run(once, List.of(), AS_OF);
        assertThat(advised.forecast()).isEmpty();
        assertThat(advised.modelAdvice().orElseThrow().choice()).isEmpty();
        LoyaltyReport named = LoyaltyAnalysis.withDefaults()
                .withForecast(QUICK)
                .withValue(1, HORIZON, DiscountRate.annual(0.1))
                .run(once, List.of(), AS_OF);
        LoyaltyForecast forecast = named.forecast().orElseThrow();
        assertThat(forecast.choice()).isEqualTo(NBD);
        assertThat(forecast.fit().status()).isEqualTo(FitStatus.NOT_IDENTIFIED);
        assertThat(forecast.forecasts())
                .hasSize(2)
                .allSatisfy(
                        f -> assertThat(f.expectedPurchases()).isNotNegative().isFinite());
        assertThat(forecast.spendFit()).isEmpty();
        assertThat(forecast.values()).isEmpty();
        assertThat(named.modelAdvice().orElseThrow().finding(AdviceTopic.NO_REPEATERS))
                .isPresent();
    }

    @Test
    void aPlanIsChangedByCopies() {
        ForecastPlan plan = ForecastPlan.within(HORIZON);
        assertThat(plan).isEqualTo(new ForecastPlan(null, HORIZON, PeriodUnit.WEEK, 0.95, true));
        assertThat(plan.choice()).isEmpty();
        assertThat(plan.withChoice(NBD)
                        .withUnit(PeriodUnit.DAY)
                        .withConfidence(0.9)
                        .withoutBacktest())
                .isEqualTo(new ForecastPlan(NBD, HORIZON, PeriodUnit.DAY, 0.9, false));
        assertThat(plan.withoutBacktest()
                        .withChoice(NBD)
                        .withUnit(PeriodUnit.DAY)
                        .withConfidence(0.9)
                        .backtest())
                .isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.withConfidence(1))
                .withMessage("confidence must be in (0, 1), but was 1.0");
    }

    @Test
    void aForecastSurvivesSerialization() {
        LoyaltyForecast copy = Serial.copy(ADVISED);
        assertThat(copy.fit()).isEqualTo(ADVISED.fit());
        assertThat(copy.forecasts()).isEqualTo(ADVISED.forecasts());
        assertThat(copy.backtest()).isEqualTo(ADVISED.backtest());
    }
}
