package org.loyalty4j.churn;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.NamedValues;

/**
 * A model of how many renewals customers under contract stay for, told by its parameters. Time is counted in renewals: the first
 * comes when the first contract ends, and {@code survival(t)} is the share of new customers who are still there after the t-th.
 *
 * <p>Every model is a mixture or a special case of one story: at each renewal a customer leaves by a chance of their own, and
 * those with a high chance leave first, so that the retention rate of those who remain rises even if nobody changes.
 *
 * @param <M> the model's own type
 */
public sealed interface RetentionModel<M extends RetentionModel<M>> extends Serializable
        permits BetaDiscreteWeibull, ConstantChurn, ShiftedBetaGeometric {

    /**
     * The model's short name.
     *
     * @return the name, such as {@code sBG}
     */
    String name();

    /**
     * The symbols of the parameters.
     *
     * @return the symbols in order, such as {@code [alpha, beta]}
     */
    List<String> symbols();

    /**
     * The values of the parameters.
     *
     * @return a new array in the order of {@link #symbols()}
     */
    double[] values();

    /**
     * The same model with other parameters.
     *
     * @param values the parameters in the order of {@link #symbols()}
     * @return the model
     * @throws IllegalArgumentException if there are more or fewer values than symbols, or one is out of range
     */
    M withValues(double... values);

    /**
     * The parameters by symbol.
     *
     * @return an unmodifiable map in the order of {@link #symbols()}
     */
    default Map<String, Double> parameters() {
        return NamedValues.of(symbols(), values());
    }

    /**
     * The share of new customers who are still there after a renewal.
     *
     * @param renewal t: the renewal, in [0, inf); 0 is before the first
     * @return S(t) = P(T &gt; t), in [0, 1]; 1 at 0, not rising
     * @throws IllegalArgumentException if the renewal is negative
     */
    double survival(int renewal);

    /**
     * The share of those still there before a renewal who leave at it.
     *
     * @param renewal t: the renewal, in [1, inf)
     * @return {@code 1 - S(t) / S(t - 1)}, in [0, 1], with its digits right also where it is small
     * @throws IllegalArgumentException if the renewal is not positive
     */
    double churnRate(int renewal);

    /**
     * The share of those still there before a renewal who renew.
     *
     * @param renewal t: the renewal, in [1, inf)
     * @return r(t) = {@code S(t) / S(t - 1)}, in [0, 1]
     * @throws IllegalArgumentException if the renewal is not positive
     */
    double retentionRate(int renewal);

    /**
     * The share of new customers who leave at just this renewal.
     *
     * @param renewal t: the renewal, in [1, inf)
     * @return P(T = t) = {@code S(t - 1) - S(t)}, in [0, 1]
     * @throws IllegalArgumentException if the renewal is not positive
     */
    default double churnProbability(int renewal) {
        return churnRate(renewal) * survival(renewal - 1);
    }

    /**
     * The chance that a customer who has renewed a number of times leaves at one of the next renewals.
     *
     * @param renewalsMade n: how often the customer has renewed, in [0, inf)
     * @param next m: how many renewals to look ahead, in [0, inf)
     * @return {@code 1 - S(n + m) / S(n)}, in [0, 1]
     * @throws IllegalArgumentException if a number is negative or their sum is beyond an int
     */
    double probabilityOfLeaving(int renewalsMade, int next);

    /**
     * The customers of a new cohort who are expected to be still there after a renewal.
     *
     * @param customers how many it began with, in [0, inf)
     * @param renewal t: the renewal, in [0, inf)
     * @return {@code customers * S(t)}, in [0, customers]
     * @throws IllegalArgumentException if a number is negative
     */
    default double projectedSurvivors(double customers, int renewal) {
        return Checks.notNegative(customers, "customers") * survival(renewal);
    }

    /**
     * The payments to expect of a new customer, who pays for each period when it begins, discounted to the day of the first:
     * that first payment, which falls now and is certain, is counted.
     *
     * <pre>{@code
     * DEL(d) = sum over t from 0 of S(t) / (1 + d)^t = 1 + DERL(1, d) / (1 + d)
     * }</pre>
     *
     * @param ratePerRenewal d: what the wait from one renewal to the next costs, as a decimal, in [0, inf); see {@link
     *     org.loyalty4j.DiscountRate#effectivePer}
     * @return payments of today's money, in [1, inf); empty where the sum has no bound, without discounting
     * @throws IllegalArgumentException if the rate is out of range
     * @see <a href="https://doi.org/10.1287/mksc.1080.0482">Fader and Hardie (2010)</a>
     */
    default OptionalDouble discountedExpectedLifetime(double ratePerRenewal) {
        OptionalDouble residual = discountedExpectedResidualLifetime(1, ratePerRenewal);
        return residual.isPresent()
                ? OptionalDouble.of(1 + residual.getAsDouble() / (1 + ratePerRenewal))
                : OptionalDouble.empty();
    }

    /**
     * The payments to expect of a customer who is about to make a renewal decision (DERL). The payment of that renewal falls now
     * and counts with the chance that it is made; those of the past do not count.
     *
     * <pre>{@code
     * DERL(n, d) = sum over t from n of S(t) / S(n - 1) / (1 + d)^(t - n)
     * }</pre>
     *
     * <p>Of a customer who has just paid, with a whole period to wait for the decision, it is {@code DERL(n, d) / (1 + d)}.
     *
     * @param renewal n: which renewal is to be decided on, in [1, inf); 1 for a customer in the first period
     * @param ratePerRenewal d: what the wait from one renewal to the next costs, as a decimal, in [0, inf)
     * @return payments of today's money, in [0, inf); empty where the sum has no bound, without discounting
     * @throws IllegalArgumentException if a number is out of range
     * @see <a href="https://doi.org/10.1287/mksc.1080.0482">Fader and Hardie (2010), equation 6</a>
     */
    OptionalDouble discountedExpectedResidualLifetime(int renewal, double ratePerRenewal);

    /**
     * The same for so many renewals only, the one that is to be decided on included: what of the residual lifetime falls within a
     * horizon, and does not rest on a projection without end.
     *
     * @param renewal n: which renewal is to be decided on, in [1, inf)
     * @param ratePerRenewal d: what the wait from one renewal to the next costs, as a decimal, in [0, inf)
     * @param renewals how many renewals to count, in [0, 1,000,000]
     * @return {@code sum over t from n to n + renewals - 1 of S(t) / S(n - 1) / (1 + d)^(t - n)}, in [0, renewals]
     * @throws IllegalArgumentException if a number is out of range, or {@code renewal + renewals} beyond an int
     */
    default double discountedExpectedResidualLifetime(int renewal, double ratePerRenewal, int renewals) {
        Renewals.positive(renewal);
        Checks.notNegative(ratePerRenewal, "ratePerRenewal");
        Checks.inClosed(renewals, 0, Math.min(1_000_000, Integer.MAX_VALUE - renewal), "renewals");
        double sum = 0;
        double term = 1 + ratePerRenewal;
        for (int t = renewal; t < renewal + renewals; t++) {
            term *= retentionRate(t) / (1 + ratePerRenewal);
            sum += term;
        }
        return sum;
    }
}
