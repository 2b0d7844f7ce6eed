package org.loyalty4j.summary;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.loyalty4j.Horizon;
import org.loyalty4j.data.DataReport;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.RowList;

/**
 * A log cut in two at a day: a calibration that models are fitted to, and a holdout that shows whether they were right.
 *
 * <pre>{@code
 * HoldoutSplit split = HoldoutSplit.of(log, PurchaseRules.withDefaults(),
 *         LocalDate.of(1997, 9, 30), LocalDate.of(1998, 6, 30));
 * split.calibration().repeatHistories(PeriodUnit.WEEK);
 * split.outcomes().get(0).purchases();
 * }</pre>
 *
 * <p>Both sides are read by the same rules. The calibration is what was known on its last day: a refund that comes later
 * changes nothing in it. The holdout is what the whole log, read until its last day, says of the days after the calibration. At
 * the border this means:
 *
 * <ul>
 *   <li>under {@code NET_PER_DAY} the purchases of both sides add up to those of the whole log;
 *   <li>under {@code NET_AGAINST_PRIOR} a refund in the holdout is taken off the holdout's purchases first, the latest first. What
 *       reaches back into the calibration cancels no purchase there, for no forecast could have known; it lowers
 *       {@link HoldoutOutcome#net} and not {@link HoldoutOutcome#spend};
 *   <li>a customer is born in the holdout who has no purchase in the calibration as it was known on its last day.
 * </ul>
 *
 * <p>A customer born in the holdout is in no forecast, and is counted; so is one without a purchase until its end.
 */
public final class HoldoutSplit implements Serializable {
    private static final long serialVersionUID = 1L;

    private final PurchaseSummaries calibration;
    private final LocalDate holdoutEnd;
    private final DataReport dataReport;
    private final int[] buyers;

    // Of each calibration buyer.
    private final int[] purchases;
    private final long[] spendMinor;
    private final long[] netMinor;

    private final HoldoutTotals bornInHoldout;
    private final int prospects;
    private final int silentDays;

    // By day, from the first birth.
    private final int origin;
    private final int[] born;
    private final long[] repeats;

    private HoldoutSplit(TransactionLog log, PurchaseSummaries calibration, LocalDate holdoutEnd) {
        this.calibration = calibration;
        this.holdoutEnd = holdoutEnd;
        this.buyers = calibration.buyers();
        this.purchases = new int[buyers.length];
        this.spendMinor = new long[buyers.length];
        this.netMinor = new long[buyers.length];
        this.origin = calibration.firstBirth().orElse((int) calibrationEnd().toEpochDay());
        int days = (int) holdoutEnd.toEpochDay() - origin + 1;
        this.born = new int[days];
        this.repeats = new long[days];
        OccasionReader known = new OccasionReader(log, calibration.rules(), calibrationEnd());
        OccasionReader whole = new OccasionReader(log, calibration.rules(), holdoutEnd);
        Totals newcomers = new Totals();
        int never = 0;
        for (int c = 0, row = 0; c < calibration.size(); c++) {
            whole.read(log, c);
            int first = firstInHoldout(whole);
            int bought = whole.purchaseDays() - first;
            try {
                long spend = whole.spendFrom(first);
                long net = Math.subtractExact(whole.total(), calibration.totalMinor(c));
                if (row < buyers.length && buyers[row] == c) {
                    known.read(log, c);
                    track(known, whole, first);
                    purchases[row] = bought;
                    spendMinor[row] = spend;
                    netMinor[row++] = net;
                } else if (bought > 0) {
                    newcomers.add(bought, spend, net);
                } else {
                    never++;
                }
            } catch (ArithmeticException overflow) {
                throw OccasionReader.overflow(log.customerId(c), overflow);
            }
        }
        this.bornInHoldout = newcomers.at(log.scale());
        this.prospects = never;
        LocalDate lastRow =
                log.lastDate().filter(day -> day.isAfter(calibrationEnd())).orElse(calibrationEnd());
        this.silentDays = (int) Math.max(0, ChronoUnit.DAYS.between(lastRow, holdoutEnd));
        this.dataReport = whole.counts()
                .report(log.firstDate().orElse(null), log.lastDate().orElse(null));
    }

    private int firstInHoldout(OccasionReader whole) {
        int first = whole.purchaseDays();
        while (first > 0 && whole.day(first - 1) > calibrationEnd().toEpochDay()) {
            first--;
        }
        return first;
    }

    private void track(OccasionReader known, OccasionReader whole, int firstInHoldout) {
        born[known.firstDay() - origin]++;
        for (int i = 1; i < known.purchaseDays(); i++) {
            repeats[known.day(i) - origin]++;
        }
        for (int i = firstInHoldout; i < whole.purchaseDays(); i++) {
            repeats[whole.day(i) - origin]++;
        }
    }

    /** Adds customers up; of many of them the amounts may exceed a {@code long}. */
    private static final class Totals {
        private int customers;
        private long purchases;
        private BigInteger spend = BigInteger.ZERO;
        private BigInteger net = BigInteger.ZERO;

        void add(int bought, long spendMinor, long netMinor) {
            customers++;
            purchases += bought;
            spend = spend.add(BigInteger.valueOf(spendMinor));
            net = net.add(BigInteger.valueOf(netMinor));
        }

        HoldoutTotals at(int scale) {
            return new HoldoutTotals(customers, purchases, new BigDecimal(spend, scale), new BigDecimal(net, scale));
        }
    }

