package org.loyalty4j.summary;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.RowList;

/**
 * How many customers have each distinct history over opportunities: the recency-frequency matrix that a model in discrete time
 * is fitted to. An immutable list in order of (x, t_x, n), the same for any order of the customers; two of them, made on two
 * machines, are merged exactly where the weights are whole numbers.
 */
public final class OpportunityHistogram extends AbstractList<WeightedOpportunityHistory>
        implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;
    private static final int WIDTH = 3;

    private final DistinctRows rows;

    private OpportunityHistogram(DistinctRows rows) {
        this.rows = rows;
    }

    /**
     * Merges the histories of customers.
     *
     * @param histories one a customer; equal ones are merged
     * @return the histogram
     */
    public static OpportunityHistogram of(List<OpportunityHistory> histories) {
        DistinctRows.Merger merger = new DistinctRows.Merger(WIDTH);
        Checks.forEach(
                histories,
                "histories",
                row -> merger.add(1, row.transactions(), row.lastTransactionAt(), row.opportunities()));
        return new OpportunityHistogram(merger.build());
    }

    /**
     * Merges weighted histories, such as the cells of a published matrix.
     *
     * @param rows the histories; equal ones are merged and their weights added
     * @return the histogram
     * @throws IllegalArgumentException if the weights sum to more than a {@code double} holds
     */
    public static OpportunityHistogram ofWeighted(List<WeightedOpportunityHistory> rows) {
        DistinctRows.Merger merger = new DistinctRows.Merger(WIDTH);
        Checks.forEach(
                rows,
                "rows",
                row -> merger.add(row.weight(), row.transactions(), row.lastTransactionAt(), row.opportunities()));
        return new OpportunityHistogram(merger.build());
    }

    /**
     * Adds the customers of another histogram.
     *
     * @param other a histogram over opportunities of the same kind
     * @return the customers of both
     */
    public OpportunityHistogram plus(OpportunityHistogram other) {
        return new OpportunityHistogram(DistinctRows.merge(rows, other.rows));
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
     * @return the opportunities used, in [0, lastTransactionAt]
     */
    public int transactions(int index) {
        return rows.whole(0, index);
    }

    /**
     * t_x of a distinct history.
     *
     * @param index its place, in [0, size)
     * @return the number of the last opportunity used, in [0, opportunities]
     */
    public int lastTransactionAt(int index) {
        return rows.whole(1, index);
    }

    /**
     * n of a distinct history.
     *
     * @param index its place, in [0, size)
     * @return the opportunities so far, in [0, inf)
     */
    public int opportunities(int index) {
        return rows.whole(2, index);
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
    public WeightedOpportunityHistory get(int index) {
        return new WeightedOpportunityHistory(
                transactions(index), lastTransactionAt(index), opportunities(index), weight(index));
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
