package org.loyalty4j.churn;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Proportion;
import org.loyalty4j.internal.Checks;

/**
 * What the cohorts that have been observed for so long have in common at one age: all of their customers taken together, so that
 * a large cohort weighs more than a small one.
 *
 * <p>Averages of different ages are of different cohorts, the older ones of fewer: that may make them rise where no cohort
 * does. {@link Proportion#wilson} gives the interval of the share; it holds for customers like these, while
 * cohorts that differ from each other make that of a next cohort wider.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the age is negative or there is no cohort.
 *
 * @param age periods since that of the cohort, in [0, inf)
 * @param cohorts how many cohorts have been observed so long, in [1, inf)
 * @param share customers counted, of all who came in those cohorts
 * @param revenue their revenue; null where there is no revenue
 * @param cohortRevenue what those cohorts began with; null where there is no revenue
 */
public record CohortAverage(
        int age,
        int cohorts,
        Proportion share,
        @Nullable BigDecimal revenue,
        @Nullable BigDecimal cohortRevenue) implements Serializable {

    public CohortAverage {
        Checks.notNegative((long) age, "age");
        Checks.positive((long) cohorts, "cohorts");
        Objects.requireNonNull(share, "share");
        CohortCell.notNegative(revenue, "revenue");
        CohortCell.notNegative(cohortRevenue, "cohortRevenue");
    }

    /**
     * The revenue beside the one that those cohorts began with.
     *
     * @return {@code revenue / cohortRevenue}, in [0, inf); empty where either is missing or zero was begun with
     */
    public OptionalDouble revenueRate() {
        return CohortCell.rate(revenue, cohortRevenue);
    }
}
