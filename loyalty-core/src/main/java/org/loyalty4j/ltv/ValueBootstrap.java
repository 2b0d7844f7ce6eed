package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.loyalty4j.Estimate;
import org.loyalty4j.btyd.Fit;
import org.loyalty4j.btyd.FitStatus;
import org.loyalty4j.btyd.GammaGamma;
import org.loyalty4j.btyd.ModelFitter;
import org.loyalty4j.btyd.ParametricModel;
import org.loyalty4j.btyd.PurchaseModel;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.Parallel;
import org.loyalty4j.internal.math.Draws;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.SpendHistogram;
import org.loyalty4j.summary.WeightedHistory;
import org.loyalty4j.summary.WeightedSpendHistory;

/**
 * How well the value of a whole base is known, by a bootstrap over its buyers: each replicate draws as many buyers, with
 * replacement, fits both models to them, and values the <em>original</em> base with the models so found. The intervals of single
 * customers cannot be added up, since all rest on the same parameters; this can.
 *
 * <p>The spend of a buyer is its expectation in every replicate, or the median in every one: {@link #withMedianSpend}. How the
 * fits of the replicates ended is in the result.
 *
 * <p>It holds the uncertainty of the parameters, without the normal approximation of the delta method. It does not hold what
 * chance will make of the customers' future, which for a large base averages out.
 *
 * <p>Source: Efron and Tibshirani (1993), sections 12.5 and 13.3 (percentile intervals).
 */
