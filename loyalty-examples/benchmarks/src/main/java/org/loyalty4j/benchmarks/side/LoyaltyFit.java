package org.loyalty4j.benchmarks.side;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.benchmarks.data.BuyerBase;
import org.loyalty4j.btyd.GammaGamma;
import org.loyalty4j.btyd.ModelFitter;
import org.loyalty4j.btyd.ParametricModel;
import org.loyalty4j.btyd.PurchaseModel;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.RepeatHistory;
import org.loyalty4j.summary.SpendHistogram;

/** Fits of a model by this library: from one summary a customer, identical histories merged, to the parameters. */
abstract class LoyaltyFit<M extends ParametricModel<M>> implements Side {
    private final Work work;
    private @Nullable PurchaseSummaries summaries;
    private double[] parameters = {};

    LoyaltyFit(Work work) {
        this.work = work;
    }

    abstract M fit(PurchaseSummaries base, int threads);

    @Override
    public void prepare() {
        summaries = new BuyerBase(work.customers(), work.seed()).summaries();
    }

    @Override
    public void run() {
        parameters = fit(summaries(), work.threads()).values();
    }

    @Override
    public double[] answer() {
        return parameters.clone();
    }

    @Override
    public void export(Path folder) throws IOException {
        Exports.write(new BuyerBase(work.customers(), work.seed()), summaries(), folder);
    }

    @Override
    public String version() {
        return "loyalty";
    }

    PurchaseSummaries summaries() {
        return Objects.requireNonNull(summaries, "prepared");
    }

    /** Of a model of purchases. */
    static final class Purchases<M extends PurchaseModel<M>> extends LoyaltyFit<M> {
        private final ModelFitter<M, RepeatHistogram> fitter;
        private final M any;

        Purchases(Work work, ModelFitter<M, RepeatHistogram> fitter, M any) {
            super(work);
            this.fitter = fitter;
            this.any = any;
        }

        @Override
        M fit(PurchaseSummaries base, int threads) {
            return fitter.withParallelism(threads)
                    .fit(base.repeatHistories(PeriodUnit.WEEK).histogram())
                    .model();
        }

        @Override
        public double judge(double[] answer) {
            M model = any.withValues(answer);
            return summaries().repeatHistories(PeriodUnit.WEEK).histogram().stream()
                    .mapToDouble(row -> row.weight()
                            * model.logLikelihood(new RepeatHistory(
                                    "any",
                                    row.repeatPurchases(),
                                    row.lastPurchaseAt(),
                                    row.observedFor(),
                                    PeriodUnit.WEEK)))
                    .sum();
        }
    }

    /** Of the model of spend. */
    static final class Spend extends LoyaltyFit<GammaGamma> {
        Spend(Work work) {
            super(work);
        }

        @Override
        GammaGamma fit(PurchaseSummaries base, int threads) {
            SpendHistogram histogram = base.spendHistories().histogram();
            return ModelFitter.gammaGamma()
                    .withParallelism(threads)
                    .fit(histogram)
                    .model();
        }

        @Override
        public double judge(double[] answer) {
            GammaGamma model = new GammaGamma(answer[0], answer[1], answer[2]);
            return summaries().spendHistories().stream()
                    .mapToDouble(model::logLikelihood)
                    .sum();
        }
    }
}
