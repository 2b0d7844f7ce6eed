package org.loyalty4j.ltv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Horizon;
import org.loyalty4j.Interval;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.btyd.BgBb;
import org.loyalty4j.btyd.Fit;
import org.loyalty4j.btyd.GammaGamma;
import org.loyalty4j.btyd.ModelFitter;
import org.loyalty4j.btyd.OpportunitySimulator;
import org.loyalty4j.btyd.SpendSimulator;
import org.loyalty4j.summary.OpportunityHistogram;
import org.loyalty4j.summary.OpportunityHistory;
import org.loyalty4j.summary.SpendHistogram;
import org.loyalty4j.summary.SpendHistory;

/** The donations of Fader, Hardie and Shang (2010): their parameters, and the sums behind them written out here. */
class OpportunityValueTest {
    private static final double ALPHA = 1.204;
    private static final double BETA = .750;
    private static final double GAMMA = .657;
    private static final double DELTA = 2.783;
    private static final BgBb DONORS = new BgBb(ALPHA, BETA, GAMMA, DELTA, PeriodUnit.YEAR);
    private static final GammaGamma SPEND = new GammaGamma(6.25, 3.74, 15.44);
    private static final DiscountRate TEN_PERCENT = DiscountRate.annual(0.1);
    private static final ValueTerms FIVE_YEARS = ValueTerms.within(Horizon.years(5), TEN_PERCENT);
    private static final OpportunityHistory FAITHFUL = new OpportunityHistory("faithful", 6, 6, 6);
    private static final OpportunityHistory SILENT = new OpportunityHistory("silent", 3, 4, 6);
    private static final OpportunityHistory NEVER = new OpportunityHistory("never", 0, 0, 6);

    /** 1 / (1 + what is left of the likelihood if the donor dropped out at t_x + 1, .. n), by ratios of beta functions. */
    private static double alive(OpportunityHistory h) {
        int x = h.transactions();
        int n = h.opportunities();
        double odds = 0;
        for (int m = h.lastTransactionAt(); m < n; m++) {
            double ratio = GAMMA / (GAMMA + DELTA + m); // B(gamma + 1, delta + m) / B(gamma, delta + m)
            for (int j = m; j < n; j++) {
                ratio *= (GAMMA + DELTA + j) / (DELTA + j); // B(gamma, delta + j) / B(gamma, delta + j + 1)
                ratio *= (ALPHA + BETA + j)
                        / (BETA + j - x); // B(alpha + x, beta + j - x) / B(alpha + x, beta + j - x + 1)
            }
            odds += ratio;
        }
        return 1 / (1 + odds);
    }

    private static double discounted(OpportunityHistory h, int opportunities) {
        int n = h.opportunities();
        double sum = 0;
        double survives = 1;
        double factor = 1;
        for (int k = 1; k <= opportunities; k++) {
            survives *= (DELTA + n + k - 1) / (GAMMA + DELTA + n + k - 1);
            factor /= 1.1;
            sum += survives * factor;
        }
        return alive(h) * (ALPHA + h.transactions()) / (ALPHA + BETA + n) * sum;
    }

    @Test
    void isDiscountedTransactionsTimesSpendTimesMargin() {
        OpportunityValue procedure = OpportunityValue.of(DONORS, SPEND);
        for (OpportunityHistory history : List.of(FAITHFUL, SILENT, NEVER)) {
            Double spend = history.transactions() == 0 ? null : 30.0;
            CustomerValue value = procedure.value(new OpportunityCase(history, spend, FIVE_YEARS.withMargin(0.25)));
            CustomerValue forEver =
                    procedure.value(new OpportunityCase(history, spend, ValueTerms.forEver(TEN_PERCENT)));

            assertThat(value.discountedPurchases()).isCloseTo(discounted(history, 5), within(1e-12));
            assertThat(forEver.discountedPurchases()).isCloseTo(discounted(history, 500), within(1e-11));
            int x = history.transactions();
            // p (gamma + m x) / (p x + q - 1), by hand
            assertThat(value.expectedSpend()).isCloseTo(6.25 * (15.44 + 30 * x) / (6.25 * x + 2.74), within(1e-12));
            assertThat(value.value()).isEqualTo(value.discountedPurchases() * value.expectedSpend() * 0.25);
            assertThat(value.interval()).isNull();
            assertThat(value.customerId()).isEqualTo(history.customerId());
        }
    }