public final class ValueBootstrap implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int DEFAULT_REPLICATES = 199;

    private final ModelFitter<? extends PurchaseModel<?>, RepeatHistogram> purchases;
    private final ModelFitter<GammaGamma, SpendHistogram> spend;
    private final long seed;
    private final int replicates;
    private final boolean median;
    private final Parallel parallel;

    private ValueBootstrap(
            ModelFitter<? extends PurchaseModel<?>, RepeatHistogram> purchases,
            ModelFitter<GammaGamma, SpendHistogram> spend,
            long seed,
            int replicates,
            boolean median,
            Parallel parallel) {
        this.purchases = Objects.requireNonNull(purchases, "purchases");
        this.spend = Objects.requireNonNull(spend, "spend");
        this.seed = seed;
        this.replicates = replicates;
        this.median = median;
        this.parallel = parallel;
    }

    /**
     * A bootstrap of 199 replicates.
     *
     * @param purchases how the model of purchases is fitted
     * @param spend how the model of spend is fitted
     * @param seed any number; the same one gives the same interval
     * @return the procedure
     */
    public static ValueBootstrap of(
            ModelFitter<? extends PurchaseModel<?>, RepeatHistogram> purchases,
            ModelFitter<GammaGamma, SpendHistogram> spend,
            long seed) {
        return new ValueBootstrap(purchases, spend, seed, DEFAULT_REPLICATES, false, Parallel.NONE);
    }

    /**
     * The same with another number of replicates.
     *
     * @param number how many, in [19, inf): 19 for an interval of 90 %, 39 for 95 %, 199 for 99 %
     * @return the changed procedure
     * @throws IllegalArgumentException if there are too few
     */
    public ValueBootstrap withReplicates(int number) {
        Checks.inClosed(number, Percentiles.FEWEST_DRAWS, Integer.MAX_VALUE, "number");
        return new ValueBootstrap(purchases, spend, seed, number, median, parallel);
    }

    /**
     * The same with the median of a customer's mean spend in place of its expectation, in the total and in all replicates.
     *
     * @return the changed procedure
     */
    public ValueBootstrap withMedianSpend() {
        return new ValueBootstrap(purchases, spend, seed, replicates, true, parallel);
    }

    /**
     * The same with several replicates at a time; the default is one. The result is the same to the bit for any number of
     * threads.
     *
     * @param parallelism how many threads, in [1, 1024]
     * @return the changed procedure
     * @throws IllegalArgumentException if it is out of range
     */
    public ValueBootstrap withParallelism(int parallelism) {
        return new ValueBootstrap(purchases, spend, seed, replicates, median, new Parallel(parallelism));
    }

    /**
     * What all buyers of a base together are expected still to bring.
     *
     * @param base what the customers had bought
     * @param terms on what terms a purchase to come is counted
     * @param confidence the confidence level, in (0, 1); (number of replicates + 1) (1 - level)/2 must be at least 1
     * @return the total by the models fitted to the base itself, with the percentile interval of the replicates
     * @throws IllegalArgumentException if there is no buyer, or no repeat purchase with spend in the base or in a replicate; if
     *     the expected spend is undefined under a model so fitted (q &lt;= 1); if the value for ever has no bound; or if the
     *     replicates are too few for the level
     */
    public BootstrapTotal total(PurchaseSummaries base, ValueTerms terms, double confidence) {
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(terms, "terms");
        Percentiles.confidence(confidence, replicates, "replicates");
        Buyers buyers = Buyers.of(base);
        ModelFitter<?, RepeatHistogram> fitter = purchases; // the compiler cannot name a model of a narrower kind
        Whole<?, RepeatHistogram> purchasesOfAll =
                fitted(fitter, buyers.histories().histogram());
        Whole<GammaGamma, SpendHistogram> spendOfAll = fitted(spend, buyers.spends());
        double value = total(purchasesOfAll.fit(), spend(spendOfAll.fit(), buyers), buyers, terms);
        // All models of spend first: one without a mean is found before the long work.
        List<Fit<GammaGamma>> spends = parallel.map(replicates, replicate -> {
            Fit<GammaGamma> fit = spendOfAll.near().fit(resampledSpends(buyers, replicate));
            spend(fit, buyers);
            return fit;
        });
        double[] totals = new double[replicates];
        List<FitStatus> statuses = parallel.map(replicates, replicate -> {
            Fit<?> fit = purchasesOfAll.near().fit(resampledHistories(buyers, replicate));
            totals[replicate] = total(fit, spends.get(replicate).model(), buyers, terms);
            return fit.status();
        });
        Map<FitStatus, Integer> purchaseFits = new EnumMap<>(FitStatus.class);
        statuses.forEach(status -> purchaseFits.merge(status, 1, Integer::sum));
        Map<FitStatus, Integer> spendFits = new EnumMap<>(FitStatus.class);
        spends.forEach(fit -> spendFits.merge(fit.status(), 1, Integer::sum));
        return new BootstrapTotal(
                new Estimate(value, Percentiles.interval(totals, confidence)), purchaseFits, spendFits);
    }

    /** The fit to the base itself, and the fitter of replicates, whose maxima are near that of the base. */
    private record Whole<M extends ParametricModel<M>, D>(Fit<M> fit, ModelFitter<M, D> near) {}

    private <M extends ParametricModel<M>, D> Whole<M, D> fitted(ModelFitter<M, D> fitter, D base) {
        Fit<M> fit = fitter.withParallelism(parallel.threads()).fit(base);
        return new Whole<>(fit, fitter.withStartFrom(fit).withParallelism(1));
    }

    private double total(Fit<?> fit, GammaGamma spendModel, Buyers buyers, ValueTerms terms) {
        ResidualValue value = ResidualValue.of((PurchaseModel<?>) fit.model(), spendModel);
        return CustomerValues.of(median ? value.withMedianSpend() : value, buyers, terms)
                .total();
    }

    private GammaGamma spend(Fit<GammaGamma> fit, Buyers buyers) {
        SpendPart part = SpendPart.of(fit.model());
        CustomerValues.checkSpends(median ? part.withMedian() : part, buyers);
        return fit.model();
    }

    /** The buyers drawn, so that both models of a replicate see the same. */
    private IntStream drawn(Buyers buyers, int replicate) {
        Draws draws = Draws.of(seed, replicate);
        return IntStream.range(0, buyers.size()).map(any -> (int) (draws.uniform() * buyers.size()));
    }

    private RepeatHistogram resampledHistories(Buyers buyers, int replicate) {
        RepeatHistogram histories = buyers.histories().histogram();
        int[] weight = new int[histories.size()];
        drawn(buyers, replicate).forEach(buyer -> weight[buyers.historyOf(buyer)]++);
        return RepeatHistogram.of(
                IntStream.range(0, weight.length)
                        .filter(row -> weight[row] > 0)
                        .mapToObj(row -> new WeightedHistory(
                                histories.repeatPurchases(row),
                                histories.lastPurchaseAt(row),
                                histories.observedFor(row),
                                weight[row]))
                        .toList(),
                histories.unit());
    }

    private SpendHistogram resampledSpends(Buyers buyers, int replicate) {
        SpendHistogram spends = buyers.spends();
        int[] weight = new int[spends.size() + 1];
        drawn(buyers, replicate).forEach(buyer -> weight[buyers.spendOf(buyer)]++);
        List<WeightedSpendHistory> rows = IntStream.range(0, spends.size())
                .filter(row -> weight[row] > 0)
                .mapToObj(row ->
                        new WeightedSpendHistory(spends.repeatPurchases(row), spends.meanSpend(row), weight[row]))
                .toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("replicate " + replicate + " has no customer with repeat spend: of "
                    + buyers.size() + " buyers only " + (long) spends.totalWeight() + " have any");
        }
        return SpendHistogram.ofWeighted(rows);
    }

    @Override
    public String toString() {
        return "ValueBootstrap[" + replicates + " replicates" + (median ? ", median spend" : "") + ", seed " + seed
                + "]";
    }
}
