package org.loyalty4j.summary;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.RandomAccess;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.RowList;

/**
 * The spend of many customers, as the spend models read it: an immutable list of records in the order given. Who never bought
 * again, or bought again for nothing, is not in it; the latter are counted.
 */
public final class SpendHistories extends AbstractList<SpendHistory> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;

    /** A function of a spend history. */
    @FunctionalInterface
    public interface SpendFunction {
        /**
         * The value at a spend history.
         *
         * @param repeatPurchases x
         * @param meanSpend m_x
         * @return the value
         */
        double at(int repeatPurchases, double meanSpend);
    }

    private final IdColumn customerIds;
    private final int[] place;
    private final SpendHistogram histogram;
    private final int repeatersWithoutSpend;

    private SpendHistories(IdColumn customerIds, int[] repeatPurchases, double[] meanSpend, int withoutSpend) {
        DistinctRows.Merger merger = SpendHistogram.merger();
        int[] numbers = new int[repeatPurchases.length];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = merger.add(1, repeatPurchases[row], meanSpend[row]);
        }
        this.customerIds = customerIds;
        this.histogram = new SpendHistogram(merger.build());
        this.place = merger.places(numbers);
        this.repeatersWithoutSpend = withoutSpend;
    }

    static SpendHistories ofRepeaters(
            IdColumn customerIds, int[] repeatPurchases, double[] meanSpend, int withoutSpend) {
        return new SpendHistories(customerIds, repeatPurchases, meanSpend, withoutSpend);
    }

    /**
     * Spend histories from columns.
     *
     * @param customerIds the ids, not blank
     * @param repeatPurchases x of each customer, in [1, inf)
     * @param meanSpend m_x of each customer, in (0, inf)
     * @return the histories
     * @throws IllegalArgumentException if the columns differ in length, or a value is out of its range: the message names its
     *     index, as in {@code histories[17].meanSpend must be in (0, inf), but was -3.0}
     */
    public static SpendHistories of(List<String> customerIds, int[] repeatPurchases, double[] meanSpend) {
        Objects.requireNonNull(repeatPurchases, "repeatPurchases");
        Objects.requireNonNull(meanSpend, "meanSpend");
        IdColumn ids = IdColumn.copyOf(Objects.requireNonNull(customerIds, "customerIds"));
        Checks.sameLength(ids.size(), repeatPurchases.length, "repeatPurchases");
        Checks.sameLength(ids.size(), meanSpend.length, "meanSpend");
        for (int row = 0; row < meanSpend.length; row++) {
            try {
                Checks.notBlank(ids.get(row), "customerId");
                SpendHistory.check(repeatPurchases[row], meanSpend[row]);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("histories[" + row + "]." + e.getMessage(), e);
            }
        }
        return new SpendHistories(ids, repeatPurchases, meanSpend, 0);
    }

    /**
     * The distinct spend histories and how many customers have each: what spend models are fitted to.
     *
     * @return the histogram
     */
    public SpendHistogram histogram() {
        return histogram;
    }

    /**
     * The customers left out because all their repeat purchases were free.
     *
     * @return the count, in [0, inf)
     */
    public int repeatersWithoutSpend() {
        return repeatersWithoutSpend;
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
     * @return the index; empty if the customer is not in it
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
    public double[] evaluate(SpendFunction function) {
        Objects.requireNonNull(function, "function");
        double[] distinct = new double[histogram.size()];
        for (int i = 0; i < distinct.length; i++) {
            distinct[i] = function.at(histogram.repeatPurchases(i), histogram.meanSpend(i));
        }
        double[] values = new double[place.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = distinct[place[i]];
        }
        return values;
    }

    @Override
    public SpendHistory get(int index) {
        int i = place[index];
        return new SpendHistory(customerIds.get(index), histogram.repeatPurchases(i), histogram.meanSpend(i));
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
