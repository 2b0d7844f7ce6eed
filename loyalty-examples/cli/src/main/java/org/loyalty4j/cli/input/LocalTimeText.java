package org.loyalty4j.cli.input;

/** The time of the day, and the offset from UTC, that may follow an ISO date, read from bytes. */
final class LocalTimeText {
    /** Bytes that may be looked at from the first one of a time on. */
    static final int REACH = 3 * Words.BYTES + 8;

    /** No offset of the usual form. */
    static final int NO_OFFSET = Integer.MIN_VALUE;

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

    /** The second of the day of a time whose end is known. */
    static int secondOfDay(byte[] bytes, int from) {
        int minutes = 60 * two(bytes, from + 1) + two(bytes, from + 4);
        return 60 * minutes + (bytes[from + 6] == ':' ? two(bytes, from + 7) : 0);
    }

    /** The seconds of an offset written as {@code Z} or as {@code +09:00}, of less than 18 hours, or {@link #NO_OFFSET}. */
    static int offsetSeconds(byte[] bytes, int from) {
        if (bytes[from] == 'Z') {
            return 0;
        }
        if (!isBelow(bytes, from + 1, 18) || bytes[from + 3] != ':' || !isBelow(bytes, from + 4, 60)) {
            return NO_OFFSET;
        }
        int seconds = 3600 * two(bytes, from + 1) + 60 * two(bytes, from + 4);
        return bytes[from] == '-' ? -seconds : seconds;
    }

    private static int two(byte[] bytes, int at) {
        return 10 * (bytes[at] - '0') + bytes[at + 1] - '0';
    }

    private static boolean isBelow(byte[] bytes, int at, int limit) {
        int tens = bytes[at] - '0';
        int ones = bytes[at + 1] - '0';
        return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 && 10 * tens + ones < limit;
    }
}
