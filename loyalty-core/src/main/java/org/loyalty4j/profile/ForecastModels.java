package org.loyalty4j.profile;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.btyd.Fit;
import org.loyalty4j.btyd.GammaGamma;
import org.loyalty4j.btyd.ModelAdvice;
import org.loyalty4j.btyd.ModelAdviser;
import org.loyalty4j.btyd.ModelFitter;
import org.loyalty4j.btyd.PurchaseForecast;
import org.loyalty4j.btyd.PurchaseModel;
import org.loyalty4j.btyd.PurchaseModelChoice;
import org.loyalty4j.ltv.CustomerValue;
import org.loyalty4j.ltv.ResidualValue;
import org.loyalty4j.ltv.ValueCase;
import org.loyalty4j.ltv.ValueTerms;
import org.loyalty4j.summary.PurchaseRhythm;
import org.loyalty4j.summary.PurchaseSummary;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.RepeatHistories;
import org.loyalty4j.summary.RepeatHistory;
import org.loyalty4j.summary.SpendFrequencyCorrelation;
import org.loyalty4j.summary.SpendHistogram;

/** The models of a base, fitted to its histograms, and what they say of one customer. */
final class ForecastModels implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ForecastPlan plan;
    private final ModelAdvice advice;
    private final PurchaseModelChoice choice;
    private final Fit<? extends PurchaseModel<?>> fit;
    private final @Nullable Fit<GammaGamma> spendFit;
    private final @Nullable SpendFrequencyCorrelation spendCorrelation;
    private final @Nullable ResidualValue residualValue;
    private final @Nullable ValueTerms terms;

    private ForecastModels(
            ForecastPlan plan,
            ModelAdvice advice,
            PurchaseModelChoice choice,
            BaseHistograms base,
            @Nullable ValueAssumptions assumptions,
            int parallelism) {
        this.plan = plan;
        this.advice = advice;
        this.choice = choice;
        this.fit = fit(advice, choice, base.repeats(), parallelism);
        this.spendCorrelation = base.spendCorrelation().orElse(null);
        this.spendFit = base.spends().isEmpty()
                ? null
                : ModelFitter.gammaGamma().withParallelism(parallelism).fit(base.spends());
        if (assumptions == null || spendFit == null) {
            this.residualValue = null;
            this.terms = null;
        } else {
            ResidualValue value = ResidualValue.of(fit, spendFit).withConfidence(plan.confidence());
            this.residualValue = isMedianSpend() ? value.withMedianSpend() : value;
            this.terms = ValueTerms.within(assumptions.horizon(), assumptions.discountRate())
                    .withMargin(assumptions.margin());
        }
    }

    /** What models see of a base: its histories in the unit of the plan, its spends, and its rhythm. */
    record BaseHistograms(
            RepeatHistogram repeats,
            SpendHistogram spends,
            PurchaseRhythm rhythm,
            Optional<SpendFrequencyCorrelation> spendCorrelation) {

        BaseHistograms(RepeatHistogram repeats, SpendHistogram spends, PurchaseRhythm rhythm) {
            this(repeats, spends, rhythm, SpendFrequencyCorrelation.of(spends));
        }
    }

    /** What a base says of the models that could forecast it. */
    static ModelAdvice advice(ForecastPlan plan, BaseHistograms base, int parallelism) {
        ModelAdviser adviser = ModelAdviser.withDefaults()
                .withHorizon(plan.horizon())
                .withRhythm(base.rhythm())
                .withParallelism(parallelism);
        ModelAdviser informed =
                base.spendCorrelation().map(adviser::withSpendCorrelation).orElse(adviser);
        return plan.choice()
                .map(choice -> new ModelAdvice(choice, null, informed.findings(base.repeats())))
                .orElseGet(() -> informed.advise(base.repeats()));
    }

    /** The models of a base; empty where the advice is to use none. */
    static Optional<ForecastModels> of(
            ForecastPlan plan,
            ModelAdvice advice,
            BaseHistograms base,
            @Nullable ValueAssumptions assumptions,
            int parallelism) {
        return advice.choice().map(choice -> new ForecastModels(plan, advice, choice, base, assumptions, parallelism));
    }

    /** The fit that the adviser has made, or a new one. */
    private static Fit<? extends PurchaseModel<?>> fit(
            ModelAdvice advice, PurchaseModelChoice choice, RepeatHistogram histogram, int parallelism) {
        return advice.comparison().stream()
                .flatMap(comparison -> comparison.models().stream())
                .filter(compared -> compared.choice().equals(choice))
                .<Fit<? extends PurchaseModel<?>>>map(compared -> compared.fit())
                .findFirst()
                .orElseGet(() -> choice.fitter().withParallelism(parallelism).fit(histogram));
    }

    ForecastPlan plan() {
        return plan;
    }

    ModelAdvice advice() {
        return advice;
    }

    PurchaseModelChoice choice() {
        return choice;
    }

    Fit<? extends PurchaseModel<?>> fit() {
        return fit;
    }

    Optional<Fit<GammaGamma>> spendFit() {
        return Optional.ofNullable(spendFit);
    }

    Optional<SpendFrequencyCorrelation> spendCorrelation() {
        return Optional.ofNullable(spendCorrelation);
    }

    Optional<ResidualValue> residualValue() {
        return Optional.ofNullable(residualValue);
    }

    Optional<ValueTerms> terms() {
        return Optional.ofNullable(terms);
    }

    boolean isMedianSpend() {
        return spendFit != null && spendFit.model().expectedSpend().isEmpty();
    }

    /** The expected purchases of each distinct history. */
    double[] expectedPurchases(RepeatHistogram histories, int parallelism) {
        return fit.model().expectedPurchases(histories, plan.horizon(), parallelism);
    }

    /** The forecast of one customer: that of a list of one, which is what it is in a list of many. Empty for a prospect. */
    Optional<PurchaseForecast> forecast(PurchaseSummary purchases) {
        return purchases
                .repeatHistory(plan.unit())
                .map(history -> fit.model()
                        .forecast(RepeatHistories.of(List.of(history), plan.unit()), plan.horizon())
                        .get(0));
    }

    /** The forecasts of buyers, in their order. */
    List<PurchaseForecast> forecasts(List<PurchaseSummary> buyers) {
        List<RepeatHistory> histories = buyers.stream()
                .map(purchases -> purchases.repeatHistory(plan.unit()).orElseThrow())
                .toList();
        return fit.model().forecast(RepeatHistories.of(histories, plan.unit()), plan.horizon());
    }

    /** The residual values of buyers, in their order; none without such values. */
    List<CustomerValue> values(List<PurchaseSummary> buyers) {
        ResidualValue known = residualValue;
        ValueTerms on = terms;
        return known == null || on == null
                ? List.of()
                : known.values(buyers.stream()
                        .map(purchases -> ValueCase.of(purchases, on).orElseThrow())
                        .toList());
    }

    /** The residual value of one customer; empty for a prospect, or without such values. */
    Optional<CustomerValue> value(PurchaseSummary purchases) {
        return residualValue == null || terms == null
                ? Optional.empty()
                : ValueCase.of(purchases, terms).map(residualValue::value);
    }
}
