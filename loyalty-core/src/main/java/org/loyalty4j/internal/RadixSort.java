package org.loyalty4j.internal;

import java.util.Arrays;

/** Sorts whole numbers digit by digit: in time linear in their number, the fewer passes the nearer they lie together. */
public final class RadixSort {
    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;

    /** So few are compared instead. */
    private static final int FEW = 1 << 11;

    private RadixSort() {}

    /** Sorts the first {@code size} of some numbers, ascending. */
    public static void sort(long[] values, int size) {
        if (size <= FEW) {
            Arrays.sort(values, 0, size);
            return;
        }
        long lowest = values[0];
        long highest = lowest;
        for (int i = 1; i < size; i++) {
            lowest = Math.min(lowest, values[i]);
            highest = Math.max(highest, values[i]);
        }
        long width = highest - lowest; // unsigned
        long[] from = values;
        long[] to = new long[size];
        for (int shift = 0; shift < Long.SIZE && width >>> shift != 0; shift += DIGIT_BITS) {
            int[] next = new int[DIGITS + 1];
            for (int i = 0; i < size; i++) {
                next[digit(from[i] - lowest, shift) + 1]++;
            }
            for (int digit = 0; digit < DIGITS; digit++) {
                next[digit + 1] += next[digit];
            }
            for (int i = 0; i < size; i++) {
                to[next[digit(from[i] - lowest, shift)]++] = from[i];
            }
            long[] done = to;
            to = from;
            from = done;
        }
        if (from != values) {
            System.arraycopy(from, 0, values, 0, size);
        }
    }

    private static int digit(long value, int shift) {
        return (int) (value >>> shift) & (DIGITS - 1);
    }
}
