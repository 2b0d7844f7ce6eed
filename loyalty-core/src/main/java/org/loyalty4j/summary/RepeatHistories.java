package org.loyalty4j.summary;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.internal.RowList;

/**
 * The histories of many customers, as the purchase models read them: an immutable list of records in the order given, in one
 * unit of time. Equal histories are kept once, so that what follows from a history is computed once.
 */
public final class RepeatHistories extends AbstractList<RepeatHistory> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;

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

    private final List<String> customerIds;
    private final int[] place;
    private final RepeatHistogram histogram;

    private RepeatHistories(List<String> customerIds, int[] place, RepeatHistogram histogram) {
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
        Objects.requireNonNull(unit, "unit");
        List<String> customerIds = new ArrayList<>(histories.size());
        List<WeightedHistory> rows = new ArrayList<>(histories.size());
        for (RepeatHistory history : histories) {
            RepeatHistory h = history.in(unit);
            customerIds.add(h.customerId());
            rows.add(new WeightedHistory(h.repeatPurchases(), h.lastPurchaseAt(), h.observedFor(), 1));
        }
        RepeatHistogram histogram = RepeatHistogram.of(rows, unit);
        Map<WeightedHistory, Integer> places = new HashMap<>();
        for (int i = 0; i < histogram.size(); i++) {
            places.put(histogram.get(i).withWeight(1), i);
        }
        int[] place = rows.stream()
                .mapToInt(row -> Objects.requireNonNull(places.get(row)))
                .toArray();
        return new RepeatHistories(List.copyOf(customerIds), place, histogram);
    }

    /**
     * The same histories with their ages in another unit.
     *
     * @param target the unit wanted
     * @return the converted histories
     */
    public RepeatHistories in(PeriodUnit target) {
        return new RepeatHistories(customerIds, place, histogram.in(target));
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
     * Evaluates a function at every history, at equal ones once.
     *
     * @param function what to evaluate
     * @return its values in the order of this list
     */
    public double[] evaluate(HistoryFunction function) {
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
