package org.loyalty4j.btyd;

import java.util.ArrayList;
import java.util.List;
import org.loyalty4j.summary.RepeatHistogram;

/** What is remarkable of histories before anything is fitted to them. */
final class HistoryAdvice {
    private static final double FEW = 50;

    private HistoryAdvice() {}

    static List<String> on(RepeatHistogram data) {
        double repeaters = 0;
        double justBorn = 0;
        for (int i = 0; i < data.size(); i++) {
            repeaters += data.repeatPurchases(i) > 0 ? data.weight(i) : 0;
            justBorn += data.observedFor(i) == 0 ? data.weight(i) : 0;
        }
        List<String> advice = new ArrayList<>();
        if (repeaters == 0) {
            advice.add("no customer bought again: nothing can be learned of rates or dropout");
        } else if (repeaters < FEW) {
            advice.add("only " + count(repeaters) + " customers bought again");
        }
        if (justBorn > 0) {
            advice.add(count(justBorn) + " customers first bought on the last day: they say nothing of what follows");
        }
        return advice;
    }

    /** A number of customers as text: whole unless weighted otherwise. */
    static String count(double customers) {
        return customers == Math.rint(customers) ? Long.toString((long) customers) : Double.toString(customers);
    }
}