    @Test
    void aHorizonCountsTheOpportunitiesWithinIt() {
        OpportunityValue procedure = OpportunityValue.of(DONORS, SPEND);
        for (Horizon horizon : List.of(Horizon.years(2.9), Horizon.months(24), Horizon.years(2))) {
            assertThat(procedure
                            .value(new OpportunityCase(SILENT, 30.0, ValueTerms.within(horizon, TEN_PERCENT)))
                            .discountedPurchases())
                    .isCloseTo(discounted(SILENT, 2), within(1e-12));
        }
        assertThat(procedure
                        .value(new OpportunityCase(SILENT, 30.0, ValueTerms.within(Horizon.days(364), TEN_PERCENT)))
                        .value())
                .isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> procedure.value(
                        new OpportunityCase(SILENT, 30.0, ValueTerms.within(Horizon.years(3e9), TEN_PERCENT))))
                .withMessage("opportunities must be in [0, 2147483647], but was 3.0E9");
    }

    @Test
    void manyCustomersAtOnceHaveTheValueOfEachAlone() {
        OpportunityValue procedure = OpportunityValue.of(DONORS, SPEND);
        List<OpportunityCase> cases = List.of(
                new OpportunityCase(SILENT, 30.0, FIVE_YEARS),
                new OpportunityCase(new OpportunityHistory("twin", 3, 4, 6), 50.0, FIVE_YEARS),
                new OpportunityCase(new OpportunityHistory("cautious", 3, 4, 6), 30.0, FIVE_YEARS.withMargin(0.1)),
                new OpportunityCase(NEVER, null, FIVE_YEARS));

        List<CustomerValue> values = procedure.values(cases);

        for (int i = 0; i < cases.size(); i++) {
            assertThat(values.get(i)).isEqualTo(procedure.value(cases.get(i)));
        }
    }

    @Test
    void refusesWhatHasNoValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpportunityValue.of(DONORS, SPEND)
                        .value(new OpportunityCase(SILENT, 30.0, ValueTerms.forEver(DiscountRate.none()))))
                .withMessageStartingWith("the value for ever has no bound under BgBb")
                .withMessageEndingWith("give a horizon or a rate above 0");
        OpportunityValue heavyTail = OpportunityValue.of(DONORS, new GammaGamma(2, 0.8, 10));
        OpportunityCase unknown = new OpportunityCase(NEVER, null, FIVE_YEARS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> heavyTail.value(unknown))
                .withMessageEndingWith("use withMedianSpend()");
        assertThat(heavyTail.withMedianSpend().value(unknown).expectedSpend())
                .isEqualTo(new GammaGamma(2, 0.8, 10).medianSpend());
        assertThat(heavyTail
                        .withMedianSpend()
                        .value(new OpportunityCase(SILENT, 30.0, FIVE_YEARS))
                        .expectedSpend())
                .isEqualTo(new GammaGamma(2, 0.8, 10).spendQuantile(new SpendHistory("silent", 3, 30), 0.5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpportunityCase(NEVER, 30.0, FIVE_YEARS))
                .withMessage("meanSpend must be null without transactions, but was 30.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpportunityCase(SILENT, Double.NaN, FIVE_YEARS))
                .withMessage("meanSpend must be in (0, inf), but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpportunityValue.of(DONORS, SPEND).withConfidence(0))
                .withMessage("confidence must be in (0, 1), but was 0.0");
    }

    @Test
    void fitsBringIntervals() {
        List<OpportunityHistory> histories = OpportunitySimulator.of(DONORS, 3).newCustomers(2000, 6).stream()
                .map(donor -> donor.history("donor"))
                .toList();
        Fit<BgBb> donors = ModelFitter.bgBb(PeriodUnit.YEAR).fit(OpportunityHistogram.of(histories));
        SpendSimulator amounts = SpendSimulator.of(SPEND, 3);
        List<SpendHistory> spends = IntStream.range(0, 2000)
                .mapToObj(i -> new SpendHistory("s" + i, 1, amounts.newCustomer(i, 1)[0]))
                .toList();
        Fit<GammaGamma> spend = ModelFitter.gammaGamma().fit(SpendHistogram.of(spends));
        OpportunityCase customer = new OpportunityCase(SILENT, 30.0, FIVE_YEARS);

        CustomerValue value =
                OpportunityValue.of(donors, spend).withConfidence(0.9).value(customer);

        double relative = 0;
        relative += square(donors.standardError(m -> m.discountedTransactions(SILENT, 5, TEN_PERCENT))
                        .orElseThrow()
                / value.discountedPurchases());
        relative += square(spend.standardError(m -> m.p() * (m.gamma() + 90) / (3 * m.p() + m.q() - 1))
                        .orElseThrow()
                / value.expectedSpend());
        double factor = StrictMath.exp(1.6448536269514722 * Math.sqrt(relative));
        Interval interval = Objects.requireNonNull(value.interval());
        assertThat(interval.upper()).isCloseTo(value.value() * factor, within(1e-8));
        assertThat(interval.lower()).isCloseTo(value.value() / factor, within(1e-8));
    }

    private static double square(double number) {
        return number * number;
    }

    /** The mean of the simulated futures is the expected value, computed without simulation. */
    @Test
    void theSimulationAveragesToTheExpectedValue() {
        for (OpportunityCase customer : List.of(
                new OpportunityCase(SILENT, 30.0, FIVE_YEARS),
                new OpportunityCase(NEVER, null, FIVE_YEARS.withMargin(0.5)))) {
            double[] values = OpportunityValueSimulation.of(DONORS, SPEND, 11)
                    .withDraws(20_000)
                    .values(customer);
            double mean = 0;
            double squares = 0;
            for (double value : values) {
                mean += value / values.length;
                squares += value * value / values.length;
            }
            double standardError = Math.sqrt((squares - mean * mean) / values.length);

            assertThat(mean)
                    .isCloseTo(
                            OpportunityValue.of(DONORS, SPEND).value(customer).value(), within(4 * standardError));
        }
    }

    @Test
    void predictiveIntervalsAreWideAndAddUpSlowly() {
        OpportunityValueSimulation simulation = OpportunityValueSimulation.of(DONORS, SPEND, 3);
        OpportunityCase customer = new OpportunityCase(SILENT, 30.0, FIVE_YEARS);
        Interval one = simulation.interval(customer, 0.95);

        assertThat(one.lower()).isZero();
        assertThat(one.upper())
                .isGreaterThan(
                        OpportunityValue.of(DONORS, SPEND).value(customer).value());
        List<OpportunityCase> four = List.of("a", "b", "c", "d").stream()
                .map(id -> new OpportunityCase(new OpportunityHistory(id, 3, 4, 6), 30.0, FIVE_YEARS))
                .toList();
        assertThat(simulation.totalInterval(four, 0.95).width()).isLessThan(3 * one.width());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulation.values(new OpportunityCase(SILENT, 30.0, ValueTerms.forEver(TEN_PERCENT))))
                .withMessage("a simulated value needs a horizon, but it was for ever");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulation.withDraws(19).interval(customer, 0.99))
                .withMessage("draws must be in [199, inf) for a confidence of 0.99, but was 19");
    }
}
