package org.loyalty4j.btyd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.RepeatHistory;
import org.loyalty4j.summary.WeightedHistory;

/** Histories to fit models to. */
final class FitSamples {
    private FitSamples() {}

    /** Customers of a model, observed for 30 to 41 of its units. */
    static List<WeightedHistory> rows(PurchaseModel<?> model, int customers, long seed) {
        PurchaseSimulator simulator = PurchaseSimulator.of(model, seed);
        List<WeightedHistory> rows = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            RepeatHistory h = simulator
                    .newCustomer(i, new Horizon(30 + i % 12, model.unit()))
                    .history("c");
            rows.add(new WeightedHistory(h.repeatPurchases(), h.lastPurchaseAt(), h.observedFor(), 1));
        }
        return rows;
    }

    /** The histogram of the customers of a model. */
    static RepeatHistogram histogram(PurchaseModel<?> model, int customers, long seed) {
        return RepeatHistogram.of(rows(model, customers, seed), model.unit());
    }

    /** A histogram in weeks. */
    static RepeatHistogram weeks(WeightedHistory... rows) {
        return RepeatHistogram.of(List.of(rows), PeriodUnit.WEEK);
    }

    /** The value of a key that is there. */
    static <V> V of(Map<String, V> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }
}
