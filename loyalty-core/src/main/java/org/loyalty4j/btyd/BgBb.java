package org.loyalty4j.btyd;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.summary.OpportunityHistory;

/**
 * The beta-geometric/beta-Bernoulli model, in discrete time: before each opportunity a living customer may drop out for ever,
 * with a probability theta of its own; if still alive, the customer buys with a probability p of its own. Over the customers,
 * p is Beta(alpha, beta) and theta is Beta(gamma, delta).
 *
 * <p>A new customer is one with no opportunity yet, after the transaction that began it: {@link #newCustomer()} makes such a
 * history, and every question may be asked of it.
 *
 * <p>Source: Fader, Hardie and Shang (2010). Their closed forms are computed as the sums behind them, of positive terms only.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a parameter is out of range.
 *
 * @param alpha first parameter of the beta distribution of the transaction probability, in (0, inf)
 * @param beta its second parameter, in (0, inf)
 * @param gamma first parameter of the beta distribution of the dropout probability, in (0, inf)
 * @param delta its second parameter, in (0, inf)
 * @param unit the time from one opportunity to the next: what a discount rate is converted by, and nothing else
 */
public record BgBb(double alpha, double beta, double gamma, double delta, PeriodUnit unit)
        implements ParametricModel<BgBb> {

    public BgBb {
        Checks.positive(alpha, "alpha");
        Checks.positive(beta, "beta");
        Checks.positive(gamma, "gamma");
        Checks.positive(delta, "delta");
        Objects.requireNonNull(unit, "unit");
    }

    @Override
    public String name() {
        return "BG/BB";
    }

    @Override
    public List<String> symbols() {
        return List.of("alpha", "beta", "gamma", "delta");
    }

    @Override
    public double[] values() {
        return new double[] {alpha, beta, gamma, delta};
    }

    @Override
    public BgBb withValues(double... values) {
        Checks.inClosed(values.length, 4, 4, "values.length");
        return new BgBb(values[0], values[1], values[2], values[3], unit);
    }

    /**
     * The history of a customer who has just begun: no opportunity yet.
     *
     * @return x = t_x = n = 0, under the id {@code new}
     */
    public static OpportunityHistory newCustomer() {
        return new OpportunityHistory("new", 0, 0, 0);
    }

    /**
     * The log-likelihood of a history: with B the beta function, {@code L = B(alpha+x, beta+n-x) B(gamma, delta+n) + sum over i
     * from 0 to n-t_x-1 of B(alpha+x, beta+t_x-x+i) B(gamma+1, delta+t_x+i)}, over {@code B(alpha, beta) B(gamma, delta)}.
     *
     * @param history the customer's history
     * @return the logarithm of the probability of one sequence of x transactions at n opportunities, the last at t_x
     */
    public double logLikelihood(OpportunityHistory history) {
        return kernel().logLikelihood(history.transactions(), history.lastTransactionAt(), history.opportunities());
    }

    /**
     * The probability that a customer was still alive at the last opportunity observed.
     *
     * @param history the customer's history
     * @return P(alive at n | x, t_x, n), in [0, 1]; 1 for a new customer
     */
    public double probabilityAlive(OpportunityHistory history) {
        return probabilityAlive(history, 0);
    }

    /**
     * The probability that a customer is alive at the next opportunity: what the source calls P(alive).
     *
     * @param history the customer's history
     * @return P(alive at n + 1 | x, t_x, n), in [0, 1]
     */
    public double probabilityAliveAtNext(OpportunityHistory history) {
        return probabilityAlive(history, 1);
    }

    /**
     * The probability that a customer is alive at an opportunity to come.
     *
     * @param history the customer's history
     * @param later how many opportunities after the last observed, in [0, inf); 1 is the next
     * @return P(alive at n + m | x, t_x, n), in [0, 1], not rising with m
     * @throws IllegalArgumentException if {@code later} is negative
     */
    public double probabilityAlive(OpportunityHistory history, int later) {
        opportunities(later, "later");
        return alive(history) * future(history).probabilityAlive(later);
    }

    /**
     * The transactions expected of a customer at the opportunities to come.
     *
     * @param history the customer's history
     * @param next how many opportunities to look ahead, in [0, inf)
     * @return E[X(n, n + n*) | x, t_x, n], in [0, n*]
     * @throws IllegalArgumentException if {@code next} is negative
     */
    public double expectedTransactions(OpportunityHistory history, int next) {
        opportunities(next, "next");
        return alive(history) * future(history).expectedTransactions(next);
    }

    /**
     * The transactions expected of a customer at some of the opportunities to come.
     *
     * @param history the customer's history
     * @param after how many opportunities to leave out first, in [0, inf)
     * @param until the last to count, not before {@code after}
     * @return E[X(n + after, n + until) | x, t_x, n], in [0, until - after]
     * @throws IllegalArgumentException if {@code after} is negative or {@code until} is before it
     */
    public double expectedTransactions(OpportunityHistory history, int after, int until) {
        opportunities(after, "after");
        Checks.inClosed(until, after, Integer.MAX_VALUE, "until");
        return alive(history) * future(history).expectedTransactions(after, until);
    }

    /**
     * The probability that a customer makes a transaction at one of the opportunities to come.
     *
     * @param history the customer's history
     * @param next how many opportunities to look ahead, in [0, inf)
     * @return P(X(n, n + n*) &gt;= 1 | x, t_x, n), in [0, 1]
     * @throws IllegalArgumentException if {@code next} is negative
     */
    public double probabilityOfTransaction(OpportunityHistory history, int next) {
        opportunities(next, "next");
        return alive(history) * future(history).probabilityOfTransaction(next);
    }

    /**
     * The probability that a customer makes a number of transactions at the opportunities to come.
     *
     * @param history the customer's history
     * @param transactions how many, in [0, inf)
     * @param next how many opportunities to look ahead, in [0, inf)
     * @return P(X(n, n + n*) = k | x, t_x, n), in [0, 1]; 0 if there are more transactions than opportunities
     * @throws IllegalArgumentException if {@code transactions} or {@code next} is negative
     */
    public double probabilityOfTransactions(OpportunityHistory history, int transactions, int next) {
        Checks.notNegative((long) transactions, "transactions");
        opportunities(next, "next");
        double alive = alive(history);
        double ifAlive = alive * future(history).probabilityOfTransactions(transactions, next);
        return transactions == 0 ? 1 - alive + ifAlive : ifAlive;
    }

    /**
     * The transactions expected of a customer at the opportunities to come, the k-th opportunity discounted by k periods.
     *
     * @param history the customer's history
     * @param next how many opportunities to look ahead, in [0, inf)
     * @param rate what a wait costs, converted by {@link #unit()}
     * @return the discounted expected transactions, in [0, n*]; equal to the expected ones at a rate of zero
     * @throws IllegalArgumentException if {@code next} is negative
     */
    public double discountedTransactions(OpportunityHistory history, int next, DiscountRate rate) {
        return discountedTransactions(history, next, rate.effectivePer(unit));
    }

    /**
     * The transactions expected of a customer at the opportunities to come, the k-th divided by {@code (1 + d)^k}.
     *
     * @param history the customer's history
     * @param next how many opportunities to look ahead, in [0, inf)
     * @param ratePerOpportunity d, effective from one opportunity to the next, as a decimal, in [0, inf)
     * @return the discounted expected transactions, in [0, n*]; equal to the expected ones at a rate of zero
     * @throws IllegalArgumentException if {@code next} or {@code ratePerOpportunity} is out of range
     */
    public double discountedTransactions(OpportunityHistory history, int next, double ratePerOpportunity) {
        opportunities(next, "next");
        Checks.notNegative(ratePerOpportunity, "ratePerOpportunity");
        return alive(history) * future(history).discountedTransactions(next, ratePerOpportunity);
    }

    /**
     * The transactions expected of a customer for ever, the k-th opportunity discounted by k periods: DERT.
     *
     * @param history the customer's history
     * @param rate what a wait costs, converted by {@link #unit()}
     * @return the discounted expected residual transactions, in [0, inf); empty where they are infinite: at a rate of zero
     *     with gamma at or below 1
     */
    public OptionalDouble discountedTransactions(OpportunityHistory history, DiscountRate rate) {
        return discountedTransactions(history, rate.effectivePer(unit));
    }

    /**
     * The transactions expected of a customer for ever, the k-th opportunity from now divided by {@code (1 + d)^k}: DERT.
     *
     * @param history the customer's history
     * @param ratePerOpportunity d, effective from one opportunity to the next, as a decimal, in [0, inf)
     * @return the discounted expected residual transactions, in [0, inf); empty where they are infinite: at a rate of zero
     *     with gamma at or below 1
     * @throws IllegalArgumentException if {@code ratePerOpportunity} is out of range
     */
    public OptionalDouble discountedTransactions(OpportunityHistory history, double ratePerOpportunity) {
        Checks.notNegative(ratePerOpportunity, "ratePerOpportunity");
        OptionalDouble ifAlive = future(history).discountedTransactions(ratePerOpportunity);
        return ifAlive.isPresent() ? OptionalDouble.of(alive(history) * ifAlive.getAsDouble()) : ifAlive;
    }

    /**
     * What is to be expected of many customers. Equal histories are computed once.
     *
     * @param histories the customers' histories
     * @param next how many opportunities to look ahead, in [0, inf)
     * @return one forecast a customer, in the order of the histories; P(alive) is that at the last opportunity observed
     * @throws IllegalArgumentException if {@code next} is negative
     */
    public List<PurchaseForecast> forecast(List<OpportunityHistory> histories, int next) {
        opportunities(next, "next");
        Map<OpportunityHistory, PurchaseForecast> distinct = new HashMap<>();
        return histories.stream()
                .map(history -> {
                    PurchaseForecast any =
                            distinct.computeIfAbsent(of("any", history), nameless -> forecast(nameless, next));
                    return new PurchaseForecast(
                            history.customerId(),
                            any.probabilityAlive(),
                            any.probabilityOfPurchase(),
                            any.expectedPurchases());
                })
                .toList();
    }

    private static OpportunityHistory of(String customerId, OpportunityHistory other) {
        return new OpportunityHistory(
                customerId, other.transactions(), other.lastTransactionAt(), other.opportunities());
    }

    private PurchaseForecast forecast(OpportunityHistory history, int next) {
        return new PurchaseForecast(
                history.customerId(),
                probabilityAlive(history),
                probabilityOfTransaction(history, next),
                expectedTransactions(history, next));
    }

    private OpportunityKernel kernel() {
        return new OpportunityKernel(alpha, beta, gamma, delta);
    }

    private double alive(OpportunityHistory history) {
        return kernel().probabilityAlive(history.transactions(), history.lastTransactionAt(), history.opportunities());
    }

    OpportunityFuture future(OpportunityHistory history) {
        return kernel().future(history.transactions(), history.opportunities());
    }

    private static void opportunities(int count, String name) {
        Checks.notNegative((long) count, name);
    }
}
