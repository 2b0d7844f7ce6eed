package org.loyalty4j.churn;

import java.io.Serializable;
import java.util.Objects;
import org.loyalty4j.Proportion;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.Percent;

/**
 * How often a threshold of silence is wrong: customers called lapsed at the end of a calibration who bought again in the holdout,
 * and customers silent through the whole holdout who were not called.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the threshold is negative or the two shares cannot be of the same
 * customers: those called and silent must be as many in both.
 *
 * @param thresholdDays a customer is called lapsed whose silence exceeds it, in [0, inf)
 * @param falseChurn of the customers called lapsed, those who bought again in the holdout
 * @param missed of the customers who bought nothing in the holdout, those who had not been called
 */
public record FalseChurn(int thresholdDays, Proportion falseChurn, Proportion missed) implements Serializable {

    public FalseChurn {
        Checks.notNegative((long) thresholdDays, "thresholdDays");
        Objects.requireNonNull(falseChurn, "falseChurn");
        Objects.requireNonNull(missed, "missed");
        requireSameSilent(falseChurn, missed);
    }

    /** Refuses shares of different customers: who was called and stayed silent is among those who stayed silent and not missed. */
    static void requireSameSilent(Proportion falseChurn, Proportion missed) {
        long calledAndSilent = falseChurn.trials() - falseChurn.successes();
        if (missed.trials() - missed.successes() != calledAndSilent) {
            throw new IllegalArgumentException("missed must leave the " + calledAndSilent
                    + " customers who were called and stayed silent, but was " + missed);
        }
    }

    /**
     * The customers called lapsed.
     *
     * @return those silent for more than {@code thresholdDays} at the end of the calibration
     */
    public long called() {
        return falseChurn.trials();
    }

    /**
     * The customers called lapsed who bought again.
     *
     * @return their number, in [0, called]
     */
    public long returned() {
        return falseChurn.successes();
    }

    @Override
    public String toString() {
        return "more than " + thresholdDays + " days: " + text(falseChurn, missed);
    }

    /** Two shares in words. */
    static String text(Proportion falseChurn, Proportion missed) {
        return falseChurn.trials() + " called, " + Percent.text(falseChurn.value(), "none") + " of them came back, "
                + Percent.text(missed.value(), "none") + " of the silent missed";
    }
}
