package org.loyalty4j.btyd;

import java.util.Arrays;

/**
 * What survives of a customer after each purchase, of a dropout probability that is Beta(a, b): computed once for all times, and
 * for all customers who have survived as many coins. For one thread.
 */
final class CoinTable {
    private static final double[] NONE = {0};
    private static final double[] SURE = {1};

    private final double a;
    private final double b;

    private double[] survived = SURE;
    private double[] expected = NONE;
    private double survivedLast = 1; // the coins after as many purchases as the last of those expected

    CoinTable(double a, double b) {
        this.a = a;
        this.b = b;
    }

    /** The probability that the coins after c purchases all survive, for c up to {@code most} at least. */
    double[] survived(int most) {
        int from = survived.length;
        if (most >= from) {
            survived = Arrays.copyOf(survived, length(most, from));
            for (int c = from; c < survived.length; c++) {
                survived[c] = survived[c - 1] * coin(c);
            }
        }
        return survived;
    }

    /** The purchases that are made of c that are due, for c up to {@code most} at least. */
    double[] expected(int most) {
        int from = expected.length;
        if (most >= from) {
            expected = Arrays.copyOf(expected, length(most, from));
            for (int c = from; c < expected.length; c++) {
                expected[c] = expected[c - 1] + survivedLast;
                survivedLast *= coin(c);
            }
        }
        return expected;
    }

    /** The probability that the c-th coin survives if those before did. */
    private double coin(int c) {
        return (b + (c - 1)) / (a + b + (c - 1));
    }

    private static int length(int most, int from) {
        return Math.max(most + 1, 2 * from);
    }
}
