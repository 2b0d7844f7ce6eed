package org.loyalty4j.benchmarks.jmh;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.benchmarks.data.BuyerBase;
import org.loyalty4j.btyd.Fit;
import org.loyalty4j.btyd.ModelFitter;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.SpendHistogram;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a distinct history costs an evaluation of the likelihood with its derivatives, on one thread: a whole fit to 100,000
 * customers, divided by its evaluations and distinct histories. What a fit does besides, as finding the way on a thinned sketch,
 * is in it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgs = "-Xmx3g")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class FitLoops {
    private RepeatHistogram histories = RepeatHistogram.of(List.of(), PeriodUnit.WEEK);
    private SpendHistogram spend = SpendHistogram.of(List.of());

    /** Counts terms of likelihoods: evaluations times distinct histories. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Terms {
        /** The terms so far. */
        public long terms;

        /** Starts from nothing. */
        @Setup(Level.Iteration)
        public void reset() {
            terms = 0;
        }

        <F extends Fit<?>> F of(F fit) {
            terms += (long) fit.evaluations() * fit.distinctHistories();
            return fit;
        }
    }

    /** Draws the customers. */
    @Setup
    public void setUp() {
        PurchaseSummaries summaries = new BuyerBase(Inner.CUSTOMERS, Inner.SEED).summaries();
        histories = summaries.repeatHistories(PeriodUnit.WEEK).histogram();
        spend = summaries.spendHistories().histogram();
    }

    /** BG/NBD. */
    @Benchmark
    public Fit<?> bgNbd(Terms terms) {
        return terms.of(ModelFitter.bgNbd().fit(histories));
    }

    /** MBG/NBD. */
    @Benchmark
    public Fit<?> mbgNbd(Terms terms) {
        return terms.of(ModelFitter.mbgNbd().fit(histories));
    }

    /** BG/CNBD-2. */
    @Benchmark
    public Fit<?> bgCnbd2(Terms terms) {
        return terms.of(ModelFitter.bgCnbd(2).fit(histories));
    }

    /** Pareto/NBD. */
    @Benchmark
    public Fit<?> paretoNbd(Terms terms) {
        return terms.of(ModelFitter.paretoNbd().fit(histories));
    }

    /** NBD. */
    @Benchmark
    public Fit<?> nbd(Terms terms) {
        return terms.of(ModelFitter.nbd().fit(histories));
    }

    /** Gamma-Gamma. */
    @Benchmark
    public Fit<?> gammaGamma(Terms terms) {
        return terms.of(ModelFitter.gammaGamma().fit(spend));
    }
}
