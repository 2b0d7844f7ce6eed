package org.loyalty4j.churn;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.data.Customer;
import org.loyalty4j.internal.Checks;

/**
 * How long the customers of a group stayed: what the survival curve and the log-rank test read.
 *
 * <p>Held as a table of ages: how many came under observation, left or were last seen at each. It is the same for any order of
 * the customers, and as long as there are different ages, not customers.
 *
 * <pre>{@code
 * Lifetimes lifetimes = Lifetimes.of(customers, LocalDate.of(2026, 6, 30));
 * SurvivalCurve curve = SurvivalCurve.of(lifetimes, 0.95);
 * }</pre>
 */
public final class Lifetimes implements Serializable {
    private static final long serialVersionUID = 1L;

    // Rows in order of age; a row has at least one count above zero.
    private final int[] day;
    private final long[] entered; // at risk from this age on
    private final long[] ended; // after which no longer at risk, like the censored
    private final long[] censored;

    private final long returns;
    private final long joinedAfter;
    private final long leftBefore;

    private Lifetimes(Columns columns, long returns, long joinedAfter, long leftBefore) {
        int[] from = Arrays.copyOf(columns.from, columns.size);
        int[] endedAt = Arrays.copyOf(columns.endedAt, columns.endings);
        int[] lastSeenAt = Arrays.copyOf(columns.lastSeenAt, columns.size - columns.endings);
        Arrays.sort(from);
        Arrays.sort(endedAt);
        Arrays.sort(lastSeenAt);
        int[] all = new int[from.length + columns.size];
        System.arraycopy(from, 0, all, 0, from.length);
        System.arraycopy(endedAt, 0, all, from.length, endedAt.length);
        System.arraycopy(lastSeenAt, 0, all, from.length + endedAt.length, lastSeenAt.length);
        this.day = Arrays.stream(all).sorted().distinct().toArray();
        this.entered = counts(from, day);
        this.ended = counts(endedAt, day);
        this.censored = counts(lastSeenAt, day);
        this.returns = returns;
        this.joinedAfter = joinedAfter;
        this.leftBefore = leftBefore;
    }

    private Lifetimes(
            int[] day, long[] entered, long[] ended, long[] censored, long returns, long joinedAfter, long leftBefore) {
        this.day = day;
        this.entered = entered;
        this.ended = ended;
        this.censored = censored;
        this.returns = returns;
        this.joinedAfter = joinedAfter;
        this.leftBefore = leftBefore;
    }

    private static long[] counts(int[] sorted, int[] days) {
        long[] counts = new long[days.length];
        int row = 0;
        for (int value : sorted) {
            while (days[row] < value) {
                row++;
            }
            counts[row]++;
        }
        return counts;
    }

    /**
     * Lifetimes that are known otherwise than from dates.
     *
     * @param lifetimes the lifetimes, in any order
     * @return the same, as a table
     */
    public static Lifetimes ofLifetimes(List<Lifetime> lifetimes) {
        Columns columns = new Columns(lifetimes.size());
        Checks.forEach(
                lifetimes,
                "lifetimes",
                life -> columns.add(life.observedFromDays(), life.durationDays(), life.ended()));
        return new Lifetimes(columns, 0, 0, 0);
    }

    /**
     * The lifetimes of customers who are all known from the day they joined, also those who left long ago.
     *
     * <p>A customer who left by {@code asOf} stayed {@code leftOn - joinedOn} days. For every other, one whose {@code leftOn} lies
     * after {@code asOf} included, the lifetime was longer than {@code asOf - joinedOn} days when observation ended. Those
     * who joined after {@code asOf} are left out and counted. A customer who left and came back has a lifetime for each spell;
     * the returns are counted.
     *
     * @param customers customers with the day they joined and, where they did, left; in any order
     * @param asOf the last day observed
     * @return their lifetimes
     * @throws IllegalArgumentException if two spells of one customer overlap, or a day is not in the years 1 to 9999
     */
    public static Lifetimes of(List<Customer> customers, LocalDate asOf) {
        return of(customers, null, Objects.requireNonNull(asOf, "asOf"));
    }

