package org.loyalty4j.cli.input;

/** The time of the day that may follow an ISO date, read from bytes. */
final class LocalTimeText {
    /** Bytes that may be looked at from the first one of a time on. */
    static final int REACH = 2 * Words.BYTES + 3;

    private LocalTimeText() {}

    /**
     * Where {@code T08:26}, {@code T08:26:00} or {@code T08:26:00.123} ends, with T or a blank; -1 if it is another text.
     * What follows it is not looked at.
     */
    static int end(byte[] bytes, int from) {
        if ((bytes[from] != 'T' && bytes[from] != ' ')
                || !isBelow(bytes, from + 1, 24)
                || bytes[from + 3] != ':'
                || !isBelow(bytes, from + 4, 60)) {
            return -1;
        }
        if (bytes[from + 6] != ':') {
            return from + 6;
        }
        if (!isBelow(bytes, from + 7, 60)) {
            return -1;
        }
        if (bytes[from + 9] != '.') {
            return from + 9;
        }
        int digits = Words.first(Words.notDigits(Words.digits(Words.at(bytes, from + 10))));
        return digits == 0 ? -1 : from + 10 + digits; // a ninth digit is left to those who take more time
    }

    private static boolean isBelow(byte[] bytes, int at, int limit) {
        int tens = bytes[at] - '0';
        int ones = bytes[at + 1] - '0';
        return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 && 10 * tens + ones < limit;
    }
}
