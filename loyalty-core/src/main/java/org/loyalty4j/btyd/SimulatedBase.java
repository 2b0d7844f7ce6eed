package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.RandomAccess;
import java.util.stream.IntStream;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.internal.RowList;
import org.loyalty4j.summary.RepeatHistories;

/**
 * Simulated new customers: an immutable list that holds no purchase, for a customer is drawn when asked for, the same each
 * time.
 */
public final class SimulatedBase extends AbstractList<SimulatedPurchases> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;

    private final PurchaseSimulator simulator;
    private final PeriodUnit unit;
    private final double[] observedFor;

    SimulatedBase(PurchaseSimulator simulator, PeriodUnit unit, double[] observedFor) {
        this.simulator = simulator;
        this.unit = unit;
        this.observedFor = observedFor;
    }

    /**
     * What is known of the customers at the end of observation, each under its place in this list as id.
     *
     * @return x, t_x and T of every customer, in the model's unit
     */
    public RepeatHistories histories() {
        return RepeatHistories.of(
                IntStream.range(0, size())
                        .mapToObj(i -> get(i).history(Integer.toString(i)))
                        .toList(),
                unit);
    }

    @Override
    public SimulatedPurchases get(int index) {
        return simulator.newCustomer(index, new Horizon(observedFor[index], unit));
    }

    @Override
    public int size() {
        return observedFor.length;
    }

    @Override
    public String toString() {
        return RowList.firstFew(this);
    }
}
