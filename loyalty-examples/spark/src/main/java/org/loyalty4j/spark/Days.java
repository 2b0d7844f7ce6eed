package org.loyalty4j.spark;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.cli.input.RejectReason;

/** Reads days, which are of the years 1 to 9999; a point in time has one only in the calendar of a zone that was given. */
final class Days implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final DateTimeFormatter WITH_TIME = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4, 4, SignStyle.NOT_NEGATIVE)
            .appendPattern("-MM-dd['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendPattern("[' ']")
            .parseLenient()
            .appendOffset("+HH:mm", "Z")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT)
            .withChronology(IsoChronology.INSTANCE);
    private static final int DATE_WIDTH = 10;
    private static final int MAX_TEXT = 100;
    private static final int FIRST = (int) LocalDate.of(1, 1, 1).toEpochDay();
    private static final int LAST = (int) LocalDate.of(9999, 12, 31).toEpochDay();

    private final @Nullable ZoneId zone;

    Days(@Nullable ZoneId zone) {
        this.zone = zone;
    }

    int ofEpochDay(long day) throws UnusableRow {
        if (day < FIRST || day > LAST) {
            throw new UnusableRow(RejectReason.BAD_DATE);
        }
        return (int) day;
    }

    int ofEpochMicros(long micros) throws UnusableRow {
        return ofInstant(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    int ofText(String text) throws UnusableRow {
        if (text.isEmpty()) {
            throw new UnusableRow(RejectReason.MISSING_DATE);
        }
        try {
            return ofEpochDay(text.length() == DATE_WIDTH ? isoDate(text) : withTime(text));
        } catch (DateTimeException unreadable) {
            throw new UnusableRow(RejectReason.BAD_DATE);
        }
    }

    private static long isoDate(String text) throws UnusableRow {
        if (text.charAt(4) != '-' || text.charAt(7) != '-') {
            throw new UnusableRow(RejectReason.BAD_DATE);
        }
        return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
    }

    private static int number(String text, int from, int to) throws UnusableRow {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new UnusableRow(RejectReason.BAD_DATE);
            }
            number = 10 * number + digit;
        }
        return number;
    }

    private long withTime(String text) throws UnusableRow {
        if (text.length() > MAX_TEXT) {
            throw new UnusableRow(RejectReason.BAD_DATE);
        }
        TemporalAccessor parsed = WITH_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof OffsetDateTime point
                ? ofInstant(point.toInstant())
                : LocalDateTime.from(parsed).toLocalDate().toEpochDay();
    }

    private int ofInstant(Instant instant) throws UnusableRow {
        if (zone == null) {
            throw new UnusableRow(RejectReason.DATE_NEEDS_ZONE);
        }
        return ofEpochDay(LocalDate.ofInstant(instant, zone).toEpochDay());
    }
}
