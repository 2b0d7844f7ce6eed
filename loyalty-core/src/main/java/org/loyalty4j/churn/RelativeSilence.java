package org.loyalty4j.churn;

import java.io.Serializable;
import java.util.Locale;
import java.util.OptionalDouble;
import org.loyalty4j.internal.Checks;

/**
 * The silence of one customer beside the customer's own rhythm.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a number is out of its range.
 *
 * @param customerId the customer's id, not blank
 * @param gaps the customer's gaps so far, one fewer than purchase days; in [0, inf)
 * @param sumOfGapsDays their sum in days, in [0, inf)
 * @param silenceDays days since the last purchase, in [0, inf)
 * @param typicalGapDays the median of the next gap, the customer's own gaps shrunk to those of the base; in (0, inf)
 * @param probability the probability of a silence at least this long if the customer still buys, in [0, 1]: small is unusual
 */
public record RelativeSilence(
        String customerId, int gaps, int sumOfGapsDays, int silenceDays, double typicalGapDays, double probability)
        implements Serializable {

    public RelativeSilence {
        Checks.notBlank(customerId, "customerId");
        Checks.notNegative((long) gaps, "gaps");
        Checks.notNegative((long) sumOfGapsDays, "sumOfGapsDays");
        Checks.notNegative((long) silenceDays, "silenceDays");
        Checks.positive(typicalGapDays, "typicalGapDays");
        Checks.inClosed(probability, 0, 1, "probability");
    }

    /**
     * The customer's own mean gap, not shrunk.
     *
     * @return days, in [1, inf); empty with one purchase
     */
    public OptionalDouble ownMeanGapDays() {
        return gaps == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) sumOfGapsDays / gaps);
    }

    /**
     * How many typical gaps the silence has lasted.
     *
     * @return {@code silenceDays / typicalGapDays}, in [0, inf)
     */
    public double timesTypical() {
        return silenceDays / typicalGapDays;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: silent for %d days, %.1f times the typical gap of %.1f; %.2g of such gaps are longer",
                customerId,
                silenceDays,
                timesTypical(),
                typicalGapDays,
                probability);
    }
}
