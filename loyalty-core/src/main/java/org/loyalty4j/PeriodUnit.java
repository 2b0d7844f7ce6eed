package org.loyalty4j;

/**
 * The unit in which a model or a rate counts time.
 *
 * <p>Calendar dates are always counted in days; a month or a year of fixed length is used only where a rate or a horizon
 * is converted. A year is 365.25 days and a month a twelfth of it.
 */
public enum PeriodUnit {
    /** One day. */
    DAY(1),
    /** Seven days. */
    WEEK(7),
    /** A twelfth of a year: 30.4375 days. */
    MONTH(365.25 / 12),
    /** 365.25 days. */
    YEAR(365.25);

    private final double days;

    PeriodUnit(double days) {
        this.days = days;
    }

    /**
     * The length of one unit.
     *
     * @return days, in [1, 365.25]
     */
    public double days() {
        return days;
    }

    /**
     * Converts a length of time into another unit.
     *
     * @param length a length in this unit
     * @param target the unit wanted
     * @return the same length in {@code target}
     */
    public double convert(double length, PeriodUnit target) {
        return this == target ? length : length * days / target.days;
    }
}
