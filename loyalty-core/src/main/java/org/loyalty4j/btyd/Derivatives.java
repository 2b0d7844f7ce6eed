package org.loyalty4j.btyd;

import java.util.Arrays;

/** Gradient and Hessian of a log-likelihood with respect to the logarithms of the parameters, being summed. */
final class Derivatives {
    final double[] gradient;
    final double[][] hessian;

    Derivatives(int dimension) {
        gradient = new double[dimension];
        hessian = new double[dimension][dimension];
    }

    void clear() {
        Arrays.fill(gradient, 0);
        for (double[] row : hessian) {
            Arrays.fill(row, 0);
        }
    }

    /** Adds the derivatives of a part of the data. */
    void add(Derivatives part) {
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += part.gradient[i];
            for (int j = 0; j < gradient.length; j++) {
                hessian[i][j] += part.hessian[i][j];
            }
        }
    }

    /**
     * Adds a term f(theta) given by its first and second partial derivatives with respect to the parameters themselves;
     * the change to logarithms is made here.
     */
    void add(double weight, double[] parameters, double[] first, double[][] second) {
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += weight * parameters[i] * first[i];
            hessian[i][i] += weight * parameters[i] * first[i];
            for (int j = 0; j < gradient.length; j++) {
                hessian[i][j] += weight * parameters[i] * parameters[j] * second[i][j];
            }
        }
    }
}
