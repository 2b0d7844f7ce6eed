package org.loyalty4j.churn;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.CalendarPeriods;
import org.loyalty4j.Proportion;
import org.loyalty4j.data.Customer;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.RowList;
import org.loyalty4j.summary.CohortPurchases;

/**
 * Cohorts by the calendar period in which customers came, and what became of each in every period since: in customers, rates and,
 * where it is known, revenue.
 *
 * <p>A period counts once it has ended by the last day observed. Before that its cells are {@link
 * CohortCellState#NOT_YET_OBSERVED}, which is not zero, and no average contains them. Periods in which nobody came
 * have no row.
 *
 * <pre>{@code
 * CohortTriangle triangle = CohortTriangle.ofCustomers(customers, asOf, CalendarPeriods.months());
 * triangle.cell(0, 3).share();
 * triangle.average(3);
 * System.out.println(triangle);
 * }</pre>
 */
public final class CohortTriangle implements Serializable {
    private static final long serialVersionUID = 1L;

    private final CohortMeasure measure;
    private final CalendarPeriods calendar;
    private final LocalDate asOf;
    private final long joinedAfter;
    private final Cohort[] cohorts;
    private final long[][] customers; // by cohort and age, observed ages only
    private final BigDecimal @Nullable [][] revenue;

    private CohortTriangle(
            CohortMeasure measure, CalendarPeriods calendar, LocalDate asOf, long joinedAfter, List<CohortRow> rows) {
        this.measure = measure;
        this.calendar = calendar;
        this.asOf = asOf;
        this.joinedAfter = joinedAfter;
        this.cohorts = rows.stream().map(CohortRow::cohort).toArray(Cohort[]::new);
        this.customers = rows.stream().map(CohortRow::customers).toArray(long[][]::new);
        boolean withRevenue = rows.stream().anyMatch(row -> row.revenue() != null);
        this.revenue = withRevenue ? rows.stream().map(CohortRow::revenue).toArray(BigDecimal[][]::new) : null;
    }

    /**
     * Cohorts of customers with leave dates, by the period in which they joined.
     *
     * <p>A cell counts those on the books at the end of the period; as in {@link CustomerFlow}, a customer whose {@code leftOn} is the
     * first day of the next one is still among them. A customer who left and came back belongs to the cohort of the first
     * spell, and counts again while there: a row may rise. Spells that begin after {@code asOf} are left out and counted, and a
     * {@code leftOn} after it is not yet known.
     *
     * @param customers customers with the day they joined and, where they did, left; in any order
     * @param asOf the last day observed
     * @param calendar how the calendar is cut into periods
     * @return the triangle, without revenue
     * @throws IllegalArgumentException if two spells of one customer overlap, or a day is not in the years 1 to 9999
     */
    public static CohortTriangle ofCustomers(List<Customer> customers, LocalDate asOf, CalendarPeriods calendar) {
        CohortClock clock = new CohortClock(asOf, calendar);
        Map<String, LocalDate> first = new HashMap<>(); // where any came back
        boolean returns = Spells.requireSeparate(customers) > 0;
        if (returns) {
            customers.forEach(c -> first.merge(c.id(), c.joinedOn(), (a, b) -> a.isBefore(b) ? a : b));
        }
        CohortTally tally = new CohortTally(clock, false);
        first.values().stream().filter(day -> !day.isAfter(asOf)).forEach(day -> tally.cohortSize(clock.period(day)));
        long joinedAfter = 0;
        for (Customer customer : customers) {
            LocalDate joinedOn = customer.joinedOn();
            if (joinedOn.isAfter(asOf)) {
                joinedAfter++;
                continue;
            }
            int cohort = clock.period(first.getOrDefault(customer.id(), joinedOn));
            if (!returns) {
                tally.cohortSize(cohort);
            }
            tally.stay(cohort, clock.period(joinedOn), clock.endOf(customer.leftOn()));
        }
        return new CohortTriangle(CohortMeasure.STAYED, calendar, asOf, joinedAfter, tally.rows());
    }

