package org.loyalty4j.btyd;

import java.util.ArrayList;
import java.util.List;
import org.loyalty4j.summary.RepeatHistogram;

/** What is remarkable of histories in continuous time. */
record HistoryAdvice() implements Advice<RepeatHistogram> {

    @Override
    public List<String> on(RepeatHistogram data) {
        double repeaters = repeaters(data);
        double justBorn = 0;
        for (int i = 0; i < data.size(); i++) {
            justBorn += data.observedFor(i) == 0 ? data.weight(i) : 0;
        }
        List<String> advice = new ArrayList<>();
        if (repeaters == 0) {
            advice.add("no customer bought again: nothing can be learned of rates or dropout");
        } else if (repeaters < FEW) {
            advice.add("few customers bought again: " + Advice.count(repeaters));
        }
        if (justBorn > 0) {
            advice.add("customers who first bought on the last day say nothing of what follows: there are "
                    + Advice.count(justBorn));
        }
        return advice;
    }

    @Override
    public boolean isSilent(RepeatHistogram data) {
        return repeaters(data) == 0;
    }

    private static double repeaters(RepeatHistogram data) {
        double repeaters = 0;
        for (int i = 0; i < data.size(); i++) {
            repeaters += data.repeatPurchases(i) > 0 ? data.weight(i) : 0;
        }
        return repeaters;
    }
}
