package org.loyalty4j.internal;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Argument checks: each returns its argument, names it in the message, and is written so that NaN fails. A message is made only
 * for an argument that fails, for records are made by the million.
 */
public final class Checks {
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final long FIRST_EPOCH_DAY = FIRST_DAY.toEpochDay();
    private static final long LAST_EPOCH_DAY = LAST_DAY.toEpochDay();

    private Checks() {}

    /** Returns {@code value} if it is finite. */
    public static double finite(double value, String name) {
        if (!Double.isFinite(value)) {
            throw outOf("finite", name, value);
        }
        return value;
    }

    /** Returns {@code value} if it is finite and above zero. */
    public static double positive(double value, String name) {
        if (!(value > 0 && value <= Double.MAX_VALUE)) {
            throw outOf("in (0, inf)", name, value);
        }
        return value;
    }

    /** Returns {@code value} if it is finite and not below zero. */
    public static double notNegative(double value, String name) {
        if (!(value >= 0 && value <= Double.MAX_VALUE)) {
            throw outOf("in [0, inf)", name, value);
        }
        return value;
    }

    /** Returns {@code value} if it is not below zero. */
    public static long notNegative(long value, String name) {
        if (value < 0) {
            throw outOf("in [0, inf)", name, value);
        }
        return value;
    }

    /** Returns {@code term} if it has years, months or days and none of them is below zero. */
    public static Period positive(Period term, String name) {
        if (term.getYears() < 0 || term.getMonths() < 0 || term.getDays() < 0 || term.isZero()) {
            throw new IllegalArgumentException(name + " must be positive in every part, but was " + term);
        }
        return term;
    }

    /** Returns {@code value} if it is above zero. */
    public static long positive(long value, String name) {
        if (value <= 0) {
            throw outOf("in [1, inf)", name, value);
        }
        return value;
    }

    /** Returns {@code value} if it lies in [{@code low}, {@code high}]. */
    public static double inClosed(double value, double low, double high, String name) {
        if (!(value >= low && value <= high)) {
            throw outOf("in [" + plain(low) + ", " + plain(high) + "]", name, value);
        }
        return value;
    }

    /** Returns {@code value} if it lies in ({@code low}, {@code high}). */
    public static double inOpen(double value, double low, double high, String name) {
        if (!(value > low && value < high)) {
            throw outOf("in (" + plain(low) + ", " + plain(high) + ")", name, value);
        }
        return value;
    }

    /** Returns {@code value} if it lies in [{@code low}, {@code high}]. */
    public static int inClosed(int value, int low, int high, String name) {
        if (value < low || value > high) {
            throw outOf("in [" + low + ", " + high + "]", name, value);
        }
        return value;
    }

    /** Returns {@code part} if it is a count of some of {@code whole}: in [0, {@code whole}]. */
    public static long partOf(long part, long whole, String name) {
        if (part < 0 || part > whole) {
            throw outOf("in [0, " + whole + "]", name, part);
        }
        return part;
    }

    /** Returns {@code value} if it is a confidence level, strictly between 0 and 1. */
    public static double confidence(double value) {
        return inOpen(value, 0, 1, "confidence");
    }

    /** Returns {@code value} if it holds more than white space. */
    public static String notBlank(String value, String name) {
        if (Objects.requireNonNull(value, name).isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return value;
    }

    /** Returns {@code day} if it lies in the years 1 to 9999, which a 19970101 that is meant as a date does not. */
    public static LocalDate day(LocalDate day, String name) {
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            throw outOf("in [" + FIRST_DAY + ", " + LAST_DAY + "]", name, day);
        }
        return day;
    }

    /** Tells whether a day lies in the years 1 to 9999. */
    public static boolean isEpochDay(long epochDay) {
        return epochDay >= FIRST_EPOCH_DAY && epochDay <= LAST_EPOCH_DAY;
    }

    /** Returns {@code epochDay} if it lies in the years 1 to 9999. */
    public static int epochDay(int epochDay) {
        return epochDay(epochDay, "epochDay");
    }

    /** Returns {@code epochDay} if it lies in the years 1 to 9999. */
    public static int epochDay(int epochDay, String name) {
        if (!isEpochDay(epochDay)) {
            day(LocalDate.ofEpochDay(epochDay), name);
        }
        return epochDay;
    }

    /** Returns the epoch day of {@code day} if it lies in the years 1 to 9999. */
    public static int epochDay(LocalDate day, String name) {
        long epochDay = day.toEpochDay();
        if (!isEpochDay(epochDay)) {
            day(day, name);
        }
        return (int) epochDay;
    }

    // Of columns, in which no name is made for a good value.

    /** Returns the value at an index of a column if it is finite. */
    public static double finite(double value, String column, int index) {
        return Double.isFinite(value) ? value : finite(value, at(column, index));
    }

    /** Returns the value at an index of a column if it is finite and not below zero. */
    public static double notNegative(double value, String column, int index) {
        return value >= 0 && value <= Double.MAX_VALUE ? value : notNegative(value, at(column, index));
    }

    /** Returns the value at an index of a column if it is above zero. */
    public static long positive(long value, String column, int index) {
        return value > 0 ? value : positive(value, at(column, index));
    }

    /** Returns the value at an index of a column if it lies in [{@code low}, {@code high}]. */
    public static double inClosed(double value, double low, double high, String column, int index) {
        return value >= low && value <= high ? value : inClosed(value, low, high, at(column, index));
    }

    private static String at(String column, int index) {
        return column + "[" + index + "]";
    }

    /** Hands every element of {@code list} on; a null among them is named by its index. */
    public static <T> void forEach(List<? extends T> list, String name, Consumer<? super T> action) {
        int index = 0;
        for (T element : Objects.requireNonNull(list, name)) {
            if (element == null) {
                throw new NullPointerException(name + "[" + index + "]");
            }
            action.accept(element);
            index++;
        }
    }

    /** Refuses a column that is not as long as the others. */
    public static void sameLength(int expected, int actual, String name) {
        if (actual != expected) {
            throw new IllegalArgumentException(name + " must have " + expected + " elements, but had " + actual);
        }
    }

    private static IllegalArgumentException outOf(String domain, String name, Object value) {
        return new IllegalArgumentException(name + " must be " + domain + ", but was " + value);
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) && Math.abs(bound) < 1e15
                ? Long.toString((long) bound)
                : Double.toString(bound);
    }
}
