package org.loyalty4j.internal;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/** Radix sorts: by the bits of keys, a digit at a time from the lowest. Linear, stable, and quick where the keys are few bits. */
public final class KeySort {
    private static final int DIGIT_BITS = 11; // 2048 counters stay in the fastest cache
    private static final int SHORT = 48; // below this an insertion sort is the quickest
    private static final int FEW = 1 << 10; // below this numbers alone are quicker compared

    private KeySort() {}

    /** Sorts the numbers in [{@code start}, {@code end}), ascending. The nearer they lie together the quicker. */
    public static void sort(long[] numbers, int start, int end) {
        int size = end - start;
        if (size <= FEW) {
            Arrays.sort(numbers, start, end);
            return;
        }
        long lowest = numbers[start];
        for (int i = start; i < end; i++) {
            lowest = Math.min(lowest, numbers[i]);
        }
        long[] from = new long[size];
        long used = 0;
        for (int i = 0; i < size; i++) {
            from[i] = numbers[start + i] - lowest; // as an unsigned number it may be above the largest long
            used |= from[i];
        }
        long[] to = new long[size];
        int[] next = new int[1 << DIGIT_BITS];
        for (int shift = 0; shift < Long.SIZE && used >>> shift != 0; shift += DIGIT_BITS) {
            deal(from, to, size, shift, DIGIT_BITS, next);
            long[] done = to;
            to = from;
            from = done;
        }
        for (int i = 0; i < size; i++) {
            numbers[start + i] = from[i] + lowest;
        }
    }

    /** Deals keys out in the order of one digit: so many bits from one on. There is a counter for each of its values. */
    public static void deal(long[] from, long[] to, int size, int shift, int bits, int[] counters) {
        int mask = (1 << bits) - 1;
        Arrays.fill(counters, 0, mask + 1, 0);
        for (int i = 0; i < size; i++) {
            counters[(int) (from[i] >>> shift) & mask]++;
        }
        startsOf(counters, mask + 1);
        for (int i = 0; i < size; i++) {
            to[counters[(int) (from[i] >>> shift) & mask]++] = from[i];
        }
    }

    /** The places of numbers in the order of {@link Double#compare}, those of equal ones in their order. */
    public static int[] order(double[] numbers) {
        int[] places = new int[numbers.length];
        Arrays.setAll(places, place -> place);
        sortPlaces(places, place -> SortableDoubles.bits(numbers[place]));
        return places;
    }

    /** Sorts places by the number that stands at each, ascending. Those of equal numbers keep their order. */
    public static void sortPlaces(int[] places, IntToLongFunction number) {
        long[] keys = new long[places.length];
        Arrays.setAll(keys, i -> number.applyAsLong(places[i]) ^ Long.MIN_VALUE);
        sort(keys, places);
    }

    /**
     * Sorts keys, as unsigned numbers, and what goes with each. Equal keys keep their order. Digits in which all keys agree
     * cost nothing.
     */
    public static void sort(long[] keys, int[] values) {
        int size = keys.length;
        if (size <= SHORT) {
            insertionSort(keys, values);
            return;
        }
        long differing = 0;
        for (long key : keys) {
            differing |= key ^ keys[0];
        }
        long[] fromKeys = keys;
        int[] fromValues = values;
        long[] toKeys = new long[size];
        int[] toValues = new int[size];
        int[] next = new int[1 << DIGIT_BITS];
        for (int shift = Long.numberOfTrailingZeros(differing); shift < Long.SIZE; shift += DIGIT_BITS) {
            long digit = (differing >>> shift) & (next.length - 1);
            if (digit == 0) {
                continue;
            }
            Arrays.fill(next, 0);
            for (long key : fromKeys) {
                next[digit(key, shift)]++;
            }
            startsOf(next, next.length);
            for (int i = 0; i < size; i++) {
                int at = next[digit(fromKeys[i], shift)]++;
                toKeys[at] = fromKeys[i];
                toValues[at] = fromValues[i];
            }
            long[] spareKeys = fromKeys;
            fromKeys = toKeys;
            toKeys = spareKeys;
            int[] spareValues = fromValues;
            fromValues = toValues;
            toValues = spareValues;
        }
        if (fromKeys != keys) {
            System.arraycopy(fromKeys, 0, keys, 0, size);
            System.arraycopy(fromValues, 0, values, 0, size);
        }
    }

    /** Turns counts into the place at which each begins. */
    public static void startsOf(int[] counts, int size) {
        int start = 0;
        for (int i = 0; i < size; i++) {
            int count = counts[i];
            counts[i] = start;
            start += count;
        }
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & ((1 << DIGIT_BITS) - 1);
    }

    private static void insertionSort(long[] keys, int[] values) {
        for (int i = 1; i < keys.length; i++) {
            long key = keys[i];
            int value = values[i];
            int at = i;
            while (at > 0 && Long.compareUnsigned(keys[at - 1], key) > 0) {
                keys[at] = keys[at - 1];
                values[at] = values[at - 1];
                at--;
            }
            keys[at] = key;
            values[at] = value;
        }
    }
}