    /**
     * Cuts a log.
     *
     * @param log the transactions
     * @param rules what counts as a purchase occasion, on both sides
     * @param calibrationEnd the last day of the calibration
     * @param holdoutEnd the last day of the holdout, after {@code calibrationEnd}; later rows are left out and counted. The log
     *     must know all purchases until this day
     * @return the split
     * @throws IllegalArgumentException if {@code calibrationEnd} is before every row or not before {@code holdoutEnd}, a day is
     *     not in the years 1 to 9999, a customer's total overflows, or a refund is met under
     *     {@link org.loyalty4j.data.RefundPolicy#REJECT}
     */
    public static HoldoutSplit of(
            TransactionLog log, PurchaseRules rules, LocalDate calibrationEnd, LocalDate holdoutEnd) {
        Objects.requireNonNull(log, "log");
        Objects.requireNonNull(rules, "rules");
        Checks.day(Objects.requireNonNull(calibrationEnd, "calibrationEnd"), "calibrationEnd");
        Checks.day(Objects.requireNonNull(holdoutEnd, "holdoutEnd"), "holdoutEnd");
        if (!holdoutEnd.isAfter(calibrationEnd)) {
            throw new IllegalArgumentException(
                    "holdoutEnd must be after the calibrationEnd " + calibrationEnd + ", but was " + holdoutEnd);
        }
        OccasionReader.requireRowsUntil(log, calibrationEnd, "calibrationEnd");
        return new HoldoutSplit(log, PurchaseSummaries.of(log, rules, calibrationEnd), holdoutEnd);
    }

    /**
     * The summaries of all customers of the log as known on the last day of the calibration.
     *
     * @return the summaries, those of later customers as prospects
     */
    public PurchaseSummaries calibration() {
        return calibration;
    }

    /**
     * The last day of the calibration.
     *
     * @return the day
     */
    public LocalDate calibrationEnd() {
        return calibration.asOf();
    }

    /**
     * The last day of the holdout.
     *
     * @return the day
     */
    public LocalDate holdoutEnd() {
        return holdoutEnd;
    }

    /**
     * How far the holdout looks ahead.
     *
     * @return its length in days, at least one
     */
    public Horizon holdout() {
        return Horizon.days(holdoutEnd.toEpochDay() - calibrationEnd().toEpochDay());
    }

    /**
     * What each buyer of the calibration did in the holdout.
     *
     * @return an immutable random-access list in the order of {@code calibration().repeatHistories(..)}: row r is of the same
     *     customer in both
     */
    public List<HoldoutOutcome> outcomes() {
        return new RowList<>(buyers.length, this::outcome);
    }

    private HoldoutOutcome outcome(int row) {
        return new HoldoutOutcome(
                calibration.customerId(buyers[row]),
                purchases[row],
                spendMinor[row],
                netMinor[row],
                calibration.scale());
    }

    /**
     * The holdout purchases of every buyer of the calibration, without making a record for each.
     *
     * @return days with a purchase, in the order of {@link #outcomes}
     */
    public int[] purchases() {
        return purchases.clone();
    }

    /**
     * What the buyers of the calibration did in the holdout, together.
     *
     * @return the totals, which forecasts are compared with
     */
    public HoldoutTotals calibrationBuyers() {
        Totals totals = new Totals();
        for (int row = 0; row < buyers.length; row++) {
            totals.add(purchases[row], spendMinor[row], netMinor[row]);
        }
        return totals.at(calibration.scale());
    }

    /**
     * What the customers did whose first purchase falls in the holdout; no forecast is made for them.
     *
     * @return the totals
     */
    public HoldoutTotals bornInHoldout() {
        return bornInHoldout;
    }

    /**
     * The customers without a purchase on either side.
     *
     * @return the count; with {@code calibrationBuyers()} and {@code bornInHoldout()} all customers of the log
     */
    public int prospects() {
        return prospects;
    }

    /**
     * The days at the end of the holdout after the last row of the log. A few are ordinary; many mean that the log was not
     * written so far, and that the holdout looks emptier than it was.
     *
     * @return the days, from 0 to the length of the holdout
     */
    public int silentDays() {
        return silentDays;
    }

    /**
     * Where every row of the log went, read until the end of the holdout.
     *
     * @return the counts; those of the calibration alone are in {@code calibration().dataReport()}
     */
    public DataReport dataReport() {
        return dataReport;
    }

    /**
     * Repeat purchases of the calibration's buyers by period, from the first birth to the end of the holdout.
     *
     * @param periodDays the length of a period, in [1, inf); 7 for weeks
     * @return the rows; those of the calibration sum to the x of its histories, those of the holdout to its purchases
     * @throws IllegalArgumentException if the length is below one
     */
    public RepeatTracking tracking(int periodDays) {
        Checks.positive((long) periodDays, "periodDays");
        int calibrationDays = (int) calibrationEnd().toEpochDay() - origin + 1;
        return RepeatTracking.of(origin, born, repeats, calibrationDays, periodDays);
    }

    @Override
    public String toString() {
        HoldoutTotals totals = calibrationBuyers();
        return "HoldoutSplit at " + calibrationEnd() + ", until " + holdoutEnd + ": " + totals.customers()
                + " buyers in the calibration made " + totals.purchases() + " purchases in the holdout; "
                + bornInHoldout.customers() + " born in it made " + bornInHoldout.purchases();
    }
}
