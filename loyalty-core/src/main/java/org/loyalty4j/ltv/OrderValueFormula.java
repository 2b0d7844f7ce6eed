package org.loyalty4j.ltv;

import java.io.Serializable;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.internal.Checks;

/**
 * The value of a customer who orders at a steady pace for a lifespan: order value times orders times margin times years.
 *
 * <p>The lifespan counts from now and is taken as certain; orders are spread evenly over it.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a number is out of its range.
 *
 * @param orderValue mean value of an order, in [0, inf)
 * @param ordersPerYear orders in a year of 365.25 days, in [0, inf)
 * @param margin the margin as a share of the order value, in [0, 1]
 * @param lifespanYears years the customer keeps ordering, in [0, inf)
 */
public record OrderValueFormula(double orderValue, double ordersPerYear, double margin, double lifespanYears)
        implements Serializable {

    public OrderValueFormula {
        Checks.notNegative(orderValue, "orderValue");
        Checks.notNegative(ordersPerYear, "ordersPerYear");
        Checks.inClosed(margin, 0, 1, "margin");
        Checks.notNegative(lifespanYears, "lifespanYears");
    }

    /**
     * The margin a customer brings in a year.
     *
     * @return {@code orderValue * ordersPerYear * margin}, in [0, inf)
     * @throws ArithmeticException if it is beyond the range of a double
     */
    public double annualProfit() {
        return Values.finite(orderValue * ordersPerYear * margin);
    }

    /**
     * The value over the lifespan.
     *
     * <pre>{@code
     * annualProfit (1 - e^(-delta L)) / delta,   delta = ln(1 + d),   L = lifespanYears
     * }</pre>
     *
     * <p>Edge case: {@code annualProfit * L} without discounting. Source: the present value of a continuous annuity.
     *
     * @param rate the discount rate d
     * @return the value today, in [0, inf)
     * @throws ArithmeticException if it is beyond the range of a double
     */
    public double value(DiscountRate rate) {
        return over(lifespanYears, rate);
    }

    /**
     * The value over the part of the lifespan that lies within a horizon.
     *
     * @param rate the discount rate d
     * @param horizon how far to look ahead; beyond the lifespan nothing more comes
     * @return the value today, in [0, {@code value(rate)}]
     * @throws ArithmeticException if it is beyond the range of a double
     */
    public double value(DiscountRate rate, Horizon horizon) {
        return over(Math.min(lifespanYears, horizon.in(PeriodUnit.YEAR)), rate);
    }

    private double over(double years, DiscountRate rate) {
        double delta = rate.continuousPer(PeriodUnit.YEAR);
        double wait = delta * years;
        // Two ways to write one number: the first keeps the limit of no discounting, the second that of a life without
        // end.
        double presentYears =
                wait < 1 ? years * (wait == 0 ? 1 : -StrictMath.expm1(-wait) / wait) : -StrictMath.expm1(-wait) / delta;
        return Values.finite(annualProfit() * presentYears);
    }
}
