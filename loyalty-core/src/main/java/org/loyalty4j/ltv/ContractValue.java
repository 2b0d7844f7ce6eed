package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.Objects;
import java.util.OptionalDouble;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.churn.RetentionModel;
import org.loyalty4j.internal.Checks;

/**
 * The value of customers under contract who differ in how likely they are to renew. Those who have renewed often are worth more than
 * new ones, because they are the ones who stay: a single retention rate misses that, and values a base too low.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the margin is not finite.
 *
 * @param marginPerPeriod m: the margin a customer brings each period, paid when it begins, finite
 * @param model how long customers stay
 * @param period the time from one renewal to the next
 * @see <a href="https://doi.org/10.1287/mksc.1080.0482">Fader and Hardie (2010)</a>
 */
public record ContractValue(double marginPerPeriod, RetentionModel<?> model, PeriodUnit period)
        implements Serializable {

    public ContractValue {
        Checks.finite(marginPerPeriod, "marginPerPeriod");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(period, "period");
    }

    /**
     * The value of a new customer: {@code m DEL(d)}. The first payment falls now, is certain, and counts.
     *
     * @param rate the discount rate; d is its effective rate per period
     * @return the value today
     * @throws IllegalArgumentException if the sum has no bound, for nothing is discounted and too many stay for ever
     * @throws ArithmeticException if the value is beyond the range of a double
     */
    public double ofNewCustomer(DiscountRate rate) {
        return times(model.discountedExpectedLifetime(rate.effectivePer(period)));
    }

    /**
     * The residual value of a customer who has just paid: {@code m DERL(n + 1, d) / (1 + d)}. The payment made does not count; the
     * next falls after one period, if the customer renews.
     *
     * @param renewalsMade n: how often the customer has renewed, in [0, inf)
     * @param rate the discount rate; d is its effective rate per period
     * @return the value today
     * @throws IllegalArgumentException if the number is out of range, or the sum has no bound
     * @throws ArithmeticException if the value is beyond the range of a double
     */
    public double residual(int renewalsMade, DiscountRate rate) {
        Checks.inClosed(renewalsMade, 0, Integer.MAX_VALUE - 1, "renewalsMade");
        double d = rate.effectivePer(period);
        return times(model.discountedExpectedResidualLifetime(renewalsMade + 1, d)) / (1 + d);
    }

    /**
     * The residual value of a customer who has just paid, of so many renewals to come.
     *
     * @param renewalsMade n: how often the customer has renewed, in [0, inf)
     * @param rate the discount rate; d is its effective rate per period
     * @param renewals how many renewals to count, in [0, 1,000,000]
     * @return the value today
     * @throws IllegalArgumentException if a number is out of range
     * @throws ArithmeticException if the value is beyond the range of a double
     */
    public double residual(int renewalsMade, DiscountRate rate, int renewals) {
        Checks.inClosed(
                renewalsMade,
                0,
                Integer.MAX_VALUE - 1 - Checks.inClosed(renewals, 0, 1_000_000, "renewals"),
                "renewalsMade");
        double d = rate.effectivePer(period);
        return Values.finite(
                marginPerPeriod * model.discountedExpectedResidualLifetime(renewalsMade + 1, d, renewals) / (1 + d));
    }

    private double times(OptionalDouble payments) {
        return Values.finite(marginPerPeriod
                * payments.orElseThrow(() -> new IllegalArgumentException(
                        "the value has no bound under " + model + " without discounting: count a number of renewals")));
    }
}
