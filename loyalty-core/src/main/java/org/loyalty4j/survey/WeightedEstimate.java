package org.loyalty4j.survey;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import org.loyalty4j.Estimate;
import org.loyalty4j.internal.Checks;

/**
 * An estimate for the whole customer base, weighted up from those who answered, with what the weighting cost.
 *
 * <p>Source of the design effect: Kish (1965), Survey Sampling, section 8.2.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the design effect or the effective sample size is not above zero,
 * or more customers are covered than there are.
 *
 * @param estimate the estimate with its interval
 * @param designEffect the variance of this estimate as a multiple of that from as many respondents drawn plainly at random, in
 *     (0, inf); below 1 where the strata tell much about the answer, above 1 where some respondents stand for many customers
 * @param effectiveSampleSize the respondents, drawn plainly at random, who would tell as much: respondents / designEffect, in
 *     (0, inf)
 * @param covered the customers the estimate speaks for, in [0, population]
 * @param population all customers, in [0, inf)
 */
public record WeightedEstimate(
        Estimate estimate, double designEffect, double effectiveSampleSize, long covered, long population)
        implements Serializable {

    public WeightedEstimate {
        Objects.requireNonNull(estimate, "estimate");
        Checks.positive(designEffect, "designEffect");
        Checks.positive(effectiveSampleSize, "effectiveSampleSize");
        Checks.notNegative(population, "population");
        Checks.partOf(covered, population, "covered");
    }

    /**
     * The customers for whom nobody answered.
     *
     * @return {@code population - covered}, in [0, population]
     */
    public long uncovered() {
        return population - covered;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s for %,d of %,d customers, design effect %.2f, effective sample size %.1f",
                estimate,
                covered,
                population,
                designEffect,
                effectiveSampleSize);
    }
}
