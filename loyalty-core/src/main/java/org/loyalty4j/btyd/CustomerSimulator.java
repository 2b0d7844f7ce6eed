package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleConsumer;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.math.Draws;

/** Draws what one known customer may do after the end of observation, as often as wanted. */
public final class CustomerSimulator implements Serializable {
    private static final long serialVersionUID = 1L;

    private final LifeProcess process;
    private final PeriodUnit unit;
    private final long seed;
    private final long customer;

    CustomerSimulator(LifeProcess process, PeriodUnit unit, long seed, long customer) {
        this.process = process;
        this.unit = unit;
        this.seed = seed;
        this.customer = customer;
    }

    /**
     * Draws a future.
     *
     * @param draw which one, in [0, inf); the same number is the same future
     * @param next how far to look ahead
     * @return the purchases, in the model's unit, from the end of observation
     * @throws IllegalArgumentException if {@code draw} is negative
     */
    public SimulatedPurchases draw(long draw, Horizon next) {
        return draw(process, stream(draw), Objects.requireNonNull(next, "next"), unit);
    }

    /**
     * Draws a future without keeping it.
     *
     * @param draw which one, in [0, inf); the same number is the same future
     * @param next how far to look ahead
     * @param purchase is told the time of each purchase in order, in the model's unit, from the end of observation
     * @return whether the customer has not dropped out at the end of the horizon
     * @throws IllegalArgumentException if {@code draw} is negative
     */
    public boolean draw(long draw, Horizon next, DoubleConsumer purchase) {
        Objects.requireNonNull(purchase, "purchase");
        return process.draw(stream(draw), next.in(unit), purchase);
    }

    static SimulatedPurchases draw(LifeProcess process, Draws draws, Horizon horizon, PeriodUnit unit) {
        List<Double> times = new ArrayList<>();
        double length = horizon.in(unit);
        boolean alive = process.draw(draws, length, times::add);
        return new SimulatedPurchases(times, alive, new Horizon(length, unit));
    }

    @Override
    public String toString() {
        return "CustomerSimulator[" + process + ", seed " + seed + "]";
    }

    private Draws stream(long draw) {
        return Streams.Kind.PURCHASES.future(seed, customer, Checks.notNegative(draw, "draw"));
    }
}