    /**
     * The lifetimes of customers of whom nothing is known before a day: records that begin with those then on the books.
     *
     * <p>Older customers count from the age they had on that day ({@link Lifetime#observedFromDays()}): the ones who left
     * sooner are missing from such records, and to ignore that makes customers look more loyal than they are. As in {@link
     * CustomerFlow}, a customer whose {@code leftOn} is that day was still there when observation began. Those who
     * left before it are left out and counted.
     *
     * @param customers customers with the day they joined and, where they did, left; in any order
     * @param observedFrom the first day from which leaving is known, not after {@code asOf}
     * @param asOf the last day observed
     * @return their lifetimes
     * @throws IllegalArgumentException if observation ends before it begins, two spells of one customer overlap, or a day is not
     *     in the years 1 to 9999
     */
    public static Lifetimes observedFrom(List<Customer> customers, LocalDate observedFrom, LocalDate asOf) {
        Checks.day(Objects.requireNonNull(observedFrom, "observedFrom"), "observedFrom");
        Objects.requireNonNull(asOf, "asOf");
        if (observedFrom.isAfter(asOf)) {
            throw new IllegalArgumentException(
                    "observedFrom must not be after asOf " + asOf + ", but was " + observedFrom);
        }
        return of(customers, observedFrom, asOf);
    }

    /**
     * The lifetimes of customers until they first left. Returning starts no second lifetime, so that every customer counts once
     * and the customers are independent of each other, as the intervals suppose.
     *
     * @param customers customers with the day they joined and, where they did, left; in any order
     * @param asOf the last day observed
     * @return the lifetime of the first spell of each customer
     * @throws IllegalArgumentException if two spells of one customer overlap, or a day is not in the years 1 to 9999
     */
    public static Lifetimes ofFirstSpells(List<Customer> customers, LocalDate asOf) {
        Checks.day(Objects.requireNonNull(asOf, "asOf"), "asOf");
        if (Spells.requireSeparate(customers) == 0) {
            return of(customers, null, asOf);
        }
        Map<String, Customer> first = new HashMap<>();
        for (Customer customer : customers) {
            first.merge(customer.id(), customer, (a, b) -> isBefore(a, b) ? a : b);
        }
        return of(List.copyOf(first.values()), null, asOf);
    }

    /** Of two spells that join on one day, the first has ended on that day. */
    private static boolean isBefore(Customer a, Customer b) {
        return a.joinedOn().equals(b.joinedOn())
                ? a.joinedOn().equals(a.leftOn())
                : a.joinedOn().isBefore(b.joinedOn());
    }

    private static Lifetimes of(List<Customer> customers, @Nullable LocalDate observedFrom, LocalDate asOf) {
        Checks.day(asOf, "asOf");
        long returns = Spells.requireSeparate(customers);
        Columns columns = new Columns(customers.size());
        long joinedAfter = 0;
        long leftBefore = 0;
        for (Customer customer : customers) {
            LocalDate joinedOn = Checks.day(customer.joinedOn(), "joinedOn");
            LocalDate leftOn = customer.leftOn();
            if (joinedOn.isAfter(asOf)) {
                joinedAfter++;
            } else if (observedFrom != null && leftOn != null && leftOn.isBefore(observedFrom)) {
                leftBefore++;
            } else {
                boolean left = leftOn != null && !leftOn.isAfter(asOf);
                columns.add(
                        observedFrom == null ? 0 : Math.max(0, days(joinedOn, observedFrom)),
                        days(joinedOn, leftOn != null && left ? leftOn : asOf),
                        left);
            }
        }
        return new Lifetimes(columns, returns, joinedAfter, leftBefore);
    }

    private static int days(LocalDate from, LocalDate to) {
        return (int) ChronoUnit.DAYS.between(from, to);
    }

    /**
     * The lifetimes of those who had stayed for a while, from that age on: the rest of life of customers of that age.
     *
     * @param fromDay the age from which customers count, in days, in [0, inf)
     * @return the lifetimes of those still there at {@code fromDay}, or who came under observation later; the others are added to
     *     {@link #leftBefore()}
     * @throws IllegalArgumentException if the age is negative
     */
    public Lifetimes afterDays(int fromDay) {
        Checks.notNegative((long) fromDay, "fromDay");
        long atRisk = 0;
        int first = 0;
        long gone = 0;
        for (; first < day.length && day[first] < fromDay; first++) {
            atRisk += entered[first] - ended[first] - censored[first];
            gone += ended[first] + censored[first];
        }
        if (first == 0) {
            return this;
        }
        boolean onRow = first < day.length && day[first] == fromDay;
        int[] days = Arrays.copyOfRange(day, first, day.length);
        long[] in = Arrays.copyOfRange(entered, first, day.length);
        long[] out = Arrays.copyOfRange(ended, first, day.length);
        long[] unknown = Arrays.copyOfRange(censored, first, day.length);
        if (onRow) {
            in[0] += atRisk;
        } else if (atRisk > 0) {
            days = prepended(days, fromDay);
            in = prepended(in, atRisk);
            out = prepended(out, 0);
            unknown = prepended(unknown, 0);
        }
        return new Lifetimes(days, in, out, unknown, returns, joinedAfter, leftBefore + gone);
    }

