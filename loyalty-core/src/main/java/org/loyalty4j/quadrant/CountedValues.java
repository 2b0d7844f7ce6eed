package org.loyalty4j.quadrant;

import java.util.Arrays;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.KeySort;

/** Numbers in ascending order, each once with how many customers have it: all that an axis or a cut is fitted to. */
final class CountedValues {
    private final double[] values;
    private final long[] counts;

    private CountedValues(double[] values, long[] counts) {
        this.values = values;
        this.counts = counts;
    }

    /** One number a customer, in any order. */
    static CountedValues of(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        long[] ones = new long[sorted.length];
        Arrays.fill(ones, 1);
        return merged(sorted, ones);
    }

    /** Numbers in any order, equal ones among them or not, and how many customers have each. */
    static CountedValues of(double[] numbers, long[] counts) {
        Checks.sameLength(numbers.length, counts.length, "counts");
        for (int i = 0; i < counts.length; i++) {
            Checks.positive(counts[i], "counts", i);
        }
        int[] order = KeySort.order(numbers);
        return merged(
                Arrays.stream(order).mapToDouble(i -> numbers[i]).toArray(),
                Arrays.stream(order).mapToLong(i -> counts[i]).toArray());
    }

    /** Merges equal neighbours, in place. */
    private static CountedValues merged(double[] sorted, long[] counts) {
        int size = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (size > 0 && sorted[size - 1] == sorted[i]) {
                counts[size - 1] = Math.addExact(counts[size - 1], counts[i]);
            } else {
                sorted[size] = sorted[i];
                counts[size++] = counts[i];
            }
        }
        return new CountedValues(Arrays.copyOf(sorted, size), Arrays.copyOf(counts, size));
    }

    /** How many different numbers there are. */
    int size() {
        return values.length;
    }

    double value(int place) {
        return values[place];
    }

    long count(int place) {
        return counts[place];
    }

    /** The number of customers. */
    long total() {
        return Arrays.stream(counts).reduce(0, Math::addExact);
    }

    /** The number of the customer at a rank, from 0. */
    double atRank(long rank) {
        long left = rank;
        int place = 0;
        while (left >= counts[place]) {
            left -= counts[place++];
        }
        return values[place];
    }
}
