package org.loyalty4j.ltv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Estimate;
import org.loyalty4j.Horizon;
import org.loyalty4j.Interval;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.churn.ChurnRate;
import org.loyalty4j.churn.Denominator;
import org.loyalty4j.summary.PurchaseSummary;

class FormulaTest {
    private static final DiscountRate NONE = DiscountRate.none();
    private static final DiscountRate TEN = DiscountRate.annual(0.1);

    private static RetentionFormula yearly(double margin, double retention, FirstPayment firstPayment) {
        return new RetentionFormula(margin, retention, PeriodUnit.YEAR, firstPayment);
    }

    // ---- historic value

    @Test
    void historicValueIsExact() {
        LocalDate day = LocalDate.of(2026, 6, 30);
        PurchaseSummary summary = new PurchaseSummary("A", day, 1, 1, day, day, 9_007_199_254_740_993L, 0, 2);
        HistoricValue value = HistoricValue.of(summary);
        assertThat(value).isEqualTo(new HistoricValue("A", day, new BigDecimal("90071992547409.93")));
        assertThat(value).hasToString("A: 90071992547409.93 as of 2026-06-30");
        assertThat(new HistoricValue("A", day, new BigDecimal("-12.50")).atMargin(0.5))
                .isEqualTo(-6.25);
        assertThat(new HistoricValue("A", day, BigDecimal.TEN).atMargin(1)).isEqualTo(10);
        assertThat(new HistoricValue("A", day, BigDecimal.TEN).atMargin(0)).isZero();
        for (double margin : new double[] {-Double.MIN_VALUE, 35, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> value.atMargin(margin))
                    .withMessage("margin must be in [0, 1], but was " + margin);
        }
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new HistoricValue("A", day, new BigDecimal("1e400")).atMargin(0.5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HistoricValue("", day, BigDecimal.ONE))
                .withMessage("customerId must not be blank");
    }

    // ---- order value

    @Test
    void orderValueWithoutDiscountingIsTheProduct() {
        OrderValueFormula formula = new OrderValueFormula(50, 4, 0.3, 5);
        assertThat(formula.annualProfit()).isEqualTo(60);
        assertThat(formula.value(NONE)).isEqualTo(300);
        assertThat(formula.value(NONE, Horizon.years(2))).isEqualTo(120);
        assertThat(formula.value(NONE, Horizon.years(9))).isEqualTo(300);
        assertThat(formula.value(NONE, Horizon.days(0))).isZero();
        assertThat(new OrderValueFormula(50, 4, 0.3, 0).value(TEN)).isZero();
    }

    @Test
    void orderValueKeepsItsLimits() {
        OrderValueFormula formula = new OrderValueFormula(50, 4, 0.3, 5);
        for (double rate : new double[] {1e-18, 1e-200, Double.MIN_VALUE}) {
            assertThat(formula.value(DiscountRate.annual(rate))).isCloseTo(300, within(1e-12));
        }
        // Without end: 60 / ln(1.1).
        assertThat(new OrderValueFormula(50, 4, 0.3, 1e300).value(TEN))
                .isCloseTo(60 / 0.09531017980432487, within(1e-11));
        assertThat(formula.value(DiscountRate.annual(Double.MAX_VALUE))).isPositive();
    }

