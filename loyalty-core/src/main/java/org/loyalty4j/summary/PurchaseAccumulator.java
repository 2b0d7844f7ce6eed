package org.loyalty4j.summary;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.TransactionLog;
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
 * Mutable, for one thread.
 */
public final class PurchaseAccumulator implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String customerId;
    private final int scale;
    private int rows;
    private int[] epochDay = new int[4];
    private long[] minorUnits = new long[4];

    /**
     * Creates an accumulator without rows.
     *
     * @param customerId the customer's id, not blank
     * @param scale decimals of the currency's minor unit, in [0, 9]
     * @throws IllegalArgumentException if the id is blank or the scale out of range
     */
    public PurchaseAccumulator(String customerId, int scale) {
        this.customerId = Checks.notBlank(customerId, "customerId");
        this.scale = MinorUnits.checkScale(scale);
    }

    /**
     * Adds a row.
     *
     * @param date the day
     * @param amount the amount in the currency's major unit
     * @return this accumulator
     * @throws IllegalArgumentException if the day is not in the years 1 to 9999, or the amount has more decimals than the
     *     scale or overflows
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
     * @throws IllegalArgumentException if the day is not in the years 1 to 9999
     */
    public PurchaseAccumulator add(int epochDay, long minorUnits) {
        return append(Checks.epochDay(epochDay), minorUnits);
    }

    private PurchaseAccumulator append(int day, long amount) {
        if (rows == epochDay.length) {
            epochDay = Arrays.copyOf(epochDay, 2 * rows);
            minorUnits = Arrays.copyOf(minorUnits, 2 * rows);
        }
        epochDay[rows] = day;
        minorUnits[rows++] = amount;
        return this;
    }

    /**
     * Adds every row of another accumulator of the same customer.
     *
     * @param other the other accumulator, which stays as it is
     * @return this accumulator
     * @throws IllegalArgumentException if customer or scale differ
     */
    public PurchaseAccumulator merge(PurchaseAccumulator other) {
        if (!customerId.equals(other.customerId) || scale != other.scale) {
            throw new IllegalArgumentException("other must be of customer " + customerId + " at scale " + scale
                    + ", but was of " + other.customerId + " at " + other.scale);
        }
        for (int row = 0, end = other.rows; row < end; row++) {
            append(other.epochDay[row], other.minorUnits[row]);
        }
        return this;
    }

    /**
     * The rows so far as a summary.
     *
     * @param rules what counts as a purchase occasion
     * @param asOf the last day observed; later rows are left out
     * @return the summary; of a prospect if no row counts
     * @throws IllegalArgumentException if the total overflows, or a refund is met under
     *     {@link org.loyalty4j.data.RefundPolicy#REJECT}
     */
    public PurchaseSummary summary(PurchaseRules rules, LocalDate asOf) {
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(asOf, "asOf");
        TransactionLog.Builder log = TransactionLog.builder(scale).addCustomer(customerId);
        for (int row = 0; row < rows; row++) {
            log.add(customerId, epochDay[row], minorUnits[row]);
        }
        return PurchaseSummaries.ofOneCustomer(log.build(), rules, asOf);
    }

    @Override
    public String toString() {
        return "PurchaseAccumulator of " + customerId + ": " + rows + " rows";
    }
}
