package org.loyalty4j.cli.input;

import java.math.BigDecimal;

/** Reads amounts as whole minor units, exactly or not at all: nothing is rounded. */
final class AmountParser {
    /** The most decimals a currency may have. */
    static final int MAX_SCALE = 9;

    private static final int LONG_DIGITS = 19;

    private final int scale;
    private final Decimal first = new Decimal();
    private final Decimal second = new Decimal();
    private long minorUnits;

    AmountParser(int scale) {
        this.scale = scale;
    }

    long minorUnits() {
        return minorUnits;
    }

    /** Takes an amount that was read from bytes; false if that takes {@link #parse}. */
    boolean take(ByteDecimal amount) {
        return settle(amount.unscaled(), amount.scale());
    }

    /** Takes a price and a quantity that were read from bytes; false if that takes {@link #parseProduct}. */
    boolean takeProduct(ByteDecimal price, ByteDecimal quantity) {
        return settleProduct(price.unscaled(), quantity.unscaled(), price.scale() + quantity.scale());
    }

    /** Reads an amount. */
    boolean parse(Row row, int amount, Rejection why) {
        if (!number(first, row, amount, "amount", why)) {
            return false;
        }
        if (first.isSmall() && settle(first.unscaled(), first.scale())) {
            return true;
        }
        return settle(first.value(), row, amount, -1, why);
    }

    /** Reads a price and a quantity and multiplies them. */
    boolean parseProduct(Row row, int price, int quantity, Rejection why) {
        if (!number(first, row, price, "price", why) || !number(second, row, quantity, "quantity", why)) {
            return false;
        }
        if (first.isSmall()
                && second.isSmall()
                && settleProduct(first.unscaled(), second.unscaled(), first.scale() + second.scale())) {
            return true;
        }
        return settle(product(first.value(), second.value()), row, price, quantity, why);
    }

    private static BigDecimal product(BigDecimal price, BigDecimal quantity) {
        if (price.signum() == 0 || quantity.signum() == 0) {
            return BigDecimal.ZERO;
        }
        long newScale = (long) price.scale() + quantity.scale();
        if (Math.abs(newScale) > Integer.MAX_VALUE / 2) {
            return BigDecimal.valueOf(1, newScale > 0 ? Integer.MAX_VALUE / 2 : -Integer.MAX_VALUE / 2);
        }
        return price.multiply(quantity);
    }

    private static boolean number(Decimal into, Row row, int field, String name, Rejection why) {
        int from = row.start(field);
        int to = row.end(field);
        if (into.parse(row.chars(), from, to)) {
            return true;
        }
        return from == to
                ? why.because(RejectReason.MISSING_AMOUNT, "the " + name + " is empty")
                : why.because(
                        RejectReason.BAD_AMOUNT,
                        "the " + name + " " + Rejection.quote(row.chars(), from, to)
                                + " is not a plain decimal number such as 1234.50");
    }

    private boolean settleProduct(long price, long quantity, int decimals) {
        long product = price * quantity;
        return Math.multiplyHigh(price, quantity) == product >> 63 && settle(product, decimals);
    }

    /** The fast path: false if it does not fit, for whatever reason. */
    private boolean settle(long unscaled, int decimals) {
        long value = unscaled;
        int more = scale - decimals;
        for (; more < 0 && value % 10 == 0; more++) {
            value /= 10;
        }
        for (; more > 0; more--) {
            long shifted = 10 * value;
            if (shifted / 10 != value) {
                return false;
            }
            value = shifted;
        }
        minorUnits = value;
        return more == 0;
    }

    /** The exact path; careful never to write out a number such as 1e999999999. */
    private boolean settle(BigDecimal value, Row row, int field, int quantity, Rejection why) {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (plain.scale() > scale) {
            return why.because(
                    RejectReason.TOO_MANY_DECIMALS,
                    shown(row, field, quantity) + " has more than " + scale + (scale == 1 ? " decimal" : " decimals")
                            + ", the scale of the currency (--scale)");
        }
        if ((long) plain.precision() - plain.scale() + scale <= LONG_DIGITS) {
            BigDecimal minor = plain.movePointRight(scale);
            if (minor.toBigInteger().bitLength() < Long.SIZE) {
                minorUnits = minor.longValueExact();
                return true;
            }
        }
        return why.because(
                RejectReason.AMOUNT_OVERFLOW,
                shown(row, field, quantity) + " is too large to be counted in minor units, expected at most "
                        + BigDecimal.valueOf(Long.MAX_VALUE, scale).toPlainString());
    }

    private static String shown(Row row, int field, int quantity) {
        String amount = Rejection.quote(row.chars(), row.start(field), row.end(field));
        return quantity < 0
                ? "the amount " + amount
                : "the price " + amount + " times the quantity "
                        + Rejection.quote(row.chars(), row.start(quantity), row.end(quantity));
    }
}
