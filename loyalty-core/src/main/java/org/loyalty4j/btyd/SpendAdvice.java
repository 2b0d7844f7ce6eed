package org.loyalty4j.btyd;

import java.util.List;
import org.loyalty4j.summary.SpendHistogram;

/** What is remarkable of spend. */
record SpendAdvice() implements Advice<SpendHistogram> {

    @Override
    public List<String> on(SpendHistogram data) {
        return data.totalWeight() < FEW
                ? List.of("only " + Advice.count(data.totalWeight()) + " customers have a spend")
                : List.of();
    }
}
