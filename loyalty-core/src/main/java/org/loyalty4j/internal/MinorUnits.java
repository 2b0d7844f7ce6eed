package org.loyalty4j.internal;

import java.math.BigDecimal;
import java.util.Objects;

/** Turns amounts into whole minor units, exactly or not at all. */
public final class MinorUnits {
    private static final int MAX_SCALE = 9;
    private static final int MAX_DIGITS = 19; // of a long

    private static final long EXACT_IN_A_DOUBLE = 1L << 53;

    private static final double[] POWERS_OF_TEN = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    private static final long[] WHOLE_POWERS_OF_TEN = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };

    private MinorUnits() {}

    /** Returns {@code scale} if a log can have it. */
    public static int checkScale(int scale) {
        return Checks.inClosed(scale, 0, MAX_SCALE, "scale");
    }

    /** Refuses a customer's summary at another scale than those before: their amounts cannot be added up. */
    public static void requireScale(int scale, int other, String customerId) {
        if (other != scale) {
            throw new IllegalArgumentException("scale must be " + scale + " in all summaries, but was " + other
                    + " (customer " + customerId + ")");
        }
    }

    /**
     * Returns the mean in the major unit of {@code minorUnits} over {@code count}: one division of whole numbers, so
     * that 0.70 over 1 and 2.10 over 3 are the same number.
     */
    public static double mean(long minorUnits, int count, int scale) {
        return (double) minorUnits / (count * POWERS_OF_TEN[scale]);
    }

    /**
     * Returns the amount in the major unit: the {@code double} nearest to it, as {@link BigDecimal#doubleValue} gives, but
     * without an object where the minor units are a {@code double} exactly.
     */
    public static double inMajor(long minorUnits, int scale) {
        return Math.abs(minorUnits) <= EXACT_IN_A_DOUBLE && minorUnits != Long.MIN_VALUE
                ? minorUnits / POWERS_OF_TEN[scale]
                : BigDecimal.valueOf(minorUnits, scale).doubleValue();
    }

    /** Refuses an amount below zero, and one so long that exact sums of many would not stay short. */
    public static void requireAmount(BigDecimal amount, String name) {
        Objects.requireNonNull(amount, name);
        if (amount.signum() < 0) {
            throw new IllegalArgumentException(name + " must be in [0, inf), but was " + amount);
        }
        if (amount.scale() > MAX_SCALE || amount.scale() < -MAX_DIGITS || amount.precision() >= MAX_DIGITS) {
            throw new IllegalArgumentException(name + " must have at most " + MAX_SCALE + " decimals and "
                    + (MAX_DIGITS - 1) + " digits, but was " + amount);
        }
    }

    /** Returns {@code amount} in minor units of {@code scale} decimals. */
    public static long of(BigDecimal amount, int scale) {
        int decimals = amount.scale();
        if (decimals >= 0 && decimals <= scale && amount.precision() < MAX_DIGITS - MAX_SCALE) {
            // The digits alone, which are few, as a whole number: no decimal is made on the way.
            return amount.scaleByPowerOfTen(decimals).longValueExact() * WHOLE_POWERS_OF_TEN[scale - decimals];
        }
        // Looked at before any digit is moved: 1E+1000000000 is short to write and would fill the memory as an integer.
        long digits = (long) amount.precision() - amount.scale() + scale;
        try {
            if (amount.signum() == 0) {
                return 0;
            }
            if (digits > MAX_DIGITS) {
                throw new ArithmeticException("Overflow");
            }
            return amount.movePointRight(scale).longValueExact();
        } catch (ArithmeticException inexact) {
            String expected = amount.stripTrailingZeros().scale() > scale
                    ? "have at most " + scale + " decimals"
                    : "be below 2^63 minor units of " + scale + " decimals";
            throw new IllegalArgumentException("amount must " + expected + ", but was " + amount, inexact);
        }
    }
}
