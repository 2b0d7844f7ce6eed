package org.loyalty4j.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.loyalty4j.profile.ProfileWorld.AS_OF;
import static org.loyalty4j.profile.ProfileWorld.CUSTOMERS;
import static org.loyalty4j.profile.ProfileWorld.LOG;
import static org.loyalty4j.profile.ProfileWorld.RESPONSES;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.loyalty4j.CalendarPeriods;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Horizon;
import org.loyalty4j.btyd.PurchaseModelChoice;
import org.loyalty4j.churn.ChurnState;
import org.loyalty4j.churn.CustomerFlow;
import org.loyalty4j.churn.InactivityThreshold;
import org.loyalty4j.churn.Lifetimes;
import org.loyalty4j.churn.RenewalCounts;
import org.loyalty4j.data.Customer;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.ltv.ValueAtRisk;
import org.loyalty4j.ltv.ValuesAtRisk;
import org.loyalty4j.support.Serial;

/** Who is leaving, as the analysis of a whole base sees it. */
class LoyaltyChurnTest {
    private static final LoyaltyReport REPORT = LoyaltyAnalysis.withDefaults()
            .withForecast(ForecastPlan.within(Horizon.days(90))
                    .withChoice(PurchaseModelChoice.parse("bgnbd"))
                    .withoutBacktest())
            .withValue(0.4, Horizon.years(1), DiscountRate.annual(0.1))
            .run(LOG, RESPONSES, CUSTOMERS, AS_OF);
    private static final LoyaltyChurn CHURN = REPORT.churn();

    @Test
    void theThresholdKeepsTheFalseChurnRateOfThePlan() {
        InactivityThreshold threshold = CHURN.threshold().orElseThrow();
        assertThat(threshold.target()).isEqualTo(0.10);
        assertThat(CHURN.inactiveAfterDays()).isEqualTo(threshold.days());
        assertThat(CHURN.states().orElseThrow().thresholdDays())
                .isEqualTo(threshold.days().getAsInt());

        LoyaltyChurn fixed = LoyaltyAnalysis.withDefaults()
                .withChurn(ChurnPlan.withDefaults().withInactiveAfterDays(45))
                .run(LOG, List.of(), AS_OF)
                .churn();
        assertThat(fixed.inactiveAfterDays()).isEqualTo(OptionalInt.of(45));
        assertThat(fixed.threshold()).contains(threshold);
        assertThat(fixed.contracts()).isEmpty();
        assertThat(fixed.agreement()).isEmpty();
        assertThat(fixed.valuesAtRisk()).isEmpty();
    }

    @Test
    void withoutAHoldoutThereIsNoThresholdUnlessThePlanHasOne() {
        LocalDate early = ProfileWorld.START.plusDays(10);
        LoyaltyChurn churn =
                LoyaltyAnalysis.withDefaults().run(LOG, List.of(), early).churn();
        assertThat(churn.falseChurn()).isEmpty();
        assertThat(churn.threshold()).isEmpty();
        assertThat(churn.inactiveAfterDays()).isEmpty();
        assertThat(churn.states()).isEmpty();
        assertThat(churn.history()).isEmpty();
        assertThat(churn.silences()).isEmpty(); // of so few gaps there is no rhythm
        assertThat(churn.toString()).startsWith("LoyaltyChurn: no threshold of silence");
    }

    @Test
    void theProfileKeepsContractSilenceAndForecastApart() {
        double total = 0;
        for (int i = 0; i < REPORT.purchases().size(); i++) {
            LoyaltyProfile profile = REPORT.profiles().get(i);
            ChurnSignal signal = profile.churn();
            Customer customer = CUSTOMERS.get(i);
            LocalDate leftOn = customer.leftOn();
            assertThat(signal.state()).isEqualTo(CHURN.states().orElseThrow().stateOf(i));
            assertThat(signal.leftOn()).isEqualTo(leftOn);
            if (leftOn != null) {
                assertThat(signal.key()).isEqualTo("left");
                assertThat(signal.probability()).isNull();
                assertThat(signal.valueAtRisk()).isNull();
            } else {
                double chance = 1 - Objects.requireNonNull(profile.forecast()).probabilityOfPurchase();
                double atRisk = Objects.requireNonNull(profile.residualValue()).value() * chance;
                assertThat(signal.key())
                        .isEqualTo(Objects.requireNonNull(signal.state()).key());
                assertThat(signal.probability()).isEqualTo(chance);
                assertThat(signal.valueAtRisk()).isEqualTo(atRisk);
                total += atRisk;
            }
        }
        ValuesAtRisk ranking = CHURN.valuesAtRisk().orElseThrow();
        assertThat(ranking.total()).isCloseTo(total, org.assertj.core.api.Assertions.within(1e-9 * total));
        assertThat(ranking.stream().map(ValueAtRisk::value)).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(ranking).hasSize((int)
                CUSTOMERS.stream().filter(customer -> customer.leftOn() == null).count());
    }

