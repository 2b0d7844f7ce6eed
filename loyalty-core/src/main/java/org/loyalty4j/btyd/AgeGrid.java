package org.loyalty4j.btyd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.loyalty4j.summary.AgeColumn;
import org.loyalty4j.summary.RepeatHistogram;

/** The ages that occur in a histogram, as t_x or as T, ascending; and where in this list the ages of each row are. */
final class AgeGrid {
    private final double[] ages;
    private final int[] last;
    private final int[] end;

    /** Rows of equal x, which are next to each other, from {@code from} (inclusive) to {@code to} (exclusive). */
    record Run(int x, int from, int to, int firstEnd, int lastEnd, double weight) {
        int rows() {
            return to - from;
        }
    }

    private AgeGrid(double[] ages, int[] last, int[] end) {
        this.ages = ages;
        this.last = last;
        this.end = end;
    }

    static AgeGrid of(RepeatHistogram data) {
        AgeColumn lastAges = data.lastPurchaseAges();
        AgeColumn endAges = data.observedAges();
        double[] ages = new double[lastAges.distinctAges() + endAges.distinctAges()];
        int[] placeOfLast = new int[lastAges.distinctAges()];
        int[] placeOfEnd = new int[endAges.distinctAges()];
        int size = 0;
        for (int i = 0, j = 0; i < placeOfLast.length || j < placeOfEnd.length; size++) {
            double nextLast = i < placeOfLast.length ? lastAges.age(i) : Double.POSITIVE_INFINITY;
            double nextEnd = j < placeOfEnd.length ? endAges.age(j) : Double.POSITIVE_INFINITY;
            ages[size] = Math.min(nextLast, nextEnd);
            if (nextLast <= nextEnd) {
                placeOfLast[i++] = size;
            }
            if (nextEnd <= nextLast) {
                placeOfEnd[j++] = size;
            }
        }
        int[] last = new int[data.size()];
        int[] end = new int[data.size()];
        for (int row = 0; row < last.length; row++) {
            last[row] = placeOfLast[lastAges.indexOf(row)];
            end[row] = placeOfEnd[endAges.indexOf(row)];
        }
        return new AgeGrid(Arrays.copyOf(ages, size), last, end);
    }

    /** The number of ages. */
    int size() {
        return ages.length;
    }

    /** An age. */
    double age(int i) {
        return ages[i];
    }

    /** The place of a row's t_x. */
    int last(int row) {
        return last[row];
    }

    /** The place of a row's T. */
    int end(int row) {
        return end[row];
    }

    /** The runs of equal x among the rows of a piece of the histogram. */
    List<Run> runs(RepeatHistogram data, int from, int to) {
        List<Run> runs = new ArrayList<>();
        int start = from;
        while (start < to) {
            int x = data.repeatPurchases(start);
            int firstEnd = Integer.MAX_VALUE;
            int lastEnd = 0;
            double weight = 0;
            int row = start;
            for (; row < to && data.repeatPurchases(row) == x; row++) {
                firstEnd = Math.min(firstEnd, end[row]);
                lastEnd = Math.max(lastEnd, end[row]);
                weight += data.weight(row);
            }
            runs.add(new Run(x, start, row, firstEnd, lastEnd, weight));
            start = row;
        }
        return runs;
    }
}
