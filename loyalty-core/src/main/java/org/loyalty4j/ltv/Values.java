package org.loyalty4j.ltv;

import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;

/** The arithmetic the formulas share: payments that come with a constant chance at equal distances. */
final class Values {
    private Values() {}

    /** Returns {@code value} if it is finite; inputs that are in range can still multiply beyond a double. */
    static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new ArithmeticException("the value is beyond the range of a double");
        }
        return value;
    }

    /**
     * What a payment loses from one period to the next, by leaving and by waiting: {@code 1 - (1 - churn)/(1 + d)}.
     *
     * <p>Written so that nothing is lost when both are small.
     */
    static double decay(double churn, double d) {
        return (d + churn) / (1 + d);
    }

    /** {@code 1 + q + ... + q^(n-1)} for {@code q = 1 - decay}; {@code n} whole, in [0, inf]. */
    static double sum(double decay, double n) {
        if (n == 0) {
            return 0;
        }
        return decay == 0 ? n : -StrictMath.expm1(n * StrictMath.log1p(-decay)) / decay;
    }

    /** The sum without end, if it has a bound. */
    static double sumForever(double decay) {
        if (!(decay > 0)) {
            throw new IllegalArgumentException(
                    "the value has no bound if no customer leaves and nothing is discounted: give a horizon");
        }
        return 1 / decay;
    }

    /** How many payments, one a period, fall into a horizon. */
    static double payments(Horizon horizon, PeriodUnit period, FirstPayment firstPayment) {
        double periods = horizon.in(period);
        double whole = Math.rint(periods);
        // A year is twelve months up to rounding; that must not cost a payment.
        if (Math.abs(periods - whole) <= 1e-9 * Math.max(1, whole)) {
            return whole;
        }
        return firstPayment == FirstPayment.NOW ? Math.ceil(periods) : Math.floor(periods);
    }

    /** What the first payment is worth: its chance and its wait, as a factor. */
    static double firstFactor(FirstPayment firstPayment, double churn, double d) {
        return switch (firstPayment) {
            case NOW -> 1;
            case END_OF_FIRST_PERIOD_CERTAIN -> 1 / (1 + d);
            case END_OF_FIRST_PERIOD_IF_RETAINED -> (1 - churn) / (1 + d);
        };
    }
}
