package org.loyalty4j.btyd;

import java.util.List;
import org.loyalty4j.summary.OpportunityHistogram;

/** What is remarkable of histories over opportunities. */
record OpportunityAdvice() implements Advice<OpportunityHistogram> {

    @Override
    public List<String> on(OpportunityHistogram data) {
        double repeaters = repeaters(data);
        if (repeaters == 0) {
            return List.of("no customer used an opportunity: nothing can be learned of rates or dropout");
        }
        return repeaters < FEW
                ? List.of("only " + Advice.count(repeaters) + " customers used an opportunity")
                : List.of();
    }

    @Override
    public boolean isSilent(OpportunityHistogram data) {
        return repeaters(data) == 0;
    }

    private static double repeaters(OpportunityHistogram data) {
        double repeaters = 0;
        for (int i = 0; i < data.size(); i++) {
            repeaters += data.transactions(i) > 0 ? data.weight(i) : 0;
        }
        return repeaters;
    }
}
