package org.loyalty4j.rfm;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import org.loyalty4j.internal.MinorUnits;
import org.loyalty4j.internal.Parallel;
import org.loyalty4j.internal.SpendTally;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.summary.PurchaseSummary;

/**
 * All segments of a base of customers, those of the map in its order and {@link Segment#NO_PURCHASE} last: an immutable
 * list whose customers, orders and revenue sum to those of the base.
 */
public final class SegmentTable extends AbstractList<SegmentSummary> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<SegmentSummary> rows;

    private SegmentTable(ArrayList<SegmentSummary> rows) {
        this.rows = rows;
    }

    /**
     * Sums up each segment.
     *
     * @param summaries the base
     * @param scores the scores of the same base
     * @param map the segments
     * @return one row a segment, empty ones included
     * @throws IllegalArgumentException if the scores are not of the same customers or not of as many bins as the map, or the
     *     summaries are of different scales
     * @throws ArithmeticException if the revenue of a segment overflows
     */
    public static SegmentTable of(List<PurchaseSummary> summaries, RfmScores scores, SegmentMap map) {
        if (summaries.size() != scores.customerCount()) {
            throw new IllegalArgumentException("scores must be of the same " + summaries.size()
                    + " customers as the summaries, but were of " + scores.customerCount());
        }
        List<Segment> segments = new ArrayList<>(map.segments());
        segments.remove(Segment.NO_PURCHASE); // last, also where a map of the caller's own names it among its segments
        segments.add(Segment.NO_PURCHASE);
        int[] segmentOf = segments(scores, map, segments);
        int scale = summaries.isEmpty() ? 0 : summaries.get(0).scale();
        requireSameCustomers(summaries, scores, scale);
        SpendTally[] tallies = new SpendTally[segments.size()];
        Arrays.setAll(tallies, s -> new SpendTally());
        for (int c = 0; c < segmentOf.length; c++) {
            if (summaries instanceof PurchaseSummaries columns) {
                tallies[segmentOf[c]].add(columns.frequency(c), columns.totalMinor(c));
            } else {
                PurchaseSummary summary = summaries.get(c);
                tallies[segmentOf[c]].add(summary.frequency(), summary.totalMinor());
            }
        }
        int[] buyers = scores.base().buyers();
        Grouping ofBuyers =
                new Grouping(Arrays.stream(buyers).map(c -> segmentOf[c]).toArray(), segments.size());
        double[][] medians = new double[3][];
        for (RfmAxis axis : RfmAxis.values()) {
            medians[axis.ordinal()] = medians(scores.base(), buyers, ofBuyers, axis, segments.size());
        }
        ArrayList<SegmentSummary> rows = new ArrayList<>();
        for (int s = 0; s < segments.size(); s++) {
            SegmentSummary.Medians ofSegment = ofBuyers.members(s).length == 0
                    ? null
                    : new SegmentSummary.Medians(medians[0][s], medians[1][s], medians[2][s]);
            rows.add(new SegmentSummary(
                    segments.get(s),
                    tallies[s].customers(),
                    segmentOf.length,
                    tallies[s].orders(),
                    BigDecimal.valueOf(tallies[s].minor(), scale),
                    ofSegment));
        }
        return new SegmentTable(rows);
    }

    /** The place of each customer's segment in a list of which the last is of those without a score. */
    private static int[] segments(RfmScores scores, SegmentMap map, List<Segment> segments) {
        int[] segmentOf = new int[scores.customerCount()];
        Map<Segment, Integer> places = new HashMap<>();
        for (int s = 0; s < segments.size(); s++) {
            places.put(segments.get(s), s);
        }
        int bins = map.bins();
        int[] ofCell = new int[bins * bins * bins]; // 1 + the place; 0 until asked for
        for (int c = 0; c < segmentOf.length; c++) {
            if (!scores.hasScore(c)) {
                segmentOf[c] = segments.size() - 1;
                continue;
            }
            map.requireBins(scores.scale());
            int cell = ((scores.r(c) - 1) * bins + scores.f(c) - 1) * bins + scores.m(c) - 1;
            if (ofCell[cell] == 0) {
                ofCell[cell] =
                        1 + Objects.requireNonNull(places.get(map.segmentOf(scores.r(c), scores.f(c), scores.m(c))));
            }
            segmentOf[c] = ofCell[cell] - 1;
        }
        return segmentOf;
    }

    private static void requireSameCustomers(List<PurchaseSummary> summaries, RfmScores scores, int scale) {
        if (scores.base() instanceof RfmColumns.Shared shared && shared.summaries() == summaries) {
            return;
        }
        for (int c = 0; c < summaries.size(); c++) {
            PurchaseSummary summary = summaries.get(c);
            String customerId = summary.customerId();
            MinorUnits.requireScale(scale, summary.scale(), customerId);
            if (scores.hasScore(c) && !scores.base().customerId(c).equals(customerId)) {
                throw new IllegalArgumentException("scores[" + c + "] must be of customer " + customerId
                        + ", but was of " + scores.base().customerId(c));
            }
        }
    }

    /** The median of each group on an axis; that of a group without members stays 0. */
    private static double[] medians(RfmColumns base, int[] buyers, Grouping groups, RfmAxis axis, int count) {
        GoodnessKeys values = GoodnessKeys.of(base, buyers, axis, Parallel.NONE);
        double[] medians = new double[count];
        for (int group = 0; group < count; group++) {
            int[] members = groups.members(group);
            if (members.length > 0) {
                RankedValues.Run[] middle = values.of(members).runsAt((members.length - 1) / 2, members.length / 2);
                double one = axis.goodness(middle[0].goodness());
                double other = axis.goodness(middle[1].goodness());
                medians[group] = members.length % 2 == 1 ? one : one / 2 + other / 2;
            }
        }
        return medians;
    }

    @Override
    public SegmentSummary get(int row) {
        return rows.get(row);
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%-20s %10s %10s %16s\n", "segment", "customers", "orders", "revenue"));
        for (SegmentSummary row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-20s %10d %10d %16s\n",
                    row.segment().name().english(),
                    row.customers(),
                    row.orders(),
                    row.revenue().toPlainString()));
        }
        return text.toString();
    }
}
