package org.loyalty4j.internal.math;

/**
 * The eigenvalues and eigenvectors of a small symmetric matrix, by Jacobi's rotations: they converge for every matrix, and small
 * eigenvalues keep their digits. (The decomposition of commons-math3 gives up on some matrices of very different scales.)
 *
 * <p>Source: Golub and Van Loan (2013), section 8.5.
 */
public final class SymmetricEigen {
    private static final int MOST_SWEEPS = 60;

    private final double[] values;
    private final double[][] vectors;

    /** Decomposes a matrix of finite numbers; of an asymmetry left by rounding the mean is taken. */
    public SymmetricEigen(double[][] matrix) {
        int n = matrix.length;
        double[][] a = new double[n][n];
        vectors = new double[n][n]; // one a row
        for (int i = 0; i < n; i++) {
            vectors[i][i] = 1;
            for (int j = 0; j < n; j++) {
                a[i][j] = matrix[i][j] / 2 + matrix[j][i] / 2;
            }
        }
        boolean rotated = true;
        for (int sweep = 0; rotated && sweep < MOST_SWEEPS; sweep++) {
            rotated = false;
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotated |= rotate(a, p, q);
                }
            }
        }
        values = new double[n];
        for (int k = 0; k < n; k++) {
            values[k] = a[k][k];
        }
    }

    /** Makes a[p][q] zero, unless it is so beside its diagonal already. */
    private boolean rotate(double[][] a, int p, int q) {
        double off = a[p][q];
        if (Math.abs(a[p][p]) + Math.abs(off) == Math.abs(a[p][p])
                && Math.abs(a[q][q]) + Math.abs(off) == Math.abs(a[q][q])) {
            return false;
        }
        double cotangent = (a[q][q] / 2 - a[p][p] / 2) / off; // of twice the angle
        double tangent = Math.copySign(1, cotangent) / (Math.abs(cotangent) + StrictMath.hypot(1, cotangent));
        double cosine = 1 / StrictMath.hypot(1, tangent);
        double sine = tangent * cosine;
        for (int k = 0; k < a.length; k++) {
            double kp = a[k][p];
            double kq = a[k][q];
            a[k][p] = cosine * kp - sine * kq;
            a[k][q] = sine * kp + cosine * kq;
        }
        for (int k = 0; k < a.length; k++) {
            double pk = a[p][k];
            double qk = a[q][k];
            a[p][k] = cosine * pk - sine * qk;
            a[q][k] = sine * pk + cosine * qk;
            double vp = vectors[p][k];
            double vq = vectors[q][k];
            vectors[p][k] = cosine * vp - sine * vq;
            vectors[q][k] = sine * vp + cosine * vq;
        }
        a[p][q] = 0;
        a[q][p] = 0;
        return true;
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
