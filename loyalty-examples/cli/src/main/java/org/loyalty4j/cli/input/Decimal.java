package org.loyalty4j.cli.input;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One decimal number read from text, exactly: a {@code long} and a number of decimals where that is enough, a
 * {@link BigDecimal} otherwise. The same object is filled again for every row.
 */
final class Decimal {
    private static final int LONG_DIGITS = 18;
    private static final int MAX_TEXT = 400;
    private static final double[] TENS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18
    };

    private long unscaled;
    private int scale;
    private @Nullable BigDecimal big;

    /** Reads a number; false if the text is none. Thousands separators are not guessed. */
    boolean parse(char[] chars, int from, int to) {
        big = null;
        int at = from;
        boolean negative = false;
        if (at < to && (chars[at] == '-' || chars[at] == '+')) {
            negative = chars[at++] == '-';
        }
        int digits = to - at;
        if (digits > LONG_DIGITS + 1) {
            return parseBig(chars, from, to);
        }
        long value = 0;
        int point = -1;
        for (int i = at; i < to; i++) {
            char c = chars[i];
            if (c >= '0' && c <= '9') {
                value = 10 * value + (c - '0');
            } else if (c == '.' && point < 0) {
                point = i;
            } else {
                return parseBig(chars, from, to);
            }
        }
        digits -= point < 0 ? 0 : 1;
        if (digits < 1 || digits > LONG_DIGITS) {
            return parseBig(chars, from, to);
        }
        unscaled = negative ? -value : value;
        scale = point < 0 ? 0 : to - point - 1;
        return true;
    }

    private boolean parseBig(char[] chars, int from, int to) {
        if (from == to || to - from > MAX_TEXT) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = chars[i];
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return false;
            }
        }
        try {
            big = new BigDecimal(chars, from, to - from);
            return true;
        } catch (NumberFormatException none) {
            return false;
        }
    }

    /** True if the number fits {@link #unscaled()} and {@link #scale()}. */
    boolean isSmall() {
        return big == null;
    }

    long unscaled() {
        return unscaled;
    }

    int scale() {
        return scale;
    }

    BigDecimal value() {
        return big == null ? BigDecimal.valueOf(unscaled, scale) : big;
    }

    /** The nearest double; infinite if the number is beyond the largest one. */
    double doubleValue() {
        // Both are exact as doubles, and so their quotient is the nearest one.
        return big == null && Math.abs(unscaled) <= 1L << 53 ? unscaled / TENS[scale] : value().doubleValue();
    }
}
