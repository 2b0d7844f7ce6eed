package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import org.loyalty4j.Horizon;
import org.loyalty4j.internal.RowList;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.RepeatHistories;
import org.loyalty4j.summary.RepeatHistory;

/** The forecasts of many customers: an immutable list of records over primitive columns, in the order of the histories. */
public final class PurchaseForecasts extends AbstractList<PurchaseForecast> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;

    private final RepeatHistories histories;
    private final Horizon horizon;
    private final double[] probabilityAlive;
    private final double[] probabilityOfPurchase;
    private final double[] expectedPurchases;

    private PurchaseForecasts(
            RepeatHistories histories,
            Horizon horizon,
            double[] probabilityAlive,
            double[] probabilityOfPurchase,
            double[] expectedPurchases) {
        this.histories = histories;
        this.horizon = horizon;
        this.probabilityAlive = probabilityAlive;
        this.probabilityOfPurchase = probabilityOfPurchase;
        this.expectedPurchases = expectedPurchases;
    }

    static PurchaseForecasts of(PurchaseModel<?> model, RepeatHistories histories, Horizon horizon) {
        Kernel kernel = Kernel.of(model.in(histories.unit()));
        double t = horizon.in(histories.unit());
        RepeatHistogram distinct = histories.histogram();
        double[][] answers = new double[3][distinct.size()];
        for (int i = 0; i < distinct.size(); i++) {
            Prospect prospect = Prospect.of(
                    kernel, distinct.repeatPurchases(i), distinct.lastPurchaseAt(i), distinct.observedFor(i));
            answers[0][i] = prospect.probabilityAlive(0);
            answers[1][i] = prospect.probabilityOfPurchase(t);
            answers[2][i] = prospect.expectedPurchases(t);
        }
        return new PurchaseForecasts(
                histories,
                horizon,
                ofCustomers(histories, answers[0]),
                ofCustomers(histories, answers[1]),
                ofCustomers(histories, answers[2]));
    }

    private static double[] ofCustomers(RepeatHistories histories, double[] ofDistinct) {
        double[] answers = new double[histories.size()];
        Arrays.setAll(answers, i -> ofDistinct[histories.histogramIndex(i)]);
        return answers;
    }

    /** Of customers who each have a model of their own: asks each of the three questions of all of them. */
    static <M extends DropoutModel<M>> PurchaseForecasts of(
            RepeatHistories histories, Horizon horizon, Function<ToDoubleBiFunction<M, RepeatHistory>, double[]> ask) {
        Objects.requireNonNull(horizon, "horizon");
        return new PurchaseForecasts(
                histories,
                horizon,
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

    @Override
    public PurchaseForecast get(int index) {
        return new PurchaseForecast(
                histories.get(index).customerId(),
                probabilityAlive[index],
                probabilityOfPurchase[index],
                expectedPurchases[index]);
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