    /**
     * Cohorts of subscribers, by the period in which their first subscription began, with their recurring revenue.
     *
     * <p>A cell counts the customers with a subscription at the end of the period, and adds up its monthly amounts. They are
     * compared with the amounts of the first day of each customer. Customers whose first subscription begins after {@code asOf} are
     * left out and counted; an end after it is not yet known.
     *
     * @param subscriptions the subscriptions, in any order, all in one currency
     * @param asOf the last day observed
     * @param calendar how the calendar is cut into periods
     * @return the triangle, with revenue
     * @throws IllegalArgumentException if a day is not in the years 1 to 9999
     */
    public static CohortTriangle ofSubscriptions(
            List<Subscription> subscriptions, LocalDate asOf, CalendarPeriods calendar) {
        CohortClock clock = new CohortClock(asOf, calendar);
        Map<String, List<Subscription>> byCustomer = new HashMap<>();
        subscriptions.forEach(s -> byCustomer
                .computeIfAbsent(s.customerId(), id -> new ArrayList<>(1))
                .add(s));
        CohortTally tally = new CohortTally(clock, true);
        long joinedAfter = 0;
        for (List<Subscription> own : byCustomer.values()) {
            own.sort(Comparator.comparing(Subscription::startInclusive));
            LocalDate start = own.get(0).startInclusive();
            if (start.isAfter(asOf)) {
                joinedAfter++;
                continue;
            }
            int cohort = clock.period(start);
            tally.cohortSize(cohort);
            int until = Integer.MIN_VALUE; // the periods before this one are counted
            for (Subscription subscription : own) {
                if (subscription.startInclusive().isAfter(asOf)) {
                    break;
                }
                if (subscription.startInclusive().equals(start)) {
                    tally.cohortRevenue(cohort, subscription.monthlyAmount());
                }
                int from = clock.period(subscription.startInclusive());
                int to = clock.endOf(subscription.endExclusive());
                tally.pay(cohort, from, to, subscription.monthlyAmount());
                tally.stay(cohort, Math.max(from, until), Math.max(to, until));
                until = Math.max(to, until);
            }
        }
        return new CohortTriangle(CohortMeasure.STAYED, calendar, asOf, joinedAfter, tally.rows());
    }

    /**
     * Cohorts of buyers, by the period of their first purchase.
     *
     * <p>A cell counts those who bought in the period and adds up what they spent on their purchase days in it. Who did not buy has not
     * left. In the first periods of a log, customers who bought before it began pass for new.
     *
     * @param log the transactions
     * @param rules what counts as a purchase occasion
     * @param asOf the last day observed; later rows are left out
     * @param calendar how the calendar is cut into periods
     * @return the triangle, with revenue
     * @throws IllegalArgumentException if {@code asOf} is before every row or not in the years 1 to 9999, amounts overflow, or a
     *     refund is met under {@link org.loyalty4j.data.RefundPolicy#REJECT}
     */
    public static CohortTriangle ofPurchases(
            TransactionLog log, PurchaseRules rules, LocalDate asOf, CalendarPeriods calendar) {
        CohortPurchases purchases = CohortPurchases.of(log, rules, asOf, calendar);
        int observed = new CohortClock(asOf, calendar).endOf(null);
        List<CohortRow> rows = new ArrayList<>();
        for (int cohort = 0; cohort < purchases.periods(); cohort++) {
            if (purchases.buyers(cohort, 0) > 0) {
                LocalDate start = calendar.plus(purchases.start(), cohort);
                int ages = Math.max(0, observed - calendar.between(CohortClock.ORIGIN, start));
                long[] buyers = new long[ages];
                BigDecimal[] spend = new BigDecimal[ages];
                for (int age = 0; age < ages; age++) {
                    buyers[age] = purchases.buyers(cohort, age);
                    spend[age] = BigDecimal.valueOf(purchases.spendMinor(cohort, age), purchases.scale());
                }
                rows.add(new CohortRow(
                        new Cohort(
                                start,
                                calendar.label(start),
                                purchases.buyers(cohort, 0),
                                BigDecimal.valueOf(purchases.spendMinor(cohort, 0), purchases.scale())),
                        buyers,
                        spend));
            }
        }
        return new CohortTriangle(CohortMeasure.BOUGHT, calendar, asOf, 0, rows);
    }

    /**
     * What the customers counted in a cell did.
     *
     * @return the measure
     */
    public CohortMeasure measure() {
        return measure;
    }

    /**
     * How the calendar is cut into periods.
     *
     * @return the calendar
     */
    public CalendarPeriods calendar() {
        return calendar;
    }

    /**
     * The last day observed.
     *
     * @return the day
     */
    public LocalDate asOf() {
        return asOf;
    }

    /**
     * The number of customers, or further spells of them, left out because they begin after the last day observed.
     *
     * @return a count, in [0, inf)
     */
    public long joinedAfter() {
        return joinedAfter;
    }

