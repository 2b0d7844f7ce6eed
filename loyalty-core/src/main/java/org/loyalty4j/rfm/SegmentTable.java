package org.loyalty4j.rfm;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
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
     * @throws IllegalArgumentException if the sizes or bins differ
     */
    public static SegmentTable of(List<PurchaseSummary> summaries, RfmScores scores, SegmentMap map) {
        if (summaries.size() != scores.customerCount()) {
            throw new IllegalArgumentException("scores must be of the same " + summaries.size()
                    + " customers as the summaries, but were of " + scores.customerCount());
        }
        List<Segment> segments = new ArrayList<>(map.segments());
        segments.add(Segment.NO_PURCHASE);
        List<Tally> tallies = segments.stream().map(segment -> new Tally()).toList();
        for (int c = 0; c < summaries.size(); c++) {
            Segment segment = scores.of(c).map(map::segmentOf).orElse(Segment.NO_PURCHASE);
            tallies.get(segments.indexOf(segment))
                    .add(summaries.get(c), scores.of(c).orElse(null));
        }
        int scale = summaries.isEmpty() ? 0 : summaries.get(0).scale();
        ArrayList<SegmentSummary> rows = new ArrayList<>();
        for (int s = 0; s < segments.size(); s++) {
            rows.add(tallies.get(s).summary(segments.get(s), summaries.size(), scale));
        }
        return new SegmentTable(rows);
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
                String.format(Locale.ROOT, "%-20s %10s %10s %16s%n", "segment", "customers", "orders", "revenue"));
        for (SegmentSummary row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-20s %10d %10d %16s%n",
                    row.segment().name().english(),
                    row.customers(),
                    row.orders(),
                    row.revenue().toPlainString()));
        }
        return text.toString();
    }

    private static final class Tally {
        private long customers;
        private long orders;
        private long revenueMinor;
        private int buyers;
        private double[] recencyDays = new double[16];
        private double[] frequency = new double[16];
        private double[] monetary = new double[16];

        void add(PurchaseSummary summary, @Nullable RfmScore score) {
            customers++;
            orders += summary.frequency();
            revenueMinor = Math.addExact(revenueMinor, summary.totalMinor());
            if (score == null) {
                return;
            }
            if (buyers == recencyDays.length) {
                recencyDays = Arrays.copyOf(recencyDays, 2 * buyers);
                frequency = Arrays.copyOf(frequency, 2 * buyers);
                monetary = Arrays.copyOf(monetary, 2 * buyers);
            }
            recencyDays[buyers] = score.recencyDays();
            frequency[buyers] = score.frequency();
            monetary[buyers++] = score.monetary();
        }

        SegmentSummary summary(Segment segment, long ofCustomers, int scale) {
            SegmentSummary.Medians medians = buyers == 0
                    ? null
                    : new SegmentSummary.Medians(median(recencyDays), median(frequency), median(monetary));
            return new SegmentSummary(
                    segment, customers, ofCustomers, orders, BigDecimal.valueOf(revenueMinor, scale), medians);
        }

        private double median(double[] values) {
            Arrays.sort(values, 0, buyers);
            int middle = buyers / 2;
            return buyers % 2 == 1 ? values[middle] : values[middle - 1] / 2 + values[middle] / 2;
        }
    }
}
