package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.WeightedHistory;

/** What a fit does not depend on. */
class FitPropertyTest {
    private static final int CUSTOMERS = 300;

    private static List<WeightedHistory> rows(double r, double a, int seed) {
        return FitSamples.rows(new MbgNbd(r, 10 * r, a, 2, PeriodUnit.WEEK), CUSTOMERS, seed);
    }

    private static <M extends PurchaseModel<M>> void assertSame(Fit<M> fit, Fit<M> other, double weights) {
        assertThat(other.status()).isEqualTo(fit.status());
        assertThat(other.logLikelihood()).isCloseTo(weights * fit.logLikelihood(), within(1e-9 * CUSTOMERS * weights));
        Assume.that(fit.status() == FitStatus.CONVERGED);
        double[] expected = fit.model().values();
        double[] actual = other.model().in(fit.model().unit()).values();
        for (int i = 0; i < expected.length; i++) {
            double error = fit.covariance().orElseThrow().standardError(i);
            assertThat(StrictMath.log(actual[i] / expected[i])).isCloseTo(0, within(1e-8 * (1 + error)));
            assertThat(other.covariance().orElseThrow().standardError(i) * Math.sqrt(weights))
                    .isCloseTo(error, within(1e-6 * error * (1 + error)));
        }
    }

    @Property(tries = 12, seed = "1")
    void theOrderOfTheRows(
            @ForAll @DoubleRange(min = 0.3, max = 2) double r,
            @ForAll @DoubleRange(min = 0.3, max = 2) double a,
            @ForAll @IntRange(max = 1000) int seed) {
        List<WeightedHistory> rows = rows(r, a, seed);
        Fit<BgNbd> fit = ModelFitter.bgNbd().fit(RepeatHistogram.of(rows, PeriodUnit.WEEK));
        List<WeightedHistory> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(ModelFitter.bgNbd().fit(RepeatHistogram.of(shuffled, PeriodUnit.WEEK)))
                .isEqualTo(fit);
    }

    @Property(tries = 12, seed = "1")
    void everyCustomerTwice(
            @ForAll @DoubleRange(min = 0.3, max = 2) double r,
            @ForAll @DoubleRange(min = 0.3, max = 2) double a,
            @ForAll @IntRange(max = 1000) int seed) {
        RepeatHistogram once = RepeatHistogram.of(rows(r, a, seed), PeriodUnit.WEEK);
        assertSame(ModelFitter.mbgNbd().fit(once), ModelFitter.mbgNbd().fit(once.plus(once)), 2);
        assertSame(ModelFitter.nbd().fit(once), ModelFitter.nbd().fit(once.plus(once)), 2);
    }

    @Property(tries = 12, seed = "1")
    void theUnitOfTime(
            @ForAll @DoubleRange(min = 0.3, max = 2) double r,
            @ForAll @DoubleRange(min = 0.3, max = 2) double a,
            @ForAll @IntRange(max = 1000) int seed) {
        RepeatHistogram weeks = RepeatHistogram.of(rows(r, a, seed), PeriodUnit.WEEK);
        for (PeriodUnit unit : List.of(PeriodUnit.DAY, PeriodUnit.YEAR)) {
            assertUnit(ModelFitter.bgNbd(), weeks, unit);
            assertUnit(ModelFitter.nbd(), weeks, unit);
        }
    }

    private static <M extends PurchaseModel<M>> void assertUnit(
            ModelFitter<M, RepeatHistogram> fitter, RepeatHistogram weeks, PeriodUnit unit) {
        Fit<M> fit = fitter.fit(weeks);
        Fit<M> converted = fitter.fit(weeks.in(unit));
        // A density per day is a seventh of one per week: once for each repeat purchase.
        double purchases = 0;
        for (WeightedHistory h : weeks) {
            purchases += h.weight() * h.repeatPurchases();
        }
        double shift = purchases * StrictMath.log(PeriodUnit.WEEK.convert(1, unit));
        assertThat(converted.logLikelihood() + shift).isCloseTo(fit.logLikelihood(), within(1e-8 * CUSTOMERS));
        assertThat(converted.status()).isEqualTo(fit.status());
        if (fit.status() == FitStatus.CONVERGED) {
            double[] expected = fit.model().values();
            double[] actual = converted.model().in(PeriodUnit.WEEK).values();
            for (int i = 0; i < expected.length; i++) {
                assertThat(StrictMath.log(actual[i] / expected[i])).isCloseTo(0, within(1e-7));
            }
        }
    }

    @Property(tries = 8, seed = "1")
    void aRicherModelFitsNoWorse(
            @ForAll @DoubleRange(min = 0.3, max = 2) double r,
            @ForAll @DoubleRange(min = 0.3, max = 2) double a,
            @ForAll @IntRange(max = 1000) int seed) {
        RepeatHistogram data = RepeatHistogram.of(rows(r, a, seed), PeriodUnit.WEEK);
        Fit<Nbd> nbd = ModelFitter.nbd().fit(data);
        assertThat(LikelihoodRatio.of(nbd, ModelFitter.bgNbd().fit(data)).pValue())
                .isBetween(0.0, 1.0);
        assertThat(LikelihoodRatio.of(nbd, ModelFitter.paretoNbd().fit(data)).pValue())
                .isBetween(0.0, 1.0);
    }
}
