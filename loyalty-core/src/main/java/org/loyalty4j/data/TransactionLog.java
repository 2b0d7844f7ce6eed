package org.loyalty4j.data;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collector;
import java.util.stream.IntStream;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.MinorUnits;
import org.loyalty4j.internal.Parallel;
import org.loyalty4j.internal.RowList;

/**
 * Every transaction of every customer: an immutable log in primitive columns.
 *
 * <p>A customer is an index in [0, {@link #customerCount()}), in ascending order of id: {@code String} ids as
 * {@link String#compareTo} orders them, {@code long} ids as numbers. A customer's transactions are the rows from
 * {@link #firstRow} (inclusive) to {@link #endRow} (exclusive), in ascending order of day and, within a day, of amount. So
 * two logs of the same rows are equal whatever order the rows came in, and all that is calculated from them is the same to
 * the bit.
 *
 * <p>Amounts are whole minor units at one scale and in one currency for the whole log: cents at scale 2, yen at scale 0.
 * They are exact; an amount with more decimals is refused, not rounded.
 *
 * <p>Customers may be in the log without a transaction: prospects, who are kept and counted.
 */
public final class TransactionLog implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The scale where none is named: two decimals. */
    public static final int DEFAULT_SCALE = 2;

    private final CustomerIds ids;
    private final int[] firstRow; // one more than customers: the last entry is the number of rows
    private final int[] epochDay;
    private final AmountColumn amounts;
    private final int scale;
    private final int firstDay; // of all rows; meaningless without rows
    private final int lastDay;

    TransactionLog(CustomerIds ids, int[] firstRow, int[] epochDay, AmountColumn amounts, int scale) {
        this.ids = ids;
        this.firstRow = firstRow;
        this.epochDay = epochDay;
        this.amounts = amounts;
        this.scale = scale;
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (int day : epochDay) {
            first = Math.min(first, day);
            last = Math.max(last, day);
        }
        this.firstDay = first;
        this.lastDay = last;
    }

    /**
     * A builder that takes rows one by one.
     *
     * @param scale decimals of the currency's minor unit, in [0, 9]: 2 for cents, 0 for yen
     * @return an empty builder
     * @throws IllegalArgumentException if the scale is out of range
     */
    public static TransactionLog.Builder builder(int scale) {
        return new Builder(scale);
    }

    /**
     * A log of the given transactions, at {@link #DEFAULT_SCALE}.
     *
     * @param transactions the rows, in any order
     * @return the log
     * @throws IllegalArgumentException if an amount has more decimals than the scale or overflows; the message names its
     *     index
     */
    public static TransactionLog of(List<Transaction> transactions) {
        return of(transactions, DEFAULT_SCALE);
    }

    /**
     * A log of the given transactions.
     *
     * @param transactions the rows, in any order
     * @param scale decimals of the currency's minor unit, in [0, 9]
     * @return the log
     * @throws IllegalArgumentException if an amount has more decimals than the scale or overflows; the message names its
     *     index
     */
    public static TransactionLog of(List<Transaction> transactions, int scale) {
        return LogLoader.withDefaults().withScale(scale).of(transactions);
    }

    /**
     * Collects a stream of the caller's own objects into a log at {@link #DEFAULT_SCALE}.
     *
     * @param <T> the caller's class
     * @param customerId reads the customer's id
     * @param date reads the day
     * @param amount reads the amount in the currency's major unit
     * @return the collector; it also serves parallel streams
     */
    public static <T> Collector<T, ?, TransactionLog> collector(
            Function<? super T, String> customerId,
            Function<? super T, LocalDate> date,
            Function<? super T, BigDecimal> amount) {
        return collector(customerId, date, amount, DEFAULT_SCALE);
    }

    /**
     * Collects a stream of the caller's own objects into a log.
     *
     * @param <T> the caller's class
     * @param customerId reads the customer's id
     * @param date reads the day
     * @param amount reads the amount in the currency's major unit
     * @param scale decimals of the currency's minor unit, in [0, 9]
     * @return the collector; it also serves parallel streams
     */
    public static <T> Collector<T, ?, TransactionLog> collector(
            Function<? super T, String> customerId,
            Function<? super T, LocalDate> date,
            Function<? super T, BigDecimal> amount,
            int scale) {
        Objects.requireNonNull(customerId, "customerId");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(amount, "amount");
        MinorUnits.checkScale(scale);
        return Collector.of(
                () -> new Builder(scale),
                (builder, row) -> builder.add(customerId.apply(row), date.apply(row), amount.apply(row)),
                Builder::addAll,
                Builder::build,
                Collector.Characteristics.UNORDERED);
    }

    /**
     * This log and another as one.
     *
     * @param other a log of the same scale and kind of ids
     * @return the rows and customers of both
     * @throws IllegalArgumentException if scale or kind of ids differ
     */
    public TransactionLog merge(TransactionLog other) {
        Objects.requireNonNull(other, "other");
        return builder(scale).addAll(this).addAll(other).build();
    }

    /**
     * This log with customers who need not have a transaction.
     *
     * @param customerIds ids as {@link #customerIds} writes them; those that the log knows already change nothing
     * @return the log with all of them
     * @throws IllegalArgumentException if an id is blank, or is not written as a {@code long} where those of the log are
     */
    public TransactionLog withCustomers(Collection<String> customerIds) {
        if (customerIds.stream().allMatch(id -> indexOf(id).isPresent())) {
            return this;
        }
        Builder builder = builder(scale).addAll(this);
        customerIds.forEach(id -> ids.addTo(builder, id));
        return builder.build();
    }

    /**
     * This log with some of its customers only, and the rows that are theirs.
     *
     * @param customer tells by the index of a customer, in [0, customerCount), whether to keep the customer
     * @return the log of those kept
     */
    public TransactionLog onlyCustomers(IntPredicate customer) {
        Objects.requireNonNull(customer, "customer");
        int[] kept = IntStream.range(0, customerCount()).filter(customer).toArray();
        if (kept.length == customerCount()) {
            return this;
        }
        int[] first = new int[kept.length + 1];
        int[] from = new int[kept.length];
        int[] to = new int[kept.length];
        for (int i = 0; i < kept.length; i++) {
            from[i] = firstRow(kept[i]);
            to[i] = endRow(kept[i]);
            first[i + 1] = first[i] + to[i] - from[i];
        }
        int[] days = new int[first[kept.length]];
        for (int i = 0; i < kept.length; i++) {
            System.arraycopy(epochDay, from[i], days, first[i], to[i] - from[i]);
        }
        return new TransactionLog(ids.at(kept), first, days, amounts.select(from, to, days.length), scale);
    }

    /**
     * The number of customers, prospects included.
     *
     * @return the count, in [0, 2^31)
     */
    public int customerCount() {
        return ids.size();
    }

    /**
     * The number of rows.
     *
     * @return the count, in [0, 2^31)
     */
    public int transactionCount() {
        return epochDay.length;
    }

    /**
     * The decimals of the minor unit in which amounts are held.
     *
     * @return the scale, in [0, 9]
     */
    public int scale() {
        return scale;
    }

    /**
     * The id of a customer.
     *
     * @param customer the customer's index, in [0, customerCount)
     * @return the id
     */
    public String customerId(int customer) {
        return ids.get(customer);
    }

    /**
     * The ids of all customers, by index.
     *
     * @return an immutable random-access list, whose {@code indexOf} searches by halves and which does not keep the rows in
     *     memory
     */
    public List<String> customerIds() {
        return ids;
    }

    /**
     * The index of a customer.
     *
     * @param customerId the id
     * @return the index; empty if the log does not know the customer
     */
    public OptionalInt indexOf(String customerId) {
        int index = ids.indexOf(Objects.requireNonNull(customerId, "customerId"));
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /**
     * The first row of a customer.
     *
     * @param customer the customer's index, in [0, customerCount)
     * @return the row, inclusive
     */
    public int firstRow(int customer) {
        return firstRow[customer];
    }

    /**
     * The end of a customer's rows.
     *
     * @param customer the customer's index, in [0, customerCount)
     * @return the row after the last, exclusive
     */
    public int endRow(int customer) {
        return firstRow[customer + 1];
    }

    /**
     * The day of a row.
     *
     * @param row the row, in [0, transactionCount)
     * @return the day as {@link LocalDate#toEpochDay} counts
     */
    public int epochDay(int row) {
        return epochDay[row];
    }

    /**
     * The amount of a row.
     *
     * @param row the row, in [0, transactionCount)
     * @return whole minor units; below zero for a refund
     */
    public long minorUnits(int row) {
        return amounts.get(row);
    }

    /**
     * The day of the earliest row.
     *
     * @return the day; empty without rows
     */
    public Optional<LocalDate> firstDate() {
        return epochDay.length == 0 ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(firstDay));
    }

    /**
     * The day of the latest row.
     *
     * @return the day; empty without rows
     */
    public Optional<LocalDate> lastDate() {
        return epochDay.length == 0 ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(lastDay));
    }

    /**
     * The rows as records, by customer and day.
     *
     * @return an immutable random-access view
     */
    public List<Transaction> transactions() {
        return new RowList<>(epochDay.length, this::transaction);
    }

    private Transaction transaction(int row) {
        return new Transaction(
                ids.get(customerOf(row)),
                LocalDate.ofEpochDay(epochDay[row]),
                BigDecimal.valueOf(amounts.get(row), scale));
    }

    /** The last customer whose rows start at this one or before; customers without rows share their start with the next. */
    private int customerOf(int row) {
        int low = 0;
        int high = ids.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (firstRow[middle] <= row) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TransactionLog that
                && scale == that.scale
                && ids.getClass() == that.ids.getClass()
                && ids.equals(that.ids)
                && Arrays.equals(firstRow, that.firstRow)
                && Arrays.equals(epochDay, that.epochDay)
                && amounts.equals(that.amounts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(scale, ids, Arrays.hashCode(epochDay), amounts);
    }

    @Override
    public String toString() {
        return "TransactionLog: " + transactionCount() + " transactions of " + customerCount() + " customers"
                + (transactionCount() == 0
                        ? ""
                        : ", " + LocalDate.ofEpochDay(firstDay) + " to " + LocalDate.ofEpochDay(lastDay));
    }

    /** Takes rows in any order and builds a {@link TransactionLog}; for one thread. */
    public static final class Builder {
        private final int scale;
        private final IdTable ids = new IdTable();
        private int rows;
        private int[] customer = new int[64];
        private int[] epochDay = new int[64];
        private long[] minorUnits = new long[64];

        private Builder(int scale) {
            this.scale = MinorUnits.checkScale(scale);
        }

        /**
         * Adds a row.
         *
         * @param customerId the customer's id, not blank
         * @param date the day
         * @param amount the amount in the currency's major unit
         * @return this builder
         * @throws IllegalArgumentException if the id is blank, the day is not in the years 1 to 9999, or the amount has more
         *     decimals than the scale or overflows
         */
        public Builder add(String customerId, LocalDate date, BigDecimal amount) {
            Objects.requireNonNull(date, "date");
            Objects.requireNonNull(amount, "amount");
            return add(customerId, (int) Checks.day(date, "date").toEpochDay(), MinorUnits.of(amount, scale));
        }

        /**
         * Adds a row whose amount is already in minor units.
         *
         * @param customerId the customer's id, not blank
         * @param epochDay the day as {@link LocalDate#toEpochDay} counts
         * @param minorUnits the amount in whole minor units
         * @return this builder
         * @throws IllegalArgumentException if the id is blank, the ids before it were {@code long}, or the day is not in the
         *     years 1 to 9999
         */
        public Builder add(String customerId, int epochDay, long minorUnits) {
            Checks.epochDay(epochDay);
            return append(number(customerId), epochDay, minorUnits);
        }

        /**
         * Adds a row of a customer whose id is a number.
         *
         * @param customerId the customer's id
         * @param epochDay the day as {@link LocalDate#toEpochDay} counts
         * @param minorUnits the amount in whole minor units
         * @return this builder
         * @throws IllegalArgumentException if the ids before it were {@code String}, or the day is not in the years 1 to
         *     9999
         */
        public Builder add(long customerId, int epochDay, long minorUnits) {
            Checks.epochDay(epochDay);
            return append(ids.add(customerId), epochDay, minorUnits);
        }

        /**
         * Makes a customer known who need not have a transaction.
         *
         * @param customerId the customer's id, not blank
         * @return this builder
         * @throws IllegalArgumentException if the id is blank or the ids before it were {@code long}
         */
        public Builder addCustomer(String customerId) {
            number(customerId);
            return this;
        }

        /**
         * Makes a customer known whose id is a number and who need not have a transaction.
         *
         * @param customerId the customer's id
         * @return this builder
         * @throws IllegalArgumentException if the ids before it were {@code String}
         */
        public Builder addCustomer(long customerId) {
            ids.add(customerId);
            return this;
        }

        /**
         * Adds every row and customer of a log.
         *
         * @param log a log of the same scale and kind of ids
         * @return this builder
         * @throws IllegalArgumentException if scale or kind of ids differ
         */
        public Builder addAll(TransactionLog log) {
            checkScale(log.scale);
            if (log.customerCount() == 0) {
                return this;
            }
            int[] numbers = log.ids.addAllTo(ids);
            for (int c = 0; c < numbers.length; c++) {
                for (int row = log.firstRow(c); row < log.endRow(c); row++) {
                    append(numbers[c], log.epochDay[row], log.minorUnits(row));
                }
            }
            return this;
        }

        /**
         * The number of rows so far.
         *
         * @return the count
         */
        public int transactionCount() {
            return rows;
        }

        /**
         * Builds the log of the rows so far; the builder can go on afterwards.
         *
         * @return the log
         */
        public TransactionLog build() {
            LogRows all = new LogRows(List.of(LogChunk.of(customer, epochDay, minorUnits, rows)));
            return LogSorter.sort(ids.ranked(), all, all.span(Parallel.NONE), scale, Parallel.NONE);
        }

        private Builder addAll(Builder other) {
            return addAll(other.build());
        }

        private void checkScale(int otherScale) {
            if (otherScale != scale) {
                throw new IllegalArgumentException("scale must be " + scale + " in both logs, but was " + otherScale);
            }
        }

        private int number(String customerId) {
            if (customerId.isBlank()) {
                throw new IllegalArgumentException("customerId must not be blank");
            }
            return ids.add(customerId);
        }

        private Builder append(int number, int day, long amount) {
            if (rows == customer.length) {
                grow();
            }
            customer[rows] = number;
            epochDay[rows] = day;
            minorUnits[rows] = amount;
            rows++;
            return this;
        }

        private void grow() {
            if (rows == Integer.MAX_VALUE - 8) {
                throw new IllegalStateException("a log holds at most " + rows + " transactions");
            }
            int capacity = (int) Math.min(Integer.MAX_VALUE - 8, 64L + rows + (rows >> 1));
            customer = Arrays.copyOf(customer, capacity);
            epochDay = Arrays.copyOf(epochDay, capacity);
            minorUnits = Arrays.copyOf(minorUnits, capacity);
        }
    }
}
