package org.loyalty4j.profile;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.CalendarPeriods;
import org.loyalty4j.internal.Checks;

/**
 * How the churn of a base is read.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a number is out of range.
 *
 * @param falseChurn the false-churn rate that the inactivity threshold is to keep: of those it calls lapsed, at most this share
 *     buys again; in (0, 1)
 * @param inactiveAfterDays a threshold of the caller's choice, in [1, inf); null for the one that the data give
 * @param calendar the periods of states and cohorts
 */
public record ChurnPlan(double falseChurn, @Nullable Integer inactiveAfterDays, CalendarPeriods calendar)
        implements Serializable {
    private static final double DEFAULT_FALSE_CHURN = 0.10;

    public ChurnPlan {
        Checks.inOpen(falseChurn, 0, 1, "falseChurn");
        if (inactiveAfterDays != null) {
            Checks.positive((long) inactiveAfterDays, "inactiveAfterDays");
        }
        Objects.requireNonNull(calendar, "calendar");
    }

    /**
     * A threshold estimated from the data, at which at most one in ten of those called lapsed buys again; calendar months.
     *
     * @return the plan
     */
    public static ChurnPlan withDefaults() {
        return new ChurnPlan(DEFAULT_FALSE_CHURN, null, CalendarPeriods.months());
    }

    /**
     * The same plan with another false-churn rate.
     *
     * @param rate the share of those called lapsed who may buy again, in (0, 1)
     * @return the changed plan
     * @throws IllegalArgumentException if the rate is out of range
     */
    public ChurnPlan withFalseChurn(double rate) {
        return new ChurnPlan(Checks.inOpen(rate, 0, 1, "rate"), inactiveAfterDays, calendar);
    }

    /**
     * The same plan with a threshold of the caller's choice.
     *
     * @param days days of silence that a lapsed customer exceeds, in [1, inf)
     * @return the changed plan
     * @throws IllegalArgumentException if the number is out of range
     */
    public ChurnPlan withInactiveAfterDays(int days) {
        Checks.positive((long) days, "days");
        return new ChurnPlan(falseChurn, days, calendar);
    }

    /**
     * The same plan with other periods.
     *
     * @param periods the periods of states and cohorts
     * @return the changed plan
     */
    public ChurnPlan withCalendar(CalendarPeriods periods) {
        return new ChurnPlan(falseChurn, inactiveAfterDays, Objects.requireNonNull(periods, "periods"));
    }
}
