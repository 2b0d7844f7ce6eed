package org.loyalty4j.summary;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.RowList;

/**
 * How many customers have each distinct spend history: all that a spend model is fitted to. An immutable list in order of
 * (x, m_x), the same for any order of the customers; two of them, made on two machines, are merged exactly where the weights
 * are whole numbers.
 */
public final class SpendHistogram extends AbstractList<WeightedSpendHistory> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;
    private static final int WIDTH = 2;

    private final DistinctRows rows;

    SpendHistogram(DistinctRows rows) {
        this.rows = rows;
    }

    static DistinctRows.Merger merger() {
        return new DistinctRows.Merger(WIDTH);
    }

    /**
     * Merges the spend histories of customers.
     *
     * @param histories one a customer; equal ones are merged
     * @return the histogram
     */
    public static SpendHistogram of(List<SpendHistory> histories) {
        if (histories instanceof SpendHistories merged) {
            return merged.histogram();
        }
        DistinctRows.Merger merger = merger();
        Checks.forEach(histories, "histories", row -> merger.add(1, row.repeatPurchases(), row.meanSpend()));
        return new SpendHistogram(merger.build());
    }

    /**
     * Merges weighted spend histories.
     *
     * @param rows the histories; equal ones are merged and their weights added
     * @return the histogram
     * @throws IllegalArgumentException if the weights sum to more than a {@code double} holds
     */
    public static SpendHistogram ofWeighted(List<WeightedSpendHistory> rows) {
        DistinctRows.Merger merger = merger();
        Checks.forEach(rows, "rows", row -> merger.add(row.weight(), row.repeatPurchases(), row.meanSpend()));
        return new SpendHistogram(merger.build());
    }

    /**
     * Adds the customers of another histogram.
     *
     * @param other a histogram in the same currency
     * @return the customers of both
     */
    public SpendHistogram plus(SpendHistogram other) {
        return new SpendHistogram(DistinctRows.merge(rows, other.rows));
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
     * @return the repeat purchases, in [1, inf)
     */
    public int repeatPurchases(int index) {
        return rows.whole(0, index);
    }

    /**
     * m_x of a distinct history.
     *
     * @param index its place, in [0, size)
     * @return the mean spend per repeat purchase day, in (0, inf)
     */
    public double meanSpend(int index) {
        return rows.value(1, index);
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

    @Override
    public WeightedSpendHistory get(int index) {
        return new WeightedSpendHistory(repeatPurchases(index), meanSpend(index), weight(index));
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
