package org.loyalty4j.summary;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.loyalty4j.data.DataReport;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.MinorUnits;

/**
 * One customer's transactions, gathered piece by piece: for a backend that scores one customer at a time, and for a cluster
 * that sees a customer's rows in many places.
 *
 * <pre>{@code
 * PurchaseSummary summary = new PurchaseAccumulator("C1", 2)
 *         .add(LocalDate.of(2026, 5, 1), new BigDecimal("19.90"))
 *         .summary(PurchaseRules.withDefaults(), LocalDate.of(2026, 6, 30));
 * }</pre>
 *
 * <p>Rows may come in any order and partial accumulators may be merged in any order: the summary is the same to the bit.
 * What is held are the sums and counts of each day, so that memory grows with the days, not the rows. Mutable, for one thread.
 */
public final class PurchaseAccumulator implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String customerId;
    private final int scale;
    private final transient DayTotals totals;

    /**
     * Creates an accumulator without rows.
     *
     * @param customerId the customer's id, not blank
     * @param scale decimals of the currency's minor unit, in [0, 9]
     * @throws IllegalArgumentException if the id is blank or the scale out of range
     */
    public PurchaseAccumulator(String customerId, int scale) {
        this(customerId, scale, new DayTotals());
    }

    PurchaseAccumulator(String customerId, int scale, DayTotals totals) {
        this.customerId = Checks.notBlank(customerId, "customerId");
        this.scale = MinorUnits.checkScale(scale);
        this.totals = totals;
    }

    /**
     * The accumulator that {@link #toBytes} wrote.
     *
     * @param bytes all of its bytes
     * @return the accumulator
     * @throws IllegalArgumentException if they are not those of an accumulator
     */
    public static PurchaseAccumulator ofBytes(byte[] bytes) {
        return AccumulatorBytes.read(Objects.requireNonNull(bytes, "bytes"));
    }

    /**
     * Adds a row.
     *
     * @param date the day
     * @param amount the amount in the currency's major unit
     * @return this accumulator
     * @throws IllegalArgumentException if the day is not in the years 1 to 9999, the amount has more decimals than the scale or
     *     overflows, or the purchases, refunds or zero amounts of that day are 2^31 or more
     */
    public PurchaseAccumulator add(LocalDate date, BigDecimal amount) {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(amount, "amount");
        return append((int) Checks.day(date, "date").toEpochDay(), MinorUnits.of(amount, scale));
    }

    /**
     * Adds a row whose amount is already in minor units.
     *
     * @param epochDay the day as {@link LocalDate#toEpochDay} counts
     * @param minorUnits the amount in whole minor units
     * @return this accumulator
     * @throws IllegalArgumentException if the day is not in the years 1 to 9999, or the purchases, refunds or zero amounts of that
     *     day are 2^31 or more
     */
    public PurchaseAccumulator add(int epochDay, long minorUnits) {
        return append(Checks.epochDay(epochDay), minorUnits);
    }

    private PurchaseAccumulator append(int day, long amount) {
        try {
            totals.addRow(day, amount);
        } catch (IllegalArgumentException e) {
            throw ofCustomer(e);
        }
        return this;
    }

    /**
     * Adds every row of another accumulator of the same customer.
     *
     * @param other the other accumulator, which stays as it is
     * @return this accumulator
     * @throws IllegalArgumentException if customer or scale differ, or the purchases, refunds or zero amounts of one day are 2^31 or
     *     more; then this accumulator holds some of the other's days and is worth nothing
     */
    public PurchaseAccumulator merge(PurchaseAccumulator other) {
        if (!customerId.equals(other.customerId) || scale != other.scale) {
            throw new IllegalArgumentException("other must be of customer " + customerId + " at scale " + scale
                    + ", but was of " + other.customerId + " at " + other.scale);
        }
        try {
            totals.addAll(other.totals);
        } catch (IllegalArgumentException e) {
            throw ofCustomer(e);
        }
        return this;
    }

    private IllegalArgumentException ofCustomer(IllegalArgumentException cause) {
        return new IllegalArgumentException("customer " + customerId + ": " + cause.getMessage(), cause);
    }

    /**
     * The rows so far as a summary.
     *
     * @param rules what counts as a purchase occasion
     * @param asOf the last day observed; later rows are left out
     * @return the summary; of a prospect if no row counts
     * @throws IllegalArgumentException if a total overflows, the purchase occasions are 2^31 or more, or a refund is met under
     *     {@link org.loyalty4j.data.RefundPolicy#REJECT}
     */
    public PurchaseSummary summary(PurchaseRules rules, LocalDate asOf) {
        Checks.day(Objects.requireNonNull(asOf, "asOf"), "asOf");
        OccasionReader reader = read(rules, asOf, asOf);
        boolean bought = reader.purchaseDays() > 0;
        return new PurchaseSummary(
                customerId,
                asOf,
                reader.frequency(),
                reader.purchaseDays(),
                bought ? LocalDate.ofEpochDay(reader.firstDay()) : null,
                bought ? LocalDate.ofEpochDay(reader.lastPurchaseDay()) : null,
                reader.total(),
                repeatSpend(reader),
                scale);
    }

    private long repeatSpend(OccasionReader reader) {
        try {
            return reader.spendFrom(1);
        } catch (ArithmeticException overflow) {
            throw OccasionReader.overflow(customerId, overflow);
        }
    }

    /**
     * This customer's part of the data report: the parts of all customers, added up by {@link DataReport#plus}, are the report
     * of the log of all rows.
     *
     * @param rules what counts as a purchase occasion
     * @param asOf the last day observed; later rows are counted as such
     * @param firstDate the earliest row's day of all customers, by which {@link DataReport#bornInFirst30Days} is counted
     * @return the counts of one customer, with the days of the customer's own first and last row
     * @throws IllegalArgumentException if a row is before {@code firstDate}, the total overflows, the purchase occasions are 2^31
     *     or more, or a refund is met under
     *     {@link org.loyalty4j.data.RefundPolicy#REJECT}
     */
    public DataReport dataReport(PurchaseRules rules, LocalDate asOf, LocalDate firstDate) {
        Checks.day(Objects.requireNonNull(asOf, "asOf"), "asOf");
        Objects.requireNonNull(firstDate, "firstDate");
        LocalDate own = firstDate().orElse(null);
        if (own != null && own.isBefore(firstDate)) {
            throw new IllegalArgumentException("firstDate must not be after the row of customer " + customerId + " on "
                    + own + ", but was " + firstDate);
        }
        return read(rules, asOf, firstDate).counts().report(own, lastDate().orElse(null));
    }

    private OccasionReader read(PurchaseRules rules, LocalDate asOf, LocalDate firstDate) {
        OccasionReader reader = new OccasionReader(Objects.requireNonNull(rules, "rules"), asOf, firstDate);
        reader.read(customerId, totals);
        return reader;
    }

    /**
     * The customer's id.
     *
     * @return the id
     */
    public String customerId() {
        return customerId;
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
     * The number of rows so far.
     *
     * @return the count, in [0, inf)
     */
    public long transactionCount() {
        return totals.rows();
    }

    /**
     * The day of the earliest row.
     *
     * @return the day; empty without rows
     */
    public Optional<LocalDate> firstDate() {
        return dateAt(0);
    }

    /**
     * The day of the latest row.
     *
     * @return the day; empty without rows
     */
    public Optional<LocalDate> lastDate() {
        return dateAt(totals.size() - 1);
    }

    private Optional<LocalDate> dateAt(int index) {
        return totals.size() == 0 ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(totals.day(index)));
    }

    /**
     * The accumulator as few bytes, to be sent or kept: about five a day. Those of equal rows are equal.
     *
     * @return the bytes, for {@link #ofBytes}
     */
    public byte[] toBytes() {
        return AccumulatorBytes.write(customerId, scale, totals);
    }

    private Object writeReplace() {
        return new Form(toBytes());
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a PurchaseAccumulator is written as its bytes");
    }

    /** What an accumulator is in a stream of objects. */
    private static final class Form implements Serializable {
        private static final long serialVersionUID = 1L;
        private final byte[] bytes;

        Form(byte[] bytes) {
            this.bytes = bytes;
        }

        private Object readResolve() {
            return ofBytes(bytes);
        }
    }

    /**
     * The days on which the customer bought, as known on a day.
     *
     * @param rules what counts as a purchase occasion
     * @param asOf the last day observed; later rows are left out
     * @return the days, of one customer
     * @throws IllegalArgumentException as {@link #summary} does
     */
    public PurchaseDays purchaseDays(PurchaseRules rules, LocalDate asOf) {
        Checks.day(Objects.requireNonNull(asOf, "asOf"), "asOf");
        OccasionReader reader = read(rules, asOf, asOf);
        int[] days = IntStream.range(0, reader.purchaseDays()).map(reader::day).toArray();
        return PurchaseDays.ofOne(customerId, days, asOf);
    }

    @Override
    public String toString() {
        return "PurchaseAccumulator of " + customerId + ": " + totals.rows() + " rows";
    }
}
