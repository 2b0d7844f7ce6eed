package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.stream.IntStream;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.RowList;

/** Customers by the value at risk, the most first: whom to save first. Equal values stand in the order of their ids. */
public final class ValuesAtRisk extends AbstractList<ValueAtRisk> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;

    private final String[] customerId;
    private final double[] residualValue;
    private final double[] churnProbability;

    private ValuesAtRisk(String[] customerId, double[] residualValue, double[] churnProbability) {
        this.customerId = customerId;
        this.residualValue = residualValue;
        this.churnProbability = churnProbability;
    }

    /**
     * Ranks customers by {@code residualValue * churnProbability}.
     *
     * @param customerIds the ids, each not blank
     * @param residualValues what each is worth if kept, finite, as many as ids
     * @param churnProbabilities the chance of each to leave, in [0, 1], as many as ids
     * @return the customers, the most at risk first
     * @throws IllegalArgumentException if the columns differ in length, or an entry is out of range
     */
    public static ValuesAtRisk rank(List<String> customerIds, double[] residualValues, double[] churnProbabilities) {
        Objects.requireNonNull(residualValues, "residualValues");
        Objects.requireNonNull(churnProbabilities, "churnProbabilities");
        List<String> ids = new ArrayList<>(
                Objects.requireNonNull(customerIds, "customerIds").size());
        Checks.forEach(customerIds, "customerIds", ids::add);
        int n = ids.size();
        Checks.sameLength(n, residualValues.length, "residualValues");
        Checks.sameLength(n, churnProbabilities.length, "churnProbabilities");
        for (int i = 0; i < n; i++) {
            if (ids.get(i).isBlank()
                    || !(Math.abs(residualValues[i]) <= Double.MAX_VALUE)
                    || !(churnProbabilities[i] >= 0 && churnProbabilities[i] <= 1)) {
                String at = "[" + i + "]";
                Checks.notBlank(ids.get(i), "customerIds" + at);
                Checks.finite(residualValues[i], "residualValues" + at);
                Checks.inClosed(churnProbabilities[i], 0, 1, "churnProbabilities" + at);
            }
        }
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(
                                i -> residualValues[i] * churnProbabilities[i] + 0.0) // -0 is 0
                        .reversed()
                        .thenComparing(ids::get))
                .mapToInt(Integer::intValue)
                .toArray();
        return new ValuesAtRisk(
                Arrays.stream(order).mapToObj(ids::get).toArray(String[]::new),
                Arrays.stream(order).mapToDouble(i -> residualValues[i]).toArray(),
                Arrays.stream(order).mapToDouble(i -> churnProbabilities[i]).toArray());
    }

    /**
     * The value at risk over all customers.
     *
     * @return the sum of {@link ValueAtRisk#value}
     */
    public double total() {
        return total(size());
    }

    /**
     * The value at risk of the first so many customers.
     *
     * @param first how many, in [0, size]
     * @return the sum of theirs
     * @throws IllegalArgumentException if there are not so many
     */
    public double total(int first) {
        Checks.inClosed(first, 0, size(), "first");
        double sum = 0; // in the order of the rank, whatever order the customers came in
        for (int i = 0; i < first; i++) {
            sum += residualValue[i] * churnProbability[i];
        }
        return sum;
    }

    @Override
    public ValueAtRisk get(int index) {
        Objects.checkIndex(index, size());
        return new ValueAtRisk(customerId[index], residualValue[index], churnProbability[index]);
    }

    @Override
    public int size() {
        return customerId.length;
    }

    @Override
    public String toString() {
        return RowList.firstFew(this);
    }
}
