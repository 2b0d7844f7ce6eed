package org.loyalty4j.benchmarks.jmh;

import java.util.concurrent.TimeUnit;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.benchmarks.data.BuyerBase;
import org.loyalty4j.btyd.BgNbd;
import org.loyalty4j.btyd.ParetoNbd;
import org.loyalty4j.btyd.PurchaseForecasts;
import org.loyalty4j.rfm.RfmScale;
import org.loyalty4j.rfm.RfmScorer;
import org.loyalty4j.rfm.RfmScores;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.summary.RepeatHistories;
import org.loyalty4j.summary.SpendHistories;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a customer costs on one thread, when all of a base are scored at once: an operation is one customer of 100,000. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Inner.CUSTOMERS)
@Fork(value = 1, jvmArgs = "-Xmx3g")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CustomerLoops {
    private static final Horizon NEXT = Horizon.weeks(39);
    private static final BgNbd BG_NBD = new BgNbd(0.243, 4.414, 0.793, 2.426, PeriodUnit.WEEK);
    private static final ParetoNbd PARETO_NBD = BuyerBase.PURCHASES;

    private PurchaseSummaries summaries = new BuyerBase(1, Inner.SEED).summaries();
    private RepeatHistories histories = summaries.repeatHistories(PeriodUnit.WEEK);
    private RfmScale scale = RfmScorer.withDefaults().fit(summaries);

    /** Draws the customers. */
    @Setup
    public void setUp() {
        summaries = new BuyerBase(Inner.CUSTOMERS, Inner.SEED).summaries();
        histories = summaries.repeatHistories(PeriodUnit.WEEK);
        scale = RfmScorer.withDefaults().fit(summaries);
    }

    /** Finds the cut points and scores. */
    @Benchmark
    public RfmScores fitAndScoreRfm() {
        return RfmScorer.withDefaults().score(summaries);
    }

    /** Scores by cut points that are known. */
    @Benchmark
    public RfmScores scoreRfm() {
        return scale.score(summaries);
    }

    /** Merges identical purchase histories. */
    @Benchmark
    public RepeatHistories mergeHistories() {
        return summaries.repeatHistories(PeriodUnit.WEEK);
    }

    /** Merges identical spend histories. */
    @Benchmark
    public SpendHistories mergeSpend() {
        return summaries.spendHistories();
    }

    /** P(alive) by BG/NBD. */
    @Benchmark
    public double[] aliveBgNbd() {
        return histories.evaluate(BG_NBD::probabilityAlive);
    }

    /** Expected purchases by BG/NBD. */
    @Benchmark
    public double[] expectedBgNbd() {
        return BG_NBD.expectedPurchases(histories.histogram(), NEXT, 1);
    }

    /** P(alive), P(purchase) and expected purchases by BG/NBD, in one go. */
    @Benchmark
    public PurchaseForecasts forecastBgNbd() {
        return BG_NBD.forecast(histories, NEXT);
    }

    /** P(alive) by Pareto/NBD. */
    @Benchmark
    public double[] aliveParetoNbd() {
        return histories.evaluate(PARETO_NBD::probabilityAlive);
    }

    /** Expected purchases by Pareto/NBD. */
    @Benchmark
    public double[] expectedParetoNbd() {
        return PARETO_NBD.expectedPurchases(histories.histogram(), NEXT, 1);
    }

    /** P(alive), P(purchase) and expected purchases by Pareto/NBD, in one go. */
    @Benchmark
    public PurchaseForecasts forecastParetoNbd() {
        return PARETO_NBD.forecast(histories, NEXT);
    }
}
