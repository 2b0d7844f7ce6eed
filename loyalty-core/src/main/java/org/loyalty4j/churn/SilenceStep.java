package org.loyalty4j.churn;

import java.io.Serializable;
import java.util.Locale;
import org.loyalty4j.internal.Checks;

/**
 * One day of a {@link SilenceCurve}.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a number is out of its range.
 *
 * @param day days since the purchase, in [1, inf)
 * @param atRisk silences that lasted until this day and were still observed on it, in [0, inf)
 * @param ended those of them that a purchase ended on this day, in [0, atRisk]
 * @param stillSilent the estimated share of silences that last longer than this, in [0, 1]
 */
public record SilenceStep(int day, long atRisk, long ended, double stillSilent) implements Serializable {

    public SilenceStep {
        Checks.positive((long) day, "day");
        Checks.notNegative(atRisk, "atRisk");
        Checks.partOf(ended, atRisk, "ended");
        Checks.inClosed(stillSilent, 0, 1, "stillSilent");
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "day %d: %d of %d ended, %.2f %% last longer", day, ended, atRisk, 100 * stillSilent);
    }
}
