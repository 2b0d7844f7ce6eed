package org.loyalty4j;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import org.loyalty4j.internal.Checks;

/**
 * How far a forecast or a value looks ahead: a finite length of time that knows its unit.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the length is negative or not finite, in its unit
 * or in days.
 *
 * @param length the length, in {@code unit}, in [0, inf)
 * @param unit the unit of the length
 */
public record Horizon(double length, PeriodUnit unit) implements Serializable {

    public Horizon {
        Objects.requireNonNull(unit, "unit");
        Checks.notNegative(length, "length");
        Checks.finite(length * unit.days(), "length in days");
    }

    /**
     * A horizon in days.
     *
     * @param length days, in [0, inf)
     * @return the horizon
     */
    public static Horizon days(double length) {
        return new Horizon(length, PeriodUnit.DAY);
    }

    /**
     * A horizon in weeks of seven days.
     *
     * @param length weeks, in [0, inf)
     * @return the horizon
     */
    public static Horizon weeks(double length) {
        return new Horizon(length, PeriodUnit.WEEK);
    }

    /**
     * A horizon in months of 30.4375 days.
     *
     * @param length months, in [0, inf)
     * @return the horizon
     */
    public static Horizon months(double length) {
        return new Horizon(length, PeriodUnit.MONTH);
    }

    /**
     * A horizon in years of 365.25 days.
     *
     * @param length years, in [0, inf)
     * @return the horizon
     */
    public static Horizon years(double length) {
        return new Horizon(length, PeriodUnit.YEAR);
    }

    /**
     * The same length of time in another unit.
     *
     * @param target the unit wanted
     * @return the length in {@code target}, in [0, inf)
     */
    public double in(PeriodUnit target) {
        return unit.convert(length, target);
    }

    @Override
    public String toString() {
        String number = length == Math.rint(length) && length < 1e15
                ? Long.toString((long) length)
                : String.format(Locale.ROOT, "%.4g", length);
        return number + " " + unit.name().toLowerCase(Locale.ROOT) + (length == 1 ? "" : "s");
    }
}
