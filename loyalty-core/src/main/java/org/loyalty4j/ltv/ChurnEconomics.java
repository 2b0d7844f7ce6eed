package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Estimate;
import org.loyalty4j.Horizon;
import org.loyalty4j.Interval;
import org.loyalty4j.internal.Checks;

/**
 * What a change of the churn rate is worth: the profit on a customer at one churn against that at another, all else equal.
 *
 * <p>The profit is the value of the customer's payments less what the customer cost to win. Which payments, how far ahead and how
 * discounted is all stated, for the answer hangs on it: a profit said to grow by so many per cent when churn falls by five points
 * means nothing without.
 *
 * <p>Churn is taken as the same for every customer and in every period. Nothing here says that a measure will lower churn, or how
 * much: that is for a comparison with customers who were left alone.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the cost is out of range.
 *
 * @param customer what a customer brings, at today's retention
 * @param rate the discount rate
 * @param horizon how far ahead payments count; null for ever
 * @param acquisitionCost what a customer cost to win, in [0, inf); 0 leaves it out
 */
public record ChurnEconomics(
        RetentionFormula customer,
        DiscountRate rate,
        @Nullable Horizon horizon,
        double acquisitionCost) implements Serializable {
    private static final double ROUNDING = 1e-12;

    public ChurnEconomics {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(rate, "rate");
        Checks.notNegative(acquisitionCost, "acquisitionCost");
    }

    /**
     * The economics of all payments to come, the cost of winning customers left out.
     *
     * @param customer what a customer brings, at today's retention
     * @param rate the discount rate
     * @return the economics
     */
    public static ChurnEconomics of(RetentionFormula customer, DiscountRate rate) {
        return new ChurnEconomics(customer, rate, null, 0);
    }

    /**
     * A copy that counts payments within a horizon only.
     *
     * @param newHorizon how far ahead payments count
     * @return the copy
     */
    public ChurnEconomics withHorizon(Horizon newHorizon) {
        return new ChurnEconomics(customer, rate, Objects.requireNonNull(newHorizon, "newHorizon"), acquisitionCost);
    }

    /**
     * A copy with another cost of winning a customer.
     *
     * @param cost what a customer cost to win, in [0, inf)
     * @return the copy
     * @throws IllegalArgumentException if the cost is out of range
     */
    public ChurnEconomics withAcquisitionCost(double cost) {
        return new ChurnEconomics(customer, rate, horizon, Checks.notNegative(cost, "cost"));
    }

    /**
     * Today's churn.
     *
     * @return {@code 1 - retention}, per period, in [0, 1]
     */
    public double churn() {
        return 1 - customer.retention();
    }

    /**
     * The profit on a customer at a churn.
     *
     * <pre>{@code
     * profit(c) = value(1 - c) - acquisitionCost,    value as in RetentionFormula
     * }</pre>
     *
     * @param churn c: the chance to leave within a period, in [0, 1]
     * @return the profit today
     * @throws IllegalArgumentException if churn is out of range, or 0 for ever and without discounting
     * @throws ArithmeticException if the value is beyond the range of a double
     */
    public double profit(double churn) {
        return value(customer.marginPerPeriod(), Checks.inClosed(churn, 0, 1, "churn")) - acquisitionCost;
    }

    private double value(double margin, double churn) {
        RetentionFormula formula = new RetentionFormula(margin, 1 - churn, customer.period(), customer.firstPayment());
        return horizon == null ? formula.value(rate) : formula.value(rate, horizon);
    }

    /**
     * What it is worth to cut churn by so many points.
     *
     * @param points what is taken off the churn, as a decimal: 0.05 is five points; negative if churn rises; the churn that
     *     is left must be in [0, 1]
     * @return profit before and after
     * @throws IllegalArgumentException if the churn that is left is out of range, or 0 for ever and without discounting
     * @throws ArithmeticException if the value is beyond the range of a double
     */
    public ChurnChange cut(double points) {
        return change(churn(), points);
    }

    private ChurnChange change(double before, double points) {
        Checks.finite(points, "points");
        double difference = before - points;
        // Five points off a churn of 0.05 leave none, not the hair by which 1 - 0.95 differs from 0.05.
        double after = Math.abs(difference) < ROUNDING ? 0 : Math.abs(difference - 1) < ROUNDING ? 1 : difference;
        Checks.inClosed(after, 0, 1, "churn - points");
        double payments = value(1, after);
        double profitBefore = profit(before);
        double profitAfter = profit(after);
        return new ChurnChange(before, after, profitBefore, profitAfter, payments);
    }

    /**
     * What cuts of several sizes are worth: the curve of profit against churn.
     *
     * @param points what is taken off the churn each time, as decimals; 0 for no change
     * @return one change for each, in the order given, unmodifiable
     * @throws IllegalArgumentException if a churn that is left is out of range, or 0 for ever and without discounting
     * @throws ArithmeticException if a value is beyond the range of a double
     */
    public List<ChurnChange> curve(double... points) {
        return Arrays.stream(Objects.requireNonNull(points, "points"))
                .mapToObj(this::cut)
                .toList();
    }

    /**
     * What a cut gains on a customer, with the interval that the uncertainty of today's churn leaves: the gain at both bounds of the
     * churn's interval. The gain falls as churn rises, so that the bounds of one are those of the other; the confidence is the same.
     *
     * @param points what is taken off the churn, as a decimal, in [0, 1]
     * @param churnInterval a confidence interval of today's churn, per period, within [0, 1] and with {@link #churn} in it
     * @return the gain and its interval; empty if fewer points than that are left at the lower bound
     * @throws IllegalArgumentException if a number is out of range, the interval does not hold today's churn, the margin is
     *     negative, or churn would be 0 for ever and without discounting
     * @throws ArithmeticException if a value is beyond the range of a double
     */
    public Optional<Estimate> gain(double points, Interval churnInterval) {
        Checks.inClosed(points, 0, 1, "points");
        Checks.inClosed(churnInterval.lower(), 0, 1, "churnInterval.lower");
        Checks.inClosed(churnInterval.upper(), 0, 1, "churnInterval.upper");
        if (!(churnInterval.lower() <= churn() + ROUNDING && churn() <= churnInterval.upper() + ROUNDING)) {
            throw new IllegalArgumentException(
                    "churnInterval must hold today's churn " + churn() + ", but was " + churnInterval);
        }
        Checks.notNegative(customer.marginPerPeriod(), "marginPerPeriod");
        if (churnInterval.lower() < points) {
            return Optional.empty();
        }
        return Optional.of(new Estimate(
                cut(points).gain(),
                new Interval(
                        change(churnInterval.upper(), points).gain(),
                        change(churnInterval.lower(), points).gain(),
                        churnInterval.confidence())));
    }
}
