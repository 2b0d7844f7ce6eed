package org.loyalty4j.rfm;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.loyalty4j.summary.PurchaseSummary;

/**
 * The raw values of the buyers among some customers, in columns.
 *
 * @param customerIds the buyers' ids
 * @param recencyDays their days of silence
 * @param frequency their purchase occasions
 * @param monetary their spend, by the basis asked for
 * @param buyerAt for each of the customers its place among the buyers, or -1 for a prospect
 */
record RfmColumns(String[] customerIds, double[] recencyDays, double[] frequency, double[] monetary, int[] buyerAt)
        implements Serializable {

    static RfmColumns of(List<PurchaseSummary> summaries, MonetaryBasis basis) {
        int customers = summaries.size();
        String[] ids = new String[customers];
        double[] recency = new double[customers];
        double[] frequency = new double[customers];
        double[] monetary = new double[customers];
        int[] buyerAt = new int[customers];
        int buyers = 0;
        for (int c = 0; c < customers; c++) {
            PurchaseSummary summary = summaries.get(c);
            buyerAt[c] = summary.hasPurchase() ? buyers : -1;
            if (summary.hasPurchase()) {
                ids[buyers] = summary.customerId();
                recency[buyers] = summary.recencyDays().orElseThrow();
                frequency[buyers] = summary.frequency();
                monetary[buyers] = basis.of(summary);
                buyers++;
            }
        }
        return new RfmColumns(
                Arrays.copyOf(ids, buyers),
                Arrays.copyOf(recency, buyers),
                Arrays.copyOf(frequency, buyers),
                Arrays.copyOf(monetary, buyers),
                buyerAt);
    }

    /** The number of buyers. */
    int size() {
        return customerIds.length;
    }
}
