package org.loyalty4j.summary;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.RowList;

/**
 * How many customers have each distinct history: all that a purchase model is fitted to, and much less than the customers.
 * An immutable list in order of (x, t_x, T), the same for any order of the customers; two of them, made on two machines, are
 * merged exactly where the weights are whole numbers.
 *
 * <p>Equality is that of lists: it does not look at the unit.
 */
public final class RepeatHistogram extends AbstractList<WeightedHistory> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;
    private static final int WIDTH = 3;

    private final PeriodUnit unit;
    private final DistinctRows rows;
    private transient volatile @Nullable AgeColumn lastPurchaseAges; // made when first asked for
    private transient volatile @Nullable AgeColumn observedAges;

    RepeatHistogram(PeriodUnit unit, DistinctRows rows) {
        this.unit = unit;
        this.rows = rows;
    }

    /** Takes histories row by row, and remembers which row has which. */
    static final class Builder {
        private final PeriodUnit unit;
        private final DistinctRows.Merger merger = new DistinctRows.Merger(WIDTH);

        Builder(PeriodUnit unit) {
            this.unit = unit;
        }

        int add(int repeatPurchases, double lastPurchaseAt, double observedFor, double weight) {
            return merger.add(weight, repeatPurchases, lastPurchaseAt, observedFor);
        }

        RepeatHistogram build() {
            return new RepeatHistogram(unit, merger.build());
        }

        int[] places(int[] numbers) {
            return merger.places(numbers);
        }
    }

    /**
     * Merges weighted histories.
     *
     * @param rows the histories; equal ones are merged and their weights added
     * @param unit the unit of their ages
     * @return the histogram
     * @throws IllegalArgumentException if the weights sum to more than a {@code double} holds
     */
    public static RepeatHistogram of(List<WeightedHistory> rows, PeriodUnit unit) {
        Builder builder = new Builder(Objects.requireNonNull(unit, "unit"));
        Checks.forEach(
                rows,
                "rows",
                row -> builder.add(row.repeatPurchases(), row.lastPurchaseAt(), row.observedFor(), row.weight()));
        return builder.build();
    }

    /**
     * Adds the customers of another histogram. In whichever order several are added, the sum is the same to the bit if the
     * weights are whole numbers; of other weights the last bits may differ.
     *
     * @param other a histogram in any unit
     * @return the customers of both, in this unit
     */
    public RepeatHistogram plus(RepeatHistogram other) {
        return new RepeatHistogram(unit, DistinctRows.merge(rows, other.in(unit).rows));
    }

    /**
     * The same histories with their ages in another unit.
     *
     * @param target the unit wanted
     * @return the converted histogram; shorter than this one where ages that differed in their last bit are equal in it
     */
    public RepeatHistogram in(PeriodUnit target) {
        Objects.requireNonNull(target, "target");
        if (target == unit) {
            return this;
        }
        RepeatHistogram converted = inSameOrder(target);
        if (converted != null) {
            return converted;
        }
        Builder builder = new Builder(target);
        addTo(builder);
        return builder.build();
    }

    /** This histogram in another unit if its rows stay distinct and in order there, as those of whole days do. */
    @Nullable
    RepeatHistogram inSameOrder(PeriodUnit target) {
        double[][] columns = new double[WIDTH][size()];
        double[] weight = new double[size()];
        for (int row = 0; row < weight.length; row++) {
            columns[0][row] = rows.value(0, row);
            columns[1][row] = unit.convert(lastPurchaseAt(row), target);
            columns[2][row] = unit.convert(observedFor(row), target);
            weight[row] = weight(row);
        }
        return DistinctRows.ascend(columns)
                ? new RepeatHistogram(target, DistinctRows.ofSorted(columns, weight))
                : null;
    }

    /** Adds every distinct history to a builder, in its unit, and returns their numbers there. */
    int[] addTo(Builder builder) {
        int[] numbers = new int[size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = builder.add(
                    repeatPurchases(i),
                    unit.convert(lastPurchaseAt(i), builder.unit),
                    unit.convert(observedFor(i), builder.unit),
                    weight(i));
        }
        return numbers;
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
        return rows.totalWeight();
    }

    /**
     * x of a distinct history.
     *
     * @param index its place, in [0, size)
     * @return the repeat purchases, in [0, inf)
     */
    public int repeatPurchases(int index) {
        return rows.whole(0, index);
    }

    /**
     * t_x of a distinct history.
     *
     * @param index its place, in [0, size)
     * @return the age at the last purchase, in {@link #unit()}
     */
    public double lastPurchaseAt(int index) {
        return rows.value(1, index);
    }

    /**
     * T of a distinct history.
     *
     * @param index its place, in [0, size)
     * @return the age at the end of observation, in {@link #unit()}
     */
    public double observedFor(int index) {
        return rows.value(2, index);
    }

    /**
     * How many customers have a distinct history.
     *
     * @param index its place, in [0, size)
     * @return the weight, in (0, inf)
     */
    public double weight(int index) {
        return rows.weight(index);
    }

    /**
     * The column of t_x: its distinct ages, and which of them each row has.
     *
     * @return the column, made once
     */
    public AgeColumn lastPurchaseAges() {
        AgeColumn column = lastPurchaseAges;
        if (column == null) {
            column = AgeColumn.of(size(), this::lastPurchaseAt);
            lastPurchaseAges = column;
        }
        return column;
    }

    /**
     * The column of T: its distinct ages, and which of them each row has.
     *
     * @return the column, made once
     */
    public AgeColumn observedAges() {
        AgeColumn column = observedAges;
        if (column == null) {
            column = AgeColumn.of(size(), this::observedFor);
            observedAges = column;
        }
        return column;
    }

    @Override
    public WeightedHistory get(int index) {
        return new WeightedHistory(repeatPurchases(index), lastPurchaseAt(index), observedFor(index), weight(index));
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public String toString() {
        return RowList.firstFew(this);
    }
}
