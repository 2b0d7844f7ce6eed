package org.loyalty4j.churn;

import java.io.Serializable;
import java.util.Objects;
import org.loyalty4j.Estimate;
import org.loyalty4j.Horizon;
import org.loyalty4j.Interval;
import org.loyalty4j.internal.Checks;

/**
 * A churn rate that says what it is a rate of, for how long, and how sure it is.
 *
 * <p>By {@link Denominator#AT_START} it is a probability: the chance that a customer leaves within the period. By the other two
 * it is customers leaving per customer, over the period, and may exceed 1 when the period is long: {@link #probability()} turns it
 * into a chance.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the period is empty, or the value or its interval is negative, or above
 * 1 by {@code AT_START}.
 *
 * @param denominator what the rate is a rate of
 * @param period the time the rate is for, above 0
 * @param estimate the rate and its interval; in [0, 1] by {@code AT_START}, in [0, inf) otherwise
 */
public record ChurnRate(Denominator denominator, Horizon period, Estimate estimate) implements Serializable {

    public ChurnRate {
        Objects.requireNonNull(denominator, "denominator");
        Checks.positive(period.length(), "period.length");
        if (denominator == Denominator.AT_START) {
            Checks.inClosed(estimate.value(), 0, 1, "estimate.value");
            Checks.inClosed(estimate.interval().lower(), 0, 1, "estimate.interval.lower");
            Checks.inClosed(estimate.interval().upper(), 0, 1, "estimate.interval.upper");
        } else {
            Checks.notNegative(estimate.value(), "estimate.value");
            Checks.notNegative(estimate.interval().lower(), "estimate.interval.lower");
        }
    }

    /**
     * The rate itself.
     *
     * @return in [0, 1] by {@code AT_START}, in [0, inf) otherwise
     */
    public double value() {
        return estimate.value();
    }

    /**
     * The confidence interval of the rate.
     *
     * @return the interval, for the same period
     */
    public Interval interval() {
        return estimate.interval();
    }

    /**
     * The same churn said for a period of another length, as if it went on unchanged.
     *
     * <pre>{@code
     * AT_START:           1 - (1 - c)^k     k = target / period
     * AVERAGE, EXPOSURE:  c k
     * }</pre>
     *
     * <p>A year of 2 % a month by {@code AT_START} is 21.5 %, not 24 %: those who left cannot leave again.
     *
     * @param target the period wanted, above 0
     * @return the rate and its interval for that period, by the same denominator
     * @throws IllegalArgumentException if the target is empty
     */
    public ChurnRate per(Horizon target) {
        Checks.positive(target.length(), "target.length");
        double k = periods(period, target);
        return new ChurnRate(
                denominator,
                target,
                estimate.map(denominator == Denominator.AT_START ? c -> compound(c, k) : c -> c * k));
    }

    /**
     * The same churn said for a year of 365.25 days, as if it went on unchanged.
     *
     * @return {@link #per} of one year
     */
    public ChurnRate annualised() {
        return per(Horizon.years(1));
    }

    /**
     * The chance that a customer leaves within the period: the same kind of number by every denominator.
     *
     * @return the rate itself by {@code AT_START}; {@code 1 - exp(-rate)} otherwise; in [0, 1]
     */
    public Estimate probability() {
        return denominator == Denominator.AT_START ? estimate : estimate.map(rate -> -StrictMath.expm1(-rate));
    }

    /**
     * Converts a bare churn probability from one period to another: {@code 1 - (1 - churn)^(to / from)}.
     *
     * @param churn the chance of leaving within {@code from}, in [0, 1]
     * @param from the period it is for, above 0
     * @param to the period wanted, above 0
     * @return the chance of leaving within {@code to} at the same pace, in [0, 1]
     * @throws IllegalArgumentException if churn is not in [0, 1] or a period is empty
     */
    public static double convert(double churn, Horizon from, Horizon to) {
        Checks.inClosed(churn, 0, 1, "churn");
        Checks.positive(from.length(), "from.length");
        Checks.positive(to.length(), "to.length");
        return compound(churn, periods(from, to));
    }

    private static double periods(Horizon from, Horizon to) {
        return to.in(from.unit()) / from.length();
    }

    private static double compound(double churn, double k) {
        // log1p and expm1 keep the digits of a small churn, which 1 - pow(1 - churn, k) loses.
        return k == 1 || churn == 0 || churn == 1 ? churn : -StrictMath.expm1(k * StrictMath.log1p(-churn));
    }

    @Override
    public String toString() {
        return "Churn " + estimate + " in " + period + " (" + denominator + ")";
    }
}
