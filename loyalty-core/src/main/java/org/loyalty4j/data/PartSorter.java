package org.loyalty4j.data;

import java.util.Arrays;
import org.loyalty4j.internal.KeySort;

/**
 * Sorts the rows of a few customers in place, by customer, day and amount. A row is a number of 64 bits: customer and day in
 * the upper half, and in the lower the amount, or the place of an amount that is too long. Numbers are sorted by the digits
 * of the day, then by customer; what is left are the amounts of one customer on one day. Reused from part to part, by one
 * thread.
 */
final class PartSorter {
    private static final int DIGIT_BITS = 11;
    private static final int FEW = 256; // below this comparing is quicker than counting
    private static final int MOST_ROWS = Integer.MAX_VALUE - 8; // that an array of every machine holds
    private static final int TURN_SIGN = 1 << 31; // so that the order of the bits is that of the amounts

    private final int firstDay;
    private final int dayBits;
    private final int dayMask;

    private final int[] digits = new int[1 << DIGIT_BITS];
    private final int[] ofCustomer;
    private long[] keys = new long[0];
    private long[] spare = new long[0];
    private long[] amounts = new long[0];

    PartSorter(int firstDay, int dayBits, int customerBits) {
        this.firstDay = firstDay;
        this.dayBits = dayBits;
        this.dayMask = (int) ((1L << dayBits) - 1);
        this.ofCustomer = new int[1 << customerBits];
    }

    /** Sorts the rows in [{@code from}, {@code to}), and sets the first row of each customer. */
    void sort(int[] day, int[] amount, int from, int to, int[] firstRow, int firstCustomer, int customers) {
        int size = to - from;
        start(size, customers);
        for (int i = 0; i < size; i++) {
            keys[i] = ((long) day[from + i] << 32) | ((amount[from + i] ^ TURN_SIGN) & 0xFFFF_FFFFL);
            ofCustomer[day[from + i] >>> dayBits]++;
        }
        long[] sorted = sortKeys(size, from, firstRow, firstCustomer, customers);
        sortRuns(sorted, size);
        for (int i = 0; i < size; i++) {
            day[from + i] = firstDay + ((int) (sorted[i] >>> 32) & dayMask);
            amount[from + i] = (int) sorted[i] ^ TURN_SIGN;
        }
    }

    /** The same of amounts that do not fit in half a number. */
    void sort(int[] day, long[] amount, int from, int to, int[] firstRow, int firstCustomer, int customers) {
        int size = to - from;
        start(size, customers);
        for (int i = 0; i < size; i++) {
            keys[i] = ((long) day[from + i] << 32) | i;
            ofCustomer[day[from + i] >>> dayBits]++;
        }
        if (amounts.length < size) {
            amounts = new long[keys.length];
        }
        System.arraycopy(amount, from, amounts, 0, size);
        long[] sorted = sortKeys(size, from, firstRow, firstCustomer, customers);
        for (int i = 0; i < size; i++) {
            day[from + i] = firstDay + ((int) (sorted[i] >>> 32) & dayMask);
            amount[from + i] = amounts[(int) sorted[i]];
        }
        for (int start = 0; start < size; ) {
            int end = endOfRun(sorted, start, size);
            if (end > start + 1) {
                KeySort.sort(amount, from + start, from + end);
            }
            start = end;
        }
    }

    private void start(int size, int customers) {
        Arrays.fill(ofCustomer, 0, customers, 0);
        if (keys.length < size) {
            int capacity = (int) Math.min(size + size / 4L, Math.max(size, MOST_ROWS));
            keys = new long[capacity];
            spare = new long[capacity];
        }
    }

    /** Sorts the keys by customer and day; returns the array in which they are then. */
    private long[] sortKeys(int size, int from, int[] firstRow, int firstCustomer, int customers) {
        int start = from;
        for (int c = 0; c < customers; c++) {
            firstRow[firstCustomer + c] = start;
            start += ofCustomer[c];
        }
        if (size <= FEW) {
            sortUnsigned(keys, size);
            return keys;
        }
        if (!daysAscend(size)) {
            for (int shift = 0; shift < dayBits; shift += DIGIT_BITS) {
                sortByDigit(size, 32 + shift, Math.min(DIGIT_BITS, dayBits - shift));
            }
        }
        KeySort.startsOf(ofCustomer, customers);
        for (int i = 0; i < size; i++) {
            spare[ofCustomer[customer(keys[i])]++] = keys[i];
        }
        return spare;
    }

    private int customer(long key) {
        return (int) (key >>> 32 >>> dayBits);
    }

    private boolean daysAscend(int size) {
        int before = 0;
        for (int i = 0; i < size; i++) {
            int day = (int) (keys[i] >>> 32) & dayMask;
            if (day < before) {
                return false;
            }
            before = day;
        }
        return true;
    }

    private void sortByDigit(int size, int shift, int bits) {
        KeySort.deal(keys, spare, size, shift, bits, digits);
        long[] sorted = spare;
        spare = keys;
        keys = sorted;
    }

    /** Sorts the amounts of each customer and day. */
    private static void sortRuns(long[] sorted, int size) {
        for (int i = 1; i < size; i++) {
            long key = sorted[i];
            if (sorted[i - 1] >>> 32 == key >>> 32 && Long.compareUnsigned(sorted[i - 1], key) > 0) {
                int start = i - 1;
                while (start > 0 && sorted[start - 1] >>> 32 == key >>> 32) {
                    start--;
                }
                int end = endOfRun(sorted, i, size);
                KeySort.sort(sorted, start, end); // their upper halves are equal, and so their signs
                i = end - 1;
            }
        }
    }

    private static int endOfRun(long[] sorted, int start, int size) {
        int end = start + 1;
        while (end < size && sorted[end] >>> 32 == sorted[start] >>> 32) {
            end++;
        }
        return end;
    }

    private static void sortUnsigned(long[] keys, int size) {
        for (int i = 0; i < size; i++) {
            keys[i] ^= Long.MIN_VALUE;
        }
        Arrays.sort(keys, 0, size);
        for (int i = 0; i < size; i++) {
            keys[i] ^= Long.MIN_VALUE;
        }
    }
}
