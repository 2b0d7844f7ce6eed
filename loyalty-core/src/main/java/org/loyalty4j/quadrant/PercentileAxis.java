package org.loyalty4j.quadrant;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.Checks;

/**
 * A behaviour axis over any column of numbers, such as expected purchases: the percentile among a base.
 *
 * <pre>{@code
 * position = 100 (customers of the base with a lower number + half of those with the same) / customers of the base
 * }</pre>
 */
public final class PercentileAxis implements ColumnAxis {
    private static final long serialVersionUID = 1L;

    private final RankedColumn base;

    private PercentileAxis(RankedColumn base) {
        this.base = base;
    }

    /**
     * Fits the axis to a base.
     *
     * @param values the number of each customer of the base, finite; at least one
     * @return the axis
     * @throws IllegalArgumentException if there are none, or one is not finite
     */
    public static PercentileAxis fit(double[] values) {
        Objects.requireNonNull(values, "values");
        if (values.length == 0) {
            throw new IllegalArgumentException("values must not be empty");
        }
        double[] checked = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            checked[i] = Checks.finite(values[i], "values", i) + 0.0; // -0 becomes 0
        }
        return new PercentileAxis(RankedColumn.of(checked, false));
    }

    /**
     * Fits the axis to a base of which only it is known how many customers have each number.
     *
     * @param values the numbers, finite, in any order; at least one
     * @param counts how many customers have each, in [1, inf)
     * @return the axis, equal to that of a column with one number a customer
     * @throws IllegalArgumentException if there are none, the lengths differ, a number is not finite, or a count is below one
     */
    public static PercentileAxis fit(double[] values, long[] counts) {
        if (values.length == 0) {
            throw new IllegalArgumentException("values must not be empty");
        }
        double[] checked = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            checked[i] = Checks.finite(values[i], "values", i) + 0.0; // -0 becomes 0
        }
        return new PercentileAxis(RankedColumn.of(CountedValues.of(checked, counts), false));
    }

    @Override
    public double position(double value) {
        return base.position(Checks.finite(value, "value"));
    }

    @Override
    public double valueAt(double cut) {
        return base.valueAt(Checks.inClosed(cut, 0, 100, "cut"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PercentileAxis that && base.equals(that.base);
    }

    @Override
    public int hashCode() {
        return base.hashCode();
    }

    @Override
    public String toString() {
        return "PercentileAxis: percentile among " + (long) base.total() + " customers";
    }
}
