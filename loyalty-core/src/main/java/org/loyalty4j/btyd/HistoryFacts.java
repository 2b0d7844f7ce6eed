package org.loyalty4j.btyd;

import org.loyalty4j.PeriodUnit;
import org.loyalty4j.summary.RepeatHistogram;

/** The numbers of a histogram that {@link ModelAdviser} looks at, ages in days. */
record HistoryFacts(
        double customers,
        double repeaters,
        double purchases,
        double daysToLastPurchase,
        double longestDays,
        double bornEarly,
        double withSameDayRows) {
    static final double FIRST_DAYS = 30;

    static HistoryFacts of(RepeatHistogram histogram) {
        PeriodUnit unit = histogram.unit();
        double repeaters = 0;
        double purchases = 0;
        double toLast = 0;
        double longest = 0;
        double sameDay = 0;
        for (int i = 0; i < histogram.size(); i++) {
            double weight = histogram.weight(i);
            int x = histogram.repeatPurchases(i);
            double lastDays = unit.convert(histogram.lastPurchaseAt(i), PeriodUnit.DAY);
            repeaters += x > 0 ? weight : 0;
            purchases += weight * x;
            toLast += weight * lastDays;
            longest = Math.max(longest, unit.convert(histogram.observedFor(i), PeriodUnit.DAY));
            sameDay += x > lastDays + 0.01 ? weight : 0; // ages in weeks are rounded
        }
        double early = 0;
        for (int i = 0; i < histogram.size(); i++) {
            double days = unit.convert(histogram.observedFor(i), PeriodUnit.DAY);
            early += days > longest - FIRST_DAYS + 0.01 ? histogram.weight(i) : 0;
        }
        return new HistoryFacts(histogram.totalWeight(), repeaters, purchases, toLast, longest, early, sameDay);
    }

    /** The longest time observed over the mean gap; zero if no time was. */
    double longestInGaps() {
        return longestDays == 0 || daysToLastPurchase == 0 ? 0 : longestDays * purchases / daysToLastPurchase;
    }
}
