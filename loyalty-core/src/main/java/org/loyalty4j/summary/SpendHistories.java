package org.loyalty4j.summary;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.RandomAccess;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.MinorUnits;
import org.loyalty4j.internal.Parallel;
import org.loyalty4j.internal.RowList;

/**
 * The spend of many customers, as the spend models read it: an immutable list of records in the order given. Who never bought
 * again, or bought again for nothing, is not in it; the latter are counted.
 */
public final class SpendHistories extends AbstractList<SpendHistory> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;

    /** Of amounts of so many bits over one number of purchases, different ones have different means in a {@code double}. */
    private static final int EXACT_BITS = 50;

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

    private SpendHistories(IdColumn customerIds, int[] place, SpendHistogram histogram, int withoutSpend) {
        this.customerIds = customerIds;
        this.place = place;
        this.histogram = histogram;
        this.repeatersWithoutSpend = withoutSpend;
    }

    /** Repeat purchases and the spend on them, by row, x at least 1 and the spend above 0. */
    interface InMinorUnits {
        int repeatPurchases(int row);

        long repeatMinor(int row);
    }

    /** Merges spend counted in minor units: as one whole number with x, where both fit into it. */
    static SpendHistories ofRepeaters(IdColumn customerIds, InMinorUnits spend, int scale, int withoutSpend) {
        int[] numbers = new int[customerIds.size()];
        int mostRepeats = 0;
        long mostSpend = 0;
        for (int row = 0; row < numbers.length; row++) {
            mostRepeats = Math.max(mostRepeats, spend.repeatPurchases(row));
            mostSpend = Math.max(mostSpend, spend.repeatMinor(row));
        }
        int spendBits = Long.SIZE - Long.numberOfLeadingZeros(mostSpend);
        int repeatBits = Integer.SIZE - Integer.numberOfLeadingZeros(mostRepeats);
        if (spendBits > EXACT_BITS || repeatBits + spendBits >= Long.SIZE) {
            return ofMeans(
                    customerIds,
                    spend::repeatPurchases,
                    row -> MinorUnits.mean(spend.repeatMinor(row), spend.repeatPurchases(row), scale),
                    withoutSpend);
        }
        DistinctKeys distinct = new DistinctKeys();
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = distinct.add((long) spend.repeatPurchases(row) << spendBits | spend.repeatMinor(row));
        }
        DistinctKeys.Merged merged = distinct.merged(numbers);
        long[] keys = merged.keys();
        double[][] columns = new double[2][keys.length];
        for (int i = 0; i < keys.length; i++) {
            int repeats = (int) (keys[i] >>> spendBits);
            columns[0][i] = repeats;
            columns[1][i] = MinorUnits.mean(keys[i] & ((1L << spendBits) - 1), repeats, scale);
        }
        SpendHistogram histogram = new SpendHistogram(DistinctRows.ofSorted(columns, merged.weight()));
        return new SpendHistories(customerIds, merged.place(), histogram, withoutSpend);
    }

    private static SpendHistories ofMeans(
            IdColumn customerIds, IntUnaryOperator repeatPurchases, IntToDoubleFunction meanSpend, int withoutSpend) {
        DistinctRows.Merger merger = SpendHistogram.merger();
        int[] numbers = new int[customerIds.size()];
        Arrays.setAll(numbers, row -> merger.add(1, repeatPurchases.applyAsInt(row), meanSpend.applyAsDouble(row)));
        SpendHistogram histogram = new SpendHistogram(merger.build());
        return new SpendHistories(customerIds, merger.places(numbers), histogram, withoutSpend);
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
        return ofMeans(ids, row -> repeatPurchases[row], row -> meanSpend[row], 0);
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
    public double[] evaluate(SpendFunction function, int parallelism) {
        Objects.requireNonNull(function, "function");
        return Evaluation.of(
                histogram.size(),
                i -> function.at(histogram.repeatPurchases(i), histogram.meanSpend(i)),
                place,
                parallelism);
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
