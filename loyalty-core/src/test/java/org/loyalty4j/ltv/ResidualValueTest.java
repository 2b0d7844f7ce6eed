package org.loyalty4j.ltv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Horizon;
import org.loyalty4j.Interval;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.btyd.Fit;
import org.loyalty4j.btyd.FitStatus;
import org.loyalty4j.btyd.GammaGamma;
import org.loyalty4j.btyd.LogNormalPrior;
import org.loyalty4j.btyd.ModelFitter;
import org.loyalty4j.btyd.Nbd;
import org.loyalty4j.btyd.ParetoNbd;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.RepeatHistory;

class ResidualValueTest {
    private static final ParetoNbd PURCHASES = ValueSamples.PURCHASES;
    private static final GammaGamma SPEND = ValueSamples.SPEND;
    private static final DiscountRate TEN_PERCENT = DiscountRate.annual(0.1);
    private static final ValueTerms YEAR = ValueTerms.within(Horizon.years(1), TEN_PERCENT);
    private static final RepeatHistory HISTORY = new RepeatHistory("a", 2, 30.43, 38.86, PeriodUnit.WEEK);
    private static final RepeatHistory ONE_TIMER = new RepeatHistory("b", 0, 0, 38.86, PeriodUnit.WEEK);

    @Test
    void isPurchasesTimesSpendTimesMargin() {
        CustomerValue value =
                ResidualValue.of(PURCHASES, SPEND).value(new ValueCase(HISTORY, 30.0, YEAR.withMargin(0.25)));

        assertThat(value.discountedPurchases())
                .isEqualTo(PURCHASES.discountedPurchases(HISTORY, Horizon.years(1), TEN_PERCENT));
        // p (gamma + m x) / (p x + q - 1), by hand
        assertThat(value.expectedSpend()).isCloseTo(6.25 * (15.44 + 60) / (12.5 + 2.74), within(1e-12));
        assertThat(value.value()).isEqualTo(value.discountedPurchases() * value.expectedSpend() * 0.25);
        assertThat(value.interval()).isNull();
    }

    @Test
    void aOneTimeBuyerIsExpectedToSpendAsTheBaseDoes() {
        CustomerValue value = ResidualValue.of(PURCHASES, SPEND).value(new ValueCase(ONE_TIMER, null, YEAR));

        assertThat(value.expectedSpend()).isCloseTo(6.25 * 15.44 / 2.74, within(1e-12));
    }

    @Test
    void termsMayDifferBetweenCustomers() {
        ResidualValue procedure = ResidualValue.of(PURCHASES, SPEND);
        ValueCase cautious =
                new ValueCase(HISTORY, 30.0, ValueTerms.within(Horizon.years(1), DiscountRate.annual(0.5)));
        List<CustomerValue> values = procedure.values(List.of(new ValueCase(HISTORY, 30.0, YEAR), cautious));

        assertThat(values.get(0)).isEqualTo(procedure.value(new ValueCase(HISTORY, 30.0, YEAR)));
        assertThat(values.get(1).value()).isLessThan(values.get(0).value());
    }