    /**
     * The cohorts, the oldest first. The youngest may still grow if its period has not ended.
     *
     * @return the rows of the triangle
     */
    public List<Cohort> cohorts() {
        return List.of(cohorts);
    }

    /**
     * The number of ages that any cohort has been observed at.
     *
     * @return the columns of the triangle, in [0, inf)
     */
    public int ages() {
        return Arrays.stream(customers).mapToInt(row -> row.length).max().orElse(0);
    }

    /**
     * Whether the triangle has revenue.
     *
     * @return true for subscriptions and purchases
     */
    public boolean hasRevenue() {
        return revenue != null;
    }

    /**
     * One cell.
     *
     * @param cohort the row, in [0, cohorts)
     * @param age periods since that of the cohort, in [0, inf)
     * @return the cell; not yet observed if its period had not ended
     * @throws IndexOutOfBoundsException if there is no such row, or the age is negative
     */
    public CohortCell cell(int cohort, int age) {
        long[] row = customers[Objects.checkIndex(cohort, cohorts.length)];
        Objects.checkIndex(age, Integer.MAX_VALUE);
        return age >= row.length
                ? new CohortCell(cohorts[cohort], age, null, null)
                : new CohortCell(cohorts[cohort], age, row[age], revenue == null ? null : revenue[cohort][age]);
    }

    /**
     * All cells, row by row, of every age that any cohort has been observed at.
     *
     * @return an immutable random-access list of cohorts times ages
     */
    public List<CohortCell> cells() {
        int columns = ages();
        return new RowList<>(cohorts.length * columns, i -> cell(i / columns, i % columns));
    }

    /**
     * The average of the cohorts that have been observed at an age, weighted by their size.
     *
     * @param age periods since that of the cohort, in [0, inf)
     * @return the average and the number of cohorts in it; empty if no cohort has been observed so long
     * @throws IllegalArgumentException if the age is negative
     */
    public Optional<CohortAverage> average(int age) {
        Checks.notNegative((long) age, "age");
        long counted = 0;
        long came = 0;
        int observed = 0;
        BigDecimal earned = BigDecimal.ZERO;
        BigDecimal base = BigDecimal.ZERO;
        for (int i = 0; i < cohorts.length; i++) {
            if (age < customers[i].length) {
                CohortCell cell = cell(i, age);
                observed++;
                counted += customers[i][age];
                came += cohorts[i].size();
                earned = earned.add(orZero(cell.revenue()));
                base = base.add(orZero(cohorts[i].revenue()));
            }
        }
        return observed == 0
                ? Optional.empty()
                : Optional.of(new CohortAverage(
                        age,
                        observed,
                        new Proportion(counted, came),
                        hasRevenue() ? earned : null,
                        hasRevenue() ? base : null));
    }

    private static BigDecimal orZero(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }

    /**
     * The averages of all ages.
     *
     * @return one for each of {@link #ages()}
     */
    public List<CohortAverage> averages() {
        return IntStream.range(0, ages())
                .mapToObj(this::average)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * The shares as an aligned table, in percent; a point stands for what is not yet observed. The last two lines are the average and
     * the number of cohorts in it.
     *
     * @return the table
     */
    public String ratesText() {
        return new CohortText(this).rates();
    }

    /**
     * The numbers of customers as an aligned table.
     *
     * @return the table
     */
    public String countsText() {
        return new CohortText(this).counts();
    }

    /**
     * The revenue as an aligned table, in percent of what each cohort began with.
     *
     * @return the table; empty where there is no revenue
     */
    public Optional<String> revenueText() {
        return hasRevenue() ? Optional.of(new CohortText(this).revenue()) : Optional.empty();
    }

    /**
     * Triangles are equal if they are of the same measure, calendar and day, and every cohort and cell is the same.
     *
     * @param other another object
     * @return true if nothing tells them apart
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CohortTriangle that
                && measure == that.measure
                && calendar.equals(that.calendar)
                && asOf.equals(that.asOf)
                && joinedAfter == that.joinedAfter
                && Arrays.equals(cohorts, that.cohorts)
                && Arrays.deepEquals(customers, that.customers)
                && Arrays.deepEquals(revenue, that.revenue);
    }

    /**
     * A hash code that goes with {@code equals}.
     *
     * @return the hash code
     */
    @Override
    public int hashCode() {
        return Objects.hash(measure, calendar, asOf, Arrays.hashCode(cohorts), Arrays.deepHashCode(customers));
    }

    @Override
    public String toString() {
        return ratesText();
    }
}
