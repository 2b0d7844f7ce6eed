package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import org.loyalty4j.Horizon;
import org.loyalty4j.internal.Parallel;
import org.loyalty4j.internal.RowList;
import org.loyalty4j.summary.RepeatHistories;
import org.loyalty4j.summary.RepeatHistory;

/** The forecasts of many customers: an immutable list of records over primitive columns, in the order of the histories. */
public final class PurchaseForecasts extends AbstractList<PurchaseForecast> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;

    private final RepeatHistories histories;
    private final Horizon horizon;
    private final boolean byHistory; // one answer a distinct history, or else one a customer
    private final double[] probabilityAlive;
    private final double[] probabilityOfPurchase;
    private final double[] expectedPurchases;

    private PurchaseForecasts(
            RepeatHistories histories,
            Horizon horizon,
            boolean byHistory,
            double[] probabilityAlive,
            double[] probabilityOfPurchase,
            double[] expectedPurchases) {
        this.histories = histories;
        this.horizon = horizon;
        this.byHistory = byHistory;
        this.probabilityAlive = probabilityAlive;
        this.probabilityOfPurchase = probabilityOfPurchase;
        this.expectedPurchases = expectedPurchases;
    }

    static PurchaseForecasts of(PurchaseModel<?> model, RepeatHistories histories, Horizon horizon, Parallel parallel) {
        Kernel kernel = Kernel.of(model.in(histories.unit()));
        double t = horizon.in(histories.unit());
        SharedFutures futures = new SharedFutures(kernel, histories.histogram(), parallel);
        double[] alive = futures.probabilitiesAlive();
        return new PurchaseForecasts(
                histories,
                horizon,
                true,
                alive,
                futures.ifAlive(alive, future -> t == 0 ? 0 : future.probabilityOfPurchase(t)),
                futures.ifAlive(alive, future -> t == 0 ? 0 : future.expectedPurchases(t)));
    }

    /** Of customers who each have a model of their own: asks each of the three questions of all of them. */
    static <M extends DropoutModel<M>> PurchaseForecasts of(
            RepeatHistories histories, Horizon horizon, Function<ToDoubleBiFunction<M, RepeatHistory>, double[]> ask) {
        Objects.requireNonNull(horizon, "horizon");
        return new PurchaseForecasts(
                histories,
                horizon,
                false,
                ask.apply((model, history) -> model.probabilityAlive(history)),
                ask.apply((model, history) -> model.probabilityOfPurchase(history, horizon)),
                ask.apply((model, history) -> model.expectedPurchases(history, horizon)));
    }

    /**
     * How far the forecasts look ahead.
     *
     * @return the horizon
     */
    public Horizon horizon() {
        return horizon;
    }

    /**
     * The probability that a customer is still alive, without making the record.
     *
     * @param index the place of the customer in this list, in [0, size)
     * @return {@link PurchaseForecast#probabilityAlive}, in [0, 1]
     */
    public double probabilityAlive(int index) {
        return probabilityAlive[row(index)];
    }

    /**
     * The probability that a customer buys within the horizon, without making the record.
     *
     * @param index the place of the customer in this list, in [0, size)
     * @return {@link PurchaseForecast#probabilityOfPurchase}, in [0, 1]
     */
    public double probabilityOfPurchase(int index) {
        return probabilityOfPurchase[row(index)];
    }

    /**
     * The purchases expected of a customer within the horizon, without making the record.
     *
     * @param index the place of the customer in this list, in [0, size)
     * @return {@link PurchaseForecast#expectedPurchases}, in [0, inf)
     */
    public double expectedPurchases(int index) {
        return expectedPurchases[row(index)];
    }

    private int row(int index) {
        return byHistory ? histories.histogramIndex(index) : index;
    }

    @Override
    public PurchaseForecast get(int index) {
        int row = row(index);
        return new PurchaseForecast(
                histories.customerId(index), probabilityAlive[row], probabilityOfPurchase[row], expectedPurchases[row]);
    }

    @Override
    public int size() {
        return histories.size();
    }

    @Override
    public String toString() {
        return RowList.firstFew(this);
    }
}
