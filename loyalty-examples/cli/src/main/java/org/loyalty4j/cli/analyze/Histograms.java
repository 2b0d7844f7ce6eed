package org.loyalty4j.cli.analyze;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.loyalty4j.cli.report.ReportModel;

/** Counts customers into bins that a reader can take in. */
final class Histograms {
    private static final int[] WIDTHS = {1, 7, 14, 30, 60, 90, 180, 365, 730};
    private static final int MOST_BINS = 16;
    private static final int[] FREQUENCIES = {1, 2, 3, 4, 5, 6, 8, 11, 16, 21, 31, 51, 101};

    private Histograms() {}

    /** Days since the last purchase, in bins of one width. */
    static ReportModel.Histogram ofRecency(int[] days) {
        int most = Arrays.stream(days).max().orElse(0);
        int width = Arrays.stream(WIDTHS)
                .filter(w -> most / w < MOST_BINS)
                .findFirst()
                .orElse(most / MOST_BINS + 1);
        int[] starts = new int[most / width + 1];
        Arrays.setAll(starts, bin -> bin * width);
        return histogram(days, starts, OptionalLong.of((long) starts.length * width - 1));
    }

    /** Purchase occasions, the frequent buyers in wider bins. */
    static ReportModel.Histogram ofFrequency(int[] purchases) {
        int most = Arrays.stream(purchases).max().orElse(1);
        int[] starts = Arrays.stream(FREQUENCIES).filter(from -> from <= most).toArray();
        return histogram(
                purchases,
                starts,
                starts.length == FREQUENCIES.length
                        ? OptionalLong.empty()
                        : OptionalLong.of(FREQUENCIES[starts.length] - 1L));
    }

    /** Counts values into bins from each start to the next; the last ends at {@code end}, or holds all above. */
    private static ReportModel.Histogram histogram(int[] values, int[] starts, OptionalLong end) {
        long[] customers = new long[starts.length];
        for (int value : values) {
            int found = Arrays.binarySearch(starts, value);
            customers[found >= 0 ? found : -found - 2]++;
        }
        List<ReportModel.Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < starts.length; bin++) {
            OptionalLong to = bin == starts.length - 1 ? end : OptionalLong.of(starts[bin + 1] - 1L);
            bins.add(new ReportModel.Bin(starts[bin], to, customers[bin]));
        }
        return new ReportModel.Histogram(bins, median(values));
    }

    private static OptionalDouble median(int[] values) {
        if (values.length == 0) {
            return OptionalDouble.empty();
        }
        int[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return OptionalDouble.of(
                sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + (double) sorted[middle]) / 2);
    }
}
