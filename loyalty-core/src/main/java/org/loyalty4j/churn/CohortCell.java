package org.loyalty4j.churn;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Proportion;
import org.loyalty4j.internal.Checks;

/**
 * A cohort some periods after it came: one cell of a triangle.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the age or an amount is negative, or more customers are counted than
 * came.
 *
 * @param cohort the cohort
 * @param age periods since that of the cohort, in [0, inf); 0 is its own
 * @param customers how many of the cohort are counted in that period, in [0, cohort.size]; null while it is not yet observed
 * @param revenue their revenue in that period; null while it is not yet observed, or where there is no revenue
 */
public record CohortCell(
        Cohort cohort,
        int age,
        @Nullable Long customers,
        @Nullable BigDecimal revenue) implements Serializable {

    public CohortCell {
        Objects.requireNonNull(cohort, "cohort");
        Checks.notNegative((long) age, "age");
        if (customers != null) {
            Checks.partOf(customers, cohort.size(), "customers");
        }
        notNegative(revenue, "revenue");
    }

    static void notNegative(@Nullable BigDecimal amount, String name) {
        if (amount != null && amount.signum() < 0) {
            throw new IllegalArgumentException(name + " must be in [0, inf), but was " + amount);
        }
    }

    /**
     * Tells whether the cell is known.
     *
     * @return the state
     */
    public CohortCellState state() {
        return customers == null ? CohortCellState.NOT_YET_OBSERVED : CohortCellState.OBSERVED;
    }

    /**
     * The share of the cohort that is counted.
     *
     * @return customers of the cohort's size; empty while the period is not yet observed
     */
    public Optional<Proportion> share() {
        return customers == null ? Optional.empty() : Optional.of(new Proportion(customers, cohort.size()));
    }

    /**
     * The revenue beside the one that the cohort began with.
     *
     * @return {@code revenue / cohort.revenue}, in [0, inf), above 1 where it has grown; empty where either is missing or the cohort
     *     began with none
     */
    public OptionalDouble revenueRate() {
        return rate(revenue, cohort.revenue());
    }

    static OptionalDouble rate(@Nullable BigDecimal revenue, @Nullable BigDecimal of) {
        return revenue == null || of == null || of.signum() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(revenue.doubleValue() / of.doubleValue());
    }
}
