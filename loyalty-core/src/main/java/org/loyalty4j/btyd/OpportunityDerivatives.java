package org.loyalty4j.btyd;

import java.util.Arrays;
import org.loyalty4j.internal.math.Gammas;

/**
 * First and second derivatives of the BG/BB log-likelihood of a history with respect to alpha, beta, gamma and delta.
 *
 * <p>L is the sum of what follows if alive (weight 1) and if dead after opportunity t (weight q_t). With g_t the gradient of ln
 * q_t and H_t its Hessian, ln L has the gradient of the first plus the weighted mean of g_t, and the Hessian of the first plus
 * the weighted mean of H_t and the weighted covariance of g_t.
 */
final class OpportunityDerivatives {
    private static final int SIZE = 4;

    final double[] first = new double[SIZE];
    final double[][] second = new double[SIZE][SIZE];

    private final double alpha;
    private final double beta;
    private final double gamma;
    private final double delta;

    private final double[] meanFirst = new double[SIZE];
    private final double[][] meanSecond = new double[SIZE][SIZE];
    private double weights;

    OpportunityDerivatives(OpportunityKernel kernel) {
        alpha = kernel.alpha();
        beta = kernel.beta();
        gamma = kernel.gamma();
        delta = kernel.delta();
    }

    /** Fills {@link #first} and {@link #second}. */
    void at(int x, int tx, int n) {
        ifAlive(x, n);
        clear();
        weights = 1;
        double life = 1;
        // What the gradient of ln q_t is made of: sums over the opportunities after t of 1/z and 1/z^2.
        double either = 0;
        double either2 = 0;
        double idle = 0;
        double idle2 = 0;
        double risk = 0;
        double risk2 = 0;
        double kept = 0;
        double kept2 = 0;
        double[] g = new double[SIZE];
        for (int t = n - 1; t >= tx; t--) {
            double a = 1 / (alpha + beta + t);
            double b = 1 / (beta + (t - x));
            double c = 1 / (gamma + delta + t);
            double d = 1 / (delta + t);
            life *= (d / c) * (b / a);
            either += a;
            either2 += a * a;
            idle += b;
            idle2 += b * b;
            kept += d;
            kept2 += d * d;
            g[0] = either;
            g[1] = either - idle;
            g[2] = 1 / gamma + risk;
            g[3] = risk - kept;
            double weight = life * gamma * c;
            add(weight, g);
            meanSecond[0][0] -= weight * either2;
            meanSecond[0][1] -= weight * either2;
            meanSecond[1][1] += weight * (idle2 - either2);
            meanSecond[2][2] -= weight * (1 / (gamma * gamma) + risk2);
            meanSecond[2][3] -= weight * risk2;
            meanSecond[3][3] += weight * (kept2 - risk2);
            risk += c;
            risk2 += c * c;
            if (weights > Scaled.LARGE || life > Scaled.LARGE) {
                life /= Scaled.LARGE;
                scaleDown();
            }
        }
        for (int i = 0; i < SIZE; i++) {
            double mean = meanFirst[i] / weights;
            first[i] += mean;
            for (int j = i; j < SIZE; j++) {
                second[i][j] += meanSecond[i][j] / weights - mean * (meanFirst[j] / weights);
                second[j][i] = second[i][j];
            }
        }
    }

    private void ifAlive(int x, int n) {
        int idle = n - x;
        double either = Gammas.digammaRise(alpha + beta, n);
        double either2 = Gammas.trigammaFall(alpha + beta, n);
        double risk = Gammas.digammaRise(gamma + delta, n);
        double risk2 = Gammas.trigammaFall(gamma + delta, n);
        first[0] = Gammas.digammaRise(alpha, x) - either;
        first[1] = Gammas.digammaRise(beta, idle) - either;
        first[2] = -risk;
        first[3] = Gammas.digammaRise(delta, n) - risk;
        for (double[] row : second) {
            Arrays.fill(row, 0);
        }
        second[0][0] = either2 - Gammas.trigammaFall(alpha, x);
        second[0][1] = either2;
        second[1][1] = either2 - Gammas.trigammaFall(beta, idle);
        second[2][2] = risk2;
        second[2][3] = risk2;
        second[3][3] = risk2 - Gammas.trigammaFall(delta, n);
    }

    private void add(double weight, double[] g) {
        weights += weight;
        for (int i = 0; i < SIZE; i++) {
            meanFirst[i] += weight * g[i];
            for (int j = i; j < SIZE; j++) {
                meanSecond[i][j] += weight * g[i] * g[j];
            }
        }
    }

    private void clear() {
        Arrays.fill(meanFirst, 0);
        for (double[] row : meanSecond) {
            Arrays.fill(row, 0);
        }
    }

    private void scaleDown() {
        weights /= Scaled.LARGE;
        for (int i = 0; i < SIZE; i++) {
            meanFirst[i] /= Scaled.LARGE;
            for (int j = i; j < SIZE; j++) {
                meanSecond[i][j] /= Scaled.LARGE;
            }
        }
    }
}