    private static int[] prepended(int[] values, int first) {
        int[] longer = new int[values.length + 1];
        longer[0] = first;
        System.arraycopy(values, 0, longer, 1, values.length);
        return longer;
    }

    private static long[] prepended(long[] values, long first) {
        long[] longer = new long[values.length + 1];
        longer[0] = first;
        System.arraycopy(values, 0, longer, 1, values.length);
        return longer;
    }

    /**
     * The number of lifetimes.
     *
     * @return lifetimes that ended or go on, in [0, inf)
     */
    public long size() {
        return Arrays.stream(entered).sum();
    }

    /**
     * The number of lifetimes that are known to have ended.
     *
     * @return a count, in [0, size]
     */
    public long ended() {
        return Arrays.stream(ended).sum();
    }

    /**
     * The number of lifetimes that go on.
     *
     * @return {@code size - ended}
     */
    public long censored() {
        return Arrays.stream(censored).sum();
    }

    /**
     * The number of rows that are a further spell of a customer who had left, of all rows that were given.
     *
     * @return a count, in [0, inf)
     */
    public long returns() {
        return returns;
    }

    /**
     * The number of customers left out because they joined after the last day observed.
     *
     * @return a count, in [0, inf)
     */
    public long joinedAfter() {
        return joinedAfter;
    }

    /**
     * The number of customers left out because they were gone before observation of them could begin.
     *
     * @return a count, in [0, inf)
     */
    public long leftBefore() {
        return leftBefore;
    }

    /** The number of rows of the table. */
    int rows() {
        return day.length;
    }

    /** The ages at which anybody left. */
    int[] endedDays() {
        return IntStream.range(0, day.length)
                .filter(row -> ended[row] > 0)
                .map(row -> day[row])
                .toArray();
    }

    int day(int row) {
        return day[row];
    }

    long entered(int row) {
        return entered[row];
    }

    long ended(int row) {
        return ended[row];
    }

    long censored(int row) {
        return censored[row];
    }

    /**
     * Lifetimes are equal if as many came under observation, left and were last seen at each age, and as many were left out.
     *
     * @param other another object
     * @return true if nothing tells them apart
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Lifetimes that
                && Arrays.equals(day, that.day)
                && Arrays.equals(entered, that.entered)
                && Arrays.equals(ended, that.ended)
                && Arrays.equals(censored, that.censored)
                && returns == that.returns
                && joinedAfter == that.joinedAfter
                && leftBefore == that.leftBefore;
    }

    /**
     * A hash code that goes with {@code equals}.
     *
     * @return the hash code
     */
    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(day) + Arrays.hashCode(ended)) + Arrays.hashCode(censored);
    }

    @Override
    public String toString() {
        return "Lifetimes: " + size() + ", of which " + ended() + " ended"
                + (returns == 0 ? "" : ", " + returns + " after a return")
                + (joinedAfter == 0 ? "" : "; left out: " + joinedAfter + " who joined later")
                + (leftBefore == 0 ? "" : "; left out: " + leftBefore + " who were gone before");
    }

    /** Lifetimes as they come in. */
    private static final class Columns {
        private final int[] from;
        private final int[] endedAt;
        private final int[] lastSeenAt;
        private int size;
        private int endings;

        Columns(int capacity) {
            from = new int[capacity];
            endedAt = new int[capacity];
            lastSeenAt = new int[capacity];
        }

        void add(int observedFrom, int duration, boolean hasEnded) {
            from[size] = observedFrom;
            if (hasEnded) {
                endedAt[endings] = duration;
                endings++;
            } else {
                lastSeenAt[size - endings] = duration;
            }
            size++;
        }
    }
}
