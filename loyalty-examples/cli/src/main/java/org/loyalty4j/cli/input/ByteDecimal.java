package org.loyalty4j.cli.input;

/**
 * One plain decimal number read from bytes: the common cases of {@link Decimal}, with at most eight digits before the point
 * and eight after it. The same object is filled again for every row.
 */
final class ByteDecimal {
    /** Bytes that may be looked at from the first one of a number on. */
    static final int REACH = 2 * Words.BYTES + 2;

    /** Not a number of this kind. */
    static final int NONE = -1;

    private static final int[] TENS = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};

    private long unscaled;
    private int scale;

    /** Reads a number; where it ends, or {@link #NONE}. What follows it is not looked at. */
    int parse(byte[] bytes, int from) {
        if (bytes[from] != '-') {
            return parseUnsigned(bytes, from);
        }
        int end = parseUnsigned(bytes, from + 1);
        unscaled = -unscaled;
        return end;
    }

    private int parseUnsigned(byte[] bytes, int from) {
        long digits = Words.digits(Words.at(bytes, from));
        long others = Words.notDigits(digits);
        int whole = Words.first(others);
        long later = others & (others - 1);
        if (later == 0 || bytes[from + whole] != '.') {
            return parseLong(bytes, from, digits, whole);
        }
        // All of it is in the word: the digits before the point move to those after it.
        int length = Words.first(later);
        if (length == 1) {
            return NONE;
        }
        long before = digits & ((1L << (8 * whole)) - 1);
        unscaled = Words.number(((digits >>> 8) & -(1L << (8 * whole))) | before, length - 1);
        scale = length - 1 - whole;
        return from + length;
    }

    /** Reads a number without a point, or one whose decimals go beyond the first word. */
    private int parseLong(byte[] bytes, int from, long digits, int whole) {
        long value = Words.number(digits, whole);
        int decimals = 0;
        int end = from + whole;
        if (bytes[end] == '.') {
            long rest = Words.digits(Words.at(bytes, end + 1));
            decimals = Words.first(Words.notDigits(rest));
            value = value * TENS[decimals] + Words.number(rest, decimals);
            end += 1 + decimals;
        }
        if (whole + decimals == 0) {
            return NONE;
        }
        unscaled = value;
        scale = decimals;
        return end; // at a digit if there are more of them than eight, which is not the end of a field
    }

    long unscaled() {
        return unscaled;
    }

    int scale() {
        return scale;
    }
}
