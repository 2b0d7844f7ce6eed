package org.loyalty4j.profile;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.btyd.Backtest;
import org.loyalty4j.btyd.BacktestReport;
import org.loyalty4j.btyd.Fit;
import org.loyalty4j.btyd.GammaGamma;
import org.loyalty4j.btyd.ModelAdvice;
import org.loyalty4j.btyd.PurchaseForecast;
import org.loyalty4j.btyd.PurchaseForecasts;
import org.loyalty4j.btyd.PurchaseModel;
import org.loyalty4j.btyd.PurchaseModelChoice;
import org.loyalty4j.btyd.PurchaseModelKind;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.ltv.CustomerValue;
import org.loyalty4j.ltv.CustomerValues;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.summary.RepeatHistories;
import org.loyalty4j.summary.SpendFrequencyCorrelation;

/**
 * What a base is expected to do: the model and why it was chosen, a forecast and a value of each buyer, and how such forecasts
 * would have fared in the past.
 */
public final class LoyaltyForecast implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ForecastModels models;
    private final int[] buyers; // their places in the base, rising
    private final PurchaseForecasts forecasts;
    private final @Nullable CustomerValues values;
    private final @Nullable BacktestReport backtest;

    /** The forecast of a base by models fitted to it. */
    LoyaltyForecast(
            PurchaseSummaries base,
            TransactionLog log,
            ForecastModels models,
            RepeatHistories histories,
            int parallelism) {
        this.models = models;
        this.buyers = base.buyers();
        this.forecasts = models.fit().model().forecast(histories, plan().horizon(), parallelism);
        this.values = models.residualValue()
                .map(value -> value.values(base, models.terms().orElseThrow(), parallelism))
                .orElse(null);
        this.backtest = plan().backtest() ? backtest(base, log, parallelism) : null;
    }

    /** The models behind it. */
    ForecastModels models() {
        return models;
    }

    private @Nullable BacktestReport backtest(PurchaseSummaries base, TransactionLog log, int parallelism) {
        return Holdout.calibrationEnd(log, base.asOf(), plan().horizon().in(PeriodUnit.DAY))
                .map(end -> backtest(base, log, end, parallelism))
                .orElse(null);
    }

    private BacktestReport backtest(
            PurchaseSummaries base, TransactionLog log, LocalDate calibrationEnd, int parallelism) {
        Set<PurchaseModelChoice> compared = new LinkedHashSet<>();
        compared.add(choice());
        List.of(PurchaseModelKind.BG_NBD, PurchaseModelKind.MBG_NBD, PurchaseModelKind.PARETO_NBD)
                .forEach(kind -> compared.add(PurchaseModelChoice.of(kind)));
        return Backtest.withDefaults()
                .withModels(List.copyOf(compared))
                .withUnit(plan().unit())
                .withParallelism(parallelism)
                .run(log, base.rules(), calibrationEnd, base.asOf());
    }

    /**
     * How the forecast was made.
     *
     * @return the plan
     */
    public ForecastPlan plan() {
        return models.plan();
    }

    /**
     * What the data say of the models; with a model of the plan's choice, what they say without fitting others.
     *
     * @return the advice, its choice being {@link #choice}
     */
    public ModelAdvice advice() {
        return models.advice();
    }

    /**
     * The purchase model used: the plan's, or else the one advised.
     *
     * @return the choice
     */
    public PurchaseModelChoice choice() {
        return models.choice();
    }

    /**
     * The fitted purchase model.
     *
     * @return the fit
     */
    public Fit<? extends PurchaseModel<?>> fit() {
        return models.fit();
    }

    /**
     * The fitted model of spend.
     *
     * @return the fit; empty without a repeat purchase that cost something
     */
    public Optional<Fit<GammaGamma>> spendFit() {
        return models.spendFit();
    }

    /**
     * Whether those who buy more often spend more at a time, which the spend model takes not to be so.
     *
     * @return the correlation; empty where it is undefined
     */
    public Optional<SpendFrequencyCorrelation> spendCorrelation() {
        return models.spendCorrelation();
    }

    /**
     * Tells whether values rest on the median of the customers' mean spend, because its expectation does not exist (q &lt;= 1).
     *
     * @return true if the median is used
     */
    public boolean isMedianSpend() {
        return models.isMedianSpend();
    }

    /**
     * The forecasts of all buyers.
     *
     * @return one a buyer, in the order of {@link PurchaseSummaries#buyers}
     */
    public PurchaseForecasts forecasts() {
        return forecasts;
    }

    /**
     * The residual values of all buyers.
     *
     * @return one a buyer, in the order of {@link PurchaseSummaries#buyers}; empty unless {@link LoyaltyAnalysis#withValue} was
     *     given and there is a model of spend
     */
    public Optional<CustomerValues> values() {
        return Optional.ofNullable(values);
    }

    /**
     * How forecasts made earlier would have fared: the last third of the time observed, at most the horizon, is held out. The
     * model used, BG/NBD, MBG/NBD, Pareto/NBD and the baselines take part.
     *
     * @return the backtest; empty if the plan has none, or fewer than seven days could be held out
     */
    public Optional<BacktestReport> backtest() {
        return Optional.ofNullable(backtest);
    }

    /**
     * The forecast of a customer.
     *
     * @param customer the place in {@link LoyaltyReport#purchases}
     * @return the forecast; empty for a prospect
     */
    public Optional<PurchaseForecast> forecastOf(int customer) {
        int buyer = Arrays.binarySearch(buyers, customer);
        return buyer < 0 ? Optional.empty() : Optional.of(forecasts.get(buyer));
    }

    /**
     * The residual value of a customer.
     *
     * @param customer the place in {@link LoyaltyReport#purchases}
     * @return the value; empty for a prospect, or without {@link #values}
     */
    public Optional<CustomerValue> valueOf(int customer) {
        int buyer = Arrays.binarySearch(buyers, customer);
        return buyer < 0 ? Optional.empty() : values().map(all -> all.get(buyer));
    }

    @Override
    public String toString() {
        return "LoyaltyForecast: " + forecasts.size() + " buyers within " + plan().horizon() + " by " + fit();
    }
}
