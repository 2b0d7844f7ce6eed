package org.loyalty4j.summary;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.stream.Stream;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.internal.RowList;

/**
 * How many customers have each distinct history: all that a purchase model is fitted to, and much less than the customers.
 * An immutable list in order of (x, t_x, T), the same for any order of the customers; two of them, made on two machines, are
 * merged exactly where the weights are whole numbers.
 */
public final class RepeatHistogram extends AbstractList<WeightedHistory> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;
    private static final Comparator<WeightedHistory> ORDER = Comparator.comparingInt(WeightedHistory::repeatPurchases)
            .thenComparingDouble(WeightedHistory::lastPurchaseAt)
            .thenComparingDouble(WeightedHistory::observedFor);

    private final PeriodUnit unit;
    private final int[] repeatPurchases;
    private final double[] lastPurchaseAt;
    private final double[] observedFor;
    private final double[] weight;
    private final double totalWeight;

    private RepeatHistogram(
            PeriodUnit unit, int[] repeatPurchases, double[] lastPurchaseAt, double[] observedFor, double[] weight) {
        this.unit = unit;
        this.repeatPurchases = repeatPurchases;
        this.lastPurchaseAt = lastPurchaseAt;
        this.observedFor = observedFor;
        this.weight = weight;
        this.totalWeight = Arrays.stream(weight).sum();
    }

    /**
     * Merges weighted histories.
     *
     * @param rows the histories; equal ones are merged and their weights added
     * @param unit the unit of their ages
     * @return the histogram
     */
    public static RepeatHistogram of(List<WeightedHistory> rows, PeriodUnit unit) {
        Objects.requireNonNull(unit, "unit");
        Map<WeightedHistory, Double> merged = new LinkedHashMap<>();
        rows.forEach(row -> merged.merge(row.withWeight(1), row.weight(), Double::sum));
        WeightedHistory[] sorted = merged.keySet().stream().sorted(ORDER).toArray(WeightedHistory[]::new);
        return new RepeatHistogram(
                unit,
                Arrays.stream(sorted).mapToInt(WeightedHistory::repeatPurchases).toArray(),
                Arrays.stream(sorted)
                        .mapToDouble(WeightedHistory::lastPurchaseAt)
                        .toArray(),
                Arrays.stream(sorted).mapToDouble(WeightedHistory::observedFor).toArray(),
                Arrays.stream(sorted)
                        .mapToDouble(row -> Objects.requireNonNull(merged.get(row)))
                        .toArray());
    }

    /**
     * Adds the customers of another histogram.
     *
     * @param other a histogram in any unit
     * @return the customers of both, in this unit
     */
    public RepeatHistogram plus(RepeatHistogram other) {
        return of(Stream.concat(stream(), other.in(unit).stream()).toList(), unit);
    }

    /**
     * The same histories with their ages in another unit.
     *
     * @param target the unit wanted
     * @return the converted histogram
     */
    public RepeatHistogram in(PeriodUnit target) {
        Objects.requireNonNull(target, "target");
        return target == unit
                ? this
                : new RepeatHistogram(
                        target,
                        repeatPurchases,
                        Arrays.stream(lastPurchaseAt)
                                .map(age -> unit.convert(age, target))
                                .toArray(),
                        Arrays.stream(observedFor)
                                .map(age -> unit.convert(age, target))
                                .toArray(),
                        weight);
    }

    /**
     * The unit of the ages.
     *
     * @return the unit
     */
    public PeriodUnit unit() {
        return unit;
    }

    /**
     * The number of customers.
     *
     * @return the sum of the weights, in [0, inf)
     */
    public double totalWeight() {
        return totalWeight;
    }

    /**
     * x of a distinct history.
     *
     * @param index its place, in [0, size)
     * @return the repeat purchases, in [0, inf)
     */
    public int repeatPurchases(int index) {
        return repeatPurchases[index];
    }

    /**
     * t_x of a distinct history.
     *
     * @param index its place, in [0, size)
     * @return the age at the last purchase, in {@link #unit()}
     */
    public double lastPurchaseAt(int index) {
        return lastPurchaseAt[index];
    }

    /**
     * T of a distinct history.
     *
     * @param index its place, in [0, size)
     * @return the age at the end of observation, in {@link #unit()}
     */
    public double observedFor(int index) {
        return observedFor[index];
    }

    /**
     * How many customers have a distinct history.
     *
     * @param index its place, in [0, size)
     * @return the weight, in (0, inf)
     */
    public double weight(int index) {
        return weight[index];
    }

    @Override
    public WeightedHistory get(int index) {
        return new WeightedHistory(repeatPurchases[index], lastPurchaseAt[index], observedFor[index], weight[index]);
    }

    @Override
    public int size() {
        return weight.length;
    }

    @Override
    public String toString() {
        return RowList.firstFew(this);
    }
}
