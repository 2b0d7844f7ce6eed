package org.loyalty4j.cli.output;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Writes numbers as decimals, rounded from their exact value, half to even, just as {@link BigDecimal} does; which is asked
 * itself where a {@code double} does not tell for certain to which side to round.
 */
final class DecimalText {
    private static final int DIGITS = 6;
    private static final int MOST_DECIMALS = 15; // of a number too small to matter
    private static final MathContext SIGNIFICANT = new MathContext(DIGITS, RoundingMode.HALF_EVEN);

    private static final double LARGEST = 1L << 44; // where half the distance between two doubles is 1/512
    private static final double DOUBT = 1.0 / 256;
    private static final long UNSURE = Long.MIN_VALUE;
    private static final double[] TENS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private DecimalText() {}

    /** Adds a number with just as many decimals as said, in [0, 15]. */
    static void fixed(StringBuilder text, double number, int decimals) {
        long scaled = scaled(number, decimals);
        if (scaled == UNSURE) {
            text.append(rounded(number, decimals).toPlainString());
        } else {
            append(text, scaled, decimals);
        }
    }

    /** Adds a number with at most as many decimals as said, in [0, 15], and no zeros at their end. */
    static void atMost(StringBuilder text, double number, int decimals) {
        long scaled = scaled(number, decimals);
        if (scaled == UNSURE) {
            text.append(rounded(number, decimals).stripTrailingZeros().toPlainString());
        } else {
            appendShort(text, scaled, decimals);
        }
    }

    private static BigDecimal rounded(double number, int decimals) {
        return new BigDecimal(number).setScale(decimals, RoundingMode.HALF_EVEN);
    }

    /** Adds a number with at most six digits after leading zeros, at most fifteen decimals, and no zeros at their end. */
    static void significant(StringBuilder text, double number) {
        if (number == Math.rint(number) && Math.abs(number) < TENS[DIGITS]) {
            text.append((long) number); // such as the probability 1, which is frequent
            return;
        }
        int decimals = decimals(Math.abs(number));
        long scaled = decimals < 0 ? UNSURE : scaled(number, decimals);
        if (scaled == UNSURE) {
            BigDecimal rounded = new BigDecimal(number).round(SIGNIFICANT);
            text.append((rounded.scale() > MOST_DECIMALS
                            ? rounded.setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN)
                            : rounded)
                    .stripTrailingZeros()
                    .toPlainString());
        } else {
            appendShort(text, scaled, decimals);
        }
    }

    /** How many decimals make six digits of a number; -1 if that is not certain, or not between none and fifteen. */
    private static int decimals(double size) {
        if (!(size < TENS[DIGITS])) {
            return -1;
        }
        for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
            double product = size * TENS[decimals];
            if (product > TENS[DIGITS - 1] - DOUBT) {
                return product < TENS[DIGITS - 1] + DOUBT ? -1 : decimals;
            }
        }
        return -1;
    }

    /** A number times a power of ten, rounded; {@link #UNSURE} if it is too large or too near to the middle of two. */
    private static long scaled(double number, int decimals) {
        double product = number * TENS[decimals];
        double whole = Math.rint(product);
        boolean sure = Math.abs(product) < LARGEST && Math.abs(product - whole) < 0.5 - DOUBT;
        return sure ? (long) whole : UNSURE;
    }

    private static void appendShort(StringBuilder text, long scaled, int decimals) {
        long rest = scaled;
        int left = decimals;
        while (left > 0 && rest % 10 == 0) {
            rest /= 10;
            left--;
        }
        append(text, rest, left);
    }

    private static void append(StringBuilder text, long scaled, int decimals) {
        if (scaled < 0) {
            text.append('-');
        }
        long size = Math.abs(scaled);
        long unit = (long) TENS[decimals];
        text.append(size / unit);
        if (decimals > 0) {
            text.append('.');
            long fraction = size % unit;
            for (long place = unit / 10; place > Math.max(fraction, 1); place /= 10) {
                text.append('0');
            }
            text.append(fraction);
        }
    }
}
