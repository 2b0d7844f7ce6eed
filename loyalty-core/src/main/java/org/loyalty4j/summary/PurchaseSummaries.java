package org.loyalty4j.summary;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.RandomAccess;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.data.DataReport;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.Parallel;

/**
 * The purchase summaries of all customers of a log, prospects included, in the order of the log: an immutable list of
 * records over primitive columns, with a report of where every row went.
 *
 * <pre>{@code
 * PurchaseSummaries summaries = PurchaseSummaries.of(log, LocalDate.of(2026, 6, 30));
 * summaries.get(0).recencyDays();
 * summaries.dataReport();
 * }</pre>
 */
public final class PurchaseSummaries extends AbstractList<PurchaseSummary> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;

    private final List<String> customerIds;
    private final LocalDate asOf;
    private final PurchaseRules rules;
    private final int scale;
    private final PurchaseColumns columns;
    private final DataReport dataReport;

    private PurchaseSummaries(TransactionLog log, PurchaseRules rules, LocalDate asOf, Parallel parallel) {
        Checks.day(asOf, "asOf");
        this.customerIds = log.customerIds();
        this.asOf = asOf;
        this.rules = rules;
        this.scale = log.scale();
        OccasionCounts counts = new OccasionCounts();
        this.columns = PurchaseColumns.read(log, rules, asOf, parallel, counts);
        this.dataReport =
                counts.report(log.firstDate().orElse(null), log.lastDate().orElse(null));
    }

    /**
     * Summarises a log under the default rules.
     *
     * @param log the transactions
     * @param asOf the last day observed; later rows are left out and counted
     * @return one summary a customer
     * @throws IllegalArgumentException if {@code asOf} is before every row or not in the years 1 to 9999, or a customer's total overflows
     */
    public static PurchaseSummaries of(TransactionLog log, LocalDate asOf) {
        return of(log, PurchaseRules.withDefaults(), asOf);
    }

    /**
     * Summarises a log.
     *
     * @param log the transactions
     * @param rules what counts as a purchase occasion
     * @param asOf the last day observed; later rows are left out and counted
     * @return one summary a customer
     * @throws IllegalArgumentException if {@code asOf} is before every row or not in the years 1 to 9999, a customer's total overflows, or a refund is
     *     met under {@link org.loyalty4j.data.RefundPolicy#REJECT}
     */
    public static PurchaseSummaries of(TransactionLog log, PurchaseRules rules, LocalDate asOf) {
        return of(log, rules, asOf, 1);
    }

    /**
     * Summarises a log on some threads; the summaries are the same on any number.
     *
     * @param log the transactions
     * @param rules what counts as a purchase occasion
     * @param asOf the last day observed; later rows are left out and counted
     * @param parallelism how many threads work, the calling one among them, in [1, 1024]
     * @return one summary a customer
     * @throws IllegalArgumentException if {@code asOf} is before every row or not in the years 1 to 9999, a customer's total overflows, a refund is
     *     met under {@link org.loyalty4j.data.RefundPolicy#REJECT}, or the number of threads is out of range
     */
    public static PurchaseSummaries of(TransactionLog log, PurchaseRules rules, LocalDate asOf, int parallelism) {
        Objects.requireNonNull(log, "log");
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(asOf, "asOf");
        OccasionReader.requireRowsUntil(log, asOf, "asOf");
        return new PurchaseSummaries(log, rules, asOf, new Parallel(parallelism));
    }

    @Override
    public PurchaseSummary get(int customer) {
        return new PurchaseSummary(
                customerIds.get(customer),
                asOf,
                columns.frequency[customer],
                columns.purchaseDays[customer],
                day(columns.firstDay, customer),
                day(columns.lastDay, customer),
                columns.totalMinor[customer],
                columns.repeatMinor[customer],
                scale);
    }

    private @Nullable LocalDate day(int[] days, int customer) {
        return columns.purchaseDays[customer] == 0 ? null : LocalDate.ofEpochDay(days[customer]);
    }

    @Override
    public int size() {
        return columns.frequency.length;
    }

    /**
     * The id of a customer, without making the summary.
     *
     * @param customer the place of the customer in this list, in [0, size)
     * @return the id
     */
    public String customerId(int customer) {
        return customerIds.get(customer);
    }

    /**
     * Tells whether a customer ever bought, without making the summary.
     *
     * @param customer the place of the customer in this list, in [0, size)
     * @return true if {@code frequency > 0}
     */
    public boolean hasPurchase(int customer) {
        return columns.frequency[customer] > 0;
    }

    /**
     * The purchase occasions of a customer, without making the summary.
     *
     * @param customer the place of the customer in this list, in [0, size)
     * @return {@link PurchaseSummary#frequency}, in [0, inf)
     */
    public int frequency(int customer) {
        return columns.frequency[customer];
    }

    /**
     * The days on which a customer bought, without making the summary.
     *
     * @param customer the place of the customer in this list, in [0, size)
     * @return {@link PurchaseSummary#purchaseDays}, in [0, frequency]
     */
    public int purchaseDays(int customer) {
        return columns.purchaseDays[customer];
    }

    /**
     * The first day on which a customer bought, without making the summary.
     *
     * @param customer the place in this list, in [0, size), of a customer with a purchase
     * @return the day as {@link LocalDate#toEpochDay} counts
     * @throws IllegalArgumentException if the customer has no purchase
     */
    public int firstPurchaseDay(int customer) {
        return columns.firstDay[requireBuyer(customer)];
    }

    /**
     * The last day on which a customer bought, without making the summary.
     *
     * @param customer the place in this list, in [0, size), of a customer with a purchase
     * @return the day as {@link LocalDate#toEpochDay} counts
     * @throws IllegalArgumentException if the customer has no purchase
     */
    public int lastPurchaseDay(int customer) {
        return columns.lastDay[requireBuyer(customer)];
    }

    /**
     * The days of silence of a customer, without making the summary.
     *
     * @param customer the place in this list, in [0, size), of a customer with a purchase
     * @return days from the last purchase to {@link #asOf}, in [0, inf)
     * @throws IllegalArgumentException if the customer has no purchase
     */
    public int recencyDays(int customer) {
        return columns.endDay - lastPurchaseDay(customer);
    }

    /**
     * The net spend of a customer, without making the summary.
     *
     * @param customer the place of the customer in this list, in [0, size)
     * @return {@link PurchaseSummary#totalMinor}, in minor units, refunds taken off; may be negative
     */
    public long totalMinor(int customer) {
        return columns.totalMinor[customer];
    }

    /**
     * The part of a customer's net spend after the first purchase day, without making the summary.
     *
     * @param customer the place of the customer in this list, in [0, size)
     * @return {@link PurchaseSummary#repeatMinor}, in minor units, in [0, inf)
     */
    public long repeatMinor(int customer) {
        return columns.repeatMinor[customer];
    }

    private int requireBuyer(int customer) {
        if (columns.frequency[customer] == 0) {
            throw new IllegalArgumentException("customer " + customerId(customer) + " has no purchase");
        }
        return customer;
    }

    /**
     * The place of a customer in this list.
     *
     * @param customerId the customer's id
     * @return the index; empty if the customer is not in it
     */
    public OptionalInt customerIndex(String customerId) {
        int index = customerIds.indexOf(Objects.requireNonNull(customerId, "customerId"));
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
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
     * The net spend of all customers, those included whose refunds left them without a purchase.
     *
     * @return the exact sum in the major unit
     * @throws ArithmeticException if it overflows
     */
    public BigDecimal totalSpend() {
        long sum = 0;
        for (long total : columns.totalMinor) {
            sum = Math.addExact(sum, total);
        }
        return BigDecimal.valueOf(sum, scale);
    }

    /**
     * The rules by which rows were read.
     *
     * @return the rules
     */
    public PurchaseRules rules() {
        return rules;
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
     * Where every row of the log went.
     *
     * @return the counts
     */
    public DataReport dataReport() {
        return dataReport;
    }

    /**
     * The histories of all buyers, as the purchase models read them.
     *
     * @param unit the unit of their ages
     * @return an immutable random-access list in the order of {@link #buyers}; prospects, who have no history, are not in it
     */
    public RepeatHistories repeatHistories(PeriodUnit unit) {
        Objects.requireNonNull(unit, "unit");
        int[] buyers = buyers();
        return RepeatHistories.ofDays(IdColumn.select(customerIds, buyers), columns.histories(buyers), unit);
    }

    /**
     * The spend of all customers with a repeat purchase that was not free, as the spend models read it.
     *
     * @return an immutable random-access list, which counts the repeat customers it leaves out
     */
    public SpendHistories spendHistories() {
        int[] spenders = columns.customersWith(c -> columns.repeatMinor[c] > 0);
        int repeaters = 0;
        for (int days : columns.purchaseDays) {
            repeaters += days > 1 ? 1 : 0;
        }
        return SpendHistories.ofRepeaters(
                IdColumn.select(customerIds, spenders), columns.spend(spenders), scale, repeaters - spenders.length);
    }

    /**
     * The customers with a purchase, by their places in this list: row r of {@link #repeatHistories} and of every forecast
     * over it is customer {@code buyers()[r]}.
     *
     * @return the indices, ascending
     */
    public int[] buyers() {
        return columns.customersWith(c -> columns.purchaseDays[c] > 0);
    }

    /** The day of the earliest first purchase. */
    OptionalInt firstBirth() {
        return IntStream.of(buyers()).map(c -> columns.firstDay[c]).min();
    }

    /**
     * How unevenly the buyers share in the sales.
     *
     * @return the concentration of net spend
     */
    public Concentration concentration() {
        return Concentration.of(this);
    }

    @Override
    public String toString() {
        return "PurchaseSummaries: " + dataReport.buyers() + " buyers and " + dataReport.prospects()
                + " prospects as of " + asOf;
    }
}
