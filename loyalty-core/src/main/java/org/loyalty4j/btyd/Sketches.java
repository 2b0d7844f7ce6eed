package org.loyalty4j.btyd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.SpendHistogram;
import org.loyalty4j.summary.WeightedHistory;
import org.loyalty4j.summary.WeightedSpendHistory;

/**
 * Thins large data out: distinct histories of many customers stay as they are, and of the others every so many-th customer, in the
 * order of the histories, stands for those up to the next. The likelihood of what is left has its peak near that of all, and
 * costs a small part of it. Follows from the data alone, without chance, and of twice the customers it is twice the sketch.
 */
final class Sketches {
    /** How many customers are picked. */
    private static final int PICKS = 8192;

    /** Fewer rows than this are not worth thinning out. */
    private static final int LARGE = 2 * PICKS;

    private Sketches() {}

    /** A row to keep, and whom it stands for. */
    @FunctionalInterface
    private interface Keeper {
        void keep(int row, double weight);
    }

    static Optional<RepeatHistogram> of(RepeatHistogram data) {
        if (data.size() < LARGE) {
            return Optional.empty();
        }
        List<WeightedHistory> kept = new ArrayList<>();
        thin(
                data.size(),
                data.totalWeight(),
                data::weight,
                (row, weight) -> kept.add(new WeightedHistory(
                        data.repeatPurchases(row), data.lastPurchaseAt(row), data.observedFor(row), weight)));
        return Optional.of(RepeatHistogram.of(kept, data.unit()));
    }

    static Optional<SpendHistogram> of(SpendHistogram data) {
        if (data.size() < LARGE) {
            return Optional.empty();
        }
        List<WeightedSpendHistory> kept = new ArrayList<>();
        thin(
                data.size(),
                data.totalWeight(),
                data::weight,
                (row, weight) ->
                        kept.add(new WeightedSpendHistory(data.repeatPurchases(row), data.meanSpend(row), weight)));
        return Optional.of(SpendHistogram.ofWeighted(kept));
    }

    private static void thin(int rows, double customers, IntToDoubleFunction weight, Keeper keeper) {
        double step = customers / PICKS;
        double passed = step / 2; // since the last pick
        for (int row = 0; row < rows; row++) {
            double own = weight.applyAsDouble(row);
            if (own >= step) {
                keeper.keep(row, own);
            } else {
                passed += own;
                if (passed >= step) {
                    passed -= step;
                    keeper.keep(row, step);
                }
            }
        }
    }
}
