package org.loyalty4j.churn;

import java.io.Serializable;
import org.loyalty4j.Estimate;
import org.loyalty4j.Horizon;
import org.loyalty4j.Interval;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.internal.Checks;

/**
 * The share of the recurring revenue of a base that was there after a time, and how sure it is.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the period is empty, or the share or its interval is negative.
 *
 * @param period the time from the base to what is left of it, above 0
 * @param estimate the share and its interval, in [0, inf): above 1 if net revenue has grown
 */
public record RevenueRetention(Horizon period, Estimate estimate) implements Serializable {

    public RevenueRetention {
        Checks.positive(period.length(), "period.length");
        Checks.notNegative(estimate.value(), "estimate.value");
        Checks.notNegative(estimate.interval().lower(), "estimate.interval.lower");
    }

    /**
     * The share itself.
     *
     * @return in [0, inf)
     */
    public double value() {
        return estimate.value();
    }

    /**
     * The revenue churn: the share that is no longer there.
     *
     * @return {@code 1 - retention} and its interval, in (-inf, 1]: below 0 if what was added outweighs what was lost
     */
    public Estimate churn() {
        return new Estimate(
                1 - value(),
                new Interval(
                        1 - estimate.interval().upper(),
                        1 - estimate.interval().lower(),
                        estimate.interval().confidence()));
    }

    /**
     * The same retention said for a period of another length, as if it went on unchanged: {@code retention^(target / period)}.
     *
     * @param target the period wanted, above 0
     * @return the retention and its interval for that period
     * @throws IllegalArgumentException if the target is empty
     */
    public RevenueRetention per(Horizon target) {
        Checks.positive(target.length(), "target.length");
        double k = target.in(PeriodUnit.DAY) / period.in(PeriodUnit.DAY);
        return new RevenueRetention(target, estimate.map(share -> StrictMath.pow(share, k)));
    }

    /**
     * The same retention said for a year of 365.25 days, as if it went on unchanged.
     *
     * @return {@link #per} of one year
     */
    public RevenueRetention annualised() {
        return per(Horizon.years(1));
    }

    @Override
    public String toString() {
        return "Revenue retention " + estimate + " in " + period;
    }
}
