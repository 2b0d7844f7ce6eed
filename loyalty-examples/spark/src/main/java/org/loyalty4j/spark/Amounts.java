package org.loyalty4j.spark;

import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.cli.input.RejectReason;

/** Reads amounts as whole minor units, exactly or not at all: nothing is rounded. */
final class Amounts implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LONG_DIGITS = 19;
    private static final int FAST_DIGITS = 18;
    private static final int MAX_TEXT = 400;
    private static final long[] TENS = new long[10];

    static {
        TENS[0] = 1;
        for (int i = 1; i < TENS.length; i++) {
            TENS[i] = 10 * TENS[i - 1];
        }
    }

    private final int scale;

    Amounts(int scale) {
        this.scale = requireScale(scale);
    }

    static int requireScale(int scale) {
        if (scale < 0 || scale >= TENS.length) {
            throw new IllegalArgumentException("scale must be in [0, 9], but was " + scale);
        }
        return scale;
    }

    long ofWhole(long amount) throws UnusableRow {
        return times(amount, TENS[scale]);
    }

    private static long times(long amount, long factor) throws UnusableRow {
        long product = amount * factor;
        if (Math.multiplyHigh(amount, factor) != product >> (Long.SIZE - 1)) {
            throw new UnusableRow(RejectReason.AMOUNT_OVERFLOW);
        }
        return product;
    }

    long ofDecimal(BigDecimal amount) throws UnusableRow {
        // Looked at before any digit is moved: 1E+1000000000 is short to write and would fill the memory as an integer.
        BigDecimal plain = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        if (plain.scale() > scale) {
            throw new UnusableRow(RejectReason.TOO_MANY_DECIMALS);
        }
        if ((long) plain.precision() - plain.scale() + scale > LONG_DIGITS) {
            throw new UnusableRow(RejectReason.AMOUNT_OVERFLOW);
        }
        try {
            return plain.movePointRight(scale).longValueExact();
        } catch (ArithmeticException tooLarge) {
            throw new UnusableRow(RejectReason.AMOUNT_OVERFLOW);
        }
    }

    long ofText(String text) throws UnusableRow {
        if (text.isEmpty()) {
            throw new UnusableRow(RejectReason.MISSING_AMOUNT);
        }
        int at = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        int point = -1;
        int count = 0;
        long digits = 0;
        for (; at < text.length() && count <= FAST_DIGITS; at++) {
            char c = text.charAt(at);
            if (c == '.' && point < 0) {
                point = at;
            } else if (c >= '0' && c <= '9') {
                digits = 10 * digits + (c - '0');
                count++;
            } else {
                break;
            }
        }
        int decimals = point < 0 ? 0 : text.length() - point - 1;
        if (at < text.length() || count == 0 || count > FAST_DIGITS || decimals > scale) {
            BigDecimal decimal = decimal(text);
            if (decimal == null) {
                throw new UnusableRow(RejectReason.BAD_AMOUNT);
            }
            return ofDecimal(decimal);
        }
        return times(text.charAt(0) == '-' ? -digits : digits, TENS[scale - decimals]);
    }

    /** A decimal number in plain digits, perhaps with an exponent; null if the text is none. */
    static @Nullable BigDecimal decimal(String text) {
        boolean plain = text.length() <= MAX_TEXT;
        for (int i = 0; plain && i < text.length(); i++) {
            char c = text.charAt(i);
            plain = (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
        }
        try {
            return plain ? new BigDecimal(text) : null;
        } catch (NumberFormatException none) {
            return null;
        }
    }
}
