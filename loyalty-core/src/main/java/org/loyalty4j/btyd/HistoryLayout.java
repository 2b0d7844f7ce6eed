package org.loyalty4j.btyd;

import org.loyalty4j.summary.AgeColumn;
import org.loyalty4j.summary.RepeatHistogram;

/**
 * A histogram laid out for passes over it. What of a likelihood depends on x alone, or on T, is computed once for each distinct
 * one; since the histories are in order of x and then t_x, these change seldom from row to row, but T does, and has an index.
 * Some terms are linear in x for a given T: for these the sums of the weights and of the purchases by T are all that is needed.
 */
final class HistoryLayout {
    final RepeatHistogram data;

    /** The distinct x, ascending, and how many customers have each. */
    final int[] purchases;

    final double[] customersOfPurchases;

    /** The distinct T, ascending, and of each the customers and the sum of their x. */
    final double[] observed;

    final double[] customersObserved;
    final double[] purchasesObserved;

    /** Which of the distinct T a row has. */
    final AgeColumn observedAges;

    HistoryLayout(RepeatHistogram data) {
        this.data = data;
        observedAges = data.observedAges();
        observed = observedAges.ages();
        int rows = data.size();
        int distinct = 0;
        for (int row = 0; row < rows; row++) {
            distinct += isFirst(row) ? 1 : 0;
        }
        customersObserved = new double[observed.length];
        purchasesObserved = new double[observed.length];
        purchases = new int[distinct];
        customersOfPurchases = new double[distinct];
        int kind = -1;
        for (int row = 0; row < rows; row++) {
            int x = data.repeatPurchases(row);
            double weight = data.weight(row);
            if (isFirst(row)) {
                purchases[++kind] = x;
            }
            customersOfPurchases[kind] += weight;
            int time = observedAges.indexOf(row);
            customersObserved[time] += weight;
            purchasesObserved[time] += weight * x;
        }
    }

    private boolean isFirst(int row) {
        return row == 0 || data.repeatPurchases(row) != data.repeatPurchases(row - 1);
    }

    /** The end of the run of rows from {@code from} that have the same x, at most {@code to}. */
    int endOfRun(int from, int to) {
        int x = data.repeatPurchases(from);
        int end = from + 1;
        while (end < to && data.repeatPurchases(end) == x) {
            end++;
        }
        return end;
    }
}
