package org.loyalty4j.profile;

import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.PairCounts;
import org.loyalty4j.internal.SortableDoubles;
import org.loyalty4j.rfm.RfmAxis;
import org.loyalty4j.rfm.SegmentSummary;

/** The medians of the raw values in each segment, from how many buyers have each of them. */
final class SegmentMedians {
    private final long[] buyers; // by segment
    private final double[][] medians; // by axis and segment

    SegmentMedians(int segments, PairCounts[] byAxis) {
        buyers = new long[segments];
        byAxis[0].forEach((segment, value, customers) -> buyers[(int) segment] += customers);
        medians = new double[byAxis.length][segments];
        for (int axis = 0; axis < byAxis.length; axis++) {
            fill(medians[axis], byAxis[axis]);
        }
    }

    /** The values of a segment come in ascending order, one segment after the other. */
    private void fill(double[] ofSegments, PairCounts counts) {
        long[] before = new long[buyers.length];
        counts.forEach((segment, key, customers) -> {
            int s = (int) segment;
            int middle = holds((buyers[s] - 1) / 2, before[s], customers) + holds(buyers[s] / 2, before[s], customers);
            ofSegments[s] += SortableDoubles.value(key) / 2 * middle;
            before[s] += customers;
        });
    }

    /** 1 if the customer of a rank is among those from one on, 0 if not. */
    private static int holds(long rank, long from, long size) {
        return rank >= from && rank < from + size ? 1 : 0;
    }

    /** The medians of a segment; null where nobody in it has bought. */
    SegmentSummary.@Nullable Medians of(int segment) {
        return buyers[segment] == 0
                ? null
                : new SegmentSummary.Medians(
                        medians[RfmAxis.RECENCY.ordinal()][segment],
                        medians[RfmAxis.FREQUENCY.ordinal()][segment],
                        medians[RfmAxis.MONETARY.ordinal()][segment]);
    }
}
