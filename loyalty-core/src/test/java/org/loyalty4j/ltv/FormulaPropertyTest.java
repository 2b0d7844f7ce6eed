package org.loyalty4j.ltv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;

/** The closed forms against the sums they stand for, written out payment by payment. */
class FormulaPropertyTest {

    /** What the k-th payment (from 1) is worth: the chance that it comes, and its wait. */
    private static double payment(RetentionFormula f, double annualRate, int k) {
        int waits = f.firstPayment() == FirstPayment.NOW ? k - 1 : k;
        int renewals = f.firstPayment() == FirstPayment.END_OF_FIRST_PERIOD_IF_RETAINED ? k : k - 1;
        double years = waits * f.period().days() / 365.25;
        return f.marginPerPeriod() * StrictMath.pow(f.retention(), renewals) / StrictMath.pow(1 + annualRate, years);
    }

    @Property(seed = "1")
    void aHorizonIsTheSumOfItsPayments(
            @ForAll @DoubleRange(max = 1) double retention,
            @ForAll @DoubleRange(max = 1) double annualRate,
            @ForAll FirstPayment firstPayment,
            @ForAll PeriodUnit period,
            @ForAll @IntRange(max = 120) int payments) {
        RetentionFormula formula = new RetentionFormula(100, retention, period, firstPayment);
        double sum = 0;
        for (int k = 1; k <= payments; k++) {
            sum += payment(formula, annualRate, k);
        }
        assertThat(formula.value(DiscountRate.annual(annualRate), new Horizon(payments, period)))
                .isCloseTo(sum, within(1e-9 * Math.max(1, sum)));
    }

    @Property(seed = "1")
    void withoutEndIsTheSumOfAllPayments(
            @ForAll @DoubleRange(max = 0.95) double retention,
            @ForAll @DoubleRange(max = 1) double annualRate,
            @ForAll FirstPayment firstPayment,
            @ForAll PeriodUnit period) {
        RetentionFormula formula = new RetentionFormula(100, retention, period, firstPayment);
        double sum = 0;
        for (int k = 1; k <= 1000; k++) {
            sum += payment(formula, annualRate, k);
        }
        assertThat(formula.value(DiscountRate.annual(annualRate))).isCloseTo(sum, within(1e-9 * Math.max(1, sum)));
    }

    @Property(seed = "1")
    void aLongHorizonApproachesNoEnd(
            @ForAll @DoubleRange(max = 0.99) double retention, @ForAll FirstPayment firstPayment) {
        RetentionFormula formula = new RetentionFormula(100, retention, PeriodUnit.MONTH, firstPayment);
        DiscountRate rate = DiscountRate.annual(0.1);
        double endless = formula.value(rate);
        assertThat(formula.value(rate, Horizon.months(5000))).isCloseTo(endless, within(1e-9 * Math.max(1, endless)));
        assertThat(formula.value(rate, Horizon.months(12))).isLessThanOrEqualTo(endless * (1 + 1e-12));
    }

    @Property(seed = "1")
    void aSubscriptionIsTheSumOfItsPayments(
            @ForAll @DoubleRange(min = 0.01, max = 1) double churn,
            @ForAll @DoubleRange(max = 1) double margin,
            @ForAll @DoubleRange(max = 1) double annualRate,
            @ForAll @IntRange(max = 60) int payments) {
        SubscriptionFormula formula = new SubscriptionFormula(20, margin, churn, PeriodUnit.MONTH);
        double sum = 0;
        for (int k = 0; k < payments; k++) {
            sum += 20 * margin * StrictMath.pow(1 - churn, k) / StrictMath.pow(1 + annualRate, k / 12.0);
        }
        DiscountRate rate = DiscountRate.annual(annualRate);
        assertThat(formula.value(rate, Horizon.months(payments))).isCloseTo(sum, within(1e-9));
        assertThat(formula.value(rate)).isCloseTo(formula.asRetention().value(rate), within(1e-8));
    }

    @Property(seed = "1")
    void evenOrdersAreTheLimitOfManySmallOnes(
            @ForAll @DoubleRange(max = 1) double annualRate,
            @ForAll @DoubleRange(max = 20) double lifespanYears,
            @ForAll @DoubleRange(max = 30) double horizonYears) {
        OrderValueFormula formula = new OrderValueFormula(50, 4, 0.3, lifespanYears);
        int steps = 2000;
        double years = Math.min(lifespanYears, horizonYears);
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            sum += 60 * years / steps * StrictMath.pow(1 + annualRate, -years * (i + 0.5) / steps);
        }
        assertThat(formula.value(DiscountRate.annual(annualRate), Horizon.years(horizonYears)))
                .isCloseTo(sum, within(1e-4 * Math.max(1, sum)));
    }

    @Property(seed = "1")
    void aYearIsAYearInAnyUnit(
            @ForAll @DoubleRange(max = 1) double retention, @ForAll @DoubleRange(max = 1) double annualRate) {
        RetentionFormula formula = new RetentionFormula(100, retention, PeriodUnit.MONTH, FirstPayment.NOW);
        DiscountRate rate = DiscountRate.annual(annualRate);
        double inYears = formula.value(rate, Horizon.years(3));
        assertThat(formula.value(rate, Horizon.months(36))).isEqualTo(inYears);
        assertThat(formula.value(rate, Horizon.days(3 * 365.25))).isEqualTo(inYears);
    }

    @Property(seed = "1")
    void theCostIsCoveredAtThePaybackAndNotBefore(
            @ForAll @DoubleRange(min = 1, max = 2000) double cost,
            @ForAll @DoubleRange(min = 0.5, max = 1) double retention,
            @ForAll @DoubleRange(max = 1) double annualRate,
            @ForAll FirstPayment firstPayment) {
        RetentionFormula customer = new RetentionFormula(25, retention, PeriodUnit.MONTH, firstPayment);
        Optional<Horizon> payback = new UnitEconomics(new AcquisitionCost(cost, 1), customer)
                .paybackDiscounted(DiscountRate.annual(annualRate));
        double sum = 0;
        int needed = 0;
        while (sum < cost * (1 - 1e-12) && needed < 5000) {
            needed++;
            sum += payment(customer, annualRate, needed);
        }
        if (needed == 5000) {
            assertThat(payback).isEmpty();
        } else {
            int at = firstPayment == FirstPayment.NOW ? needed - 1 : needed;
            assertThat(payback).contains(Horizon.months(at));
        }
    }
}
