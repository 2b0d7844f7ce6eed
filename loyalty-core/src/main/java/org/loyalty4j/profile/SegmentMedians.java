package org.loyalty4j.profile;

import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.PairCounts;
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

    private void fill(double[] ofSegments, PairCounts counts) {
        PairCounts[] bySegment = new PairCounts[buyers.length];
        for (int s = 0; s < buyers.length; s++) {
            bySegment[s] = new PairCounts();
        }
        counts.forEach((segment, value, customers) -> bySegment[(int) segment].add(value, 0, customers));
        for (int s = 0; s < buyers.length; s++) {
            if (buyers[s] > 0) {
                ofSegments[s] = median(
                        Counted.of(bySegment[s], Double::longBitsToDouble).rising(), buyers[s]);
            }
        }
    }

    private static double median(Counted rising, long customers) {
        double upper = rising.atRank(customers / 2);
        return customers % 2 == 1 ? upper : rising.atRank(customers / 2 - 1) / 2 + upper / 2;
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
