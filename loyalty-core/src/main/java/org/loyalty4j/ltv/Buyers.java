package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.stream.IntStream;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.summary.RepeatHistories;
import org.loyalty4j.summary.SpendHistogram;
import org.loyalty4j.summary.SpendHistories;

/** The buyers of a base by what the models know of them: each has one of the distinct histories and one of the distinct spends. */
final class Buyers implements Serializable {
    private static final long serialVersionUID = 1L;

    private final RepeatHistories histories;
    private final SpendHistogram spends;
    private final int[] spendOf; // row in spends; its size where nothing is known of the buyer's spend

    private Buyers(RepeatHistories histories, SpendHistogram spends, int[] spendOf) {
        this.histories = histories;
        this.spends = spends;
        this.spendOf = spendOf;
    }

    static Buyers of(PurchaseSummaries base) {
        RepeatHistories histories = base.repeatHistories(PeriodUnit.DAY);
        SpendHistories spends = base.spendHistories();
        int[] spendOf = new int[histories.size()];
        int next = 0; // both lists are in the order of the base
        for (int buyer = 0; buyer < spendOf.length; buyer++) {
            boolean known = next < spends.size() && spends.customerId(next).equals(histories.customerId(buyer));
            spendOf[buyer] =
                    known ? spends.histogramIndex(next++) : spends.histogram().size();
        }
        return new Buyers(histories, spends.histogram(), spendOf);
    }

    /** The same buyers with the ages of their histories in another unit. */
    Buyers in(PeriodUnit unit) {
        return unit == histories.unit() ? this : new Buyers(histories.in(unit), spends, spendOf);
    }

    int size() {
        return spendOf.length;
    }

    String customerId(int buyer) {
        return histories.customerId(buyer);
    }

    RepeatHistories histories() {
        return histories;
    }

    SpendHistogram spends() {
        return spends;
    }

    /** Whether of some buyer's spend nothing is known. */
    boolean haveUnknownSpend() {
        return IntStream.of(spendOf).anyMatch(row -> row == spends.size());
    }

    int historyOf(int buyer) {
        return histories.histogramIndex(buyer);
    }

    int spendOf(int buyer) {
        return spendOf[buyer];
    }
}
