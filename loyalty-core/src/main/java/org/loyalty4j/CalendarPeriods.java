package org.loyalty4j;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.Checks;

/**
 * How the calendar is cut into periods: months, quarters, or weeks that start on a named day.
 *
 * <p>Periods follow each other without a gap; each is known by its first day. Unlike {@link PeriodUnit}, whose months all have
 * the same length, these are the ones on the wall.
 *
 * <pre>{@code
 * CalendarPeriods months = CalendarPeriods.months();
 * LocalDate june = months.startOf(LocalDate.of(2026, 6, 17));  // 2026-06-01
 * months.next(june);                                           // 2026-07-01
 * months.label(june);                                          // "2026-06"
 * }</pre>
 */
public final class CalendarPeriods implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

    private enum Kind {
        MONTH,
        QUARTER,
        WEEK
    }

    private final Kind kind;

    private final @Nullable DayOfWeek firstDayOfWeek;

    private CalendarPeriods(Kind kind, @Nullable DayOfWeek firstDayOfWeek) {
        this.kind = kind;
        this.firstDayOfWeek = firstDayOfWeek;
    }

    /**
     * Calendar months.
     *
     * @return periods from the first to the last day of a month
     */
    public static CalendarPeriods months() {
        return new CalendarPeriods(Kind.MONTH, null);
    }

    /**
     * Calendar quarters: from January, April, July and October.
     *
     * @return periods of three months
     */
    public static CalendarPeriods quarters() {
        return new CalendarPeriods(Kind.QUARTER, null);
    }

    /**
     * Weeks of seven days. On which day a week starts differs between countries, so there is no default.
     *
     * @param firstDay the day on which each week starts
     * @return periods of seven days
     */
    public static CalendarPeriods weeksFrom(DayOfWeek firstDay) {
        return new CalendarPeriods(Kind.WEEK, Objects.requireNonNull(firstDay, "firstDay"));
    }

    /**
     * The first day of the period that holds a day.
     *
     * @param day any day in the years 1 to 9999
     * @return the first day of its period, not after {@code day}
     * @throws IllegalArgumentException if the day is not in the years 1 to 9999
     */
    public LocalDate startOf(LocalDate day) {
        Checks.day(day, "day");
        if (firstDayOfWeek != null) {
            return day.with(TemporalAdjusters.previousOrSame(firstDayOfWeek));
        }
        LocalDate month = day.withDayOfMonth(1);
        return kind == Kind.MONTH ? month : month.with(day.getMonth().firstMonthOfQuarter());
    }

    /** As {@link #startOf}, also of the first week of all, which may begin before the year 1. */
    private LocalDate first(LocalDate day, String name) {
        Objects.requireNonNull(day, name);
        LocalDate origin = startOf(FIRST_DAY);
        return day.isBefore(FIRST_DAY) && !day.isBefore(origin) ? origin : startOf(day);
    }

    /**
     * The first day of the period after the one that holds a day.
     *
     * @param start the first day of a period; any other day of it gives the same
     * @return the first day of the next period: where this one ends, exclusive
     * @throws IllegalArgumentException if the day is not in the years 1 to 9999
     */
    public LocalDate next(LocalDate start) {
        return plus(start, 1);
    }

    /**
     * The first day of the period that lies a number of periods after, or before, the one that holds a day.
     *
     * @param start the first day of a period; any other day of it gives the same
     * @param periods how many periods to go forward; below zero, backward
     * @return the first day of that period
     * @throws IllegalArgumentException if the day is not in the years 1 to 9999
     */
    public LocalDate plus(LocalDate start, int periods) {
        LocalDate first = first(start, "start");
        return switch (kind) {
            case MONTH -> first.plusMonths(periods);
            case QUARTER -> first.plusMonths(3L * periods);
            case WEEK -> first.plusWeeks(periods);
        };
    }

    /**
     * How many periods the one that holds a day lies after the one that holds another.
     *
     * @param startA the first day of a period; any other day of it gives the same
     * @param startB the first day of another, or of the same
     * @return 0 if both lie in one period, 1 if B lies in the next; below zero if B lies before A
     * @throws IllegalArgumentException if a day is not in the years 1 to 9999
     */
    public int between(LocalDate startA, LocalDate startB) {
        LocalDate a = first(startA, "startA");
        LocalDate b = first(startB, "startB");
        return (int)
                switch (kind) {
                    case MONTH -> ChronoUnit.MONTHS.between(a, b);
                    case QUARTER -> IsoFields.QUARTER_YEARS.between(a, b);
                    case WEEK -> ChronoUnit.WEEKS.between(a, b);
                };
    }

    /**
     * A short name of the period that holds a day: {@code 2026-06} of a month, {@code 2026-Q2} of a quarter, and of a week its
     * first day, for week numbers depend on the country. Names of one calendar sort as the periods do.
     *
     * @param start the first day of a period; any other day of it gives the same
     * @return the name
     * @throws IllegalArgumentException if the day is not in the years 1 to 9999
     */
    public String label(LocalDate start) {
        LocalDate first = first(start, "start");
        return switch (kind) {
            case MONTH -> first.toString().substring(0, first.toString().length() - 3);
            case QUARTER ->
                String.format(Locale.ROOT, "%04d-Q%d", first.getYear(), first.get(IsoFields.QUARTER_OF_YEAR));
            case WEEK -> first.toString();
        };
    }

    /**
     * What one period is called.
     *
     * @return month, quarter or week
     */
    public LocalizedText unitName() {
        return switch (kind) {
            case MONTH -> new LocalizedText("month", "月");
            case QUARTER -> new LocalizedText("quarter", "四半期");
            case WEEK -> new LocalizedText("week", "週");
        };
    }

    /**
     * Calendars are equal if they cut the year alike.
     *
     * @param other another object
     * @return true for the same kind of period that starts on the same day
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CalendarPeriods that && kind == that.kind && firstDayOfWeek == that.firstDayOfWeek;
    }

    /**
     * A hash code that goes with {@code equals}, the same in every run.
     *
     * @return the hash code
     */
    @Override
    public int hashCode() {
        return 8 * kind.ordinal() + (firstDayOfWeek == null ? 0 : firstDayOfWeek.getValue());
    }

    @Override
    public String toString() {
        return switch (kind) {
            case MONTH -> "months";
            case QUARTER -> "quarters";
            case WEEK -> "weeks from " + firstDayOfWeek;
        };
    }
}
