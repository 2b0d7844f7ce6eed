package org.loyalty4j.btyd;

import java.util.OptionalDouble;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.Parallel;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.RepeatHistories;
import org.loyalty4j.summary.RepeatHistory;

/**
 * A model of when customers buy, in continuous time: what a customer will do, given the history, and what a new one will.
 *
 * <p>Times may be in any unit: a {@link RepeatHistory} and a {@link Horizon} know theirs and are converted to the model's.
 * Every answer is finite for every valid history. A new customer is one who has just made the first purchase, which is not
 * counted.
 *
 * <p>For many customers, {@link RepeatHistories#evaluate} asks any of these once for each distinct history, and {@link
 * #forecast} gives the usual three as records.
 *
 * @param <M> the model's own type
 */
public sealed interface PurchaseModel<M extends PurchaseModel<M>> extends ParametricModel<M> permits DropoutModel, Nbd {

    /**
     * The unit of time of the parameters.
     *
     * @return the unit
     */
    PeriodUnit unit();

    /**
     * The same model with its parameters in another unit of time: every probability and expectation stays the same; a
     * log-likelihood, being of a density, changes by x times the logarithm of the ratio of the units, and that of a model of k
     * phases, which leaves the gaps out, by k times as much.
     *
     * @param target the unit wanted
     * @return the converted model
     */
    M in(PeriodUnit target);

    /**
     * The log-likelihood of a history, its times in the model's unit.
     *
     * @param history the customer's history
     * @return the logarithm of the density of x purchases, the last at t_x, until T
     */
    default double logLikelihood(RepeatHistory history) {
        RepeatHistory h = history.in(unit());
        return Kernel.of(this).logLikelihood(h.repeatPurchases(), h.lastPurchaseAt(), h.observedFor());
    }

    /**
     * The purchases expected of a customer from the end of observation.
     *
     * @param history the customer's history
     * @param next how far to look ahead
     * @return E[Y(t) | x, t_x, T], in [0, inf)
     */
    default double expectedPurchases(RepeatHistory history, Horizon next) {
        return Prospect.of(this, history).expectedPurchases(next.in(unit()));
    }

    /**
     * The purchases expected of a customer between two times after the end of observation.
     *
     * @param history the customer's history
     * @param from the start of the interval, after the end of observation
     * @param to its end, not before {@code from}
     * @return E[Y(to) - Y(from) | x, t_x, T], in [0, inf)
     * @throws IllegalArgumentException if {@code to} is before {@code from}
     */
    default double expectedPurchases(RepeatHistory history, Horizon from, Horizon to) {
        return Prospect.of(this, history).expectedPurchases(from.in(unit()), to.in(unit()));
    }

    /**
     * The probability that a customer buys again within a time. Its complement is the default churn score: unlike
     * P(alive), it means the same under every model, for one-time buyers too.
     *
     * @param history the customer's history
     * @param next how far to look ahead
     * @return P(Y(t) &gt;= 1 | x, t_x, T), in [0, 1]
     */
    default double probabilityOfPurchase(RepeatHistory history, Horizon next) {
        return Prospect.of(this, history).probabilityOfPurchase(next.in(unit()));
    }

    /**
     * The probability that a customer makes a number of purchases within a time.
     *
     * @param history the customer's history
     * @param purchases how many, in [0, inf)
     * @param next how far to look ahead
     * @return P(Y(t) = n | x, t_x, T), in [0, 1]
     * @throws IllegalArgumentException if {@code purchases} is negative
     */
    default double probabilityOfPurchases(RepeatHistory history, int purchases, Horizon next) {
        Checks.notNegative((long) purchases, "purchases");
        return Prospect.of(this, history).probabilityOfPurchases(purchases, next.in(unit()));
    }

    /**
     * The purchases expected of a customer from the end of observation, each discounted to that moment.
     *
     * @param history the customer's history
     * @param next how far to look ahead
     * @param rate what a wait costs
     * @return the discounted expected purchases, in [0, inf); equal to the expected purchases at a rate of zero
     */
    default double discountedPurchases(RepeatHistory history, Horizon next, DiscountRate rate) {
        return Prospect.of(this, history).discountedPurchases(next.in(unit()), rate.continuousPer(unit()));
    }

