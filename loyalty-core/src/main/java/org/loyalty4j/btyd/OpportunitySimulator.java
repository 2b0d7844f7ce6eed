package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.RowList;
import org.loyalty4j.internal.math.Draws;
import org.loyalty4j.summary.OpportunityHistory;

/**
 * Draws customers from the BG/BB model: new ones, and what known ones may do next.
 *
 * <p>The same model, seed and customer give the same draw to the bit, as with {@link PurchaseSimulator}.
 */
public final class OpportunitySimulator implements Serializable {
    private static final long serialVersionUID = 1L;

    private final BgBb model;
    private final long seed;

    private OpportunitySimulator(BgBb model, long seed) {
        this.model = model;
        this.seed = seed;
    }

    /**
     * A simulator of a model.
     *
     * @param model the model, with its parameters
     * @param seed any number; another one gives other draws
     * @return the simulator
     */
    public static OpportunitySimulator of(BgBb model, long seed) {
        return new OpportunitySimulator(Objects.requireNonNull(model, "model"), seed);
    }

    /**
     * Draws a new customer.
     *
     * @param index which one, in [0, inf); the same index is the same customer, observed longer or less long
     * @param opportunities how many opportunities to draw, in [0, inf)
     * @return the opportunities used
     * @throws IllegalArgumentException if {@code index} or {@code opportunities} is negative
     */
    public SimulatedOpportunities newCustomer(long index, int opportunities) {
        Checks.notNegative(index, "index");
        return draw(Streams.Kind.OPPORTUNITIES.newCustomer(seed, index), BgBb.newCustomer(), opportunities);
    }

    /**
     * Draws new customers.
     *
     * @param customers how many, in [0, inf)
     * @param opportunities how many opportunities each has, in [0, inf)
     * @return the customers 0 to {@code customers - 1}, each drawn when asked for
     * @throws IllegalArgumentException if {@code customers} or {@code opportunities} is negative
     */
    public List<SimulatedOpportunities> newCustomers(int customers, int opportunities) {
        Checks.notNegative((long) customers, "customers");
        Checks.notNegative((long) opportunities, "opportunities");
        return new RowList<>(customers, index -> newCustomer(index, opportunities));
    }

    /**
     * Draws what a customer may do at the opportunities to come, given the history.
     *
     * @param history the customer's history
     * @param draw which future, in [0, inf); the same number is the same future
     * @param next how many opportunities to look ahead, in [0, inf)
     * @return the opportunities used, counted from the last observed
     * @throws IllegalArgumentException if {@code draw} or {@code next} is negative
     */
    public SimulatedOpportunities after(OpportunityHistory history, long draw, int next) {
        Checks.notNegative(draw, "draw");
        return draw(Streams.Kind.OPPORTUNITIES.future(seed, Streams.hash(history.customerId()), draw), history, next);
    }

    private SimulatedOpportunities draw(Draws draws, OpportunityHistory history, int opportunities) {
        Checks.notNegative((long) opportunities, "opportunities");
        OpportunityFuture future = model.future(history);
        boolean alive = draws.happens(model.probabilityAlive(history));
        double buys = draws.beta(future.alpha(), future.beta());
        double dropsOut = draws.beta(future.gamma(), future.delta());
        List<Integer> used = new ArrayList<>();
        for (int i = 1; alive && i <= opportunities; i++) {
            alive = !draws.happens(dropsOut);
            if (alive && draws.happens(buys)) {
                used.add(i);
            }
        }
        return new SimulatedOpportunities(used, alive, opportunities);
    }

    @Override
    public String toString() {
        return "OpportunitySimulator[" + model + ", seed " + seed + "]";
    }
}
