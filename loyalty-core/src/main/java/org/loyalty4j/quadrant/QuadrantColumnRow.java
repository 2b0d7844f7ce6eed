package org.loyalty4j.quadrant;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Estimate;
import org.loyalty4j.internal.Checks;

/**
 * A column summed up over the customers of one quadrant.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a number is out of range.
 *
 * @param quadrant the quadrant
 * @param customers customers in it, in [0, inf)
 * @param known those of them whose number is known, in [0, customers]
 * @param total the sum of their numbers, finite
 * @param mean the mean of their numbers with its interval; null with fewer than two
 * @param shareOfTotal the quadrant's share of the total of all quadrants with its interval, in [0, 1]; null where that total is
 *     not above zero, the share not in [0, 1], or fewer than two numbers are known in all
 */
public record QuadrantColumnRow(
        LoyaltyQuadrant quadrant,
        long customers,
        long known,
        double total,
        @Nullable Estimate mean,
        @Nullable Estimate shareOfTotal)
        implements Serializable {

    public QuadrantColumnRow {
        Objects.requireNonNull(quadrant, "quadrant");
        Checks.notNegative(customers, "customers");
        Checks.partOf(known, customers, "known");
        Checks.finite(total, "total");
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-18s %10d %14.2f   %-34s %s",
                quadrant.label(),
                known,
                total,
                mean == null ? "-" : mean,
                shareOfTotal == null ? "-" : shareOfTotal);
    }
}
