package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.loyalty4j.Horizon;
import org.loyalty4j.Interval;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.btyd.CustomerSimulator;
import org.loyalty4j.btyd.GammaGamma;
import org.loyalty4j.btyd.PurchaseModel;
import org.loyalty4j.btyd.PurchaseSimulator;
import org.loyalty4j.btyd.SpendSimulator;
import org.loyalty4j.internal.Checks;

/**
 * What a customer may really bring, by simulation: whether alive, how often and how much is drawn again and again from what the
 * models leave open given the history. The interval is far wider than that of the expected value, and begins at 0 for every
 * customer who may not come back. The parameters are taken as known.
 *
 * <p>A draw depends on the seed, the customer's id and its number alone: not on the other customers, nor on their order.
 */
public final class ValueSimulation implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int DEFAULT_DRAWS = 999;

    private final PurchaseModel<?> purchases;
    private final GammaGamma spend;
    private final long seed;
    private final int draws;

    private ValueSimulation(PurchaseModel<?> purchases, GammaGamma spend, long seed, int draws) {
        this.purchases = Objects.requireNonNull(purchases, "purchases");
        this.spend = Objects.requireNonNull(spend, "spend");
        this.seed = seed;
        this.draws = draws;
    }

    /**
     * A simulation of 999 draws a customer.
     *
     * @param purchases the model of purchases
     * @param spend the model of spend
     * @param seed any number; the same one gives the same draws
     * @return the procedure
     */
    public static ValueSimulation of(PurchaseModel<?> purchases, GammaGamma spend, long seed) {
        return new ValueSimulation(purchases, spend, seed, DEFAULT_DRAWS);
    }

    /**
     * The same with another number of draws.
     *
     * @param number how many futures a customer, in [19, inf)
     * @return the changed procedure
     * @throws IllegalArgumentException if there are too few
     */
    public ValueSimulation withDraws(int number) {
        return new ValueSimulation(
                purchases, spend, seed, Checks.inClosed(number, Percentiles.FEWEST_DRAWS, Integer.MAX_VALUE, "number"));
    }

    /**
     * What one customer may bring.
     *
     * @param customer the customer and the terms, with a horizon
     * @param confidence the probability that the value lies in the interval if the models are right, in (0, 1)
     * @return the predictive interval of the value
     * @throws IllegalArgumentException if the terms have no horizon, or {@code confidence} is out of range
     */
    public Interval interval(ValueCase customer, double confidence) {
        Checks.confidence(confidence);
        return Percentiles.interval(values(customer), confidence);
    }

    /**
     * What customers together may bring.
     *
     * @param customers the customers and the terms of each, with horizons
     * @param confidence the probability that the sum lies in the interval if the models are right, in (0, 1)
     * @return the predictive interval of the sum of their values
     * @throws IllegalArgumentException if terms have no horizon, or {@code confidence} is out of range
     */
    public Interval totalInterval(List<ValueCase> customers, double confidence) {
        Checks.confidence(confidence);
        double[] totals = new double[draws];
        for (ValueCase customer : customers) {
            double[] values = values(customer);
            Arrays.setAll(totals, draw -> totals[draw] + values[draw]);
        }
        return Percentiles.interval(totals, confidence);
    }

    /**
     * The simulated values of one customer.
     *
     * @param customer the customer and the terms, with a horizon
     * @return a new array of one value a draw, each in [0, inf)
     * @throws IllegalArgumentException if the terms have no horizon
     */
    public double[] values(ValueCase customer) {
        Horizon horizon = customer.terms()
                .horizon()
                .orElseThrow(
                        () -> new IllegalArgumentException("a simulated value needs a horizon, but it was for ever"));
        PeriodUnit unit = purchases.unit();
        double rate = customer.terms().discountRate().continuousPer(unit);
        CustomerSimulator futures = PurchaseSimulator.of(purchases, seed).after(customer.history());
        double[] values = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            List<Double> times = futures.draw(draw, horizon).times();
            double[] amounts = amounts(customer, draw, times.size());
            for (int i = 0; i < amounts.length; i++) {
                values[draw] += amounts[i] * StrictMath.exp(-rate * times.get(i));
            }
            values[draw] *= customer.terms().margin();
        }
        return values;
    }

    private double[] amounts(ValueCase customer, int draw, int occasions) {
        SpendSimulator simulator = SpendSimulator.of(spend, seed);
        return customer.spend()
                .map(history -> simulator.after(history, draw, occasions))
                .orElseGet(() -> simulator.after(customer.history().customerId(), draw, occasions));
    }

    @Override
    public String toString() {
        return "ValueSimulation[" + purchases + ", " + spend + ", " + draws + " draws, seed " + seed + "]";
    }
}
