package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.Objects;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.math.Draws;
import org.loyalty4j.summary.SpendHistory;

/**
 * Draws what customers spend from the Gamma-Gamma model: new ones, and known ones from here on.
 *
 * <p>The same model, seed and customer give the same draw to the bit, as with {@link PurchaseSimulator}.
 */
public final class SpendSimulator implements Serializable {
    private static final long serialVersionUID = 1L;

    private final GammaGamma model;
    private final long seed;

    private SpendSimulator(GammaGamma model, long seed) {
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
    public static SpendSimulator of(GammaGamma model, long seed) {
        return new SpendSimulator(Objects.requireNonNull(model, "model"), seed);
    }

    /**
     * Draws what a new customer spends.
     *
     * @param index which one, in [0, inf); the same index is the same customer
     * @param occasions how many amounts to draw, in [0, inf)
     * @return a new array of as many amounts, each in [0, inf)
     * @throws IllegalArgumentException if {@code index} or {@code occasions} is negative
     */
    public double[] newCustomer(long index, int occasions) {
        Checks.notNegative(index, "index");
        return draw(Streams.Kind.SPEND.newCustomer(seed, index), model.q(), model.gamma(), occasions);
    }

    /**
     * Draws what a customer may spend of whom nothing else is known.
     *
     * @param customerId the customer's id
     * @param draw which future, in [0, inf); the same number is the same future
     * @param occasions how many amounts to draw, in [0, inf)
     * @return a new array of as many amounts, each in [0, inf)
     * @throws IllegalArgumentException if {@code draw} or {@code occasions} is negative
     */
    public double[] after(String customerId, long draw, int occasions) {
        Checks.notNegative(draw, "draw");
        return draw(
                Streams.Kind.SPEND.future(seed, Streams.hash(customerId), draw), model.q(), model.gamma(), occasions);
    }

    /**
     * Draws what a customer may spend, given the past spend.
     *
     * @param history the customer's spend
     * @param draw which future, in [0, inf); the same number is the same future
     * @param occasions how many amounts to draw, in [0, inf)
     * @return a new array of as many amounts, each in [0, inf)
     * @throws IllegalArgumentException if {@code draw} or {@code occasions} is negative
     */
    public double[] after(SpendHistory history, long draw, int occasions) {
        Checks.notNegative(draw, "draw");
        GammaGammaKernel kernel = new GammaGammaKernel(model.p(), model.q(), model.gamma());
        return draw(
                Streams.Kind.SPEND.future(seed, Streams.hash(history.customerId()), draw),
                kernel.shape(history.repeatPurchases()),
                kernel.rate(history.repeatPurchases(), history.meanSpend()),
                occasions);
    }

    private double[] draw(Draws draws, double shape, double rate, int occasions) {
        Checks.notNegative((long) occasions, "occasions");
        double logScale = StrictMath.log(rate) - draws.logGamma(shape);
        double[] amounts = new double[occasions];
        for (int i = 0; i < occasions; i++) {
            amounts[i] = StrictMath.exp(draws.logGamma(model.p()) + logScale);
        }
        return amounts;
    }

    @Override
    public String toString() {
        return "SpendSimulator[" + model + ", seed " + seed + "]";
    }
}
