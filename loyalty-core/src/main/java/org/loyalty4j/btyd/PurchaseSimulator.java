package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.loyalty4j.Horizon;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.summary.RepeatHistory;

/**
 * Draws customers from a purchase model: new ones, and what known ones may do next.
 *
 * <p>The same model, seed and customer give the same draw to the bit, on any machine and whatever else is drawn: each customer
 * has a stream of random numbers of its own, found by index (a new one) or id (a known one).
 */
public final class PurchaseSimulator implements Serializable {
    private static final long serialVersionUID = 1L;

    private final PurchaseModel<?> model;
    private final long seed;
    private final LifeProcess birth;

    private PurchaseSimulator(PurchaseModel<?> model, long seed) {
        this.model = model;
        this.seed = seed;
        this.birth = LifeProcess.of(model, 0, 0, 0);
    }

    /**
     * A simulator of a model.
     *
     * @param model the model, with its parameters
     * @param seed any number; another one gives other draws
     * @return the simulator
     */
    public static PurchaseSimulator of(PurchaseModel<?> model, long seed) {
        return new PurchaseSimulator(Objects.requireNonNull(model, "model"), seed);
    }

    /**
     * Draws a new customer from the first purchase on.
     *
     * @param index which one, any number in [0, inf); the same index is the same customer, observed longer or less long
     * @param observedFor how long after the first purchase
     * @return the repeat purchases, in the model's unit
     * @throws IllegalArgumentException if {@code index} is negative
     */
    public SimulatedPurchases newCustomer(long index, Horizon observedFor) {
        Checks.notNegative(index, "index");
        Objects.requireNonNull(observedFor, "observedFor");
        return CustomerSimulator.draw(
                birth, Streams.Kind.PURCHASES.newCustomer(seed, index), observedFor, model.unit());
    }

    /**
     * Draws new customers, all observed equally long.
     *
     * @param customers how many, in [0, inf)
     * @param observedFor how long after the first purchase of each
     * @return the customers 0 to {@code customers - 1}
     * @throws IllegalArgumentException if {@code customers} is negative
     */
    public SimulatedBase newCustomers(int customers, Horizon observedFor) {
        Checks.notNegative((long) customers, "customers");
        double length = observedFor.in(model.unit());
        double[] lengths = new double[customers];
        Arrays.fill(lengths, length);
        return new SimulatedBase(this, model.unit(), lengths);
    }

    /**
     * Draws new customers.
     *
     * @param observedFor how long each is observed after the first purchase
     * @return as many customers, in the same order
     */
    public SimulatedBase newCustomers(List<Horizon> observedFor) {
        return new SimulatedBase(
                this,
                model.unit(),
                observedFor.stream()
                        .mapToDouble(horizon -> horizon.in(model.unit()))
                        .toArray());
    }

    /**
     * Prepares to draw what a customer may do after the end of observation: whether still alive, at what rate and with what
     * dropout, all given the history, and the purchases that follow.
     *
     * @param history the customer's history
     * @return what draws that customer's futures
     */
    public CustomerSimulator after(RepeatHistory history) {
        RepeatHistory h = history.in(model.unit());
        LifeProcess process = LifeProcess.of(model, h.repeatPurchases(), h.lastPurchaseAt(), h.observedFor());
        return new CustomerSimulator(process, model.unit(), seed, Streams.hash(h.customerId()));
    }

    @Override
    public String toString() {
        return "PurchaseSimulator[" + model + ", seed " + seed + "]";
    }
}
