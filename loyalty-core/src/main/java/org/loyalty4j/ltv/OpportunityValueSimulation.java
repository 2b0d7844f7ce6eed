package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.loyalty4j.Interval;
import org.loyalty4j.btyd.BgBb;
import org.loyalty4j.btyd.GammaGamma;
import org.loyalty4j.btyd.OpportunitySimulator;
import org.loyalty4j.summary.OpportunityHistory;

/**
 * What a customer over opportunities may really bring, by simulation: {@link ValueSimulation} for the BG/BB model, the k-th
 * opportunity from now being k periods of the model ahead, as in {@link OpportunityValue}.
 *
 * <p>A draw depends on the seed, the customer's id and its number alone: not on the other customers, nor on their order.
 */
public final class OpportunityValueSimulation implements Serializable {
    private static final long serialVersionUID = 1L;

    private final BgBb transactions;
    private final SimulatedSpend spend;

    private OpportunityValueSimulation(BgBb transactions, SimulatedSpend spend) {
        this.transactions = transactions;
        this.spend = spend;
    }

    /**
     * A simulation of 999 draws a customer.
     *
     * @param transactions the model of transactions
     * @param spend the model of spend
     * @param seed any number; the same one gives the same draws
     * @return the procedure
     */
    public static OpportunityValueSimulation of(BgBb transactions, GammaGamma spend, long seed) {
        return new OpportunityValueSimulation(
                Objects.requireNonNull(transactions, "transactions"), SimulatedSpend.of(spend, seed));
    }

    /**
     * The same with another number of draws.
     *
     * @param number how many futures a customer, in [19, inf): 19 for an interval of 90 %, 39 for 95 %, 199 for 99 %
     * @return the changed procedure
     * @throws IllegalArgumentException if there are too few
     */
    public OpportunityValueSimulation withDraws(int number) {
        return new OpportunityValueSimulation(transactions, spend.withDraws(number));
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
    public Interval interval(OpportunityCase customer, double confidence) {
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
    public Interval totalInterval(List<OpportunityCase> customers, double confidence) {
        Objects.requireNonNull(customers, "customers");
        return spend.totalInterval(customers, this::values, confidence);
    }

    /**
     * The simulated values of one customer.
     *
     * @param customer the customer and the terms, with a horizon
     * @return a new array of one value a draw, each in [0, inf)
     * @throws IllegalArgumentException if the terms have no horizon, or the horizon holds more than 2^31 - 1 opportunities
     */
    public double[] values(OpportunityCase customer) {
        OpportunityHistory history = customer.history();
        int opportunities =
                OpportunityValue.opportunities(SimulatedSpend.horizon(customer.terms()), transactions.unit());
        OpportunitySimulator simulator = OpportunitySimulator.of(transactions, spend.seed());
        return spend.values(
                history.customerId(),
                customer.spend(),
                draw -> simulator.after(history, draw, opportunities).used(),
                customer.terms().discountRate().continuousPer(transactions.unit()),
                customer.terms().margin());
    }

    @Override
    public String toString() {
        return "OpportunityValueSimulation[" + transactions + ", " + spend + "]";
    }
}
