package org.loyalty4j.cli.input;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A date pattern of four digits of year and two each of month and day, in any order, with any marks between. */
final class FixedWidthDate {
    /** No day: stands below every day a year of four digits can give. */
    static final int NONE = Integer.MIN_VALUE;

    private final String pattern;
    private final int year;
    private final int month;
    private final int day;

    private FixedWidthDate(String pattern) {
        this.pattern = pattern;
        this.year = pattern.indexOf('y');
        this.month = pattern.indexOf('M');
        this.day = pattern.indexOf('d');
    }

    /** The pattern, or null if it is not of this kind. */
    static @Nullable FixedWidthDate of(String pattern) {
        String plain = pattern.replace('u', 'y');
        boolean runs = plain.contains("yyyy") && plain.contains("MM") && plain.contains("dd");
        int letters = 0;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.isLetter(c)) {
                letters++;
            } else if (c != '-' && c != '/' && c != '.' && c != ' ') {
                return null;
            }
        }
        return runs && letters == 8 ? new FixedWidthDate(plain) : null;
    }

    int width() {
        return pattern.length();
    }

    /** The epoch day of the date that begins at an index, or {@link #NONE}. */
    int epochDay(char[] chars, int from) {
        for (int i = 0; i < pattern.length(); i++) {
            char mark = pattern.charAt(i);
            char c = chars[from + i];
            if (mark >= 'A' ? c < '0' || c > '9' : c != mark) {
                return NONE;
            }
        }
        int y = 100 * two(chars, from + year) + two(chars, from + year + 2);
        int m = two(chars, from + month);
        int d = two(chars, from + day);
        return DateParser.isDay(y, m, d) ? (int) LocalDate.of(y, m, d).toEpochDay() : NONE;
    }

    private static int two(char[] chars, int at) {
        return 10 * (chars[at] - '0') + chars[at + 1] - '0';
    }
}
