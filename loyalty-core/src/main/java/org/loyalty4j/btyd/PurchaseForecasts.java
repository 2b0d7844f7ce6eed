package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.RandomAccess;
import org.loyalty4j.Horizon;
import org.loyalty4j.internal.RowList;
import org.loyalty4j.summary.RepeatHistories;

/** The forecasts of many customers: an immutable list of records over primitive columns, in the order of the histories. */
public final class PurchaseForecasts extends AbstractList<PurchaseForecast> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;

    private final RepeatHistories histories;
    private final Horizon horizon;
    private final double[] probabilityAlive;
    private final double[] probabilityOfPurchase;
    private final double[] expectedPurchases;

    private PurchaseForecasts(PurchaseModel<?> model, RepeatHistories histories, Horizon horizon) {
        this.histories = histories;
        this.horizon = horizon;
        Kernel kernel = Kernel.of(model.in(histories.unit()));
        double t = horizon.in(histories.unit());
        probabilityAlive = histories.evaluate(kernel::probabilityAlive);
        probabilityOfPurchase = histories.evaluate(
                (x, tx, until) -> Prospect.of(kernel, x, tx, until).probabilityOfPurchase(t));
        expectedPurchases = histories.evaluate(
                (x, tx, until) -> Prospect.of(kernel, x, tx, until).expectedPurchases(t));
    }

    static PurchaseForecasts of(PurchaseModel<?> model, RepeatHistories histories, Horizon horizon) {
        return new PurchaseForecasts(model, histories, horizon);
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
