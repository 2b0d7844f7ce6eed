package org.loyalty4j.quadrant;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import org.loyalty4j.internal.Checks;

/**
 * How the cut between low and high is found on an axis. The cut itself is then frozen in a {@link QuadrantClassifier}: a
 * median that is found anew every month calls half of the base low for ever.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the argument is not in [0, 100].
 *
 * @param kind whether the argument is a position or a percentile
 * @param argument the position, or the percentage of customers below the cut; in [0, 100]
 */
public record CutRule(Kind kind, double argument) implements Serializable {

    /** What the argument of a rule is. */
    public enum Kind {
        /** The cut itself. */
        FIXED,
        /** The percentage of the customers who shall lie below the cut. */
        PERCENTILE
    }

    public CutRule {
        Objects.requireNonNull(kind, "kind");
        Checks.inClosed(argument, 0, 100, "argument");
    }

    /**
     * A cut at a position of the axis.
     *
     * @param position the cut, in [0, 100]
     * @return the rule
     */
    public static CutRule fixed(double position) {
        return new CutRule(Kind.FIXED, Checks.inClosed(position, 0, 100, "position"));
    }

    /**
     * A cut at the median of the customers.
     *
     * @return the rule
     */
    public static CutRule median() {
        return percentile(50);
    }

    /**
     * A cut at a percentile of the customers, interpolated between neighbours (type 7 of Hyndman and Fan).
     *
     * @param percent the percentage below the cut, in [0, 100]
     * @return the rule
     */
    public static CutRule percentile(double percent) {
        return new CutRule(Kind.PERCENTILE, Checks.inClosed(percent, 0, 100, "percent"));
    }

    /**
     * Finds the cut.
     *
     * @param positions the positions of the customers on the axis, in any order; may be empty for a fixed cut
     * @return the cut, in [0, 100]
     * @throws IllegalArgumentException if a percentile is asked of no customers, or a position is not in [0, 100]
     */
    public double fit(double[] positions) {
        double[] sorted = positions.clone();
        for (int i = 0; i < sorted.length; i++) {
            Checks.inClosed(sorted[i], 0, 100, "positions[" + i + "]");
        }
        if (kind == Kind.FIXED) {
            return argument;
        }
        if (sorted.length == 0) {
            throw new IllegalArgumentException(
                    "positions must not be empty for a cut at the " + argument + " % percentile");
        }
        Arrays.sort(sorted);
        double place = argument * (sorted.length - 1) / 100; // in this order 55 % of 100 is 55
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    @Override
    public String toString() {
        return kind == Kind.FIXED ? "at " + argument : "at the " + argument + " % percentile";
    }
}
