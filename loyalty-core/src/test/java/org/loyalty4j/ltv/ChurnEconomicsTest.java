package org.loyalty4j.ltv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Estimate;
import org.loyalty4j.Horizon;
import org.loyalty4j.Interval;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.churn.ConstantChurn;
import org.loyalty4j.churn.ShiftedBetaGeometric;

class ChurnEconomicsTest {
    private static final RetentionFormula CUSTOMER = new RetentionFormula(100, 0.8, PeriodUnit.YEAR, FirstPayment.NOW);
    private static final ChurnEconomics ECONOMICS = ChurnEconomics.of(CUSTOMER, DiscountRate.annual(0.1));

    /** m (1 + d) / (c + d) is 110/0.3 before and 110/0.25 after. */
    @Test
    void fivePointsLessChurn() {
        ChurnChange change = ECONOMICS.cut(0.05);
        assertThat(change.churnBefore()).isCloseTo(0.2, within(1e-15));
        assertThat(change.churnAfter()).isCloseTo(0.15, within(1e-15));
        assertThat(change.profitBefore()).isCloseTo(366.6666666667, within(1e-9));
        assertThat(change.profitAfter()).isCloseTo(440, within(1e-9));
        assertThat(change.gain()).isCloseTo(73.3333333333, within(1e-9));
        assertThat(change.growth().orElseThrow()).isCloseTo(0.2, within(1e-12));
        assertThat(change).hasToString("churn 0.2000 -> 0.1500: profit on a customer 366.67 -> 440.00 (+20.0 %)");
    }

    /** Growth is of profit: the less of the value is left when the customer is won, the more it grows by the same gain. */
    @Test
    void theCostOfWinningRaisesTheGrowthAndNotTheGain() {
        ChurnChange change = ECONOMICS.withAcquisitionCost(300).cut(0.05);
        assertThat(change.gain()).isCloseTo(ECONOMICS.cut(0.05).gain(), within(1e-9));
        assertThat(change.growth().orElseThrow()).isCloseTo(73.3333333333 / 66.6666666667, within(1e-9));
        assertThat(ECONOMICS.withAcquisitionCost(400).cut(0.05).growth()).isEmpty();
        assertThat(ECONOMICS.withAcquisitionCost(400).cut(0.05))
                .hasToString("churn 0.2000 -> 0.1500: profit on a customer -33.33 -> 40.00");
    }

    /** Spending the break-even on every payment makes the value at the lower churn that at the higher. */
    @Test
    void breakEvenSpend() {
        ChurnChange change = ECONOMICS.cut(0.05);
        double spend = change.breakEvenPerPayment().orElseThrow();
        assertThat(new RetentionFormula(100 - spend, 0.85, PeriodUnit.YEAR, FirstPayment.NOW)
                        .value(DiscountRate.annual(0.1)))
                .isCloseTo(change.profitBefore(), within(1e-9));
        assertThat(spend).isCloseTo(73.3333333333 / 4.4, within(1e-9));
        assertThat(ECONOMICS.withHorizon(Horizon.years(0)).cut(0.05).breakEvenPerPayment())
                .isEmpty();
    }

