package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.loyalty4j.Horizon;
import org.loyalty4j.Interval;
import org.loyalty4j.btyd.CustomerSimulator;
import org.loyalty4j.btyd.GammaGamma;
import org.loyalty4j.btyd.PurchaseModel;
import org.loyalty4j.btyd.PurchaseSimulator;
import org.loyalty4j.summary.RepeatHistory;

/**
 * What a customer may really bring, by simulation: whether alive, how often and how much is drawn again and again from what the
 * models leave open given the history. The interval is far wider than that of the expected value, and begins at 0 for every
 * customer who may not come back. The parameters are taken as known.
 *
 * <p>A draw depends on the seed, the customer's id and its number alone: not on the other customers, nor on their order.
 */
public final class ValueSimulation implements Serializable {
    private static final long serialVersionUID = 1L;

    private final PurchaseModel<?> purchases;
    private final SimulatedSpend spend;

    private ValueSimulation(PurchaseModel<?> purchases, SimulatedSpend spend) {
        this.purchases = purchases;
        this.spend = spend;
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
        return new ValueSimulation(Objects.requireNonNull(purchases, "purchases"), SimulatedSpend.of(spend, seed));
    }

    /**
     * The same with another number of draws.
     *
     * @param number how many futures a customer, in [19, inf): 19 for an interval of 90 %, 39 for 95 %, 199 for 99 %
     * @return the changed procedure
     * @throws IllegalArgumentException if there are too few
     */
    public ValueSimulation withDraws(int number) {
        return new ValueSimulation(purchases, spend.withDraws(number));
    }

    /**
     * What one customer may bring.
     *
     * @param customer the customer and the terms, with a horizon
     * @param confidence the probability that the value lies in the interval if the models are right, in (0, 1); (number of draws +
     *     1) (1 - level)/2 must be at least 1
     * @return the predictive interval of the value
     * @throws IllegalArgumentException if the terms have no horizon, or {@code confidence} is out of range or too high for the
     *     number of draws
     */
    public Interval interval(ValueCase customer, double confidence) {
        Objects.requireNonNull(customer, "customer");
        return spend.totalInterval(List.of(customer), this::values, confidence);
    }

    /**
     * What customers together may bring.
     *
     * @param customers the customers and the terms of each, with horizons
     * @param confidence the probability that the sum lies in the interval if the models are right, in (0, 1); (number of draws + 1)
     *     (1 - level)/2 must be at least 1
     * @return the predictive interval of the sum of their values
     * @throws IllegalArgumentException if terms have no horizon, or {@code confidence} is out of range or too high for the number of
     *     draws
     */
    public Interval totalInterval(List<ValueCase> customers, double confidence) {
        Objects.requireNonNull(customers, "customers");
        return spend.totalInterval(customers, this::values, confidence);
    }

    /**
     * The simulated values of one customer.
     *
     * @param customer the customer and the terms, with a horizon
     * @return a new array of one value a draw, each in [0, inf)
     * @throws IllegalArgumentException if the terms have no horizon
     */
    public double[] values(ValueCase customer) {
        RepeatHistory history = customer.history();
        Horizon horizon = SimulatedSpend.horizon(customer.terms());
        CustomerSimulator futures =
                PurchaseSimulator.of(purchases, spend.seed()).after(history);
        return spend.values(
                history.customerId(),
                customer.spend(),
                draw -> futures.draw(draw, horizon).times(),
                customer.terms().discountRate().continuousPer(purchases.unit()),
                customer.terms().margin());
    }

    @Override
    public String toString() {
        return "ValueSimulation[" + purchases + ", " + spend + "]";
    }
}
