package org.loyalty4j.cli.input;

import java.util.Arrays;

/**
 * The days of dates met before, by the bytes of their text: looking a date up is quicker than reading it. An open-addressing
 * table of the first and the last eight bytes of each; the days of some decades find room in it. For one thread.
 */
final class KnownDays {
    /** No day. */
    static final int NONE = FixedWidthDate.NONE;

    private static final int MOST = 1 << 13;

    private long[] words = new long[2 * 64];
    private int[] days = new int[64];
    private int size;

    KnownDays() {
        Arrays.fill(days, NONE);
    }

    /** The day of a date, or {@link #NONE} if it is not known. */
    int find(long first, long last) {
        int mask = days.length - 1;
        int slot = slot(last, mask);
        while (days[slot] != NONE) {
            if (words[2 * slot] == first && words[2 * slot + 1] == last) {
                return days[slot];
            }
            slot = (slot + 1) & mask;
        }
        return NONE;
    }

    /** Makes a date known that is not. */
    void add(long first, long last, int day) {
        if (size < MOST) {
            if (8 * ++size > days.length) {
                grow();
            }
            put(first, last, day);
        }
    }

    private void put(long first, long last, int day) {
        int mask = days.length - 1;
        int slot = slot(last, mask);
        while (days[slot] != NONE) {
            slot = (slot + 1) & mask;
        }
        words[2 * slot] = first;
        words[2 * slot + 1] = last;
        days[slot] = day;
    }

    private void grow() {
        long[] oldWords = words;
        int[] oldDays = days;
        words = new long[2 * oldWords.length];
        days = new int[2 * oldDays.length];
        Arrays.fill(days, NONE);
        for (int slot = 0; slot < oldDays.length; slot++) {
            if (oldDays[slot] != NONE) {
                put(oldWords[2 * slot], oldWords[2 * slot + 1], oldDays[slot]);
            }
        }
    }

    // The last bytes are those that differ most; of dates of one century alone they differ wherever the dates do.
    private static int slot(long last, int mask) {
        long product = last * 0x9E3779B97F4A7C15L;
        return (int) (product >>> 32 ^ product >>> 48) & mask;
    }
}
