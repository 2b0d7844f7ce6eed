package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Horizon;

/**
 * What a customer costs to win against what they bring: LTV:CAC and the time to pay back.
 *
 * <p>The cost is due now. It is paid back by the first payment with which all payments so far cover it, and the payback time is the
 * time of that payment, in whole periods: with {@link FirstPayment#NOW} a cost that the first payment covers is paid back at
 * once. All three payback times are of the expected payments of a customer.
 *
 * @param cost what was spent to win how many customers
 * @param customer what one customer brings
 */
public record UnitEconomics(AcquisitionCost cost, RetentionFormula customer) implements Serializable {
    private static final double ROUNDING = 1e-12;

    public UnitEconomics {
        Objects.requireNonNull(cost, "cost");
        Objects.requireNonNull(customer, "customer");
    }

    /**
     * The value of all payments of a customer over what the customer cost.
     *
     * @param rate the discount rate
     * @return LTV:CAC; empty if no customer was won or they came for nothing
     * @throws IllegalArgumentException if the retention is 1 and nothing is discounted, for then the value has no bound
     * @throws ArithmeticException if the value or the ratio is beyond the range of a double
     */
    public OptionalDouble ltvToCac(DiscountRate rate) {
        return cost.ltvToCac(customer.value(rate));
    }

    /**
     * The value of a customer's payments within a horizon over what the customer cost.
     *
     * @param rate the discount rate
     * @param horizon how far to look ahead
     * @return LTV:CAC; empty if no customer was won or they came for nothing
     * @throws ArithmeticException if the value or the ratio is beyond the range of a double
     */
    public OptionalDouble ltvToCac(DiscountRate rate, Horizon horizon) {
        return cost.ltvToCac(customer.value(rate, horizon));
    }

    /**
     * The simple payback time: as if no customer left and money did not wait.
     *
     * <pre>{@code
     * the first n with  n m >= CAC
     * }</pre>
     *
     * @return the time of the n-th payment; empty if the margin is not positive or no customer was won
     */
    public Optional<Horizon> payback() {
        return payback(0, 0);
    }

    /**
     * The payback time with customers leaving.
     *
     * <pre>{@code
     * the first n with  m (1 + r + ... + r^(n-1)) >= CAC,   times r if the first payment needs the customer to stay
     * }</pre>
     *
     * @return the time of the n-th payment; empty if it is never paid back or no customer was won
     */
    public Optional<Horizon> paybackWithChurn() {
        return payback(1 - customer.retention(), 0);
    }

    /**
     * The payback time with customers leaving and payments discounted.
     *
     * @param rate the discount rate
     * @return the time of the first payment by which the discounted payments cover the cost; empty if it is never paid back or no
     *     customer was won
     */
    public Optional<Horizon> paybackDiscounted(DiscountRate rate) {
        return payback(1 - customer.retention(), rate.effectivePer(customer.period()));
    }

    private Optional<Horizon> payback(double churn, double d) {
        OptionalDouble perCustomer = cost.perCustomer();
        if (perCustomer.isEmpty()) {
            return Optional.empty();
        }
        if (perCustomer.getAsDouble() == 0) {
            return Optional.of(new Horizon(0, customer.period()));
        }
        double decay = Values.decay(churn, d);
        double first = customer.marginPerPeriod() * Values.firstFactor(customer.firstPayment(), churn, d);
        if (!(first > 0)) {
            return Optional.empty();
        }
        double needed = perCustomer.getAsDouble() / first;
        double payments = paymentsToReach(needed, decay);
        if (!Double.isFinite(payments)) {
            return Optional.empty();
        }
        boolean firstIsNow = customer.firstPayment() == FirstPayment.NOW;
        return Optional.of(new Horizon(firstIsNow ? payments - 1 : payments, customer.period()));
    }

    /** The first n with {@code sum(decay, n) >= needed}, not finite if there is none. */
    private static double paymentsToReach(double needed, double decay) {
        if (needed <= 1) {
            return 1;
        }
        // sum(n) = needed solved for n; all of the endless sum, up to rounding, is never reached.
        double share = needed * decay;
        if (!(share < 1 - ROUNDING)) {
            return Double.POSITIVE_INFINITY;
        }
        double n = Math.ceil(decay == 0 ? needed : StrictMath.log1p(-share) / StrictMath.log1p(-decay));
        // A cost of exactly n payments must not take n + 1 because a sum came out a hair short.
        return Values.sum(decay, n - 1) >= needed * (1 - ROUNDING) ? n - 1 : n;
    }
}
