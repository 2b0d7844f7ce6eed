package org.loyalty4j;

import java.io.Serializable;
import java.util.Locale;
import org.loyalty4j.internal.Checks;

/**
 * A confidence interval.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a bound is not finite, the bounds are out of order, or the confidence is not in (0, 1).
 *
 * @param lower the lower bound, finite
 * @param upper the upper bound, finite, not below {@code lower}
 * @param confidence the confidence level, in (0, 1)
 */
public record Interval(double lower, double upper, double confidence) implements Serializable {

    public Interval {
        Checks.finite(lower, "lower");
        Checks.finite(upper, "upper");
        Checks.confidence(confidence);
        if (lower > upper) {
            throw new IllegalArgumentException("lower must not exceed upper, but was " + lower + " > " + upper);
        }
    }

    /**
     * Tells whether a value lies within the bounds, both included.
     *
     * @param value the value to look for
     * @return true if {@code lower <= value <= upper}
     */
    public boolean contains(double value) {
        return value >= lower && value <= upper;
    }

    /**
     * The distance between the bounds.
     *
     * @return {@code upper - lower}
     */
    public double width() {
        return upper - lower;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "[%.4g, %.4g] at %s %%", lower, upper, percent());
    }

    private String percent() {
        double percent = confidence * 100;
        return percent == Math.rint(percent)
                ? Long.toString((long) percent)
                : String.format(Locale.ROOT, "%.4g", percent);
    }
}
