package org.loyalty4j.benchmarks.jmh;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.benchmarks.data.BuyerBase;
import org.loyalty4j.btyd.BgNbd;
import org.loyalty4j.rfm.RfmScale;
import org.loyalty4j.rfm.RfmScore;
import org.loyalty4j.rfm.RfmScorer;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.summary.PurchaseSummary;
import org.loyalty4j.summary.RepeatHistory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one customer costs who is scored alone, as a CRM backend does while the customer waits. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class OneCustomerLoops {
    private static final Horizon NEXT = Horizon.weeks(39);
    private static final int CUSTOMERS = 1024;
    private static final BgNbd BG_NBD = new BgNbd(0.243, 4.414, 0.793, 2.426, PeriodUnit.WEEK);

    private PurchaseSummary[] summaries = {};
    private RepeatHistory[] histories = {};
    private RfmScale scale = RfmScorer.withDefaults().fit(new BuyerBase(1, Inner.SEED).summaries());
    private int next;

    /** Draws the customers. */
    @Setup
    public void setUp() {
        PurchaseSummaries base = new BuyerBase(CUSTOMERS, Inner.SEED).summaries();
        summaries = base.toArray(PurchaseSummary[]::new);
        histories = base.repeatHistories(PeriodUnit.WEEK).toArray(RepeatHistory[]::new);
        scale = RfmScorer.withDefaults().fit(base);
    }

    private int next() {
        return next++ & (CUSTOMERS - 1);
    }

    /** RFM score by cut points that are known. */
    @Benchmark
    public Optional<RfmScore> scoreRfm() {
        return scale.score(summaries[next()]);
    }

    /** P(alive) by BG/NBD. */
    @Benchmark
    public double aliveBgNbd() {
        return BG_NBD.probabilityAlive(histories[next()]);
    }

    /** Expected purchases by BG/NBD. */
    @Benchmark
    public double expectedBgNbd() {
        return BG_NBD.expectedPurchases(histories[next()], NEXT);
    }

    /** P(alive) by Pareto/NBD. */
    @Benchmark
    public double aliveParetoNbd() {
        return BuyerBase.PURCHASES.probabilityAlive(histories[next()]);
    }

    /** Expected purchases by Pareto/NBD. */
    @Benchmark
    public double expectedParetoNbd() {
        return BuyerBase.PURCHASES.expectedPurchases(histories[next()], NEXT);
    }
}
