package org.loyalty4j.cli.analyze;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.loyalty4j.Horizon;
import org.loyalty4j.btyd.PurchaseModel;
import org.loyalty4j.cli.report.Outlook;
import org.loyalty4j.summary.RepeatHistogram;

/** How many buyers came back how often, and how many of the same age a model expects to. */
final class FrequencyFits {
    private static final int LAST = 7; // "7 and more", as in the figures of the papers

    private FrequencyFits() {}

    static List<Outlook.FrequencyFit> of(PurchaseModel<?> model, RepeatHistogram histogram) {
        double[] actual = new double[LAST + 1];
        TreeMap<Double, Double> buyersByAge = new TreeMap<>();
        for (int i = 0; i < histogram.size(); i++) {
            actual[Math.min(LAST, histogram.repeatPurchases(i))] += histogram.weight(i);
            buyersByAge.merge(histogram.observedFor(i), histogram.weight(i), Double::sum);
        }
        double[] expected = new double[LAST + 1];
        buyersByAge.forEach((age, buyers) -> {
            Horizon observed = new Horizon(age, histogram.unit());
            double rest = 1;
            for (int n = 0; n < LAST; n++) {
                double probability = model.probabilityOfPurchases(n, observed);
                expected[n] += buyers * probability;
                rest -= probability;
            }
            expected[LAST] += buyers * Math.max(0, rest); // rounding may take it below
        });
        List<Outlook.FrequencyFit> fits = new ArrayList<>();
        for (int n = 0; n <= LAST; n++) {
            fits.add(new Outlook.FrequencyFit(n, n == LAST, actual[n], expected[n]));
        }
        return fits;
    }
}
