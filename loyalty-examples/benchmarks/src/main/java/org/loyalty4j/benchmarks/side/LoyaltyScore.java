package org.loyalty4j.benchmarks.side;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.benchmarks.data.BuyerBase;
import org.loyalty4j.btyd.BgNbd;
import org.loyalty4j.btyd.PurchaseForecasts;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.summary.RepeatHistories;

/** P(alive) and the purchases expected in 39 weeks, of every customer, by BG/NBD with the parameters of CDNOW. */
final class LoyaltyScore implements Side {
    private static final BgNbd MODEL = new BgNbd(0.243, 4.414, 0.793, 2.426, PeriodUnit.WEEK);
    private static final Horizon NEXT = Horizon.weeks(39);

    private final Work work;
    private final boolean merged;
    private @Nullable PurchaseSummaries summaries;
    private @Nullable RepeatHistories histories;
    private @Nullable PurchaseForecasts forecasts;

    LoyaltyScore(Work work, boolean merged) {
        this.work = work;
        this.merged = merged;
    }

    @Override
    public void prepare() {
        summaries = new BuyerBase(work.customers(), work.seed()).summaries();
        histories = summaries.repeatHistories(PeriodUnit.WEEK);
    }

    @Override
    public void run() {
        RepeatHistories from = merged
                ? Objects.requireNonNull(histories)
                : Objects.requireNonNull(summaries).repeatHistories(PeriodUnit.WEEK);
        forecasts = MODEL.forecast(from, NEXT, work.threads());
    }

    @Override
    public double[] answer() {
        PurchaseForecasts found = Objects.requireNonNull(forecasts);
        double[] answer = new double[2 * found.size()];
        for (int i = 0; i < found.size(); i++) {
            answer[i] = found.get(i).probabilityAlive();
            answer[found.size() + i] = found.get(i).expectedPurchases();
        }
        return answer;
    }

    @Override
    public void export(Path folder) throws IOException {
        Exports.write(new BuyerBase(work.customers(), work.seed()), Objects.requireNonNull(summaries), folder);
    }

    @Override
    public String version() {
        return "loyalty";
    }
}
