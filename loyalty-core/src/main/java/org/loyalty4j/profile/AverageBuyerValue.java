package org.loyalty4j.profile;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.ltv.OrderValueFormula;
import org.loyalty4j.summary.PurchaseSummary;

/**
 * What the average buyer brings over the horizon, if the base goes on as it has: the order-value formula with the mean order
 * and the mean pace of repeat purchases observed.
 *
 * <pre>{@code
 * orders per year = sum of repeat purchase days / sum of years observed since the first purchase
 * }</pre>
 *
 * <p>The first purchase starts the clock and is not counted. Buyers who have gone are in the mean, so the pace is that of
 * the base as it is, not of those still active. It is an average, and says nothing of any one customer.
 *
 * @param formula the formula with its inputs, its lifespan being the horizon
 * @param assumptions margin, horizon and discount rate
 */
public record AverageBuyerValue(OrderValueFormula formula, ValueAssumptions assumptions) implements Serializable {

    public AverageBuyerValue {
        Objects.requireNonNull(formula, "formula");
        Objects.requireNonNull(assumptions, "assumptions");
    }

    static Optional<AverageBuyerValue> of(List<PurchaseSummary> summaries, ValueAssumptions assumptions) {
        long orders = 0;
        long repeatDays = 0;
        double daysObserved = 0; // whole days, exact
        double spend = 0;
        for (PurchaseSummary summary : summaries) {
            if (summary.hasPurchase()) {
                orders += summary.frequency();
                repeatDays += summary.purchaseDays() - 1;
                daysObserved +=
                        summary.repeatHistory(PeriodUnit.DAY).orElseThrow().observedFor();
                spend += summary.totalMinor(); // whole minor units, exact below 2^53
            }
        }
        if (daysObserved == 0 || spend < 0) {
            return Optional.empty();
        }
        int scale = summaries.get(0).scale();
        double orderValue = spend / StrictMath.pow(10, scale) / orders;
        double ordersPerYear = repeatDays / Horizon.days(daysObserved).in(PeriodUnit.YEAR);
        double years = assumptions.horizon().in(PeriodUnit.YEAR);
        return Optional.of(new AverageBuyerValue(
                new OrderValueFormula(orderValue, ordersPerYear, assumptions.margin(), years), assumptions));
    }

    /**
     * The value to come of the average buyer, discounted to the end of observation.
     *
     * @return the value, in the major unit
     */
    public double value() {
        return formula.value(assumptions.discountRate());
    }
}
