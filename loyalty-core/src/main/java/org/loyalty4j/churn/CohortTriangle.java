package org.loyalty4j.churn;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.CalendarPeriods;
import org.loyalty4j.Proportion;
import org.loyalty4j.data.Customer;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.Percent;
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
            CohortMeasure measure, CalendarPeriods calendar, LocalDate asOf, long joinedAfter, List<Row> rows) {
        this.measure = measure;
        this.calendar = calendar;
        this.asOf = asOf;
        this.joinedAfter = joinedAfter;
        this.cohorts = rows.stream().map(Row::cohort).toArray(Cohort[]::new);
        this.customers = rows.stream().map(Row::customers).toArray(long[][]::new);
        boolean withRevenue = rows.stream().anyMatch(row -> row.revenue() != null);
        this.revenue = withRevenue ? rows.stream().map(Row::revenue).toArray(BigDecimal[][]::new) : null;
    }

    private record Row(Cohort cohort, long[] customers, BigDecimal @Nullable [] revenue) {}

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
        Clock clock = new Clock(asOf, calendar);
        Map<String, LocalDate> first = new HashMap<>(); // where any came back
        boolean returns = Spells.requireSeparate(customers) > 0;
        if (returns) {
            customers.forEach(c -> first.merge(c.id(), c.joinedOn(), (a, b) -> a.isBefore(b) ? a : b));
        }
        Tally tally = new Tally(clock, false);
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
        Clock clock = new Clock(asOf, calendar);
        Map<String, List<Subscription>> byCustomer = new HashMap<>();
        subscriptions.forEach(s -> byCustomer
                .computeIfAbsent(s.customerId(), id -> new ArrayList<>(1))
                .add(s));
        Tally tally = new Tally(clock, true);
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
        int observed = new Clock(asOf, calendar).endOf(null);
        List<Row> rows = new ArrayList<>();
        for (int cohort = 0; cohort < purchases.periods(); cohort++) {
            if (purchases.buyers(cohort, 0) > 0) {
                LocalDate start = calendar.plus(purchases.start(), cohort);
                int ages = Math.max(0, observed - calendar.between(Clock.ORIGIN, start));
                long[] buyers = new long[ages];
                BigDecimal[] spend = new BigDecimal[ages];
                for (int age = 0; age < ages; age++) {
                    buyers[age] = purchases.buyers(cohort, age);
                    spend[age] = BigDecimal.valueOf(purchases.spendMinor(cohort, age), purchases.scale());
                }
                rows.add(new Row(
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

    /** Numbers the periods of a calendar, and knows which have ended. */
    private static final class Clock {
        static final LocalDate ORIGIN = LocalDate.of(2000, 1, 3);

        private final CalendarPeriods calendar;
        private final LocalDate asOf;
        private final int current; // the period of the day after the last observed: all before it have ended

        Clock(LocalDate asOf, CalendarPeriods calendar) {
            this.calendar = Objects.requireNonNull(calendar, "calendar");
            this.asOf = Checks.day(Objects.requireNonNull(asOf, "asOf"), "asOf");
            LocalDate next = calendar.next(asOf);
            int period = calendar.between(ORIGIN, asOf);
            this.current = next.equals(asOf.plusDays(1)) ? period + 1 : period;
        }

        int period(LocalDate day) {
            return calendar.between(ORIGIN, day);
        }

        LocalDate start(int period) {
            return calendar.plus(ORIGIN, period);
        }

        /** The first period at whose end a customer is gone who leaves on a day; of one who has not left, the first not ended. */
        int endOf(@Nullable LocalDate leftOn) {
            return leftOn == null || leftOn.isAfter(asOf) ? current : period(leftOn);
        }
    }

    /** Adds up the customers and the amounts of cohorts by their first and last periods. */
    private static final class Tally {
        private final Clock clock;
        private final boolean withRevenue;
        private final Map<Integer, Counts> cohorts = new HashMap<>();

        Tally(Clock clock, boolean withRevenue) {
            this.clock = clock;
            this.withRevenue = withRevenue;
        }

        private static final class Counts {
            private long size;
            private BigDecimal base = BigDecimal.ZERO;
            private final long[] change;
            private final BigDecimal[] paid;

            Counts(int ages, boolean withRevenue) {
                change = new long[ages + 1];
                paid = new BigDecimal[withRevenue ? ages + 1 : 0];
                Arrays.fill(paid, BigDecimal.ZERO);
            }
        }

        private Counts counts(int cohort) {
            return cohorts.computeIfAbsent(cohort, c -> new Counts(Math.max(0, clock.current - c), withRevenue));
        }

        void cohortSize(int cohort) {
            counts(cohort).size++;
        }

        void cohortRevenue(int cohort, BigDecimal amount) {
            Counts counts = counts(cohort);
            counts.base = counts.base.add(amount);
        }

        /** Counts a customer at the ends of the periods from {@code from} to before {@code to}. */
        void stay(int cohort, int from, int to) {
            if (from < Math.min(to, clock.current)) {
                long[] change = counts(cohort).change;
                change[from - cohort]++;
                change[Math.min(to, clock.current) - cohort]--;
            }
        }

        void pay(int cohort, int from, int to, BigDecimal amount) {
            if (from < Math.min(to, clock.current)) {
                BigDecimal[] paid = counts(cohort).paid;
                paid[from - cohort] = paid[from - cohort].add(amount);
                int end = Math.min(to, clock.current) - cohort;
                paid[end] = paid[end].subtract(amount);
            }
        }

        List<Row> rows() {
            List<Row> rows = new ArrayList<>();
            cohorts.keySet().stream().sorted().forEach(cohort -> {
                Counts counts = counts(cohort);
                int ages = counts.change.length - 1;
                long[] there = new long[ages];
                BigDecimal[] paid = new BigDecimal[withRevenue ? ages : 0];
                for (int age = 0; age < ages; age++) {
                    there[age] = counts.change[age] + (age == 0 ? 0 : there[age - 1]);
                    if (withRevenue) {
                        paid[age] = age == 0 ? counts.paid[0] : counts.paid[age].add(paid[age - 1]);
                    }
                }
                LocalDate start = clock.start(cohort);
                rows.add(new Row(
                        new Cohort(start, clock.calendar.label(start), counts.size, withRevenue ? counts.base : null),
                        there,
                        withRevenue ? paid : null));
            });
            return rows;
        }
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
        StringBuilder text = table(cell ->
                cell.share().map(share -> Percent.number(share.value(), "-")).orElse("."));
        text.append(line(
                "average",
                "",
                averages().stream()
                        .map(average -> Percent.number(average.share().value(), "-"))
                        .toList()));
        return withCohorts(text);
    }

    /**
     * The numbers of customers as an aligned table.
     *
     * @return the table
     */
    public String countsText() {
        return table(cell -> cell.customers() == null ? "." : cell.customers().toString())
                .toString();
    }

    /**
     * The revenue as an aligned table, in percent of what each cohort began with.
     *
     * @return the table; empty where there is no revenue
     */
    public Optional<String> revenueText() {
        if (!hasRevenue()) {
            return Optional.empty();
        }
        StringBuilder text = table(cell -> cell.customers() == null ? "." : Percent.number(cell.revenueRate(), "-"));
        text.append(line(
                "average",
                "",
                averages().stream()
                        .map(average -> Percent.number(average.revenueRate(), "-"))
                        .toList()));
        return Optional.of(withCohorts(text));
    }

    private String withCohorts(StringBuilder text) {
        return text.append(line(
                        "cohorts",
                        "",
                        averages().stream()
                                .map(average -> Integer.toString(average.cohorts()))
                                .toList()))
                .toString();
    }

    private StringBuilder table(Function<CohortCell, String> shown) {
        int columns = ages();
        StringBuilder text = new StringBuilder(line(
                calendar.unitName().english(),
                "size",
                IntStream.range(0, columns).mapToObj(Integer::toString).toList()));
        for (int i = 0; i < cohorts.length; i++) {
            int cohort = i;
            text.append(line(
                    cohorts[i].label(),
                    Long.toString(cohorts[i].size()),
                    IntStream.range(0, columns)
                            .mapToObj(age -> shown.apply(cell(cohort, age)))
                            .toList()));
        }
        return text;
    }

    private static String line(String name, String size, List<String> cells) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-10s %8s ", name, size));
        cells.forEach(cell -> line.append(String.format(Locale.ROOT, " %6s", cell)));
        return line.append('\n').toString();
    }

    @Override
    public String toString() {
        return ratesText();
    }
}
