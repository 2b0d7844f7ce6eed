package org.loyalty4j.profile;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.Period;
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
 * @param renewalTerm the time from one renewal of a contract to the next, of years, months or days; at least one day
 * @param recordsFrom the day from which leave dates are on record: of a customer who left before it nothing is known; null where all
 *     who ever left are on record
 */
public record ChurnPlan(
        double falseChurn,
        @Nullable Integer inactiveAfterDays,
        CalendarPeriods calendar,
        Period renewalTerm,
        @Nullable LocalDate recordsFrom)
        implements Serializable {
    private static final double DEFAULT_FALSE_CHURN = 0.10;
    private static final Period MONTH = Period.ofMonths(1);

    public ChurnPlan {
        Objects.requireNonNull(calendar, "calendar");
        Objects.requireNonNull(renewalTerm, "renewalTerm");
        Checks.inOpen(falseChurn, 0, 1, "falseChurn");
        if (inactiveAfterDays != null) {
            Checks.positive((long) inactiveAfterDays, "inactiveAfterDays");
        }
        Checks.positive(renewalTerm, "renewalTerm");
        if (recordsFrom != null) {
            Checks.day(recordsFrom, "recordsFrom");
        }
    }

    /**
     * A threshold estimated from the data, at which at most one in ten of those called lapsed buys again; calendar months; contracts
     * that renew every month, with all who ever left on record.
     *
     * @return the plan
     */
    public static ChurnPlan withDefaults() {
        return new ChurnPlan(DEFAULT_FALSE_CHURN, null, CalendarPeriods.months(), MONTH, null);
    }

    /**
     * The same plan with another false-churn rate.
     *
     * @param rate the share of those called lapsed who may buy again, in (0, 1)
     * @return the changed plan
     * @throws IllegalArgumentException if the rate is out of range
     */
    public ChurnPlan withFalseChurn(double rate) {
        return new ChurnPlan(Checks.inOpen(rate, 0, 1, "rate"), inactiveAfterDays, calendar, renewalTerm, recordsFrom);
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
        return new ChurnPlan(falseChurn, days, calendar, renewalTerm, recordsFrom);
    }

    /**
     * The same plan with other periods.
     *
     * @param periods the periods of states and cohorts
     * @return the changed plan
     */
    public ChurnPlan withCalendar(CalendarPeriods periods) {
        return new ChurnPlan(
                falseChurn, inactiveAfterDays, Objects.requireNonNull(periods, "periods"), renewalTerm, recordsFrom);
    }

    /**
     * The same plan for contracts of another length. It matters: the customers of yearly contracts can leave once a year, and a model
     * of monthly renewals would see eleven months in which nobody does.
     *
     * @param term the time from one renewal to the next, such as {@code Period.ofYears(1)}; years, months or days, at least one day
     * @return the changed plan
     * @throws IllegalArgumentException if the term is not positive
     */
    public ChurnPlan withRenewalTerm(Period term) {
        return new ChurnPlan(
                falseChurn,
                inactiveAfterDays,
                calendar,
                Checks.positive(Objects.requireNonNull(term, "term"), "term"),
                recordsFrom);
    }

    /**
     * The same plan for records that begin with the customers then on the books. Those who left sooner are missing from them, and
     * to ignore that makes customers look more loyal than they are: of who joined before the day, the survival curve and the
     * retention model count only what came after it.
     *
     * @param day the first day from which leaving is on record, not after the last day observed
     * @return the changed plan
     * @throws IllegalArgumentException if the day is not in the years 1 to 9999
     */
    public ChurnPlan withRecordsFrom(LocalDate day) {
        Checks.day(Objects.requireNonNull(day, "day"), "day");
        return new ChurnPlan(falseChurn, inactiveAfterDays, calendar, renewalTerm, day);
    }
}
