package org.loyalty4j.quadrant;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.Checks;

/**
 * How the cut between low and high is found on an axis. The cut itself is then frozen in a {@link QuadrantClassifier}: a
 * median that is found anew every month calls half of the base low for ever.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the argument is not in [0, 100], or missing where it is needed.
 *
 * @param kind how the cut is found
 * @param argument the position, or the percentage of customers below the cut, in [0, 100]; null for a natural break, which has
 *     none
 */
public record CutRule(Kind kind, @Nullable Double argument) implements Serializable {

    /** What the argument of a rule is. */
    public enum Kind {
        /** The cut itself. */
        FIXED,
        /** The percentage of the customers who shall lie below the cut. */
        PERCENTILE,
        /** None: the cut falls where the customers fall apart into two groups. */
        NATURAL_BREAK
    }

    public CutRule {
        Objects.requireNonNull(kind, "kind");
        if ((argument == null) != (kind == Kind.NATURAL_BREAK)) {
            throw new IllegalArgumentException(
                    "argument must be " + (argument == null ? "given" : "missing") + " for a cut of kind " + kind);
        }
        if (argument != null) {
            Checks.inClosed(argument, 0, 100, "argument");
        }
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
     * A cut between two natural groups: where the squared distances of the customers from the mean of their own side are
     * least (the breaks of Fisher and of Jenks, for two classes, found exactly). The cut lies in the middle between the
     * highest of the lower group and the lowest of the upper one; of equally good breaks it is the lowest.
     *
     * <p>There is always a best break, also in customers who form a single heap: look at the histogram before you call it
     * natural.
     *
     * @return the rule
     * @see <a href="https://doi.org/10.1080/01621459.1958.10501479">Fisher (1958)</a>
     */
    public static CutRule naturalBreak() {
        return new CutRule(Kind.NATURAL_BREAK, null);
    }

    /**
     * Finds the cut.
     *
     * @param positions the positions of the customers on the axis, in any order; may be empty for a fixed cut
     * @return the cut, in [0, 100]
     * @throws IllegalArgumentException if a percentile is asked of no customers, a natural break of fewer than two distinct
     *     positions, or a position is not in [0, 100]
     */
    public double fit(double[] positions) {
        requirePositions(positions);
        return kind == Kind.FIXED ? requireNonNull(argument) : fit(CountedValues.of(positions));
    }

    /**
     * Finds the cut where only it is known how many customers stand at each position.
     *
     * @param positions positions on the axis, in any order; may be empty for a fixed cut
     * @param counts how many customers stand at each, in [1, inf)
     * @return the cut, in [0, 100], the same as for a column with one position a customer
     * @throws IllegalArgumentException as {@link #fit(double[])} does, and if the lengths differ or a count is below one
     */
    public double fit(double[] positions, long[] counts) {
        requirePositions(positions);
        CountedValues counted = CountedValues.of(positions, counts);
        return kind == Kind.FIXED ? requireNonNull(argument) : fit(counted);
    }

    private static void requirePositions(double[] positions) {
        for (int i = 0; i < positions.length; i++) {
            Checks.inClosed(positions[i], 0, 100, "positions", i);
        }
    }

    private double fit(CountedValues positions) {
        if (argument == null) {
            return breakOf(positions);
        }
        long customers = positions.total();
        if (customers == 0) {
            throw new IllegalArgumentException(
                    "positions must not be empty for a cut at the " + argument + " % percentile");
        }
        double place = argument * (customers - 1) / 100; // in this order 55 % of 100 is 55
        long rank = (long) place;
        double below = positions.atRank(rank);
        double above = positions.atRank(Math.min(rank + 1, customers - 1));
        return below + (place - rank) * (above - below);
    }

    /** The break with the greatest n1 n2 (mean2 - mean1)^2 / n, which is what the squared distances lack to those of one group. */
    private static double breakOf(CountedValues positions) {
        long n = positions.total();
        double all = 0;
        for (int i = 0; i < positions.size(); i++) {
            all += positions.count(i) * positions.value(i);
        }
        double centre = n == 0 ? 0 : all / n;
        double best = -1;
        double cut = 0;
        double lower = 0; // the sum of the lower group, measured from the centre: that of the upper is its negative
        long below = 0;
        for (int i = 1; i < positions.size(); i++) {
            lower += positions.count(i - 1) * (positions.value(i - 1) - centre);
            below += positions.count(i - 1);
            double gain = lower * lower / below / (n - below);
            if (gain > best) {
                best = gain;
                cut = positions.value(i - 1) / 2 + positions.value(i) / 2;
            }
        }
        if (best < 0) {
            throw new IllegalArgumentException(
                    "positions must have two distinct values or more for a cut at the natural" + " break, but "
                            + (n == 0 ? "there were none" : "all " + n + " were " + positions.value(0)));
        }
        return cut;
    }

    @Override
    public String toString() {
        return kind == Kind.NATURAL_BREAK
                ? "at the natural break"
                : kind == Kind.FIXED ? "at " + argument : "at the " + argument + " % percentile";
    }
}
