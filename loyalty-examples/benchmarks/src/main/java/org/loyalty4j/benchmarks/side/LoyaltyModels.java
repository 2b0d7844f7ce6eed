package org.loyalty4j.benchmarks.side;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.benchmarks.data.BuyerBase;
import org.loyalty4j.btyd.BgNbd;
import org.loyalty4j.btyd.GammaGamma;
import org.loyalty4j.btyd.ModelFitter;
import org.loyalty4j.btyd.ParetoNbd;
import org.loyalty4j.btyd.PurchaseForecasts;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.rfm.RfmScorer;
import org.loyalty4j.rfm.RfmScores;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.summary.RepeatHistories;

/**
 * From the log of a base to all scores: summaries, RFM, histories merged, BG/NBD, Pareto/NBD and Gamma-Gamma fitted, and every
 * customer forecast.
 */
final class LoyaltyModels implements Side {
    private final Work work;
    private @Nullable TransactionLog log;
    private @Nullable Result result;

    /** What is held at the end. */
    private record Result(
            RfmScores scores, PurchaseForecasts forecasts, BgNbd bgNbd, ParetoNbd pareto, GammaGamma spend) {}

    LoyaltyModels(Work work) {
        this.work = work;
    }

    @Override
    public void prepare() {
        log = new BuyerBase(work.customers(), work.seed()).log();
    }

    @Override
    public void run() {
        result = null; // a run must not hold the results of the one before
        int threads = work.threads();
        PurchaseSummaries summaries = Logs.summaries(Objects.requireNonNull(log), BuyerBase.AS_OF, threads);
        RfmScores scores = RfmScorer.withDefaults().withParallelism(threads).score(summaries);
        RepeatHistories histories = summaries.repeatHistories(PeriodUnit.WEEK);
        BgNbd bgNbd = ModelFitter.bgNbd()
                .withParallelism(threads)
                .fit(histories.histogram())
                .model();
        ParetoNbd pareto = ModelFitter.paretoNbd()
                .withParallelism(threads)
                .fit(histories.histogram())
                .model();
        GammaGamma spend = ModelFitter.gammaGamma()
                .withParallelism(threads)
                .fit(summaries.spendHistories().histogram())
                .model();
        result = new Result(scores, bgNbd.forecast(histories, Horizon.weeks(39), threads), bgNbd, pareto, spend);
    }

    @Override
    public double[] answer() {
        Result found = Objects.requireNonNull(result);
        return new double[] {found.scores().customerCount(), found.forecasts().size()};
    }

    @Override
    public String version() {
        return "loyalty";
    }
}