    @Test
    void churnMayRiseAndMayGoAltogether() {
        assertThat(ECONOMICS.cut(-0.05).gain()).isNegative();
        assertThat(ECONOMICS.cut(0.2).churnAfter()).isZero();
        assertThat(ECONOMICS.cut(-0.8).churnAfter()).isEqualTo(1);
        assertThat(ECONOMICS.cut(0).gain()).isZero();
        ChurnEconomics small = ChurnEconomics.of(
                new RetentionFormula(100, 0.95, PeriodUnit.YEAR, FirstPayment.NOW), DiscountRate.annual(0.1));
        assertThat(small.cut(0.05).churnAfter()).isZero();
        assertThatThrownBy(() -> ECONOMICS.cut(0.21))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("churn - points must be in [0, 1], but was -0.0");
        assertThatThrownBy(() -> ECONOMICS.cut(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("points must be finite, but was NaN");
    }

    @Test
    void aCurve() {
        List<ChurnChange> curve = ECONOMICS.curve(0, 0.05, 0.1);
        assertThat(curve).containsExactly(ECONOMICS.cut(0), ECONOMICS.cut(0.05), ECONOMICS.cut(0.1));
        // Each point is worth more than the one before.
        assertThat(curve.get(2).gain()).isGreaterThan(2 * curve.get(1).gain());
    }

    @Test
    void aHorizonBoundsWhatHasNoBound() {
        ChurnEconomics free = ChurnEconomics.of(CUSTOMER, DiscountRate.none());
        assertThatThrownBy(() -> free.cut(0.2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("give a horizon");
        assertThat(free.withHorizon(Horizon.years(3)).cut(0.2).profitAfter()).isCloseTo(300, within(1e-9));
        assertThat(free.withHorizon(Horizon.years(3)).profit(0.2)).isCloseTo(244, within(1e-9));
    }

    /** The gain m (1 + d) (1 / (c - p + d) - 1 / (c + d)) at c = 0.25 and c = 0.16. */
    @Test
    void theUncertaintyOfChurnIsThatOfTheGain() {
        Estimate gain = ECONOMICS.gain(0.05, new Interval(0.16, 0.25, 0.95)).orElseThrow();
        assertThat(gain.value()).isCloseTo(73.3333333333, within(1e-9));
        assertThat(gain.interval().lower()).isCloseTo(110 / 0.3 - 110 / 0.35, within(1e-9));
        assertThat(gain.interval().upper()).isCloseTo(110 / 0.21 - 110 / 0.26, within(1e-9));
        assertThat(gain.interval().confidence()).isEqualTo(0.95);
        assertThat(ECONOMICS.gain(0.2, new Interval(0.16, 0.25, 0.95))).isEmpty();
        assertThat(ECONOMICS.gain(0.05, new Interval(0.2, 0.2, 0.95))).isPresent();
        assertThatThrownBy(() -> ECONOMICS.gain(0.05, new Interval(0.25, 0.3, 0.95)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("churnInterval must hold today's churn 0.1999");
        assertThatThrownBy(() -> ECONOMICS.gain(0.05, new Interval(0.16, 1.25, 0.95)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("churnInterval.upper must be in [0, 1], but was 1.25");
        assertThatThrownBy(() -> ChurnEconomics.of(
                                new RetentionFormula(-1, 0.8, PeriodUnit.YEAR, FirstPayment.NOW), DiscountRate.none())
                        .gain(0.05, new Interval(0.16, 0.25, 0.95)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("marginPerPeriod must be in [0, inf), but was -1.0");
    }

    @Test
    void outOfRange() {
        assertThatThrownBy(() -> ECONOMICS.withAcquisitionCost(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cost must be in [0, inf), but was -1.0");
        assertThatThrownBy(() -> new ChurnChange(0.1, 1.1, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("churnAfter must be in [0, 1], but was 1.1");
    }

    @Test
    void aContractOfConstantChurnIsTheFormula() {
        DiscountRate rate = DiscountRate.annual(0.1);
        ContractValue contract = new ContractValue(100, new ConstantChurn(0.2), PeriodUnit.YEAR);
        assertThat(contract.ofNewCustomer(rate)).isCloseTo(366.6666666667, within(1e-9));
        double residual = new RetentionFormula(100, 0.8, PeriodUnit.YEAR, FirstPayment.END_OF_FIRST_PERIOD_IF_RETAINED)
                .value(rate);
        assertThat(contract.residual(0, rate)).isCloseTo(residual, within(1e-9));
        assertThat(contract.residual(7, rate)).isCloseTo(residual, within(1e-9));
        assertThat(contract.residual(7, rate, 1)).isCloseTo(80 / 1.1, within(1e-9));
    }

    /** Of two bases with the same first churn, the one whose customers differ is worth more the older they are. */
    @Test
    void oldCustomersAreWorthMoreWhereCustomersDiffer() {
        DiscountRate rate = DiscountRate.annual(0.1);
        ContractValue contract = new ContractValue(100, new ShiftedBetaGeometric(0.668, 3.806), PeriodUnit.YEAR);
        assertThat(contract.residual(4, rate)).isGreaterThan(1.2 * contract.residual(0, rate));
        // Reference: DERL(2, 0.1) = 5.9017531677530220465.
        assertThat(contract.residual(1, rate)).isCloseTo(100 * 5.9017531677530220465 / 1.1, within(1e-9));
        assertThatThrownBy(() -> contract.ofNewCustomer(DiscountRate.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("without discounting: count a number of renewals");
        assertThat(contract.residual(0, DiscountRate.none(), 2)).isCloseTo(100 * (0.850694 + 0.746936), within(0.1));
        assertThatThrownBy(() -> contract.residual(-1, rate))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("renewalsMade must be in [0, 2147483646], but was -1");
    }

    @Test
    void valuesAtRiskAreRanked() {
        ValuesAtRisk ranked = ValuesAtRisk.rank(
                List.of("b", "d", "a", "c", "e"),
                new double[] {100, -50, 100, 1000, 1000},
                new double[] {0.5, 0.5, 0.5, 0.5, 0});
        assertThat(ranked).extracting(ValueAtRisk::customerId).containsExactly("c", "a", "b", "e", "d");
        assertThat(ranked.get(0)).hasToString("c: 500.00 at risk (1000.00, leaving with 0.5000)");
        assertThat(ranked.total()).isEqualTo(575);
        assertThat(ranked.total(2)).isEqualTo(550);
        assertThat(ranked)
                .isEqualTo(ValuesAtRisk.rank(
                        List.of("e", "c", "a", "d", "b"),
                        new double[] {1000, 1000, 100, -50, 100},
                        new double[] {0, 0.5, 0.5, 0.5, 0.5}));
        assertThatThrownBy(() -> ranked.total(6))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("first must be in [0, 5], but was 6");
        assertThatThrownBy(() -> ranked.get(5)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(ValuesAtRisk.rank(List.of(), new double[0], new double[0])).isEmpty();
    }

    @Test
    void anEntryOutOfRangeIsNamed() {
        Map.of(
                        "churnProbabilities[1] must be in [0, 1], but was NaN",
                        (Runnable) () -> ValuesAtRisk.rank(
                                List.of("a", "b"), new double[] {1, 1}, new double[] {0.5, Double.NaN}),
                        "residualValues[0] must be finite, but was Infinity",
                        () -> ValuesAtRisk.rank(
                                List.of("a"), new double[] {Double.POSITIVE_INFINITY}, new double[] {0.5}),
                        "customerIds[0] must not be blank",
                        () -> ValuesAtRisk.rank(List.of(" "), new double[] {1}, new double[] {0.5}),
                        "residualValues must have 1 elements, but had 2",
                        () -> ValuesAtRisk.rank(List.of("a"), new double[] {1, 2}, new double[] {0.5}),
                        "churnProbabilities must have 1 elements, but had 0",
                        () -> ValuesAtRisk.rank(List.of("a"), new double[] {1}, new double[0]))
                .forEach((message, call) -> assertThatThrownBy(call::run)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage(message));
    }

    /** 0.4 * 0.25 * (500 - 20) - 0.6 * 0.5 * 20 - 2 = 48 - 6 - 2. */
    @Test
    void anOffer() {
        SaveOffer offer = new SaveOffer(0.25, 20, 2, 0.5);
        ValueAtRisk customer = new ValueAtRisk("a", 500, 0.4);
        assertThat(offer.expectedGain(customer)).isCloseTo(40, within(1e-12));
        assertThat(offer.breakEvenContactCost(customer)).isCloseTo(42, within(1e-12));
        double breakEven = offer.breakEvenChurn(500).orElseThrow();
        assertThat(breakEven).isCloseTo(12.0 / 130, within(1e-12));
        assertThat(offer.expectedGain(new ValueAtRisk("a", 500, breakEven))).isCloseTo(0, within(1e-12));
        assertThat(offer.breakEvenChurn(15)).isEmpty();
        assertThat(new SaveOffer(0.25, 0, 0, 1).breakEvenChurn(15)).hasValue(0);
        assertThat(new SaveOffer(0.25, 0, 0, 1).breakEvenChurn(-15)).isEmpty();
    }

    /** Neslin et al. (2006), equation 1 for one contact: p (g V + d (1 - g)) - d - c. */
    @Test
    void withAllStayersTakingItTheOfferIsTheSources() {
        double p = 0.3;
        double g = 0.2;
        double d = 15;
        assertThat(new SaveOffer(g, d, 1, 1).expectedGain(new ValueAtRisk("a", 400, p)))
                .isCloseTo(p * (g * 400 + d * (1 - g)) - d - 1, within(1e-12));
    }

    @Test
    void aPlan() {
        SaveOffer offer = new SaveOffer(0.25, 20, 2, 0.5);
        SavePlan plan = offer.plan(ValuesAtRisk.rank(
                List.of("sure", "b", "a", "cheap"), new double[] {500, 500, 500, 30}, new double[] {0, 0.4, 0.4, 0.9}));
        assertThat(plan.cases()).extracting(one -> one.customer().customerId()).containsExactly("a", "b");
        assertThat(plan.expectedGain()).isCloseTo(80, within(1e-9));
        assertThat(plan.expectedSaves()).isCloseTo(0.2, within(1e-12));
        assertThat(plan).hasToString("2 customers to contact, 0.2 saves and a gain of 80.00 expected");
        assertThat(plan.cases().get(0))
                .hasToString("a: 200.00 at risk (500.00, leaving with 0.4000), expected gain 40.00");
    }
}
