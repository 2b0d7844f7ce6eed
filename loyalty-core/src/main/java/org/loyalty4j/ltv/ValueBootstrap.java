package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalInt;
import org.loyalty4j.Estimate;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.btyd.GammaGamma;
import org.loyalty4j.btyd.ModelFitter;
import org.loyalty4j.btyd.PurchaseModel;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.RowList;
import org.loyalty4j.internal.math.Draws;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.RepeatHistories;
import org.loyalty4j.summary.SpendHistogram;
import org.loyalty4j.summary.SpendHistories;

/**
 * How well the value of a whole base is known, by a bootstrap over its buyers: each replicate draws as many buyers, with
 * replacement, fits both models to them, and values the <em>original</em> base with the models so found. The intervals of single
 * customers cannot be added up, since all rest on the same parameters; this can.
 *
 * <p>It holds the uncertainty of the parameters, without the normal approximation of the delta method. It does not hold what
 * chance will make of the customers' future, which for a large base averages out.
 *
 * <p>Source: Efron and Tibshirani (1993), chapter 13 (percentile intervals).
 */
public final class ValueBootstrap implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int DEFAULT_REPLICATES = 199;

    private final ModelFitter<? extends PurchaseModel<?>, RepeatHistogram> purchases;
    private final ModelFitter<GammaGamma, SpendHistogram> spend;
    private final long seed;
    private final int replicates;

    private ValueBootstrap(
            ModelFitter<? extends PurchaseModel<?>, RepeatHistogram> purchases,
            ModelFitter<GammaGamma, SpendHistogram> spend,
            long seed,
            int replicates) {
        this.purchases = Objects.requireNonNull(purchases, "purchases");
        this.spend = Objects.requireNonNull(spend, "spend");
        this.seed = seed;
        this.replicates = replicates;
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
        return new ValueBootstrap(purchases, spend, seed, DEFAULT_REPLICATES);
    }

    /**
     * The same with another number of replicates.
     *
     * @param number how many, in [19, inf)
     * @return the changed procedure
     * @throws IllegalArgumentException if there are too few
     */
    public ValueBootstrap withReplicates(int number) {
        return new ValueBootstrap(
                purchases, spend, seed, Checks.inClosed(number, Percentiles.FEWEST_DRAWS, Integer.MAX_VALUE, "number"));
    }

    /**
     * What all buyers of a base together are expected still to bring. In a replicate whose expected spend is undefined (q &lt;= 1),
     * the median of the customers' mean spend stands for it.
     *
     * @param base what the customers had bought
     * @param terms on what terms a purchase to come is counted
     * @param confidence the confidence level, in (0, 1)
     * @return the total by the models fitted to the base itself, with the percentile interval of the replicates
     * @throws IllegalArgumentException if there is no buyer or no repeat purchase with spend, or the value for ever has no bound
     */
    public Estimate total(PurchaseSummaries base, ValueTerms terms, double confidence) {
        Checks.confidence(confidence);
        RepeatHistories histories = base.repeatHistories(PeriodUnit.DAY);
        SpendHistories spends = base.spendHistories();
        ResidualValue value = value(histories.histogram(), spends.histogram());
        double[] totals = new double[replicates];
        for (int replicate = 0; replicate < replicates; replicate++) {
            Draws draws = Draws.of(seed, replicate);
            int[] drawn = new int[histories.size()];
            Arrays.setAll(drawn, i -> (int) (draws.uniform() * drawn.length));
            totals[replicate] = value(resample(histories, drawn), resample(histories, spends, drawn))
                    .values(base, terms)
                    .total();
        }
        return new Estimate(value.values(base, terms).total(), Percentiles.interval(totals, confidence));
    }

    private ResidualValue value(RepeatHistogram histories, SpendHistogram spends) {
        ResidualValue value = ResidualValue.of(
                purchases.fit(histories).model(), spend.fit(spends).model());
        return value.hasMeanSpend() ? value : value.withMedianSpend();
    }

    private static RepeatHistogram resample(RepeatHistories histories, int[] drawn) {
        return RepeatHistories.of(new RowList<>(drawn.length, i -> histories.get(drawn[i])), histories.unit())
                .histogram();
    }

    /** The spend of the buyers drawn, so that both models see the same base. */
    private static SpendHistogram resample(RepeatHistories histories, SpendHistories spends, int[] drawn) {
        int[] withSpend = Arrays.stream(drawn)
                .mapToObj(buyer -> spends.customerIndex(histories.customerId(buyer)))
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .toArray();
        return SpendHistogram.of(new RowList<>(withSpend.length, i -> spends.get(withSpend[i])));
    }
}
