package org.loyalty4j.summary;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.internal.Checks;

/**
 * The days on which each customer of a log bought, in columns: what gaps, silences and states are read from.
 *
 * <p>Everything is as known on the last day: under {@link org.loyalty4j.data.RefundPolicy#NET_AGAINST_PRIOR} a refund cancels the
 * purchase it reaches back to, also for the time before the refund.
 *
 * <pre>{@code
 * PurchaseDays days = PurchaseDays.of(log, PurchaseRules.withDefaults(), LocalDate.of(2026, 6, 30));
 * days.count(0);
 * days.silenceDays(0);
 * }</pre>
 */
public final class PurchaseDays implements Serializable {
    private static final long serialVersionUID = 1L;

    private final List<String> customerIds;
    private final LocalDate asOf;
    private final int[] start; // by customer, and the end of the last
    private final int[] epochDay;

    private PurchaseDays(List<String> customerIds, LocalDate asOf, int[] start, int[] epochDay) {
        this.customerIds = customerIds;
        this.asOf = asOf;
        this.start = start;
        this.epochDay = epochDay;
    }

    /**
     * Reads the purchase days of a log.
     *
     * @param log the transactions
     * @param rules what counts as a purchase occasion; however same-day rows are merged, a day is a day
     * @param asOf the last day observed; later rows are left out
     * @return the days of all customers, prospects included, in the order of the log
     * @throws IllegalArgumentException if {@code asOf} is before every row or not in the years 1 to 9999, a customer's total
     *     overflows, or a refund is met under {@link org.loyalty4j.data.RefundPolicy#REJECT}
     */
    public static PurchaseDays of(TransactionLog log, PurchaseRules rules, LocalDate asOf) {
        Objects.requireNonNull(log, "log");
        Objects.requireNonNull(rules, "rules");
        Checks.day(Objects.requireNonNull(asOf, "asOf"), "asOf");
        OccasionReader.requireRowsUntil(log, asOf, "asOf");
        OccasionReader reader = new OccasionReader(log, rules, asOf);
        int[] start = new int[log.customerCount() + 1];
        int[] days = new int[log.transactionCount()]; // a purchase day has at least one row
        int size = 0;
        for (int c = 0; c < log.customerCount(); c++) {
            reader.read(log, c);
            for (int i = 0; i < reader.purchaseDays(); i++) {
                days[size++] = reader.day(i);
            }
            start[c + 1] = size;
        }
        return new PurchaseDays(log.customerIds(), asOf, start, Arrays.copyOf(days, size));
    }

    /**
     * The purchase days of one customer.
     *
     * @param customerId the customer's id, not blank
     * @param epochDays the days as {@link LocalDate#toEpochDay} counts, strictly ascending, none after {@code asOf}; none of a
     *     prospect
     * @param asOf the last day observed
     * @return the days of that customer, whose index is 0
     * @throws IllegalArgumentException if the id is blank, or a day is out of order
     */
    public static PurchaseDays ofOne(String customerId, int[] epochDays, LocalDate asOf) {
        Checks.notBlank(customerId, "customerId");
        Objects.requireNonNull(asOf, "asOf");
        int[] days = epochDays.clone();
        for (int i = 0; i < days.length; i++) {
            if (!(days[i] <= asOf.toEpochDay() && (i == 0 || days[i - 1] < days[i]))) {
                throw new IllegalArgumentException("epochDays must ascend and end by " + asOf.toEpochDay()
                        + ", but were " + Arrays.toString(days));
            }
        }
        return new PurchaseDays(List.of(customerId), asOf, new int[] {0, days.length}, days);
    }

    /**
     * The number of customers, prospects included.
     *
     * @return the count, in [0, 2^31)
     */
    public int customerCount() {
        return start.length - 1;
    }

    /**
     * The ids of all customers, by index.
     *
     * @return an immutable random-access list
     */
    public List<String> customerIds() {
        return customerIds;
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
     * The purchase days of all customers together.
     *
     * @return the count, in [0, 2^31)
     */
    public int totalCount() {
        return epochDay.length;
    }

    /**
     * The customers with a purchase.
     *
     * @return their indices, ascending
     */
    public int[] buyers() {
        return IntStream.range(0, customerCount()).filter(c -> count(c) > 0).toArray();
    }

    /**
     * How many days a customer bought on.
     *
     * @param customer the customer's index, in [0, customerCount)
     * @return the count; 0 for a prospect
     */
    public int count(int customer) {
        return start[customer + 1] - start[customer];
    }

    /**
     * A day on which a customer bought.
     *
     * @param customer the customer's index, in [0, customerCount)
     * @param purchase which of the customer's purchase days, the earliest first, in [0, count)
     * @return the day as {@link LocalDate#toEpochDay} counts
     * @throws IndexOutOfBoundsException if the customer has no such day
     */
    public int epochDay(int customer, int purchase) {
        return epochDay[start[customer] + Objects.checkIndex(purchase, count(customer))];
    }

    /**
     * How long a customer has been silent.
     *
     * @param customer the customer's index, in [0, customerCount)
     * @return days from the last purchase to {@code asOf}, in [0, inf); empty for a prospect
     */
    public OptionalInt silenceDays(int customer) {
        int last = count(customer) - 1;
        return last < 0 ? OptionalInt.empty() : OptionalInt.of((int) asOf.toEpochDay() - epochDay(customer, last));
    }

    /**
     * The first purchase day of all.
     *
     * @return the day; empty if nobody bought
     */
    public OptionalInt firstEpochDay() {
        return Arrays.stream(epochDay).min();
    }

    @Override
    public String toString() {
        return "PurchaseDays: " + totalCount() + " purchase days of " + customerCount() + " customers as of " + asOf;
    }
}
