package org.loyalty4j.summary;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.RandomAccess;
import java.util.function.ToDoubleFunction;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.RowList;

/**
 * The histories of many customers, as the purchase models read them: an immutable list of records in the order given, in one
 * unit of time. Equal histories are kept once, so that what follows from a history is computed once.
 */
public final class RepeatHistories extends AbstractList<RepeatHistory> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;
    private static final String ANY_CUSTOMER = "any customer";

    /** A function of a history, its ages in the unit of the list. */
    @FunctionalInterface
    public interface HistoryFunction {
        /**
         * The value at a history.
         *
         * @param repeatPurchases x
         * @param lastPurchaseAt t_x
         * @param observedFor T
         * @return the value
         */
        double at(int repeatPurchases, double lastPurchaseAt, double observedFor);
    }

    private final IdColumn customerIds;
    private final int[] place;
    private final RepeatHistogram histogram;

    RepeatHistories(IdColumn customerIds, int[] place, RepeatHistogram histogram) {
        this.customerIds = customerIds;
        this.place = place;
        this.histogram = histogram;
    }

    /**
     * Copies histories.
     *
     * @param histories the histories, in any units
     * @param unit the unit wanted
     * @return the same histories in that unit
     */
    public static RepeatHistories of(List<RepeatHistory> histories, PeriodUnit unit) {
        RepeatHistogram.Builder builder = new RepeatHistogram.Builder(Objects.requireNonNull(unit, "unit"));
        List<String> customerIds = new ArrayList<>(histories.size());
        int[] numbers = new int[histories.size()];
        Checks.forEach(histories, "histories", history -> {
            numbers[customerIds.size()] = builder.add(
                    history.repeatPurchases(),
                    history.unit().convert(history.lastPurchaseAt(), unit),
                    history.unit().convert(history.observedFor(), unit),
                    1);
            customerIds.add(history.customerId());
        });
        RepeatHistogram histogram = builder.build();
        return new RepeatHistories(IdColumn.copyOf(customerIds), builder.places(numbers), histogram);
    }

    /**
     * The same histories with their ages in another unit.
     *
     * @param target the unit wanted
     * @return the converted histories
     */
    public RepeatHistories in(PeriodUnit target) {
        Objects.requireNonNull(target, "target");
        if (target == unit()) {
            return this;
        }
        RepeatHistogram.Builder builder = new RepeatHistogram.Builder(target);
        int[] numbers = histogram.addTo(builder);
        RepeatHistogram converted = builder.build();
        int[] moved = builder.places(numbers);
        int[] places = new int[place.length];
        for (int row = 0; row < places.length; row++) {
            places[row] = moved[place[row]];
        }
        return new RepeatHistories(customerIds, places, converted);
    }

    /**
     * The unit of the ages.
     *
     * @return the unit
     */
    public PeriodUnit unit() {
        return histogram.unit();
    }

    /**
     * The distinct histories and how many customers have each: what models are fitted to.
     *
     * @return the histogram
     */
    public RepeatHistogram histogram() {
        return histogram;
    }

    /**
     * The id of a customer, without making the history.
     *
     * @param index the place of the history in this list, in [0, size)
     * @return the id
     */
    public String customerId(int index) {
        return customerIds.get(index);
    }

    /**
     * The place of a customer in this list, and so in every list of results over it.
     *
     * @param customerId the customer's id
     * @return the index, of several histories of one customer the first; empty if the customer has none
     */
    public OptionalInt customerIndex(String customerId) {
        return customerIds.find(Objects.requireNonNull(customerId, "customerId"));
    }

    /**
     * The place of a customer's history among the distinct ones: what was computed for {@link #histogram()} row by row is the
     * customer's there.
     *
     * @param index the place of the history in this list, in [0, size)
     * @return its row in the histogram
     */
    public int histogramIndex(int index) {
        return place[index];
    }

    /**
     * Evaluates a function at every history, at equal ones once.
     *
     * @param function what to evaluate
     * @return its values in the order of this list
     */
    public double[] evaluate(HistoryFunction function) {
        Objects.requireNonNull(function, "function");
        double[] distinct = new double[histogram.size()];
        for (int i = 0; i < distinct.length; i++) {
            distinct[i] =
                    function.at(histogram.repeatPurchases(i), histogram.lastPurchaseAt(i), histogram.observedFor(i));
        }
        double[] values = new double[place.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = distinct[place[i]];
        }
        return values;
    }

    /**
     * Evaluates a function at every history, at equal ones once: any question that a model answers for one customer.
     *
     * <pre>{@code
     * histories.evaluate(history -> model.probabilityOfPurchase(history, Horizon.days(90)));
     * }</pre>
     *
     * @param function what to evaluate; the history it is given bears no customer's id, since it may be that of many
     * @return its values in the order of this list
     */
    public double[] evaluate(ToDoubleFunction<RepeatHistory> function) {
        Objects.requireNonNull(function, "function");
        return evaluate((repeatPurchases, lastPurchaseAt, observedFor) -> function.applyAsDouble(
                new RepeatHistory(ANY_CUSTOMER, repeatPurchases, lastPurchaseAt, observedFor, unit())));
    }

    @Override
    public RepeatHistory get(int index) {
        int i = place[index];
        return new RepeatHistory(
                customerIds.get(index),
                histogram.repeatPurchases(i),
                histogram.lastPurchaseAt(i),
                histogram.observedFor(i),
                unit());
    }

    @Override
    public int size() {
        return place.length;
    }

    @Override
    public String toString() {
        return RowList.firstFew(this);
    }
}
