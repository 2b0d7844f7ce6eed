package org.loyalty4j.churn;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.loyalty4j.Proportion;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.summary.PurchaseSummary;

/**
 * How many buyers have been silent, and for how long.
 *
 * <p>Silence is not churn: a customer who buys once a year is silent for most of it, and no threshold here says who has left. It
 * shows how the number depends on the threshold one might choose.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the thresholds are not strictly ascending, the shares rise with
 * them or are of different buyers, or the number of prospects is negative.
 *
 * @param rows one row a threshold, in ascending order; the shares never rise
 * @param prospects customers without a purchase, who are not among the buyers; in [0, inf)
 */
public record InactivityView(List<SilentShare> rows, long prospects) implements Serializable {

    public InactivityView {
        rows = List.copyOf(rows);
        for (int i = 1; i < rows.size(); i++) {
            SilentShare previous = rows.get(i - 1);
            SilentShare row = rows.get(i);
            requireAscending(previous.thresholdDays(), row.thresholdDays(), i);
            if (row.share().trials() != previous.share().trials()
                    || row.share().successes() > previous.share().successes()) {
                throw new IllegalArgumentException("rows[" + i + "].share must be at most "
                        + previous.share().successes() + " of the same "
                        + previous.share().trials() + " buyers, but was " + row.share());
            }
        }
        Checks.notNegative(prospects, "prospects");
    }

    private static void requireAscending(int previous, int next, int index) {
        if (next <= previous) {
            throw new IllegalArgumentException(
                    "thresholdDays[" + index + "] must be above " + previous + ", but was " + next);
        }
    }

    /** Returns thresholds that are not negative and strictly ascending. */
    static int[] requireThresholds(int[] thresholdDays) {
        for (int i = 0; i < thresholdDays.length; i++) {
            Checks.notNegative((long) thresholdDays[i], "thresholdDays[" + i + "]");
            if (i > 0) {
                requireAscending(thresholdDays[i - 1], thresholdDays[i], i);
            }
        }
        return thresholdDays;
    }

    /**
     * Counts the silent at each threshold.
     *
     * @param summaries what each customer had bought, all as of one day, in any order
     * @param thresholdDays days of silence, strictly ascending, each in [0, inf)
     * @return the view
     * @throws IllegalArgumentException if a threshold is negative or not above the one before, or the summaries are of
     *     different days
     */
    public static InactivityView of(List<PurchaseSummary> summaries, int... thresholdDays) {
        requireThresholds(thresholdDays);
        // silentAt[i]: buyers whose silence exceeds exactly i of the thresholds.
        long[] silentAt = new long[thresholdDays.length + 1];
        long buyers = 0;
        if (summaries instanceof PurchaseSummaries columns) {
            for (int customer = 0; customer < columns.size(); customer++) {
                if (columns.hasPurchase(customer)) {
                    silentAt[exceeded(thresholdDays, columns.recencyDays(customer))]++;
                    buyers++;
                }
            }
        } else {
            requireOneDay(summaries);
            for (PurchaseSummary summary : summaries) {
                if (summary.recencyDays().isPresent()) {
                    silentAt[exceeded(thresholdDays, summary.recencyDays().getAsInt())]++;
                    buyers++;
                }
            }
        }
        List<SilentShare> rows = new ArrayList<>();
        long silent = buyers;
        for (int i = 0; i < thresholdDays.length; i++) {
            silent -= silentAt[i];
            rows.add(new SilentShare(thresholdDays[i], new Proportion(silent, buyers)));
        }
        return new InactivityView(rows, summaries.size() - buyers);
    }

    /** How many of the thresholds a silence exceeds. */
    private static int exceeded(int[] thresholdDays, int recencyDays) {
        int found = Arrays.binarySearch(thresholdDays, recencyDays);
        return found >= 0 ? found : -found - 1;
    }

    private static void requireOneDay(List<PurchaseSummary> summaries) {
        LocalDate asOf = null;
        int index = 0;
        for (PurchaseSummary summary : summaries) {
            if (asOf == null) {
                asOf = summary.asOf();
            } else if (!summary.asOf().equals(asOf)) {
                throw new IllegalArgumentException("summaries[" + index + "].asOf must be " + asOf
                        + " like the first, but was " + summary.asOf() + " (customer " + summary.customerId() + ")");
            }
            index++;
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (SilentShare row : rows) {
            text.append(row).append('\n');
        }
        return text.append(prospects).append(" never bought").toString();
    }
}
