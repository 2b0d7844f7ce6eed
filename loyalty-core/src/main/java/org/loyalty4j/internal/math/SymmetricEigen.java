package org.loyalty4j.internal.math;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/** The eigenvalues and eigenvectors of a small symmetric matrix. */
public final class SymmetricEigen {
    private final double[] values;
    private final double[][] vectors;

    /** Decomposes a matrix; of an asymmetry left by rounding the mean is taken. */
    public SymmetricEigen(double[][] matrix) {
        int n = matrix.length;
        double[][] symmetric = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                symmetric[i][j] = (matrix[i][j] + matrix[j][i]) / 2;
            }
        }
        EigenDecomposition decomposition = new EigenDecomposition(new Array2DRowRealMatrix(symmetric, false));
        values = decomposition.getRealEigenvalues();
        vectors = new double[n][];
        for (int k = 0; k < n; k++) {
            vectors[k] = decomposition.getEigenvector(k).toArray();
        }
    }

    /** The number of eigenvalues. */
    public int size() {
        return values.length;
    }

    /** An eigenvalue. */
    public double value(int k) {
        return values[k];
    }

    /** A component of the eigenvector of an eigenvalue. */
    public double vector(int k, int component) {
        return vectors[k][component];
    }

    /** The largest absolute eigenvalue. */
    public double norm() {
        double norm = 0;
        for (double value : values) {
            norm = Math.max(norm, Math.abs(value));
        }
        return norm;
    }

    /** Whether all eigenvalues are above {@code tolerance} times the largest. */
    public boolean isPositiveDefinite(double tolerance) {
        double least = tolerance * norm();
        for (double value : values) {
            if (!(value > least)) {
                return false;
            }
        }
        return true;
    }

    /** The inverse of the matrix, exactly symmetric. */
    public double[][] inverse() {
        int n = values.length;
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = 0; k < n; k++) {
                    sum += vectors[k][i] * vectors[k][j] / values[k];
                }
                inverse[i][j] = sum;
                inverse[j][i] = sum;
            }
        }
        return inverse;
    }
}