    @Test
    void contractsAndPurchasesHaveTheirOwnCohorts() {
        Contracts contracts = CHURN.contracts().orElseThrow();
        assertThat(contracts.cohorts().cohorts().stream()
                        .mapToLong(cohort -> cohort.size())
                        .sum())
                .isEqualTo(300);
        assertThat(contracts.survival(0.95).survivalAt(0).orElseThrow().value()).isEqualTo(1);
        assertThat(contracts.lifetimes().ended())
                .isEqualTo(CUSTOMERS.stream()
                        .filter(customer -> customer.leftOn() != null)
                        .count());
        assertThat(contracts.retention().orElseThrow().model().alpha()).isPositive();
        assertThat(CHURN.purchaseCohorts().cohorts().get(0).startInclusive()).isEqualTo(LocalDate.of(2024, 1, 1));
        assertThat(CHURN.agreement().orElseThrow().customers()).isEqualTo(300);
        assertThat(CHURN.silences().orElseThrow()).hasSize(300);
    }

    @Test
    void contractsTooYoungForARenewalHaveNoModel() {
        List<Customer> young =
                List.of(Customer.since("c001", AS_OF.minusDays(3)), Customer.since("c002", AS_OF.plusDays(3)));
        Contracts contracts = LoyaltyAnalysis.withDefaults()
                .run(LOG, List.of(), young, AS_OF)
                .churn()
                .contracts()
                .orElseThrow();
        assertThat(contracts.retention()).isEmpty();
        assertThat(contracts.lifetimes().size()).isEqualTo(1);
        assertThat(contracts.cohorts().ages()).isEqualTo(1);
        assertThat(contracts.survival(0.95).median().days()).isNull();
    }

    @Test
    void ofABaseWhereNobodyReturnsADayOfSilenceIsEnough() {
        TransactionLog.Builder log = TransactionLog.builder(2);
        for (int i = 0; i < 100; i++) {
            log.add("c" + i, ProfileWorld.START.plusDays(3 * i), BigDecimal.TEN);
        }
        LoyaltyChurn churn = LoyaltyAnalysis.withDefaults()
                .run(log.build(), List.of(), ProfileWorld.START.plusDays(300))
                .churn();
        assertThat(churn.threshold().orElseThrow().days()).hasValue(0);
        assertThat(churn.inactiveAfterDays()).hasValue(1);
        assertThat(churn.states().orElseThrow().period().count(ChurnState.LAPSED))
                .isEqualTo(100);
    }

    @Test
    void theHistoryEndsWithTheStates() {
        var last = CHURN.history().orElseThrow();
        assertThat(last.get(last.size() - 1))
                .isEqualTo(CHURN.states().orElseThrow().period());
        var weekly = LoyaltyAnalysis.withDefaults()
                .withChurn(ChurnPlan.withDefaults()
                        .withCalendar(CalendarPeriods.quarters())
                        .withFalseChurn(0.3))
                .run(LOG, List.of(), AS_OF)
                .churn();
        assertThat(weekly.history().orElseThrow()).hasSize(8);
        assertThat(weekly.inactiveAfterDays().getAsInt())
                .isLessThan(CHURN.inactiveAfterDays().getAsInt());
    }

    @Test
    void oneWhoCameBackHasNotLeft() {
        List<Customer> customers = List.of(
                new Customer("c001", ProfileWorld.START, LocalDate.of(2024, 6, 1)),
                Customer.since("c001", LocalDate.of(2024, 9, 1)),
                new Customer("c002", ProfileWorld.START, LocalDate.of(2024, 6, 1)),
                new Customer("c003", ProfileWorld.START, AS_OF.plusDays(1)));
        Contracts contracts = new Contracts(customers, AS_OF, ChurnPlan.withDefaults());
        assertThat(contracts.leftOn("c001")).isEmpty();
        assertThat(contracts.leftOn("c002")).contains(LocalDate.of(2024, 6, 1));
        assertThat(contracts.leftOn("c003")).isEmpty();
        assertThat(contracts.toString()).endsWith("; 1 left");
    }

