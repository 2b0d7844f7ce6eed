package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.Objects;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.internal.Checks;

/**
 * The value of a customer who brings one margin each period and stays for the next with one chance.
 *
 * <p>Which payments are meant is a matter of {@link FirstPayment}, and is named. Retention is taken as the same for every customer
 * and in every period.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a number is out of its range.
 *
 * @param marginPerPeriod m: the margin a customer brings in a period, finite; negative for one served at a loss
 * @param retention r: the chance that a customer of one period is one of the next, in [0, 1]
 * @param period the length of a period
 * @param firstPayment when the first payment falls
 * @see <a href="https://doi.org/10.1002/dir.10045">Gupta and Lehmann (2003)</a>
 * @see <a href="https://www.brucehardie.com/notes/024/">Fader and Hardie (2012), Reconciling and clarifying CLV formulas</a>
 */
public record RetentionFormula(double marginPerPeriod, double retention, PeriodUnit period, FirstPayment firstPayment)
        implements Serializable {

    public RetentionFormula {
        Checks.finite(marginPerPeriod, "marginPerPeriod");
        Checks.inClosed(retention, 0, 1, "retention");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(firstPayment, "firstPayment");
    }

    /**
     * The value of all payments to come.
     *
     * <pre>{@code
     * NOW:                              m (1 + d) / (1 + d - r)
     * END_OF_FIRST_PERIOD_CERTAIN:      m / (1 + d - r)
     * END_OF_FIRST_PERIOD_IF_RETAINED:  m r / (1 + d - r)
     * }</pre>
     *
     * @param rate the discount rate; d is its effective rate per period
     * @return the value today
     * @throws IllegalArgumentException if the retention is 1 and nothing is discounted, for then the sum has no bound
     * @throws ArithmeticException if the value is beyond the range of a double
     */
    public double value(DiscountRate rate) {
        double d = rate.effectivePer(period);
        return Values.finite(marginPerPeriod
                * Values.firstFactor(firstPayment, churn(), d)
                * Values.sumForever(Values.decay(churn(), d)));
    }

    /**
     * The value of the payments that fall within a horizon.
     *
     * <pre>{@code
     * the value without end, times 1 - (r / (1 + d))^n
     * }</pre>
     *
     * <p>n is the number of payments. Payments at the end of a period count if it has ended by the horizon, payments at its start
     * ({@link FirstPayment#NOW}) if it has begun before; over a whole number of periods n is that number either way. Edge case: {@code
     * m n} at a retention of 1 without discounting.
     *
     * @param rate the discount rate; d is its effective rate per period
     * @param horizon how far to look ahead
     * @return the value today
     * @throws ArithmeticException if the value is beyond the range of a double
     */
    public double value(DiscountRate rate, Horizon horizon) {
        double d = rate.effectivePer(period);
        return Values.finite(marginPerPeriod
                * Values.firstFactor(firstPayment, churn(), d)
                * Values.sum(Values.decay(churn(), d), Values.payments(horizon, period, firstPayment)));
    }

    private double churn() {
        return 1 - retention;
    }
}