    @Test
    void whereTheMeanSpendIsUndefinedTheMedianServes() {
        ResidualValue heavyTail = ResidualValue.of(PURCHASES, new GammaGamma(2, 0.8, 10));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> heavyTail.value(new ValueCase(ONE_TIMER, null, YEAR)))
                .withMessage("the expected spend of a customer with 0 repeat purchases is undefined under"
                        + " GammaGamma[p=2.0, q=0.8, gamma=10.0], since p x + q <= 1: use withMedianSpend()");
        assertThat(heavyTail
                        .withMedianSpend()
                        .value(new ValueCase(ONE_TIMER, null, YEAR))
                        .expectedSpend())
                .isEqualTo(new GammaGamma(2, 0.8, 10).medianSpend());
    }

    @Test
    void valueForEverNeedsABound() {
        ResidualValue neverLeaving = ResidualValue.of(new Nbd(0.4, 12, PeriodUnit.WEEK), SPEND);

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        neverLeaving.value(new ValueCase(ONE_TIMER, null, ValueTerms.forEver(DiscountRate.none()))))
                .withMessageStartingWith("the value for ever has no bound under Nbd")
                .withMessageEndingWith("give a horizon or a rate above 0");
    }

    @Test
    void refusesSpendWithoutARepeatPurchaseAndMarginsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ValueCase(ONE_TIMER, 30.0, YEAR))
                .withMessage("meanRepeatSpend must be null without repeat purchases, but was 30.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ValueCase(HISTORY, 0.0, YEAR))
                .withMessage("meanRepeatSpend must be in (0, inf), but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> YEAR.withMargin(Double.NaN))
                .withMessage("margin must be in [0, 1], but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResidualValue.of(PURCHASES, SPEND).withConfidence(1))
                .withMessage("confidence must be in (0, 1), but was 1.0");
    }

    @Test
    void fitsBringIntervalsAndTheBulkAnswerIsThatOfEachCustomer() {
        PurchaseSummaries base = ValueSamples.base();
        Fit<ParetoNbd> purchases = ModelFitter.paretoNbd()
                .fit(base.repeatHistories(PeriodUnit.WEEK).histogram());
        Fit<GammaGamma> spend =
                ModelFitter.gammaGamma().fit(base.spendHistories().histogram());
        ResidualValue procedure = ResidualValue.of(purchases, spend);

        CustomerValues values = procedure.values(base, YEAR);

        assertThat(values).hasSize(400);
        for (int i = 0; i < 400; i += 57) {
            CustomerValue alone =
                    procedure.value(ValueCase.of(base.get(i), YEAR).orElseThrow());
            assertThat(values.get(i)).isEqualTo(alone);
            Interval interval = Objects.requireNonNull(alone.interval());
            assertThat(interval.contains(alone.value())).isTrue();
            assertThat(interval.width()).isPositive();
        }
        assertThat(values.total())
                .isCloseTo(values.stream().mapToDouble(CustomerValue::value).sum(), within(1e-9 * values.total()));
    }

    /** The variance of ln(value) put together here from the parts, by differences of another size than the library's. */
    @Test
    void theIntervalIsThatOfTheDeltaMethod() {
        PurchaseSummaries base = ValueSamples.base();
        Fit<ParetoNbd> purchases = ModelFitter.paretoNbd()
                .fit(base.repeatHistories(PeriodUnit.WEEK).histogram());
        Fit<GammaGamma> spend =
                ModelFitter.gammaGamma().fit(base.spendHistories().histogram());
        CustomerValue value =
                ResidualValue.of(purchases, spend).withConfidence(0.9).value(new ValueCase(HISTORY, 30.0, YEAR));
        double purchaseError = purchases
                        .standardError(m -> m.discountedPurchases(HISTORY, Horizon.years(1), TEN_PERCENT))
                        .orElseThrow()
                / value.discountedPurchases();
        double spendError = spend.standardError(m -> m.p() * (m.gamma() + 60) / (2 * m.p() + m.q() - 1))
                        .orElseThrow()
                / value.expectedSpend();
        double factor =
                StrictMath.exp(1.6448536269514722 * Math.sqrt(purchaseError * purchaseError + spendError * spendError));

        Interval interval = Objects.requireNonNull(value.interval());
        assertThat(interval.upper()).isCloseTo(value.value() * factor, within(1e-8));
        assertThat(interval.lower()).isCloseTo(value.value() / factor, within(1e-8));
    }

    /** The mean of the simulated futures is the expected value, computed without simulation. */
    @Test
    void theSimulationAveragesToTheExpectedValue() {
        for (ValueCase customer :
                List.of(new ValueCase(HISTORY, 30.0, YEAR), new ValueCase(ONE_TIMER, null, YEAR.withMargin(0.5)))) {
            double[] values =
                    ValueSimulation.of(PURCHASES, SPEND, 11).withDraws(20_000).values(customer);
            double mean = 0;
            double squares = 0;
            for (double value : values) {
                mean += value / values.length;
                squares += value * value / values.length;
            }
            double standardError = Math.sqrt((squares - mean * mean) / values.length);

            assertThat(mean)
                    .isCloseTo(
                            ResidualValue.of(PURCHASES, SPEND).value(customer).value(), within(4 * standardError));
        }
    }

    @Test
    void predictiveIntervalsAreWideAndAddUpSlowly() {
        ValueSimulation simulation = ValueSimulation.of(PURCHASES, SPEND, 3);
        ValueCase customer = new ValueCase(HISTORY, 30.0, YEAR);
        Interval one = simulation.interval(customer, 0.95);

        assertThat(one.lower()).isZero();
        assertThat(one.upper())
                .isGreaterThan(
                        2 * ResidualValue.of(PURCHASES, SPEND).value(customer).value());
        List<ValueCase> four = List.of("a", "b", "c", "d").stream()
                .map(id -> new ValueCase(new RepeatHistory(id, 2, 30.43, 38.86, PeriodUnit.WEEK), 30.0, YEAR))
                .toList();
        // Independent customers: the width grows with the root of their number.
        assertThat(simulation.totalInterval(four, 0.95).width()).isLessThan(3 * one.width());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulation.values(new ValueCase(HISTORY, 30.0, ValueTerms.forEver(TEN_PERCENT))))
                .withMessage("a simulated value needs a horizon, but it was for ever");
    }

    /** At s = 1 the purchases for ever have no bound without discount; a step of the delta method away from it, s is below. */
    @Test
    void thereIsNoIntervalNextToParametersWithoutABound() {
        Fit<ParetoNbd> purchases = ModelFitter.paretoNbd()
                .withPrior(LogNormalPrior.in(PeriodUnit.WEEK).with("s", 1.00005, 1e-6))
                .fit(ValueSamples.base().repeatHistories(PeriodUnit.WEEK).histogram());
        Fit<GammaGamma> spend = ModelFitter.gammaGamma()
                .fit(ValueSamples.base().spendHistories().histogram());
        assertThat(purchases.status()).isEqualTo(FitStatus.CONVERGED);
        assertThat(purchases.model().s()).isBetween(1.0, 1.00009);
        ValueCase forEver = new ValueCase(HISTORY, 30.0, ValueTerms.forEver(DiscountRate.none()));

        CustomerValue value = ResidualValue.of(purchases, spend).value(forEver);

        assertThat(value.value()).isPositive();
        assertThat(value.interval()).isNull();
        assertThat(ResidualValue.of(purchases, spend)
                        .value(new ValueCase(HISTORY, 30.0, ValueTerms.forEver(TEN_PERCENT)))
                        .interval())
                .isNotNull();
    }

    @Test
    void thereIsNoIntervalNextToASpendWithoutMean() {
        PurchaseSummaries base = ValueSamples.base(new GammaGamma(3, 1, 10));
        Fit<ParetoNbd> purchases = ModelFitter.paretoNbd()
                .fit(base.repeatHistories(PeriodUnit.WEEK).histogram());
        Fit<GammaGamma> spend = ModelFitter.gammaGamma()
                .withPrior(LogNormalPrior.in(PeriodUnit.WEEK).with("q", 1.00005, 1e-5))
                .fit(base.spendHistories().histogram());
        assertThat(spend.status()).isEqualTo(FitStatus.CONVERGED);
        ResidualValue procedure = ResidualValue.of(purchases, spend);

        assertThat(procedure.value(new ValueCase(ONE_TIMER, null, YEAR)).interval())
                .isNull();
        assertThat(procedure.value(new ValueCase(HISTORY, 30.0, YEAR)).interval())
                .isNotNull();
        CustomerValues values = procedure.values(base, YEAR);
        for (int buyer = 0; buyer < values.size(); buyer++) {
            boolean hasSpend = base.get(buyer).meanRepeatSpend().isPresent();
            assertThat(values.get(buyer).interval() != null).isEqualTo(hasSpend);
        }
        assertThat(spend.standardError(m -> m.expectedSpend().orElse(Double.NaN)))
                .isEmpty();
        assertThat(spend.estimate(m -> m.expectedSpend().orElse(Double.NaN), 0.9))
                .isEmpty();
    }

    /** Values in bulk ask the model once for each distinct history, its fit nine times: four parameters, two sides, itself. */
    @Test
    void equalHistoriesAreComputedOnce() {
        List<ValueCase> cases = IntStream.range(0, 50)
                .mapToObj(i ->
                        new ValueCase(new RepeatHistory("c" + i, 2, 30.43, 38.86, PeriodUnit.WEEK), 30.0 + i, YEAR))
                .toList();
        List<CustomerValue> values = ResidualValue.of(PURCHASES, SPEND).values(cases);

        for (int i = 0; i < cases.size(); i++) {
            assertThat(values.get(i))
                    .isEqualTo(ResidualValue.of(PURCHASES, SPEND).value(cases.get(i)));
        }
        List<Double> asked = new ArrayList<>();
        ModelFitter<ParetoNbd, RepeatHistogram> fitter = ModelFitter.paretoNbd();
        Fit<ParetoNbd> fit =
                fitter.fit(ValueSamples.base().repeatHistories(PeriodUnit.WEEK).histogram());
        Uncertain purchases = new ModelPart<>(fit.model(), fit)
                .at(
                        model -> {
                            asked.add(model.r());
                            return model.discountedPurchases(HISTORY, Horizon.years(1), TEN_PERCENT);
                        },
                        true);
        assertThat(asked).hasSize(9);
        assertThat(purchases.logVariance()).isPositive();
    }
}