    /** Members who may leave every year on the day they joined, one in four does: ten joined in each month of three years. */
    private static List<Customer> yearly() {
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < 360; i++) {
            LocalDate joined = AS_OF.minusMonths(36 - i / 10);
            int years = i % 4 == 0 ? 1 : i % 4 == 1 && i % 3 == 0 ? 2 : 9;
            LocalDate left = joined.plusYears(years);
            customers.add(new Customer("y" + i, joined, left.isAfter(AS_OF) ? null : left));
        }
        return customers;
    }

    @Test
    void yearlyContractsRenewOnceAYear() {
        ChurnPlan plan = ChurnPlan.withDefaults();
        assertThat(plan.renewalTerm()).isEqualTo(Period.ofMonths(1));
        RenewalCounts monthly =
                new Contracts(yearly(), AS_OF, plan).retention().orElseThrow().data();
        assertThat(monthly.retention(11).value()).hasValue(1);
        RenewalCounts once = new Contracts(yearly(), AS_OF, plan.withRenewalTerm(Period.ofYears(1)))
                .retention()
                .orElseThrow()
                .data();
        assertThat(once).isEqualTo(RenewalCounts.ofCustomers(yearly(), AS_OF, Period.ofYears(1)));
        assertThat(once.renewals()).isEqualTo(3);
        assertThat(once.retention(1).value().orElseThrow())
                .isCloseTo(0.75, org.assertj.core.api.Assertions.within(0.01));
    }

    @Test
    void recordsOfThoseStillThereCountFromTheirFirstDay() {
        LocalDate from = AS_OF.minusMonths(18);
        List<Customer> onTheBooks = yearly().stream()
                .filter(customer ->
                        customer.leftOn() == null || !customer.leftOn().isBefore(from))
                .toList();
        ChurnPlan plan = ChurnPlan.withDefaults().withRenewalTerm(Period.ofYears(1));
        double truth = survivalAt400(new Contracts(yearly(), AS_OF, plan));
        double ignored = survivalAt400(new Contracts(onTheBooks, AS_OF, plan));
        Contracts contracts = new Contracts(onTheBooks, AS_OF, plan.withRecordsFrom(from));
        assertThat(ignored).isGreaterThan(truth + 0.04);
        assertThat(survivalAt400(contracts)).isCloseTo(truth, org.assertj.core.api.Assertions.within(0.02));
        assertThat(contracts.lifetimes()).isEqualTo(Lifetimes.observedFrom(onTheBooks, from, AS_OF));
        assertThat(contracts.retention().orElseThrow().data())
                .isEqualTo(RenewalCounts.observedFrom(onTheBooks, from, AS_OF, Period.ofYears(1)));
        LocalDate lately = AS_OF.minusMonths(6);
        assertThat(new Contracts(onTheBooks, AS_OF, plan.withRecordsFrom(lately)).flow())
                .isEqualTo(CustomerFlow.between(onTheBooks, lately, AS_OF.plusDays(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Contracts(onTheBooks, from.minusDays(1), plan.withRecordsFrom(from)))
                .withMessage("recordsFrom must not be after asOf 2024-06-29, but was 2024-06-30");
    }

    private static double survivalAt400(Contracts contracts) {
        return contracts.survival(0.95).survivalAt(400).orElseThrow().value();
    }

    @Test
    void plansAndSignalsCheckThemselves() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChurnPlan.withDefaults().withRenewalTerm(Period.ZERO))
                .withMessage("term must be positive in every part, but was P0D");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChurnPlan.withDefaults().withRenewalTerm(Period.of(1, -1, 0)))
                .withMessage("term must be positive in every part, but was P1Y-1M");
        ChurnPlan plan = ChurnPlan.withDefaults()
                .withRenewalTerm(Period.ofYears(1))
                .withRecordsFrom(ProfileWorld.START)
                .withFalseChurn(0.2)
                .withInactiveAfterDays(60)
                .withCalendar(CalendarPeriods.quarters());
        assertThat(plan)
                .isEqualTo(new ChurnPlan(0.2, 60, CalendarPeriods.quarters(), Period.ofYears(1), ProfileWorld.START));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChurnPlan.withDefaults().withFalseChurn(1))
                .withMessage("rate must be in (0, 1), but was 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChurnPlan.withDefaults().withInactiveAfterDays(0))
                .withMessage("days must be in [1, inf), but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChurnSignal(ChurnState.QUIET, null, 1.5, null))
                .withMessage("probability must be in [0, 1], but was 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChurnSignal(ChurnState.QUIET, null, 0.5, Double.NaN))
                .withMessage("valueAtRisk must be finite, but was NaN");
        assertThat(new ChurnSignal(null, null, null, null).key()).isEmpty();
    }

    @Test
    void isWrittenAndReadBack() {
        LoyaltyReport copy = Serial.copy(REPORT);
        assertThat(copy.churn().toString()).isEqualTo(CHURN.toString());
        assertThat(copy.profiles().get(7)).isEqualTo(REPORT.profiles().get(7));
    }
}
