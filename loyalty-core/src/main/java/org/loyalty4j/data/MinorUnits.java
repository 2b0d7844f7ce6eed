package org.loyalty4j.data;

import java.math.BigDecimal;
import org.loyalty4j.internal.Checks;

/** Turns amounts into whole minor units, exactly or not at all. */
final class MinorUnits {
    static final int MAX_SCALE = 9;

    private MinorUnits() {}

    static int checkScale(int scale) {
        return Checks.inClosed(scale, 0, MAX_SCALE, "scale");
    }

    static long of(BigDecimal amount, int scale) {
        try {
            return amount.movePointRight(scale).longValueExact();
        } catch (ArithmeticException inexact) {
            String expected = amount.stripTrailingZeros().scale() > scale
                    ? "have at most " + scale + " decimals"
                    : "be below 2^63 minor units of " + scale + " decimals";
            throw new IllegalArgumentException("amount must " + expected + ", but was " + amount, inexact);
        }
    }
}
