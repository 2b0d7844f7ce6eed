package org.loyalty4j.summary;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.RandomAccess;
import java.util.function.ToDoubleFunction;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.Parallel;
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

    /** Histories counted in days, by row. */
    interface InDays {
        int repeatPurchases(int row);

        int lastPurchaseAt(int row);

        int observedFor(int row);
    }

    /** Merges histories counted in days: as one whole number each, where they fit into it. */
    static RepeatHistories ofDays(IdColumn customerIds, InDays days, PeriodUnit unit) {
        int[] numbers = new int[customerIds.size()];
        int mostRepeats = 0;
        int longest = 0;
        for (int row = 0; row < numbers.length; row++) {
            mostRepeats = Math.max(mostRepeats, days.repeatPurchases(row));
            longest = Math.max(longest, days.observedFor(row));
        }
        int ageBits = Integer.SIZE - Integer.numberOfLeadingZeros(longest);
        if (2 * ageBits + Integer.SIZE - Integer.numberOfLeadingZeros(mostRepeats) >= Long.SIZE) {
            return ofLongDays(customerIds, days, unit);
        }
        DistinctKeys distinct = new DistinctKeys();
        for (int row = 0; row < numbers.length; row++) {
            long repeats = days.repeatPurchases(row);
            long ages = (long) days.lastPurchaseAt(row) << ageBits | days.observedFor(row);
            numbers[row] = distinct.add((repeats << (2 * ageBits)) | ages);
        }
        DistinctKeys.Merged merged = distinct.merged(numbers);
        long[] keys = merged.keys();
        double[][] columns = new double[3][keys.length];
        long age = (1L << ageBits) - 1;
        for (int i = 0; i < keys.length; i++) {
            columns[0][i] = keys[i] >>> (2 * ageBits);
            columns[1][i] = PeriodUnit.DAY.convert(keys[i] >>> ageBits & age, unit);
            columns[2][i] = PeriodUnit.DAY.convert(keys[i] & age, unit);
        }
        RepeatHistogram histogram = new RepeatHistogram(unit, DistinctRows.ofSorted(columns, merged.weight()));
        return new RepeatHistories(customerIds, merged.place(), histogram);
    }

    private static RepeatHistories ofLongDays(IdColumn customerIds, InDays days, PeriodUnit unit) {
        RepeatHistogram.Builder builder = new RepeatHistogram.Builder(unit);
        int[] numbers = new int[customerIds.size()];
        Arrays.setAll(
                numbers,
                row -> builder.add(
                        days.repeatPurchases(row),
                        PeriodUnit.DAY.convert(days.lastPurchaseAt(row), unit),
                        PeriodUnit.DAY.convert(days.observedFor(row), unit),
                        1));
        RepeatHistogram histogram = builder.build();
        return new RepeatHistories(customerIds, builder.places(numbers), histogram);
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
        RepeatHistogram inSameOrder = histogram.inSameOrder(target);
        if (inSameOrder != null) {
            return new RepeatHistories(customerIds, place, inSameOrder);
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
        return evaluate(function, Parallel.NONE.threads());
    }

    /**
     * Evaluates a function at every history, at equal ones once, on several threads.
     *
     * @param function what to evaluate; may be called by several threads at a time
     * @param parallelism how many threads work, the calling one among them, in [1, 1024]
     * @return its values in the order of this list, the same on any number of threads
     * @throws IllegalArgumentException if the number of threads is out of range
     */
    public double[] evaluate(HistoryFunction function, int parallelism) {
        Objects.requireNonNull(function, "function");
        return Evaluation.of(
                histogram.size(),
                i -> function.at(histogram.repeatPurchases(i), histogram.lastPurchaseAt(i), histogram.observedFor(i)),
                place,
                parallelism);
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
        return evaluate(function, Parallel.NONE.threads());
    }

    /**
     * Evaluates a function at every history, at equal ones once, on several threads.
     *
     * @param function what to evaluate, which may be called by several threads at a time; the history it is given bears no
     *     customer's id, since it may be that of many
     * @param parallelism how many threads work, the calling one among them, in [1, 1024]
     * @return its values in the order of this list, the same on any number of threads
     * @throws IllegalArgumentException if the number of threads is out of range
     */
    public double[] evaluate(ToDoubleFunction<RepeatHistory> function, int parallelism) {
        Objects.requireNonNull(function, "function");
        return evaluate(
                (repeatPurchases, lastPurchaseAt, observedFor) -> function.applyAsDouble(
                        new RepeatHistory(ANY_CUSTOMER, repeatPurchases, lastPurchaseAt, observedFor, unit())),
                parallelism);
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
