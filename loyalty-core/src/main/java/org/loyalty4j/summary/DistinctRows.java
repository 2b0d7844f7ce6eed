package org.loyalty4j.summary;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.KeySort;
import org.loyalty4j.internal.SortableDoubles;

/**
 * Rows of finite numbers of which each is kept once with the sum of its weights, in lexicographic order: what the histograms
 * of this package are made of. The same for any order in which the rows came, to the bit.
 */
final class DistinctRows implements Serializable {
    private static final long serialVersionUID = 1L;

    private final double[][] columns; // by column, then by row
    private final double[] weight;
    private final double totalWeight;

    private DistinctRows(double[][] columns, double[] weight) {
        this.columns = columns;
        this.weight = weight;
        double sum = 0; // not a stream's sum, whose last bit is free to change with the JDK
        for (double w : weight) {
            sum += w;
        }
        this.totalWeight = Checks.finite(sum, "the sum of the weights");
    }

    /** Of columns whose rows are distinct, without a -0.0 and in lexicographic order already. */
    static DistinctRows ofSorted(double[][] columns, double[] weight) {
        return new DistinctRows(columns, weight);
    }

    double value(int column, int row) {
        return columns[column][row];
    }

    int whole(int column, int row) {
        return (int) columns[column][row];
    }

    double weight(int row) {
        return weight[row];
    }

    double totalWeight() {
        return totalWeight;
    }

    int size() {
        return weight.length;
    }

    /** The rows of both: two sorted lists, merged. To the bit in any order of merging for whole weights only. */
    static DistinctRows merge(DistinctRows one, DistinctRows other) {
        int width = one.columns.length;
        int most = Math.addExact(one.size(), other.size());
        double[][] columns = new double[width][most];
        double[] weight = new double[most];
        int size = 0;
        for (int i = 0, j = 0; i < one.size() || j < other.size(); size++) {
            int order = i == one.size() ? 1 : j == other.size() ? -1 : compare(one.columns, i, other.columns, j);
            for (int c = 0; c < width; c++) {
                columns[c][size] = order <= 0 ? one.columns[c][i] : other.columns[c][j];
            }
            weight[size] = (order <= 0 ? one.weight[i++] : 0) + (order >= 0 ? other.weight[j++] : 0);
        }
        int rows = size;
        return new DistinctRows(
                Arrays.stream(columns)
                        .map(column -> Arrays.copyOf(column, rows))
                        .toArray(double[][]::new),
                Arrays.copyOf(weight, rows));
    }

    /** Whether each row of some columns is above the one before. */
    static boolean ascend(double[][] columns) {
        for (int row = 1; row < columns[0].length; row++) {
            if (compare(columns, row - 1, columns, row) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static int compare(double[][] columns, int row, double[][] otherColumns, int otherRow) {
        for (int c = 0; c < columns.length; c++) {
            int order = Double.compare(columns[c][row], otherColumns[c][otherRow]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Takes rows one by one; holds the distinct ones only, and no object for any. */
    static final class Merger {
        private double[][] columns;
        private double[] weight = new double[16];
        private int size;
        private int[] slots = new int[64]; // 1 + the number of the distinct row whose hash leads here; 0 is free

        // Weights that are no whole numbers, by row: their sum depends on its order, so it waits until all are here.
        private int[] fractionOf = new int[0];
        private double[] fraction = new double[0];
        private int fractions;

        private int[] placeOf = new int[0]; // of each number, once built

        Merger(int width) {
            columns = new double[width][16];
        }

        /** Adds a row and returns the number of its kind, in order of first appearance. */
        int add(double rowWeight, double... row) {
            int slot = slotOf(row);
            if (slots[slot] == 0) {
                if (2 * (size + 1) > slots.length) {
                    widen();
                    slot = slotOf(row);
                }
                append(row);
                slots[slot] = size;
            }
            int number = slots[slot] - 1;
            if (rowWeight == Math.rint(rowWeight)) {
                weight[number] += rowWeight;
            } else {
                addFraction(number, rowWeight);
            }
            return number;
        }

        private int slotOf(double[] row) {
            long hash = 0;
            for (double value : row) {
                hash = (hash ^ Double.doubleToLongBits(value + 0.0)) * 0x9E3779B97F4A7C15L; // -0.0 is 0.0
                hash ^= hash >>> 32;
            }
            int slot = (int) hash & (slots.length - 1);
            while (slots[slot] != 0 && !holds(slots[slot] - 1, row)) {
                slot = (slot + 1) & (slots.length - 1);
            }
            return slot;
        }

        private boolean holds(int number, double[] row) {
            for (int c = 0; c < row.length; c++) {
                if (columns[c][number] != row[c]) {
                    return false;
                }
            }
            return true;
        }

        private void widen() {
            slots = new int[2 * slots.length];
            double[] row = new double[columns.length];
            for (int number = 0; number < size; number++) {
                for (int c = 0; c < row.length; c++) {
                    row[c] = columns[c][number];
                }
                slots[slotOf(row)] = number + 1;
            }
        }

        private void append(double[] row) {
            if (size == weight.length) {
                weight = Arrays.copyOf(weight, 2 * size);
                for (int c = 0; c < columns.length; c++) {
                    columns[c] = Arrays.copyOf(columns[c], 2 * size);
                }
            }
            for (int c = 0; c < row.length; c++) {
                columns[c][size] = row[c] + 0.0;
            }
            size++;
        }

        private void addFraction(int number, double rowWeight) {
            if (fractions == fraction.length) {
                fraction = Arrays.copyOf(fraction, 2 * fractions + 16);
                fractionOf = Arrays.copyOf(fractionOf, 2 * fractions + 16);
            }
            fractionOf[fractions] = number;
            fraction[fractions++] = rowWeight;
        }

        /** The distinct rows. */
        DistinctRows build() {
            for (int i : KeySort.order(Arrays.copyOf(fraction, fractions))) {
                weight[fractionOf[i]] += fraction[i];
            }
            fractions = 0;
            int[] order = sorted();
            placeOf = new int[size];
            for (int place = 0; place < size; place++) {
                placeOf[order[place]] = place;
            }
            return new DistinctRows(
                    Arrays.stream(columns).map(column -> inOrder(column, order)).toArray(double[][]::new),
                    inOrder(weight, order));
        }

        /** The numbers in the order of their rows. */
        private int[] sorted() {
            int[] numbers = IntStream.range(0, size).toArray();
            for (int c = columns.length - 1; c >= 0; c--) {
                double[] column = columns[c];
                KeySort.sortPlaces(numbers, number -> SortableDoubles.bits(column[number]));
            }
            return numbers;
        }

        private static double[] inOrder(double[] values, int[] order) {
            return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
        }

        /** Turns numbers that {@link #add} gave into the places of their rows in what was built. */
        int[] places(int[] numbers) {
            return Arrays.stream(numbers).map(number -> placeOf[number]).toArray();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DistinctRows that
                && Arrays.deepEquals(columns, that.columns)
                && Arrays.equals(weight, that.weight);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.deepHashCode(columns), Arrays.hashCode(weight));
    }
}
