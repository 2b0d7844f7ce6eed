package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.Objects;
import java.util.OptionalDouble;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.churn.ChurnRate;
import org.loyalty4j.internal.Checks;

/**
 * The value of a new subscriber who pays in advance and leaves with one chance before each renewal.
 *
 * <p>The number of payments is geometric: the first is certain and falls now ({@link FirstPayment#NOW}). Churn is taken as the same
 * for every subscriber and in every period; where those at risk leave first, this understates the value of those who stay.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a number is out of its range.
 *
 * @param revenuePerPeriod the price of a period, in [0, inf)
 * @param margin the margin as a share of the revenue, in [0, 1]
 * @param churn c: the chance that a subscriber does not renew, in [0, 1]
 * @param period the length of a period
 * @see <a href="https://www.brucehardie.com/notes/024/">Fader and Hardie (2012), Reconciling and clarifying CLV formulas</a>
 */
public record SubscriptionFormula(double revenuePerPeriod, double margin, double churn, PeriodUnit period)
        implements Serializable {

    public SubscriptionFormula {
        Checks.notNegative(revenuePerPeriod, "revenuePerPeriod");
        Checks.inClosed(margin, 0, 1, "margin");
        Checks.inClosed(churn, 0, 1, "churn");
        Objects.requireNonNull(period, "period");
    }

    /**
     * A subscription whose churn was measured, over a period of any length.
     *
     * @param revenuePerPeriod the price of a period, in [0, inf)
     * @param margin the margin as a share of the revenue, in [0, 1]
     * @param churn the churn rate, which is said as a chance per {@code period}
     * @param period the length of a period
     * @return the subscription
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static SubscriptionFormula of(double revenuePerPeriod, double margin, ChurnRate churn, PeriodUnit period) {
        double chance = churn.per(new Horizon(1, period)).probability().value();
        return new SubscriptionFormula(revenuePerPeriod, margin, chance, period);
    }

    /**
     * The number of payments to expect.
     *
     * @return {@code 1 / c} periods, the first included, in [1, inf); empty if nobody leaves
     */
    public OptionalDouble expectedPayments() {
        double payments = 1 / churn;
        return Double.isFinite(payments) ? OptionalDouble.of(payments) : OptionalDouble.empty();
    }

    /**
     * The value of all payments to come, the one due now included.
     *
     * <pre>{@code
     * revenuePerPeriod * margin * (1 + d) / (c + d)
     * }</pre>
     *
     * @param rate the discount rate; d is its effective rate per period
     * @return the value today, in [0, inf)
     * @throws IllegalArgumentException if churn is 0 and nothing is discounted, for then the sum has no bound
     * @throws ArithmeticException if the value is beyond the range of a double
     */
    public double value(DiscountRate rate) {
        return Values.finite(
                revenuePerPeriod * margin * Values.sumForever(Values.decay(churn, rate.effectivePer(period))));
    }

    /**
     * The value of the payments that fall within a horizon, the one due now included.
     *
     * <pre>{@code
     * the value without end, times 1 - ((1 - c) / (1 + d))^n
     * }</pre>
     *
     * <p>n is the number of periods begun before the horizon ends.
     *
     * @param rate the discount rate; d is its effective rate per period
     * @param horizon how far to look ahead
     * @return the value today, in [0, inf)
     * @throws ArithmeticException if the value is beyond the range of a double
     */
    public double value(DiscountRate rate, Horizon horizon) {
        return Values.finite(revenuePerPeriod
                * margin
                * Values.sum(
                        Values.decay(churn, rate.effectivePer(period)),
                        Values.payments(horizon, period, FirstPayment.NOW)));
    }

    /**
     * The same subscriber as a {@link RetentionFormula}: margin per period, retention, first payment now.
     *
     * @return the retention form
     */
    public RetentionFormula asRetention() {
        return new RetentionFormula(Values.finite(revenuePerPeriod * margin), 1 - churn, period, FirstPayment.NOW);
    }
}
