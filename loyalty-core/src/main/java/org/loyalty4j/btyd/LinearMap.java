package org.loyalty4j.btyd;

/** A change of coordinates and its inverse: what becomes of a point, a gradient and a covariance. */
final class LinearMap {
    private final double[][] forward;
    private final double[][] inverse;

    LinearMap(double[][] forward, double[][] inverse) {
        this.forward = forward;
        this.inverse = inverse;
    }

    static LinearMap identity(int n) {
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            matrix[i][i] = 1;
        }
        return new LinearMap(matrix, matrix);
    }

    double[] point(double[] from) {
        double[] to = new double[from.length];
        for (int i = 0; i < to.length; i++) {
            for (int j = 0; j < to.length; j++) {
                to[i] += forward[i][j] * from[j];
            }
        }
        return to;
    }

    double[] gradient(double[] from) {
        double[] to = new double[from.length];
        for (int i = 0; i < to.length; i++) {
            for (int j = 0; j < to.length; j++) {
                to[i] += inverse[j][i] * from[j];
            }
        }
        return to;
    }

    double[][] covariance(double[][] from) {
        int n = from.length;
        double[][] to = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                for (int k = 0; k < n; k++) {
                    for (int l = 0; l < n; l++) {
                        to[i][j] += forward[i][k] * from[k][l] * forward[j][l];
                    }
                }
                to[j][i] = to[i][j];
            }
        }
        return to;
    }
}
