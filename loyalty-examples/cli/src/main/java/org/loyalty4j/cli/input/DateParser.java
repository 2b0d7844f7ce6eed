package org.loyalty4j.cli.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads days as epoch days. Dates of fixed width are read digit by digit; everything else by a strict
 * {@link DateTimeFormatter}. A point in time becomes a day only in the calendar of a zone that was given.
 */
final class DateParser {
    /** The bytes that {@link #parse(byte[], int, int)} may look at. */
    static final int REACH = FixedWidthDate.REACH + LocalTimeText.REACH;

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4, 4, SignStyle.NOT_NEGATIVE)
            .appendPattern("-MM-dd")
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendPattern("[' ']")
            .parseLenient()
            .appendOffset("+HH:mm", "Z")
            .parseStrict()
            .optionalStart()
            .appendLiteral('[')
            .appendZoneRegionId()
            .appendLiteral(']')
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT)
            .withChronology(IsoChronology.INSTANCE);

    private static final int MAX_TEXT = 100;
    private static final int SLOTS = 1 << 12;
    private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

    private final @Nullable String pattern;
    private final @Nullable ZoneId zone;
    private final DateTimeFormatter formatter;
    private final @Nullable ZoneDays zoneDays;
    private final @Nullable FixedWidthDate fixed;
    private final boolean timeMayFollow;
    private final @Nullable String[] lately = new @Nullable String[SLOTS]; // texts that took the formatter
    private final int[] latelyDay = new int[SLOTS];
    private int epochDay;

    private DateParser(@Nullable String pattern, @Nullable ZoneId zone) {
        this.pattern = pattern;
        this.zone = zone;
        this.zoneDays = zone == null ? null : new ZoneDays(zone);
        this.formatter = pattern == null ? ISO : formatter(pattern);
        this.fixed = FixedWidthDate.of(pattern == null ? "yyyy-MM-dd" : pattern);
        this.timeMayFollow = pattern == null;
    }

    static DateParser of(FileFormat format) {
        return new DateParser(format.datePattern(), format.zone());
    }

    /** For a column of a source, whose typed dates are ISO text whatever the format says. */
    static DateParser of(FileFormat format, RowSource source, int column) {
        return source.isDate(column) ? new DateParser(null, format.zone()) : of(format);
    }

    /** Throws if a pattern cannot be used for dates. */
    static void check(String pattern) {
        try {
            DateTimeFormatter formatter = formatter(pattern);
            LocalDate sample = LocalDate.of(2011, 12, 9);
            String text = formatter.format(sample.atTime(LocalTime.NOON).atZone(ZoneOffset.UTC));
            if (sample.equals(formatter.parse(text).query(TemporalQueries.localDate()))) {
                return;
            }
        } catch (DateTimeException | IllegalArgumentException unfit) {
            throw new IllegalArgumentException(notAPattern(pattern) + ": " + unfit.getMessage(), unfit);
        }
        throw new IllegalArgumentException(notAPattern(pattern));
    }

    private static String notAPattern(String pattern) {
        return "date pattern must give year, month and day, as in yyyyMMdd or dd/MM/yyyy HH:mm, but was " + pattern;
    }

    /** A formatter in which y means the year itself, as everybody expects, and not the year of an era. */
    private static DateTimeFormatter formatter(String pattern) {
        StringBuilder years = new StringBuilder(pattern.length());
        boolean quoted = false;
        boolean era = pattern.indexOf('G') >= 0;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            quoted ^= c == '\'';
            years.append(c == 'y' && !quoted && !era ? 'u' : c);
        }
        return DateTimeFormatter.ofPattern(years.toString(), Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT)
                .withChronology(IsoChronology.INSTANCE);
    }

    int epochDay() {
        return epochDay;
    }

    /**
     * Reads the date that begins in a place of the bytes, of which {@link #REACH} from there on must be in the array.
     *
     * @return where it ends, which may be before the field does; -1 if that takes {@link #parse}
     */
    int parse(byte[] bytes, int from, int delimiter) {
        if (fixed == null) {
            return -1;
        }
        int day = fixed.epochDay(bytes, from);
        if (day == FixedWidthDate.NONE) {
            return -1;
        }
        int end = from + fixed.width();
        byte next = bytes[end];
        if (timeMayFollow && (next == 'T' || next == ' ') && next != delimiter) {
            return parseTime(bytes, day, end, delimiter);
        }
        epochDay = day;
        return end;
    }

    /** Reads the time that follows a day. */
    private int parseTime(byte[] bytes, int day, int from, int delimiter) {
        int end = LocalTimeText.end(bytes, from);
        if (end < 0) {
            return -1;
        }
        byte next = bytes[end];
        if ((next == 'Z' || next == '+' || next == '-') && next != delimiter) {
            return pointInTime(bytes, day, LocalTimeText.secondOfDay(bytes, from), end);
        }
        epochDay = day;
        return end;
    }

    private int pointInTime(byte[] bytes, int day, int second, int from) {
        int offset = LocalTimeText.offsetSeconds(bytes, from);
        if (zoneDays == null || offset == LocalTimeText.NO_OFFSET || day <= FIRST_DAY || day >= LAST_DAY) {
            return -1;
        }
        epochDay = zoneDays.epochDay(86_400L * day + second - offset);
        return bytes[from] == 'Z' ? from + 1 : from + 6;
    }

    boolean parse(char[] chars, int from, int to, Rejection why) {
        if (from == to) {
            return why.because(RejectReason.MISSING_DATE, "the date is empty");
        }
        if (fixed != null && to - from >= fixed.width() && (to - from == fixed.width() || timeMayFollow)) {
            int day = fixed.epochDay(chars, from);
            if (day != FixedWidthDate.NONE
                    && (to - from == fixed.width() || isLocalTime(chars, from + fixed.width(), to))) {
                epochDay = day;
                return true;
            }
        }
        String text = new String(chars, from, Math.min(to - from, MAX_TEXT + 1));
        int slot = text.hashCode() & SLOTS - 1;
        if (text.equals(lately[slot])) {
            epochDay = latelyDay[slot];
            return true;
        }
        if (!parseGeneral(text, chars, from, to, why)) {
            return false;
        }
        lately[slot] = text;
        latelyDay[slot] = epochDay;
        return true;
    }

    private boolean parseGeneral(String text, char[] chars, int from, int to, Rejection why) {
        try {
            TemporalAccessor parsed = formatter.parse(text);
            LocalDate date = parsed.query(TemporalQueries.localDate());
            ZoneId own = parsed.query(TemporalQueries.zone());
            if (own != null) {
                if (zone == null) {
                    return why.because(
                            RejectReason.DATE_NEEDS_ZONE,
                            Rejection.quote(chars, from, to)
                                    + " is a point in time, expected --zone to say in whose calendar it falls on a day");
                }
                date = LocalDate.ofInstant(instant(parsed), zone);
            }
            if (to - from <= MAX_TEXT && date != null && date.getYear() >= 1 && date.getYear() <= 9999) {
                epochDay = (int) date.toEpochDay();
                return true;
            }
        } catch (DateTimeException unreadable) {
            // Falls through: a date that cannot be read is a rejected row, not a failure.
        }
        return why.because(
                RejectReason.BAD_DATE,
                Rejection.quote(chars, from, to)
                        + (pattern == null
                                ? " is not a date such as 2011-12-09 (or give --date-pattern)"
                                : " is not a date of the pattern " + pattern));
    }

    private static Instant instant(TemporalAccessor parsed) {
        return parsed.isSupported(ChronoField.INSTANT_SECONDS)
                ? Instant.from(parsed)
                : OffsetDateTime.of(
                                LocalDate.from(parsed),
                                LocalTime.of(
                                        parsed.get(ChronoField.HOUR_OF_DAY), parsed.get(ChronoField.MINUTE_OF_HOUR)),
                                ZoneOffset.from(parsed))
                        .toInstant();
    }

    /** Tells whether the rest is {@code T08:26}, {@code T08:26:00} or {@code T08:26:00.123}, with T or a blank. */
    private static boolean isLocalTime(char[] chars, int from, int to) {
        int length = to - from;
        if (length < 6
                || (chars[from] != 'T' && chars[from] != ' ')
                || !below(chars, from + 1, 24)
                || chars[from + 3] != ':'
                || !below(chars, from + 4, 60)) {
            return false;
        }
        if (length == 6) {
            return true;
        }
        if (length < 9 || chars[from + 6] != ':' || !below(chars, from + 7, 60)) {
            return false;
        }
        if (length == 9) {
            return true;
        }
        boolean fraction = chars[from + 9] == '.' && length > 10 && length <= 19;
        for (int i = from + 10; fraction && i < to; i++) {
            fraction = chars[i] >= '0' && chars[i] <= '9';
        }
        return fraction;
    }

    private static boolean below(char[] chars, int at, int limit) {
        int tens = chars[at] - '0';
        int ones = chars[at + 1] - '0';
        return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 && 10 * tens + ones < limit;
    }

    static boolean isDay(int year, int month, int day) {
        return year >= 1
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= Month.of(month).length(Year.isLeap(year));
    }
}
