package org.loyalty4j.summary;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.MinorUnits;

/**
 * What one customer had bought by a day: the raw R, F and M.
 *
 * <p>Money is exact: whole minor units with the number of decimals beside them. A customer who never bought is a prospect:
 * frequency 0, no dates, nothing undefined turned into a number.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the counts contradict each other or the dates.
 *
 * @param customerId the customer's id, not blank
 * @param asOf the last day observed, in the years 1 to 9999
 * @param frequency purchase occasions, the first included, in [0, inf)
 * @param purchaseDays days with at least one occasion, in [0, frequency]; equal to it where same-day rows are merged; not
 *     more than there are days from the first occasion to the last
 * @param firstPurchase the day of the first occasion; null without one
 * @param lastPurchase the day of the last occasion, not after {@code asOf}; null without one
 * @param totalMinor net spend in minor units, refunds taken off; may be negative
 * @param repeatMinor the part of it spent on occasions after the first purchase day, in minor units, in [0, inf)
 * @param scale decimals of the minor unit: 2 for cents, 0 for yen; in [0, 9]
 */
public record PurchaseSummary(
        String customerId,
        LocalDate asOf,
        int frequency,
        int purchaseDays,
        @Nullable LocalDate firstPurchase,
        @Nullable LocalDate lastPurchase,
        long totalMinor,
        long repeatMinor,
        int scale)
        implements Serializable {

    public PurchaseSummary {
        Checks.notBlank(customerId, "customerId");
        Objects.requireNonNull(asOf, "asOf");
        Checks.day(asOf, "asOf");
        Checks.notNegative((long) frequency, "frequency");
        Checks.inClosed(purchaseDays, frequency == 0 ? 0 : 1, frequency, "purchaseDays");
        Checks.notNegative(repeatMinor, "repeatMinor");
        if (purchaseDays < 2 && repeatMinor > 0) {
            throw new IllegalArgumentException(
                    "repeatMinor must be 0 without a second purchase day, but was " + repeatMinor);
        }
        Checks.inClosed(scale, 0, 9, "scale");
        if ((frequency > 0) != (firstPurchase != null) || (frequency > 0) != (lastPurchase != null)) {
            throw new IllegalArgumentException(
                    "firstPurchase and lastPurchase must be given if and only if frequency is above 0, but were "
                            + firstPurchase + " and " + lastPurchase + " at " + frequency);
        }
        if (firstPurchase != null
                && lastPurchase != null
                && (firstPurchase.isAfter(lastPurchase) || lastPurchase.isAfter(asOf))) {
            throw new IllegalArgumentException("firstPurchase <= lastPurchase <= asOf must hold, but they were "
                    + firstPurchase + ", " + lastPurchase + ", " + asOf);
        }
        if (firstPurchase != null && lastPurchase != null) {
            Checks.day(firstPurchase, "firstPurchase");
            long days = ChronoUnit.DAYS.between(firstPurchase, lastPurchase) + 1;
            int fewest = days > 1 ? 2 : 1;
            Checks.inClosed(purchaseDays, fewest, (int) days, "purchaseDays");
        }
    }

    /**
     * Tells whether the customer ever bought.
     *
     * @return true if {@code frequency > 0}
     */
    public boolean hasPurchase() {
        return frequency > 0;
    }

    /**
     * The R of RFM: days of silence.
     *
     * @return days from the last purchase to {@code asOf}, in [0, inf); empty without a purchase
     */
    public OptionalInt recencyDays() {
        return lastPurchase == null ? OptionalInt.empty() : OptionalInt.of(daysUntilEnd(lastPurchase));
    }

    /**
     * The M of RFM as a total: net spend, refunds taken off.
     *
     * @return the exact amount in the major unit, with {@code scale} decimals
     */
    public BigDecimal totalSpend() {
        return BigDecimal.valueOf(totalMinor, scale);
    }

    /**
     * The M of RFM as a mean: net spend per purchase occasion.
     *
     * @return {@code totalSpend / frequency}; empty without a purchase
     */
    public OptionalDouble meanSpend() {
        return frequency == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(MinorUnits.mean(totalMinor, frequency, scale));
    }

    /**
     * The mean spend per repeat purchase day, which is what spend models are fitted to: the first purchase is left out.
     *
     * @return the mean; empty without a repeat purchase
     */
    public OptionalDouble meanRepeatSpend() {
        return purchaseDays < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(MinorUnits.mean(repeatMinor, purchaseDays - 1, scale));
    }

    /**
     * The history as the purchase models read it.
     *
     * @param unit the unit of its ages
     * @return (x, t_x, T); empty without a purchase
     */
    public Optional<RepeatHistory> repeatHistory(PeriodUnit unit) {
        Objects.requireNonNull(unit, "unit");
        if (firstPurchase == null || lastPurchase == null) {
            return Optional.empty();
        }
        return Optional.of(new RepeatHistory(
                        customerId,
                        purchaseDays - 1,
                        ChronoUnit.DAYS.between(firstPurchase, lastPurchase),
                        daysUntilEnd(firstPurchase),
                        PeriodUnit.DAY)
                .in(unit));
    }

    private int daysUntilEnd(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(day, asOf);
    }

    @Override
    public String toString() {
        return hasPurchase()
                ? customerId + ": " + frequency + " purchases from " + firstPurchase + " to " + lastPurchase + ", "
                        + totalSpend().toPlainString() + " in total, as of " + asOf
                : customerId + ": no purchase as of " + asOf;
    }
}
