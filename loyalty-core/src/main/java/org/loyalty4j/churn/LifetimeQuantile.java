package org.loyalty4j.churn;

import java.io.Serializable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.Checks;

/**
 * The age by which a share of the customers has left, such as the median lifetime.
 *
 * <p>Where observation ends before that share has left, the age is not reached, and nobody knows it yet. That is no reason to
 * take the longest lifetime seen in its place.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the share or the confidence is not in (0, 1), or the bounds are
 * out of order.
 *
 * @param leftShare the share that has left, in (0, 1): 0.5 for the median
 * @param days the age in days at which that share is reached, in [0, inf); null if it is not reached
 * @param lowerDays the lower bound of the age, in [0, inf)
 * @param upperDays the upper bound, not below {@code lowerDays}; null if the observations set none
 * @param confidence the confidence level, in (0, 1)
 */
public record LifetimeQuantile(
        double leftShare,
        @Nullable Integer days,
        int lowerDays,
        @Nullable Integer upperDays,
        double confidence) implements Serializable {

    public LifetimeQuantile {
        Checks.inOpen(leftShare, 0, 1, "leftShare");
        Checks.notNegative((long) lowerDays, "lowerDays");
        if (days != null) {
            Checks.inClosed(days, lowerDays, Integer.MAX_VALUE, "days");
        }
        if (upperDays != null) {
            Checks.inClosed(upperDays, days == null ? lowerDays : days, Integer.MAX_VALUE, "upperDays");
        }
        Checks.confidence(confidence);
    }

    @Override
    public String toString() {
        return (leftShare == 0.5 ? "median lifetime " : number(100 * leftShare) + " % have left after ")
                + (days == null ? "not reached" : days + " days")
                + " [" + lowerDays + ", " + (upperDays == null ? "not reached" : upperDays) + "] at "
                + number(100 * confidence) + " %";
    }

    private static String number(double percent) {
        return percent == Math.rint(percent)
                ? Long.toString((long) percent)
                : String.format(Locale.ROOT, "%.4g", percent);
    }
}
