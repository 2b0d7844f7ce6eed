package org.loyalty4j.survey;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import org.loyalty4j.PeriodUnit;

/**
 * The Net Promoter Score of one period.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the period has no day.
 *
 * @param startInclusive the first day of the period
 * @param endExclusive the day after its last, after {@code startInclusive}
 * @param nps the score of the answers given in it, which may be none
 */
public record NpsPeriod(LocalDate startInclusive, LocalDate endExclusive, Nps nps) implements Serializable {

    public NpsPeriod {
        Objects.requireNonNull(startInclusive, "startInclusive");
        Objects.requireNonNull(endExclusive, "endExclusive");
        Objects.requireNonNull(nps, "nps");
        if (!endExclusive.isAfter(startInclusive)) {
            throw new IllegalArgumentException(
                    "endExclusive must be after startInclusive " + startInclusive + ", but was " + endExclusive);
        }
    }

    /** The middle of the period, in years since 1970. */
    double middle() {
        return (startInclusive.toEpochDay() + endExclusive.toEpochDay()) / 2.0 / PeriodUnit.YEAR.days();
    }

    @Override
    public String toString() {
        return startInclusive + " to " + endExclusive.minusDays(1) + ": " + nps;
    }
}
