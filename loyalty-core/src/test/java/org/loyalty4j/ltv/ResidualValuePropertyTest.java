package org.loyalty4j.ltv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.btyd.BgCnbd;
import org.loyalty4j.btyd.BgNbd;
import org.loyalty4j.btyd.GammaGamma;
import org.loyalty4j.btyd.MbgCnbd;
import org.loyalty4j.btyd.MbgNbd;
import org.loyalty4j.btyd.Nbd;
import org.loyalty4j.btyd.ParetoNbd;
import org.loyalty4j.btyd.PurchaseModel;
import org.loyalty4j.summary.RepeatHistory;

/** What must hold of a residual value under every model. */
class ResidualValuePropertyTest {
    private static final GammaGamma SPEND = new GammaGamma(6.25, 3.74, 15.44);
    private static final DiscountRate TEN_PERCENT = DiscountRate.annual(0.1);

    @Provide
    Arbitrary<PurchaseModel<?>> models() {
        return Arbitraries.of(
                new BgNbd(0.243, 4.414, 0.793, 2.426, PeriodUnit.WEEK),
                new MbgNbd(0.525, 6.183, 0.891, 1.614, PeriodUnit.WEEK),
                new ParetoNbd(0.553, 10.578, 0.606, 11.669, PeriodUnit.WEEK),
                new BgCnbd(2, 0.5, 3, 0.8, 2.4, PeriodUnit.WEEK),
                new MbgCnbd(3, 0.7, 4, 1, 2.4, PeriodUnit.WEEK),
                new Nbd(0.385, 12.07, PeriodUnit.WEEK));
    }

    @Provide
    Arbitrary<RepeatHistory> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.doubles().between(0.5, 150))
                .as((x, share, observed) ->
                        new RepeatHistory("c", x, x == 0 ? 0 : share * observed, observed, PeriodUnit.WEEK));
    }

    private static double value(PurchaseModel<?> model, RepeatHistory history, ValueTerms terms) {
        Double spend = history.repeatPurchases() == 0 ? null : 40.0;
        return ResidualValue.of(model, SPEND)
                .value(new ValueCase(history, spend, terms))
                .value();
    }

    @Property(tries = 60, seed = "1")
    void withoutDiscountItIsExpectedPurchasesTimesSpend(
            @ForAll("models") PurchaseModel<?> model,
            @ForAll("histories") RepeatHistory history,
            @ForAll @DoubleRange(min = 0, max = 300) double weeks) {
        Horizon horizon = Horizon.weeks(weeks);
        Double spend = history.repeatPurchases() == 0 ? null : 40.0;
        CustomerValue value = ResidualValue.of(model, SPEND)
                .value(new ValueCase(
                        history,
                        spend,
                        ValueTerms.within(horizon, DiscountRate.none()).withMargin(0.3)));

        double expected = model.expectedPurchases(history, horizon) * value.expectedSpend() * 0.3;
        assertThat(value.value()).isCloseTo(expected, within(1e-10 * expected));
    }

    @Property(tries = 40, seed = "1")
    void theUnitOfTheModelDoesNotMatter(
            @ForAll("models") PurchaseModel<?> model,
            @ForAll("histories") RepeatHistory history,
            @ForAll @DoubleRange(min = 0.1, max = 10) double years) {
        ValueTerms terms = ValueTerms.within(Horizon.years(years), TEN_PERCENT);
        double value = value(model, history, terms);

        for (PeriodUnit unit : List.of(PeriodUnit.DAY, PeriodUnit.MONTH, PeriodUnit.YEAR)) {
            assertThat(value(model.in(unit), history.in(unit), terms)).isCloseTo(value, within(1e-9 * value));
        }
    }

    @Property(tries = 40, seed = "1")
    void adjacentIntervalsAddUp(
            @ForAll("models") PurchaseModel<?> model,
            @ForAll("histories") RepeatHistory history,
            @ForAll @IntRange(min = 1, max = 12) int slices,
            @ForAll @DoubleRange(min = 1, max = 30) double weeks) {
        double sum = 0;
        for (int i = 0; i < slices; i++) {
            sum += model.expectedPurchases(history, Horizon.weeks(i * weeks), Horizon.weeks((i + 1) * weeks));
        }
        double whole = model.expectedPurchases(history, Horizon.weeks(slices * weeks));

        assertThat(sum).isCloseTo(whole, within(1e-10 * whole));
    }

    /**
     * Ever finer slices of time, each discounted from its middle, lead to the discounted purchases: by parts these are E(t)
     * exp(-d t) + d times the integral of E(u) exp(-d u), here by the rule of Romberg. The slices are finer near 0, where the
     * rate of purchases may change fast.
     */
    @Property(tries = 40, seed = "1")
    void slicesDiscountedAtTheirTimeAddUp(
            @ForAll("models") PurchaseModel<?> model,
            @ForAll("histories") RepeatHistory history,
            @ForAll @DoubleRange(min = 1, max = 300) double weeks) {
        DiscountRate rate = DiscountRate.annual(0.2);
        double d = rate.continuousPer(PeriodUnit.WEEK);
        // u = exp(v) - 1, du = exp(v) dv
        double integral = romberg(
                v -> model.expectedPurchases(history, Horizon.weeks(StrictMath.expm1(v)))
                        * StrictMath.exp(v - d * StrictMath.expm1(v)),
                StrictMath.log1p(weeks));
        double expected =
                model.expectedPurchases(history, Horizon.weeks(weeks)) * StrictMath.exp(-d * weeks) + d * integral;

        double discounted = model.discountedPurchases(history, Horizon.weeks(weeks), rate);

        assertThat(discounted).isCloseTo(expected, within(1e-9 * expected));
    }

    /** The integral over [0, end] from 2, 4, .. 128 slices. */
    private static double romberg(DoubleUnaryOperator function, double end) {
        double[] row = {end * (function.applyAsDouble(0) + function.applyAsDouble(end)) / 2};
        for (int level = 1; level <= 7; level++) {
            int slices = 1 << level;
            double width = end / slices;
            double middles = 0;
            for (int i = 1; i < slices; i += 2) {
                middles += function.applyAsDouble(i * width);
            }
            double[] next = new double[level + 1];
            next[0] = row[0] / 2 + width * middles;
            for (int order = 1; order <= level; order++) {
                next[order] = next[order - 1] + (next[order - 1] - row[order - 1]) / ((1L << (2 * order)) - 1);
            }
            row = next;
        }
        return row[row.length - 1];
    }

    @Property(tries = 40, seed = "1")
    void aLongHorizonApproachesForEver(
            @ForAll("models") PurchaseModel<?> model, @ForAll("histories") RepeatHistory history) {
        double forEver = value(model, history, ValueTerms.forEver(TEN_PERCENT));

        assertThat(value(model, history, ValueTerms.within(Horizon.years(400), TEN_PERCENT)))
                .isCloseTo(forEver, within(1e-8 * forEver));
    }
}
