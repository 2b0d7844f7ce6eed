package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.summary.OpportunityHistogram;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.RepeatHistory;
import org.loyalty4j.summary.SpendHistogram;
import org.loyalty4j.summary.WeightedHistory;
import org.loyalty4j.summary.WeightedOpportunityHistory;
import org.loyalty4j.summary.WeightedSpendHistory;

/** Data that determine no model end with a status and a model that answers. */
class DegenerateDataTest {
    private static final Horizon YEAR = Horizon.weeks(52);

    static Stream<Arguments> everyFitterOnEveryOddity() {
        Map<String, RepeatHistogram> oddities = new LinkedHashMap<>();
        oddities.put(
                "no repeaters", FitSamples.weeks(new WeightedHistory(0, 0, 20, 50), new WeightedHistory(0, 0, 40, 50)));
        oddities.put(
                "nobody churns",
                FitSamples.weeks(
                        new WeightedHistory(2, 40, 40, 30),
                        new WeightedHistory(5, 39.5, 40, 40),
                        new WeightedHistory(11, 39.9, 40, 30)));
        oddities.put("everybody buys once a week", FitSamples.weeks(new WeightedHistory(40, 40, 40, 100)));
        oddities.put("one silent customer", FitSamples.weeks(new WeightedHistory(0, 0, 30, 1)));
        oddities.put("one customer", FitSamples.weeks(new WeightedHistory(3, 20, 30, 1)));
        oddities.put("all born today", FitSamples.weeks(new WeightedHistory(0, 0, 0, 100)));
        oddities.put(
                "some born today",
                FitSamples.weeks(
                        new WeightedHistory(0, 0, 0, 100),
                        new WeightedHistory(1, 3, 10, 10),
                        new WeightedHistory(0, 0, 10, 30)));
        oddities.put(
                "all x equal", FitSamples.weeks(new WeightedHistory(1, 5, 30, 50), new WeightedHistory(1, 9, 30, 50)));
        oddities.put("all gone at once", FitSamples.weeks(new WeightedHistory(1, 0.1, 500, 100)));
        oddities.put(
                "a burst, then silence",
                FitSamples.weeks(new WeightedHistory(30, 1, 100, 10), new WeightedHistory(0, 0, 100, 100)));
        oddities.put(
                "two kinds",
                FitSamples.weeks(new WeightedHistory(0, 0, 40, 100), new WeightedHistory(300, 40, 40, 100)));
        oddities.put("all at once", FitSamples.weeks(new WeightedHistory(3, 0, 0, 10)));
        Map<String, ModelFitter<? extends PurchaseModel<?>, RepeatHistogram>> fitters = new LinkedHashMap<>();
        fitters.put("BG/NBD", ModelFitter.bgNbd());
        fitters.put("MBG/NBD", ModelFitter.mbgNbd());
        fitters.put("BG/CNBD-2", ModelFitter.bgCnbd(2));
        fitters.put("MBG/CNBD-3", ModelFitter.mbgCnbd(3));
        fitters.put("Pareto/NBD", ModelFitter.paretoNbd());
        fitters.put("NBD", ModelFitter.nbd());
        List<Arguments> all = new ArrayList<>();
        fitters.forEach((model, fitter) ->
                oddities.forEach((oddity, data) -> all.add(Arguments.of(model, oddity, fitter, data))));
        return all.stream();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyFitterOnEveryOddity")
    <M extends PurchaseModel<M>> void endsWithAStatusAndAModel(
            String name, String oddity, ModelFitter<M, RepeatHistogram> fitter, RepeatHistogram data) {
        Fit<M> fit = fitter.fit(data);
        if (!oddity.equals("two kinds")) { // there the likelihood of regular buyers rises for very long
            assertThat(fit.status()).isNotEqualTo(FitStatus.ITERATION_LIMIT);
        }
        assertThat(fit.status() == FitStatus.CONVERGED)
                .isEqualTo(fit.covariance().isPresent());
        assertThat(fit.status() == FitStatus.AT_BOUNDARY)
                .isEqualTo(fit.boundary().isPresent());
        if (fit.status() != FitStatus.CONVERGED) {
            assertThat(fit.warnings()).isNotEmpty();
        }
        assertThat(fit.logLikelihood()).isFinite();
        assertThat(Arrays.stream(fit.model().values()).allMatch(value -> value > 0 && value < 1e300))
                .isTrue();
        for (WeightedHistory h : data) {
            RepeatHistory history =
                    new RepeatHistory("a", h.repeatPurchases(), h.lastPurchaseAt(), h.observedFor(), data.unit());
            assertThat(fit.model().expectedPurchases(history, YEAR))
                    .isNotNegative()
                    .isFinite();
            assertThat(fit.model().probabilityOfPurchase(history, YEAR)).isBetween(0.0, 1.0);
            assertThat(fit.model().discountedPurchases(history, YEAR, DiscountRate.annual(0.1)))
                    .isNotNegative()
                    .isFinite();
        }
        fit.intervals(0.95);
    }

    @Test
    void whatIsNotRepeatedSaysNothing() {
        RepeatHistogram silent = FitSamples.weeks(new WeightedHistory(0, 0, 20, 50));
        assertThat(ModelFitter.paretoNbd().fit(silent).status()).isEqualTo(FitStatus.NOT_IDENTIFIED);
        assertThat(ModelFitter.nbd().fit(silent).warnings())
                .first()
                .isEqualTo("no customer bought again: nothing can be learned of rates or dropout");
        OpportunityHistogram unused =
                OpportunityHistogram.ofWeighted(List.of(new WeightedOpportunityHistory(0, 0, 5, 100)));
        Fit<BgBb> fit = ModelFitter.bgBb(PeriodUnit.YEAR).fit(unused);
        assertThat(fit.status()).isEqualTo(FitStatus.NOT_IDENTIFIED);
        assertThat(fit.warnings()).first().asString().contains("no customer used an opportunity");
    }

    @Test
    void opportunities() {
        for (List<WeightedOpportunityHistory> rows : List.of(
                List.of(new WeightedOpportunityHistory(5, 5, 5, 100)),
                List.of(new WeightedOpportunityHistory(1, 1, 5, 100)),
                List.of(new WeightedOpportunityHistory(3, 5, 5, 1)),
                List.of(new WeightedOpportunityHistory(0, 0, 0, 10)),
                List.of(new WeightedOpportunityHistory(5, 5, 5, 50), new WeightedOpportunityHistory(0, 0, 5, 50)))) {
            Fit<BgBb> fit = ModelFitter.bgBb(PeriodUnit.YEAR).fit(OpportunityHistogram.ofWeighted(rows));
            assertThat(fit.status()).isIn(FitStatus.AT_BOUNDARY, FitStatus.NOT_IDENTIFIED);
            assertThat(fit.warnings()).isNotEmpty();
            assertThat(Arrays.stream(fit.model().values()).allMatch(value -> value > 0 && value < 1e300))
                    .isTrue();
            assertThat(fit.logLikelihood()).isFinite();
        }
    }

    @Test
    void spend() {
        for (List<WeightedSpendHistory> rows : List.of(
                List.of(new WeightedSpendHistory(1, 20, 100)),
                List.of(new WeightedSpendHistory(3, 20, 1)),
                List.of(new WeightedSpendHistory(3, 20, 50), new WeightedSpendHistory(2, 20, 50)),
                List.of(new WeightedSpendHistory(3, 1, 50), new WeightedSpendHistory(3, 1e6, 50)),
                List.of(new WeightedSpendHistory(1, 1, 50), new WeightedSpendHistory(1, 2, 50)))) {
            Fit<GammaGamma> fit = ModelFitter.gammaGamma().fit(SpendHistogram.ofWeighted(rows));
            assertThat(fit.status()).isNotEqualTo(FitStatus.ITERATION_LIMIT);
            assertThat(Arrays.stream(fit.model().values()).allMatch(value -> value > 0 && value < 1e300))
                    .isTrue();
            assertThat(fit.logLikelihood()).isFinite();
        }
    }
}
