package org.loyalty4j.summary;

import java.io.Serializable;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * One of the two columns of ages in a {@link RepeatHistogram}: its distinct ages, and which of them each row has. A function of
 * an age alone, such as a logarithm in a likelihood, need be computed for each distinct age only.
 */
public final class AgeColumn implements Serializable {
    private static final long serialVersionUID = 1L;

    private final double[] ages; // ascending
    private final int[] indexOfRow;

    private AgeColumn(double[] ages, int[] indexOfRow) {
        this.ages = ages;
        this.indexOfRow = indexOfRow;
    }

    /** The column of {@code rows} ages at or above 0. */
    static AgeColumn of(int rows, IntToDoubleFunction age) {
        DistinctKeys distinct = new DistinctKeys(); // bits of numbers at or above 0 are in the order of the numbers
        int[] index = new int[rows];
        for (int row = 0; row < rows; row++) {
            index[row] = distinct.add(Double.doubleToRawLongBits(age.applyAsDouble(row)));
        }
        DistinctKeys.Merged merged = distinct.merged(index);
        double[] ages = Arrays.stream(merged.keys())
                .mapToDouble(Double::longBitsToDouble)
                .toArray();
        return new AgeColumn(ages, merged.place());
    }

    /**
     * The number of rows of the histogram.
     *
     * @return the rows, in [0, inf)
     */
    public int rows() {
        return indexOfRow.length;
    }

    /**
     * The number of distinct ages.
     *
     * @return the count, in [0, rows]
     */
    public int distinctAges() {
        return ages.length;
    }

    /**
     * A distinct age.
     *
     * @param index its place in ascending order, in [0, distinctAges)
     * @return the age, in [0, inf), in the unit of the histogram
     */
    public double age(int index) {
        return ages[index];
    }

    /**
     * The distinct ages.
     *
     * @return a copy, strictly ascending
     */
    public double[] ages() {
        return ages.clone();
    }

    /**
     * Which of the distinct ages a row has.
     *
     * @param row a row of the histogram, in [0, rows)
     * @return the index of its age, in [0, distinctAges)
     */
    public int indexOf(int row) {
        return indexOfRow[row];
    }

    @Override
    public String toString() {
        return "AgeColumn: " + distinctAges() + " distinct ages in " + rows() + " rows";
    }
}
