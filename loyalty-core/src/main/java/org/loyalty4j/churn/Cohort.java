package org.loyalty4j.churn;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.Checks;

/**
 * The customers who came in one calendar period.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the label is blank, or the size or the revenue is negative.
 *
 * @param startInclusive the first day of the period
 * @param label a short name of the period
 * @param size how many came in it, in [0, inf)
 * @param revenue what their revenue is compared with: the monthly amounts they began with, or what buyers spent in the period;
 *     null where there is no revenue
 */
public record Cohort(
        LocalDate startInclusive,
        String label,
        long size,
        @Nullable BigDecimal revenue) implements Serializable {

    public Cohort {
        Objects.requireNonNull(startInclusive, "startInclusive");
        Checks.notBlank(label, "label");
        Checks.notNegative(size, "size");
        CohortCell.notNegative(revenue, "revenue");
    }
}
