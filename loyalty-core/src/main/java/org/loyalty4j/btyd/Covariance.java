package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.loyalty4j.internal.DeltaMethod;

/**
 * How uncertain estimates are, and how they go together: the inverse of the observed information. Of a parameter that is
 * positive it is the logarithm that has a variance here, which is close to that of the parameter relative to its size; of a
 * coefficient of a covariate it is the coefficient itself.
 */
public final class Covariance implements Serializable {
    private static final long serialVersionUID = 1L;

    private final List<String> symbols;
    private final double[][] matrix;

    Covariance(List<String> symbols, double[][] matrix) {
        this.symbols = List.copyOf(symbols);
        this.matrix = copy(matrix);
    }

    /**
     * What the rows and columns stand for.
     *
     * @return the symbols of the parameters, in order
     */
    public List<String> symbols() {
        return symbols;
    }

    /**
     * The covariance of two estimates.
     *
     * @param first the symbol of one
     * @param second the symbol of the other, or of the same for its variance
     * @return the covariance of their logarithms (of coefficients: of themselves)
     * @throws IllegalArgumentException if a symbol is unknown
     */
    public double of(String first, String second) {
        Objects.requireNonNull(second, "second");
        return matrix[place(first, "first")][place(second, "second")];
    }

    /**
     * The correlation of two estimates: close to 1 or -1, the data determine a combination of the two better than each.
     *
     * @param first the symbol of one
     * @param second the symbol of the other
     * @return the correlation of their logarithms (of coefficients: of themselves), in [-1, 1]
     * @throws IllegalArgumentException if a symbol is unknown
     */
    public double correlation(String first, String second) {
        double covariance = of(first, second);
        if (first.equals(second)) {
            return 1;
        }
        // Divided by one root after the other, for the product of the variances may leave the range of a double.
        double correlation = covariance / Math.sqrt(of(first, first)) / Math.sqrt(of(second, second));
        return Math.max(-1, Math.min(1, correlation)); // rounding may take it past 1
    }

    /**
     * The whole matrix.
     *
     * @return a copy, in the order of {@link #symbols()}
     */
    public double[][] toArray() {
        return copy(matrix);
    }

    /** The standard error of the estimate at a place. */
    double standardError(int place) {
        return Math.sqrt(matrix[place][place]);
    }

    /** The standard error of a function with this gradient. */
    double standardError(double[] gradient) {
        return DeltaMethod.standardError(matrix, gradient);
    }

    private int place(String symbol, String name) {
        int place = symbols.indexOf(Objects.requireNonNull(symbol, name));
        if (place < 0) {
            throw new IllegalArgumentException(name + " must be in " + symbols + ", but was " + symbol);
        }
        return place;
    }

    private static double[][] copy(double[][] matrix) {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Covariance that
                && symbols.equals(that.symbols)
                && Arrays.deepEquals(matrix, that.matrix);
    }

    @Override
    public int hashCode() {
        return 31 * symbols.hashCode() + Arrays.deepHashCode(matrix);
    }

    @Override
    public String toString() {
        return "covariance of " + symbols;
    }
}