    /**
     * The purchases expected of a customer for ever, each discounted to the end of observation: DERT.
     *
     * @param history the customer's history
     * @param rate what a wait costs
     * @return the discounted expected residual purchases, in [0, inf); empty where they are infinite: at a rate of zero
     *     under a model whose customers may live for ever
     */
    default OptionalDouble discountedPurchases(RepeatHistory history, DiscountRate rate) {
        return Prospect.of(this, history).discountedPurchases(rate.continuousPer(unit()));
    }

    /**
     * The repeat purchases expected of a new customer.
     *
     * @param next how far to look ahead
     * @return E[X(t)], in [0, inf)
     */
    default double expectedPurchases(Horizon next) {
        return Prospect.of(this).expectedPurchases(next.in(unit()));
    }

    /**
     * The probability that a new customer makes a number of repeat purchases within a time.
     *
     * @param purchases how many, in [0, inf)
     * @param next how far to look ahead
     * @return P(X(t) = n), in [0, 1]
     * @throws IllegalArgumentException if {@code purchases} is negative
     */
    default double probabilityOfPurchases(int purchases, Horizon next) {
        Checks.notNegative((long) purchases, "purchases");
        return Prospect.of(this).probabilityOfPurchases(purchases, next.in(unit()));
    }

    /**
     * The repeat purchases expected of a new customer, each discounted to the first purchase.
     *
     * @param next how far to look ahead
     * @param rate what a wait costs
     * @return the discounted expected repeat purchases, in [0, inf)
     */
    default double discountedPurchases(Horizon next, DiscountRate rate) {
        return Prospect.of(this).discountedPurchases(next.in(unit()), rate.continuousPer(unit()));
    }

    /**
     * The repeat purchases expected of a new customer for ever, each discounted to the first purchase: DET.
     *
     * @param rate what a wait costs
     * @return the discounted expected repeat purchases, in [0, inf); empty where they are infinite
     */
    default OptionalDouble discountedPurchases(DiscountRate rate) {
        return Prospect.of(this).discountedPurchases(rate.continuousPer(unit()));
    }

    /**
     * What is to be expected of many customers.
     *
     * @param histories the customers' histories
     * @param next how far to look ahead
     * @return one forecast a customer, in the order of the histories
     */
    default PurchaseForecasts forecast(RepeatHistories histories, Horizon next) {
        return forecast(histories, next, Parallel.NONE.threads());
    }

    /**
     * What is to be expected of many customers, computed on several threads.
     *
     * @param histories the customers' histories
     * @param next how far to look ahead
     * @param parallelism how many threads work, the calling one among them, in [1, 1024]
     * @return one forecast a customer, in the order of the histories, the same to the bit on any number of threads
     * @throws IllegalArgumentException if the number of threads is out of range
     */
    default PurchaseForecasts forecast(RepeatHistories histories, Horizon next, int parallelism) {
        return PurchaseForecasts.of(this, histories, next, new Parallel(parallelism));
    }

    /**
     * The purchases expected of many customers from the end of observation, as {@link #expectedPurchases(RepeatHistory, Horizon)}
     * has them.
     *
     * @param histories the distinct histories
     * @param next how far to look ahead
     * @param parallelism how many threads work, the calling one among them, in [1, 1024]
     * @return one number a row of the histogram, the same to the bit on any number of threads
     * @throws IllegalArgumentException if the number of threads is out of range
     */
    default double[] expectedPurchases(RepeatHistogram histories, Horizon next, int parallelism) {
        double t = next.in(histories.unit());
        return SharedFutures.ifAlive(this, histories, parallelism, future -> t == 0 ? 0 : future.expectedPurchases(t));
    }

    /**
     * The purchases expected of many customers from the end of observation, each discounted to that moment, as
     * {@link #discountedPurchases(RepeatHistory, Horizon, DiscountRate)} has them.
     *
     * @param histories the distinct histories
     * @param next how far to look ahead
     * @param rate what a wait costs
     * @param parallelism how many threads work, the calling one among them, in [1, 1024]
     * @return one number a row of the histogram, the same to the bit on any number of threads
     * @throws IllegalArgumentException if the number of threads is out of range
     */
    default double[] discountedPurchases(RepeatHistogram histories, Horizon next, DiscountRate rate, int parallelism) {
        double t = next.in(histories.unit());
        double d = rate.continuousPer(histories.unit());
        return SharedFutures.ifAlive(
                this, histories, parallelism, future -> t == 0 ? 0 : future.discountedPurchases(t, d));
    }
}
