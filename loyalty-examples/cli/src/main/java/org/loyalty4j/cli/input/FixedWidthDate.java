package org.loyalty4j.cli.input;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A date pattern of four digits of year and two each of month and day, in any order, with any marks between, and perhaps the
 * time of the day to the hour, minute, second or a part of it. Reads characters, and bytes of ASCII without making
 * characters of them.
 */
final class FixedWidthDate {
    /** No day: stands below every day a year of four digits can give. */
    static final int NONE = Integer.MIN_VALUE;

    /** Bytes that may be looked at from the first one of a date on. */
    static final int REACH = 40;

    private static final String LETTERS = "yMdHmsS";
    private static final String MARKS = "-/. :_T";
    private static final int FIRST_YEAR = 1900;
    private static final int[] MONTHS = monthStarts(200);
    private static final char DIGIT = '0';

    private final int width;
    private final char[] shape; // the digit where any digit may stand
    private final int[] at; // where each letter first stands; -1 if nowhere
    private final long[] expected;
    private final long[] slack;
    private final long[] looked;
    private final KnownDays known = new KnownDays();

    private FixedWidthDate(char[] shape, int[] at) {
        this.width = shape.length;
        this.shape = shape;
        this.at = at;
        int words = (width + Words.BYTES - 1) / Words.BYTES;
        expected = new long[words];
        slack = new long[words];
        looked = new long[words];
        for (int i = 0; i < width; i++) {
            int shift = 8 * (i % Words.BYTES);
            expected[i / Words.BYTES] |= (long) shape[i] << shift;
            slack[i / Words.BYTES] |= (shape[i] == DIGIT ? 0x7fL - 9 : 0x7fL) << shift;
            looked[i / Words.BYTES] |= 0x80L << shift;
        }
    }

    private static int[] monthStarts(int years) {
        int[] starts = new int[12 * years + 1];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = (int) LocalDate.of(FIRST_YEAR + i / 12, 1 + i % 12, 1).toEpochDay();
        }
        return starts;
    }

    /** The pattern, or null if it is not of this kind. */
    static @Nullable FixedWidthDate of(String pattern) {
        StringBuilder shape = new StringBuilder();
        int[] at = {-1, -1, -1, -1, -1, -1, -1};
        int[] counts = new int[LETTERS.length()];
        boolean quoted = false;
        char before = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i) == 'u' ? 'y' : pattern.charAt(i);
            int letter = quoted ? -1 : LETTERS.indexOf(c);
            if (c == '\'') {
                quoted = !quoted;
                if (before == c) {
                    return null;
                }
            } else if (letter >= 0) {
                if (counts[letter]++ == 0) {
                    at[letter] = shape.length();
                } else if (before != c) {
                    return null;
                }
                shape.append(DIGIT);
            } else if (MARKS.indexOf(c) >= 0 && (quoted || c != 'T')) {
                shape.append(c);
            } else {
                return null;
            }
            before = c;
        }
        boolean blankAtAnEnd = !pattern.equals(pattern.strip()); // which is left out of a field, and so never met
        boolean days = !blankAtAnEnd && counts[0] == 4 && counts[1] == 2 && counts[2] == 2;
        return days && isTime(counts) && shape.length() + Words.BYTES <= REACH
                ? new FixedWidthDate(shape.toString().toCharArray(), at)
                : null;
    }

    /** No time at all, or hours, then minutes, then seconds, then a fraction of them: what goes on without a gap. */
    private static boolean isTime(int[] counts) {
        boolean fraction = counts[6] == 0 || (counts[6] <= 9 && counts[5] > 0);
        return fraction
                && (counts[5] == 0 || (counts[5] == 2 && counts[4] > 0))
                && (counts[4] == 0 || (counts[4] == 2 && counts[3] > 0))
                && (counts[3] == 0 || counts[3] == 2);
    }

    int width() {
        return width;
    }

    /** The epoch day of the date that begins at an index, or {@link #NONE}. */
    int epochDay(char[] chars, int from) {
        for (int i = 0; i < width; i++) {
            char c = chars[from + i];
            if (shape[i] == DIGIT ? c < '0' || c > '9' : c != shape[i]) {
                return NONE;
            }
        }
        return isBelow(chars, from, 3, 24) && isBelow(chars, from, 4, 60) && isBelow(chars, from, 5, 60)
                ? epochDay(
                        100 * two(chars, from + at[0]) + two(chars, from + at[0] + 2),
                        two(chars, from + at[1]),
                        two(chars, from + at[2]))
                : NONE;
    }

    private boolean isBelow(char[] chars, int from, int letter, int limit) {
        return at[letter] < 0 || two(chars, from + at[letter]) < limit;
    }

    private static int two(char[] chars, int at) {
        return 10 * (chars[at] - '0') + chars[at + 1] - '0';
    }

    /** The same of bytes, of which {@link #REACH} from that index on must be in the array. */
    int epochDay(byte[] bytes, int from) {
        if (width > 2 * Words.BYTES || at[3] >= 0) { // of times there are too many to know them all
            return read(bytes, from);
        }
        long first = Words.at(bytes, from);
        long last = Words.at(bytes, from + width - Words.BYTES);
        int day = known.find(first, last);
        return day == NONE ? readAnew(bytes, from, first, last) : day;
    }

    private int readAnew(byte[] bytes, int from, long first, long last) {
        int day = read(bytes, from);
        if (day != NONE) {
            known.add(first, last, day);
        }
        return day;
    }

    private int read(byte[] bytes, int from) {
        long wrong = 0;
        for (int i = 0; i < expected.length; i++) {
            long difference = Words.at(bytes, from + Words.BYTES * i) ^ expected[i];
            wrong |= (difference + slack[i] | difference) & looked[i];
        }
        return wrong == 0 && isBelow(bytes, from, 3, 24) && isBelow(bytes, from, 4, 60) && isBelow(bytes, from, 5, 60)
                ? epochDay(
                        100 * Words.two(bytes, from + at[0]) + Words.two(bytes, from + at[0] + 2),
                        Words.two(bytes, from + at[1]),
                        Words.two(bytes, from + at[2]))
                : NONE;
    }

    private boolean isBelow(byte[] bytes, int from, int letter, int limit) {
        return at[letter] < 0 || Words.two(bytes, from + at[letter]) < limit;
    }

    private static int epochDay(int year, int month, int day) {
        int index = 12 * (year - FIRST_YEAR) + month - 1;
        if (month >= 1 && month <= 12 && index >= 0 && index < MONTHS.length - 1) {
            int start = MONTHS[index];
            return day >= 1 && day <= MONTHS[index + 1] - start ? start + day - 1 : NONE;
        }
        return DateParser.isDay(year, month, day)
                ? (int) LocalDate.of(year, month, day).toEpochDay()
                : NONE;
    }
}
