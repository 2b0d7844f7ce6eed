package org.loyalty4j.rfm;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.loyalty4j.internal.PairCounts;
import org.loyalty4j.internal.SortableDoubles;

/** How many customers have each value on one axis: distinct values, ascending, in the unit of the axis. */
public final class AxisDistribution implements Serializable {
    private static final long serialVersionUID = 1L;

    private final RfmAxis axis;
    private final double[] values; // strictly ascending
    private final long[] customers;

    AxisDistribution(RfmAxis axis, double[] values, long[] customers) {
        this.axis = axis;
        this.values = values;
        this.customers = customers;
    }

    /** Of counts by value, in the order of {@link #keyOf}. */
    static AxisDistribution of(RfmAxis axis, PairCounts counts) {
        double[] values = new double[counts.size()];
        long[] customers = new long[values.length];
        int[] next = {0};
        counts.forEach((key, none, count) -> {
            values[next[0]] = SortableDoubles.value(key);
            customers[next[0]++] = count;
        });
        return new AxisDistribution(axis, values, customers);
    }

    /** By what a value is counted. */
    static long keyOf(double value) {
        return SortableDoubles.bits(value + 0.0); // -0.0 is 0.0
    }

    void addTo(PairCounts counts) {
        for (int i = 0; i < values.length; i++) {
            counts.add(keyOf(values[i]), 0, customers[i]);
        }
    }

    /** The customers of both: two ascending lists, merged. */
    AxisDistribution plus(AxisDistribution other) {
        double[] merged = new double[values.length + other.values.length];
        long[] counts = new long[merged.length];
        int size = 0;
        for (int i = 0, j = 0; i < values.length || j < other.values.length; size++) {
            boolean mine = j == other.values.length || (i < values.length && values[i] <= other.values[j]);
            boolean theirs = i == values.length || (j < other.values.length && other.values[j] <= values[i]);
            merged[size] = mine ? values[i] : other.values[j];
            counts[size] = Math.addExact(mine ? customers[i++] : 0, theirs ? other.customers[j++] : 0);
        }
        return new AxisDistribution(axis, Arrays.copyOf(merged, size), Arrays.copyOf(counts, size));
    }

    /** These values in order of goodness, the worst first. */
    RankedValues ranked() {
        boolean descending = axis.goodness(1) < 0;
        double[] goodness = new double[values.length];
        long[] end = new long[values.length]; // how many customers are not better
        long sum = 0;
        for (int rank = 0; rank < values.length; rank++) {
            int i = descending ? values.length - 1 - rank : rank;
            goodness[rank] = axis.goodness(values[i]);
            sum = Math.addExact(sum, customers[i]);
            end[rank] = sum;
        }
        return new Ranked(goodness, end);
    }

    private record Ranked(double[] goodness, long[] end) implements RankedValues {
        @Override
        public long size() {
            return end.length == 0 ? 0 : end[end.length - 1];
        }

        @Override
        public Run[] runsAt(long... ranks) {
            return Arrays.stream(ranks).mapToObj(this::runAt).toArray(Run[]::new);
        }

        private Run runAt(long rank) {
            int found = Arrays.binarySearch(end, rank);
            int i = found < 0 ? -1 - found : found + 1; // the first that ends after the rank
            return new Run(goodness[i], i == 0 ? 0 : end[i - 1], end[i]);
        }
    }

    /**
     * The axis.
     *
     * @return what the values measure
     */
    public RfmAxis axis() {
        return axis;
    }

    /**
     * The number of distinct values.
     *
     * @return the count, in [0, inf)
     */
    public int size() {
        return values.length;
    }

    /**
     * A distinct value.
     *
     * @param index its place in ascending order, in [0, size)
     * @return the value, in the unit of the axis
     */
    public double value(int index) {
        return values[index];
    }

    /**
     * How many customers have a distinct value.
     *
     * @param index its place in ascending order, in [0, size)
     * @return the count, in [1, inf)
     */
    public long customers(int index) {
        return customers[index];
    }

    /**
     * The number of customers.
     *
     * @return the sum of the counts
     */
    public long customers() {
        long sum = 0;
        for (long count : customers) {
            sum = Math.addExact(sum, count);
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AxisDistribution that
                && axis == that.axis
                && Arrays.equals(values, that.values)
                && Arrays.equals(customers, that.customers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(axis, Arrays.hashCode(values), Arrays.hashCode(customers));
    }

    @Override
    public String toString() {
        return "AxisDistribution of " + axis.name().toLowerCase(Locale.ROOT) + ": " + customers() + " customers, "
                + size() + " distinct values";
    }
}
