package org.loyalty4j.cli.input;

import java.util.Arrays;

/**
 * The days of dates met before, by the bytes of their text: looking a date up is quicker than reading it. An open-addressing
 * table of the first and the last eight bytes of each and its day; the days of some decades find room in it. For one thread.
 */
final class KnownDays {
    /** No day. */
    static final int NONE = FixedWidthDate.NONE;

    private static final int MOST = 1 << 13;
    private static final int WIDTH = 4; // of an entry, so that it lies in one line of the cache
    private static final int FEWEST_SLOTS_AN_ENTRY = 4; // so that most are found at once

    private long[] entries = empty(64);
    private int size;

    private static long[] empty(int slots) {
        long[] entries = new long[WIDTH * slots];
        Arrays.fill(entries, NONE);
        return entries;
    }

    /** The day of a date, or {@link #NONE} if it is not known. */
    int find(long first, long last) {
        long[] table = entries;
        int at = slot(first, last, table);
        while (table[at] != first || table[at + 1] != last) {
            if (table[at + 2] == NONE) {
                return NONE;
            }
            at = (at + WIDTH) & (table.length - 1);
        }
        return (int) table[at + 2];
    }

    /** Makes a date known that is not. */
    void add(long first, long last, int day) {
        if (size < MOST) {
            if (FEWEST_SLOTS_AN_ENTRY * WIDTH * ++size > entries.length) {
                grow();
            }
            put(entries, first, last, day);
        }
    }

    private static void put(long[] table, long first, long last, long day) {
        int at = slot(first, last, table);
        while (table[at + 2] != NONE) {
            at = (at + WIDTH) & (table.length - 1);
        }
        table[at] = first;
        table[at + 1] = last;
        table[at + 2] = day;
    }

    private void grow() {
        long[] table = empty(2 * entries.length / WIDTH);
        for (int at = 0; at < entries.length; at += WIDTH) {
            if (entries[at + 2] != NONE) {
                put(table, entries[at], entries[at + 1], entries[at + 2]);
            }
        }
        entries = table;
    }

    private static int slot(long first, long last, long[] table) {
        long product = (first * 0x9E3779B97F4A7C15L ^ Long.rotateLeft(last, 32)) * 0xC2B2AE3D27D4EB4FL;
        return (int) (product >>> 40) & (table.length - WIDTH);
    }
}
