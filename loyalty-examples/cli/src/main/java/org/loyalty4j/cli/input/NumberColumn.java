package org.loyalty4j.cli.input;

/** Reads the numbers of one column of histories: none of them is negative. */
final class NumberColumn {
    private final Role role;
    private final int field;
    private final Decimal decimal = new Decimal();
    private double value;

    NumberColumn(Role role, Positions at) {
        this.role = role;
        this.field = at.of(role);
    }

    /** The number last read. */
    double value() {
        return value;
    }

    /** The number last read, once {@link #parseWhole} has accepted it. */
    int whole() {
        return (int) value;
    }

    boolean isEmpty(Row row) {
        return row.start(field) == row.end(field);
    }

    /** Reads a length of time. One beyond the range is a fault in the data, and its powers leave the range of a double. */
    boolean parseTime(Row row, Rejection why) {
        return readDecimal(row, why)
                && isInRange(value == 0 || (value >= 1e-12 && value <= 1e12), "[1e-12, 1e12], or 0", row, why);
    }

    boolean parsePositive(Row row, Rejection why) {
        return readDecimal(row, why) && isInRange(value > 0 && value <= Double.MAX_VALUE, "(0, inf)", row, why);
    }

    /** Reads the number of customers that a row stands for. */
    boolean parseWeight(Row row, Rejection why) {
        return readDecimal(row, why) && isInRange(value > 0 && value <= 1e12, "(0, 1e12]", row, why);
    }

    boolean parseWhole(Row row, Rejection why) {
        return parseWhole(row, Integer.MAX_VALUE, why);
    }

    boolean parseWhole(Row row, int max, Rejection why) {
        if (!read(row, "a whole number", why) || !isInRange(value >= 0 && value <= max, "[0, " + max + "]", row, why)) {
            return false;
        }
        return value == (int) value || why.because(RejectReason.BAD_NUMBER, shown(row) + " is not a whole number");
    }

    private boolean readDecimal(Row row, Rejection why) {
        return read(row, "a plain decimal number such as 12.5", why);
    }

    private boolean read(Row row, String expected, Rejection why) {
        if (isEmpty(row)) {
            return why.because(RejectReason.MISSING_NUMBER, role.key() + " is empty");
        }
        if (!decimal.parse(row.chars(), row.start(field), row.end(field))) {
            return why.because(RejectReason.BAD_NUMBER, shown(row) + " is not " + expected);
        }
        value = decimal.doubleValue();
        return true;
    }

    /** Refuses what is out of range, or does not go with another number. */
    boolean isInRange(boolean holds, String range, Row row, Rejection why) {
        return holds
                || why.because(
                        RejectReason.NUMBER_OUT_OF_RANGE,
                        role.key() + " must be in " + range + ", but was "
                                + Rejection.quote(row.chars(), row.start(field), row.end(field)));
    }

    private String shown(Row row) {
        return role.key() + " " + Rejection.quote(row.chars(), row.start(field), row.end(field));
    }
}
