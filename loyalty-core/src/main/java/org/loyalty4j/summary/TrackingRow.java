package org.loyalty4j.summary;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import org.loyalty4j.internal.Checks;

/**
 * The repeat purchases of a period.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the period has no day or the counts contradict each other.
 *
 * @param firstDay the first day of the period, inclusive
 * @param lastDay the last day, inclusive, not before the first
 * @param holdout whether it lies in the holdout, and else in the calibration
 * @param repeatPurchases purchase days after each customer's first, in this period, in [0, cumulative]
 * @param cumulative the same from the start to the end of this period, in [0, inf)
 */
public record TrackingRow(LocalDate firstDay, LocalDate lastDay, boolean holdout, long repeatPurchases, long cumulative)
        implements Serializable {

    public TrackingRow {
        Objects.requireNonNull(firstDay, "firstDay");
        Objects.requireNonNull(lastDay, "lastDay");
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("lastDay must not be before " + firstDay + ", but was " + lastDay);
        }
        Checks.notNegative(cumulative, "cumulative");
        Checks.partOf(repeatPurchases, cumulative, "repeatPurchases");
    }
}
