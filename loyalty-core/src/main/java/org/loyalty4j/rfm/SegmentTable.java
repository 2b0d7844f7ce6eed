package org.loyalty4j.rfm;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.MinorUnits;
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
        Map<Segment, Tally> tallies = new LinkedHashMap<>();
        map.segments().forEach(segment -> tallies.put(segment, new Tally()));
        // Last, also where a map of the caller's own names it among its segments.
        Tally noPurchase = Objects.requireNonNullElseGet(tallies.remove(Segment.NO_PURCHASE), Tally::new);
        tallies.put(Segment.NO_PURCHASE, noPurchase);
        int scale = summaries.isEmpty() ? 0 : summaries.get(0).scale();
        for (int c = 0; c < summaries.size(); c++) {
            PurchaseSummary summary = summaries.get(c);
            MinorUnits.requireScale(scale, summary.scale(), summary.customerId());
            RfmScore score = scores.of(c).orElse(null);
            if (score == null) {
                noPurchase.add(summary, null);
                continue;
            }
            if (!score.customerId().equals(summary.customerId())) {
                throw new IllegalArgumentException("scores[" + c + "] must be of customer " + summary.customerId()
                        + ", but was of " + score.customerId());
            }
            Objects.requireNonNull(tallies.get(map.segmentOf(score))).add(summary, score);
        }
        ArrayList<SegmentSummary> rows = new ArrayList<>();
        tallies.forEach((segment, tally) -> rows.add(tally.summary(segment, summaries.size(), scale)));
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