    @Test
    void orderValueRefusesWhatIsOutOfRange() {
        double[] notLengths = {-1, Double.NaN, Double.POSITIVE_INFINITY};
        for (double bad : notLengths) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new OrderValueFormula(bad, 1, 1, 1))
                    .withMessage("orderValue must be in [0, inf), but was " + bad);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new OrderValueFormula(1, bad, 1, 1))
                    .withMessage("ordersPerYear must be in [0, inf), but was " + bad);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new OrderValueFormula(1, 1, bad, 1))
                    .withMessage("margin must be in [0, 1], but was " + bad);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new OrderValueFormula(1, 1, 1, bad))
                    .withMessage("lifespanYears must be in [0, inf), but was " + bad);
        }
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new OrderValueFormula(1e300, 1e300, 1, 1).value(TEN))
                .withMessage("the value is beyond the range of a double");
    }

    // ---- retention

    @Test
    void theWorkedExampleOfFirstPayment() {
        assertThat(yearly(100, 0.8, FirstPayment.NOW).value(TEN)).isCloseTo(1100 / 3.0, within(1e-11));
        assertThat(yearly(100, 0.8, FirstPayment.END_OF_FIRST_PERIOD_CERTAIN).value(TEN))
                .isCloseTo(1000 / 3.0, within(1e-11));
        assertThat(yearly(100, 0.8, FirstPayment.END_OF_FIRST_PERIOD_IF_RETAINED)
                        .value(TEN))
                .isCloseTo(800 / 3.0, within(1e-11));
    }

    /** Gupta and Lehmann (2003): the margin multiple r/(1+d-r) is about 4 at a retention of 90 % and a rate of 12 %. */
    @Test
    void thePublishedMarginMultiple() {
        assertThat(yearly(1, 0.9, FirstPayment.END_OF_FIRST_PERIOD_IF_RETAINED).value(DiscountRate.annual(0.12)))
                .isCloseTo(4.09, within(0.005));
        assertThat(yearly(1, 0.6, FirstPayment.END_OF_FIRST_PERIOD_IF_RETAINED).value(DiscountRate.annual(0.16)))
                .isCloseTo(1.07, within(0.005));
    }

    @Test
    void retentionEdges() {
        assertThat(yearly(100, 0, FirstPayment.NOW).value(NONE)).isEqualTo(100);
        assertThat(yearly(100, 0, FirstPayment.END_OF_FIRST_PERIOD_CERTAIN).value(TEN))
                .isCloseTo(100 / 1.1, within(1e-12));
        assertThat(yearly(100, 0, FirstPayment.END_OF_FIRST_PERIOD_IF_RETAINED).value(TEN))
                .isZero();
        assertThat(yearly(100, 1, FirstPayment.END_OF_FIRST_PERIOD_CERTAIN).value(TEN))
                .isCloseTo(1000, within(1e-10));
        assertThat(yearly(-100, 0.5, FirstPayment.NOW).value(NONE)).isEqualTo(-200);
        assertThat(yearly(100, 1, FirstPayment.NOW).value(NONE, Horizon.years(7)))
                .isEqualTo(700);
        assertThat(yearly(100, 1, FirstPayment.NOW).value(NONE, Horizon.years(0)))
                .isZero();
    }

    @Test
    void aValueWithoutBoundIsRefused() {
        for (FirstPayment firstPayment : FirstPayment.values()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> yearly(100, 1, firstPayment).value(NONE))
                    .withMessage(
                            "the value has no bound if no customer leaves and nothing is discounted: give a horizon");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SubscriptionFormula(10, 1, 0, PeriodUnit.MONTH).value(NONE));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> yearly(1e300, 1, FirstPayment.NOW).value(DiscountRate.annual(1e-20)));
    }

    @Test
    void aHorizonHoldsWholePayments() {
        RetentionFormula now = new RetentionFormula(1, 1, PeriodUnit.MONTH, FirstPayment.NOW);
        RetentionFormula end = new RetentionFormula(1, 1, PeriodUnit.MONTH, FirstPayment.END_OF_FIRST_PERIOD_CERTAIN);
        for (int years = 0; years <= 100; years++) {
            assertThat(now.value(NONE, Horizon.years(years))).isEqualTo(12 * years);
            assertThat(end.value(NONE, Horizon.years(years))).isEqualTo(12 * years);
        }
        assertThat(now.value(NONE, Horizon.months(2.5))).isEqualTo(3);
        assertThat(end.value(NONE, Horizon.months(2.5))).isEqualTo(2);
        assertThat(now.value(NONE, Horizon.days(1))).isEqualTo(1);
        assertThat(end.value(NONE, Horizon.days(30))).isZero();
    }

    @Test
    @SuppressWarnings("NullAway")
    void retentionRefusesWhatIsOutOfRange() {
        for (double bad : new double[] {-Double.MIN_VALUE, Math.nextUp(1.0), Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> yearly(1, bad, FirstPayment.NOW))
                    .withMessage("retention must be in [0, 1], but was " + bad);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> yearly(Double.POSITIVE_INFINITY, 0.5, FirstPayment.NOW))
                .withMessage("marginPerPeriod must be finite, but was Infinity");
        assertThatNullPointerException().isThrownBy(() -> yearly(1, 1, null)).withMessage("firstPayment");
        assertThatNullPointerException()
                .isThrownBy(() -> new RetentionFormula(1, 1, null, FirstPayment.NOW))
                .withMessage("period");
    }

    // ---- subscription

    @Test
    void subscriptionPaysInAdvance() {
        SubscriptionFormula formula = new SubscriptionFormula(20, 0.5, 0.04, PeriodUnit.MONTH);
        assertThat(formula.value(NONE)).isCloseTo(250, within(1e-10));
        assertThat(formula.expectedPayments()).hasValue(25);
        assertThat(formula.value(NONE, Horizon.months(1))).isCloseTo(10, within(1e-14));
        assertThat(formula.value(TEN)).isCloseTo(formula.asRetention().value(TEN), within(1e-9));
        assertThat(formula.asRetention().firstPayment()).isEqualTo(FirstPayment.NOW);
    }

    @Test
    void subscriptionEdges() {
        SubscriptionFormula loyal = new SubscriptionFormula(20, 0.5, 0, PeriodUnit.MONTH);
        assertThat(loyal.expectedPayments()).isEmpty();
        assertThat(loyal.value(NONE, Horizon.years(1))).isEqualTo(120);
        assertThat(new SubscriptionFormula(20, 0.5, 1, PeriodUnit.MONTH).value(TEN))
                .isEqualTo(10);
        assertThat(new SubscriptionFormula(20, 0.5, 1, PeriodUnit.MONTH).expectedPayments())
                .hasValue(1);
        assertThat(new SubscriptionFormula(20, 0.5, Double.MIN_VALUE, PeriodUnit.MONTH).expectedPayments())
                .isEmpty();
    }

    @Test
    void subscriptionTakesAMeasuredChurn() {
        Interval interval = new Interval(0, 1, 0.95);
        ChurnRate share = new ChurnRate(Denominator.AT_START, Horizon.months(2), new Estimate(0.19, interval));
        assertThat(SubscriptionFormula.of(20, 0.5, share, PeriodUnit.MONTH).churn())
                .isCloseTo(0.1, within(1e-15));
        ChurnRate hazard = new ChurnRate(Denominator.EXPOSURE, Horizon.months(2), new Estimate(0.2, interval));
        // Python: -math.expm1(-0.1) = 0.09516258196404044
        assertThat(SubscriptionFormula.of(20, 0.5, hazard, PeriodUnit.MONTH).churn())
                .isCloseTo(0.09516258196404044, within(1e-15));
    }

    @Test
    @SuppressWarnings("NullAway")
    void subscriptionRefusesWhatIsOutOfRange() {
        for (double bad : new double[] {-Double.MIN_VALUE, Math.nextUp(1.0), Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new SubscriptionFormula(1, bad, 0.1, PeriodUnit.MONTH))
                    .withMessage("margin must be in [0, 1], but was " + bad);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new SubscriptionFormula(1, 1, bad, PeriodUnit.MONTH))
                    .withMessage("churn must be in [0, 1], but was " + bad);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SubscriptionFormula(-1, 1, 0.1, PeriodUnit.MONTH))
                .withMessage("revenuePerPeriod must be in [0, inf), but was -1.0");
        assertThatNullPointerException()
                .isThrownBy(() -> new SubscriptionFormula(1, 1, 0.1, null))
                .withMessage("period");
    }
}
