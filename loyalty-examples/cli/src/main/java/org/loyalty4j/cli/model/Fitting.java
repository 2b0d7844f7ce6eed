package org.loyalty4j.cli.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.btyd.Fit;
import org.loyalty4j.btyd.ModelFitter;
import org.loyalty4j.cli.input.HistoryReader;
import org.loyalty4j.cli.input.RejectedRows;
import org.loyalty4j.cli.input.RowSource;
import org.loyalty4j.cli.input.Table;
import org.loyalty4j.summary.OpportunityHistogram;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.SpendHistogram;
import org.loyalty4j.summary.WeightedHistory;
import org.loyalty4j.summary.WeightedOpportunityHistory;
import org.loyalty4j.summary.WeightedSpendHistory;

/**
 * What it takes to fit one model: which histories it is fitted to, and how they come from rows or from purchases.
 *
 * @param table the histories as a file has them
 * @param fromRows fits to the rows of a file
 * @param fromPurchases fits to purchases; null if such a model cannot be
 */
record Fitting(Table table, Rows fromRows, @Nullable Function<PurchaseSummaries, Fit<?>> fromPurchases) {

    /** Fits to the rows of a file. */
    @FunctionalInterface
    interface Rows {
        Fit<?> fit(HistoryReader reader, RowSource rows);
    }

    /**
     * The fitting of a model, on so many threads.
     *
     * @throws IllegalArgumentException if there is no such model
     */
    static Fitting of(String model, PeriodUnit unit, int threads) {
        return switch (model) {
            case ModelNames.BG_BB -> opportunities(unit, threads);
            case ModelNames.GAMMA_GAMMA -> spends(threads);
            default ->
                repeats(
                        ModelNames.purchases(model, ", bgbb and gammagamma")
                                .fitter()
                                .withParallelism(threads),
                        unit);
        };
    }

    private static Fitting repeats(ModelFitter<?, RepeatHistogram> fitter, PeriodUnit unit) {
        return new Fitting(
                Table.HISTORIES,
                (reader, source) -> {
                    List<WeightedHistory> rows = new ArrayList<>();
                    reader.readRepeats(
                            source,
                            (id, x, last, until, weight) -> rows.add(new WeightedHistory(x, last, until, weight)),
                            RejectedRows.none());
                    return fitter.fit(RepeatHistogram.of(rows, unit));
                },
                purchases -> fitter.fit(purchases.repeatHistories(unit).histogram()));
    }

    private static Fitting opportunities(PeriodUnit unit, int threads) {
        return new Fitting(
                Table.OPPORTUNITIES,
                (reader, source) -> {
                    List<WeightedOpportunityHistory> rows = new ArrayList<>();
                    reader.readOpportunities(
                            source,
                            (id, x, last, n, weight) -> rows.add(new WeightedOpportunityHistory(x, last, n, weight)),
                            RejectedRows.none());
                    return ModelFitter.bgBb(unit).withParallelism(threads).fit(OpportunityHistogram.ofWeighted(rows));
                },
                null);
    }

    private static Fitting spends(int threads) {
        return new Fitting(
                Table.SPENDS,
                (reader, source) -> {
                    List<WeightedSpendHistory> rows = new ArrayList<>();
                    reader.readSpends(
                            source,
                            (id, x, mean, weight) -> rows.add(new WeightedSpendHistory(x, mean, weight)),
                            RejectedRows.none());
                    return fit(SpendHistogram.ofWeighted(rows), threads);
                },
                purchases -> fit(purchases.spendHistories().histogram(), threads));
    }

    private static Fit<?> fit(SpendHistogram spends, int threads) {
        if (spends.isEmpty()) {
            throw new IllegalArgumentException(
                    "nobody bought again after the first purchase, expected a customer with a repeat purchase above zero");
        }
        return ModelFitter.gammaGamma().withParallelism(threads).fit(spends);
    }
}
