package org.loyalty4j.data;

import java.io.Serializable;
import java.util.Arrays;

/** The amounts of a log in minor units: of four bytes where all of them fit, of eight where one does not. */
final class AmountColumn implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final long INT_OFFSET = 1L << 31;

    private final int[] ints; // empty where the amounts are long
    private final long[] longs; // empty where they are int

    private AmountColumn(int[] ints, long[] longs) {
        this.ints = ints;
        this.longs = longs;
    }

    /** The column of amounts that fit an int. */
    static AmountColumn of(int[] amounts) {
        return new AmountColumn(amounts, new long[0]);
    }

    /** The column of amounts of which one at least may not fit an int. */
    static AmountColumn of(long[] amounts) {
        return new AmountColumn(new int[0], amounts);
    }

    /** Bits that tell, joined by or over any amounts, whether all of them {@linkplain #fitInt fit an int}. */
    static long width(long amount) {
        return amount + INT_OFFSET;
    }

    /** Tells by the joined widths of amounts whether all of them fit an int. */
    static boolean fitInt(long widths) {
        return widths >>> 32 == 0;
    }

    long get(int row) {
        return row < ints.length ? ints[row] : longs[row];
    }

    /** The joined {@linkplain #width widths} of the amounts from a row on, before another. */
    long widths(int from, int to) {
        long widths = 0;
        for (int row = Math.max(from, ints.length); row < to; row++) {
            widths |= width(longs[row]);
        }
        return widths;
    }

    /** The amounts at some rows: those of each range, in the order of the ranges. */
    AmountColumn select(int[] from, int[] to, int rows) {
        long widths = 0;
        long[] selected = new long[rows];
        int size = 0;
        for (int i = 0; i < from.length; i++) {
            for (int row = from[i]; row < to[i]; row++) {
                selected[size] = get(row);
                widths |= width(selected[size++]);
            }
        }
        return fitInt(widths)
                ? of(Arrays.stream(selected).mapToInt(Math::toIntExact).toArray())
                : of(selected);
    }

    @Override
    public boolean equals(Object other) {
        // The narrower form is taken wherever it can be, so that equal amounts are held alike.
        return other instanceof AmountColumn that && Arrays.equals(ints, that.ints) && Arrays.equals(longs, that.longs);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(ints) + Arrays.hashCode(longs);
    }
}
