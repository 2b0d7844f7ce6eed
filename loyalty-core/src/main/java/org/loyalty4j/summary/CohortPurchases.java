package org.loyalty4j.summary;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import org.loyalty4j.CalendarPeriods;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.internal.Checks;

/**
 * How many of the buyers who first bought in a calendar period bought in each period since, and for how much.
 *
 * <p>Periods are counted from the one of the first purchase of all, which is 0, to the one of the last day observed, which may not
 * have ended. {@code org.loyalty4j.churn.CohortTriangle} makes rates of them and leaves out what is not yet observed.
 */
public final class CohortPurchases implements Serializable {
    private static final long serialVersionUID = 1L;

    private final LocalDate start;
    private final int scale;
    private final long[][] buyers; // by the period of the first purchase, and periods since; empty where nobody came
    private final long[][] spendMinor;

    private CohortPurchases(LocalDate start, int scale, int periods) {
        this.start = start;
        this.scale = scale;
        this.buyers = new long[periods][0];
        this.spendMinor = new long[periods][0];
    }

    /**
     * Counts the buyers of a log.
     *
     * @param log the transactions
     * @param rules what counts as a purchase occasion
     * @param asOf the last day observed; later rows are left out
     * @param calendar how the calendar is cut into periods
     * @return the counts; of no period if nobody bought
     * @throws IllegalArgumentException if {@code asOf} is before every row or not in the years 1 to 9999, amounts overflow, or a
     *     refund is met under {@link org.loyalty4j.data.RefundPolicy#REJECT}
     */
    public static CohortPurchases of(
            TransactionLog log, PurchaseRules rules, LocalDate asOf, CalendarPeriods calendar) {
        Objects.requireNonNull(log, "log");
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(calendar, "calendar");
        Checks.day(Objects.requireNonNull(asOf, "asOf"), "asOf");
        OccasionReader.requireRowsUntil(log, asOf, "asOf");
        LocalDate firstDay = log.firstDate().orElse(asOf);
        int firstEpochDay = (int) firstDay.toEpochDay();
        int[] periodOfDay = new int[(int) asOf.toEpochDay() - firstEpochDay + 1];
        int periods = 0;
        for (int day = 0, end = 0; day < periodOfDay.length; day++) {
            if (day == end) {
                periods++;
                end = (int) calendar.plus(firstDay, periods).toEpochDay() - firstEpochDay;
            }
            periodOfDay[day] = periods - 1;
        }
        int firstBirth = firstBirth(log, rules, asOf);
        if (firstBirth == Integer.MAX_VALUE) {
            return new CohortPurchases(calendar.startOf(firstDay), log.scale(), 0);
        }
        int origin = periodOfDay[firstBirth - firstEpochDay];
        CohortPurchases purchases = new CohortPurchases(calendar.plus(firstDay, origin), log.scale(), periods - origin);
        OccasionReader reader = new OccasionReader(log, rules, asOf);
        for (int c = 0; c < log.customerCount(); c++) {
            reader.read(log, c);
            purchases.add(reader, periodOfDay, firstEpochDay, origin);
        }
        return purchases;
    }

    private static int firstBirth(TransactionLog log, PurchaseRules rules, LocalDate asOf) {
        OccasionReader reader = new OccasionReader(log, rules, asOf);
        int first = Integer.MAX_VALUE;
        for (int c = 0; c < log.customerCount(); c++) {
            reader.read(log, c);
            if (reader.purchaseDays() > 0) {
                first = Math.min(first, reader.firstDay());
            }
        }
        return first;
    }

    private void add(OccasionReader reader, int[] periodOfDay, int firstEpochDay, int origin) {
        if (reader.purchaseDays() == 0) {
            return;
        }
        int cohort = periodOfDay[reader.firstDay() - firstEpochDay] - origin;
        if (buyers[cohort].length == 0) {
            buyers[cohort] = new long[periods() - cohort];
            spendMinor[cohort] = new long[periods() - cohort];
        }
        int last = -1;
        for (int i = 0; i < reader.purchaseDays(); i++) {
            int age = periodOfDay[reader.day(i) - firstEpochDay] - origin - cohort;
            buyers[cohort][age] += age == last ? 0 : 1;
            spendMinor[cohort][age] = sum(spendMinor[cohort][age], reader.net(i));
            last = age;
        }
    }

    private static long sum(long a, long b) {
        try {
            return Math.addExact(a, b);
        } catch (ArithmeticException overflow) {
            throw new IllegalArgumentException(
                    "the amounts of a period must sum to less than 2^63 minor units", overflow);
        }
    }

    /**
     * The number of periods, from that of the first purchase to that of the last day observed.
     *
     * @return the count, in [0, inf)
     */
    public int periods() {
        return buyers.length;
    }

    /**
     * The first day of period 0.
     *
     * @return the day
     */
    public LocalDate start() {
        return start;
    }

    /**
     * The decimals of the minor unit.
     *
     * @return the scale, in [0, 9]
     */
    public int scale() {
        return scale;
    }

    /**
     * How many of those who first bought in a period bought in a later one, or in the same.
     *
     * @param cohort the period of the first purchase, in [0, periods)
     * @param age periods since then, in [0, periods - cohort)
     * @return the number of buyers; at age 0 all of the cohort
     * @throws IndexOutOfBoundsException if there is no such period
     */
    public long buyers(int cohort, int age) {
        return at(buyers, cohort, age);
    }

    /**
     * What those who first bought in a period spent in a later one, or in the same.
     *
     * @param cohort the period of the first purchase, in [0, periods)
     * @param age periods since then, in [0, periods - cohort)
     * @return net spend on purchase days in minor units
     * @throws IndexOutOfBoundsException if there is no such period
     */
    public long spendMinor(int cohort, int age) {
        return at(spendMinor, cohort, age);
    }

    private long at(long[][] column, int cohort, int age) {
        long[] row = column[Objects.checkIndex(cohort, periods())];
        Objects.checkIndex(age, periods() - cohort);
        return row.length == 0 ? 0 : row[age];
    }

    @Override
    public String toString() {
        return "CohortPurchases: " + periods() + " periods from " + start;
    }
}
