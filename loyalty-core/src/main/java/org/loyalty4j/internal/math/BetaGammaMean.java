package org.loyalty4j.internal.math;

import java.util.Arrays;

/**
 * Means over a gamma distributed rate and, independent of it, a beta distributed dropout probability, by the trapezoidal rule
 * in the logarithm of the rate and the log-odds of the probability. On the whole line the error of that rule falls
 * exponentially with the step, so that a fifth is enough where the distributions are no narrower.
 */
public final class BetaGammaMean {
    private static final double STEP = 0.2;

    /** The step in standard deviations of a narrow distribution. */
    private static final double NARROW = 0.6;

    private static final double NEGLIGIBLE = -40;

    private final double step;
    private double[] probability = new double[512];
    private double[] weight = new double[512];
    private int size;

    /** Nodes for functions of p that are flat below {@code flat}. */
    private BetaGammaMean(double a, double b, double flat) {
        step = Math.min(STEP, NARROW / Math.sqrt(a));
        double mean = a / (a + b);
        double logNorm = 0.5 * StrictMath.log(a / (a + b) * b)
                - Gammas.HALF_LOG_2_PI
                + Gammas.stirlingError(a + b)
                - Gammas.stirlingError(a)
                - Gammas.stirlingError(b)
                + StrictMath.log(step);
        double logCertain = NEGLIGIBLE - StrictMath.log1p(a + b);
        for (double s = 0; ; s += step) {
            double log = add(a, b, mean, s, logNorm) - logNorm;
            if (-s < logCertain) {
                // From here on to the right the terms are a geometric series.
                weight[size - 1] /= -StrictMath.expm1(-b * step);
                break;
            }
            if (log < NEGLIGIBLE && s > 0) {
                break;
            }
        }
        double logFlat = StrictMath.log(Math.min(flat, 1 / (1 + a + b))) + NEGLIGIBLE;
        for (double s = -step; ; s -= step) {
            double log = add(a, b, mean, s, logNorm) - logNorm;
            double p = probability[size - 1];
            if (StrictMath.log(p) < logFlat) {
                // From here on to the left the terms are a geometric series.
                weight[size - 1] /= -StrictMath.expm1(-a * step);
                break;
            }
            // The functions rise by no more than 1/p to the left, and by nothing below flat.
            double largest = log + StrictMath.log((flat + mean) / (flat + p));
            if (largest < NEGLIGIBLE && (a > 1 || p < flat)) {
                break;
            }
        }
    }

    private double add(double a, double b, double mean, double s, double logNorm) {
        if (size == weight.length) {
            probability = Arrays.copyOf(probability, 2 * size);
            weight = Arrays.copyOf(weight, 2 * size);
        }
        double log = logNorm;
        if (s > 0) {
            double fallen = b / (a + b) * StrictMath.expm1(-s);
            log -= b * s + (a + b) * StrictMath.log1p(fallen);
            probability[size] = mean / (1 + fallen);
        } else {
            double fallen = mean * StrictMath.expm1(s);
            log += a * s - (a + b) * StrictMath.log1p(fallen);
            probability[size] = mean * StrictMath.exp(s) / (1 + fallen);
        }
        weight[size] = StrictMath.exp(log);
        size++;
        return log;
    }

    /**
     * The purchases expected within z scales of a gamma distributed rate of phases, a purchase after every k of them and each
     * but the first made only if no coin before it failed. With y = (1 - p)^(1/k), it is the mean over p of
     *
     * <pre>{@code
     *   (1 - (1 + y^-1 + .. + y^-(k-1)) / k (1 + z (1 - y))^-shape sum_j weights[j] v^j) / p,  v = y / (1 + z (1 - y))
     * }</pre>
     *
     * <p>for k = 1; else but for a rhythm of the purchases that fades with z: for the caller to judge.
     *
     * @param weights the probabilities that 0 to k - 1 phases since the last purchase have passed, given which the shape is
     *     larger by so many
     */
    public static double expectedPurchases(double[] weights, double shape, double z, double a, double b) {
        int k = weights.length;
        double[] later = new double[k + 1];
        for (int j = k - 1; j >= 0; j--) {
            later[j] = later[j + 1] + weights[j];
        }
        BetaGammaMean nodes = new BetaGammaMean(a, b, 1 / ((shape + (k - 1)) * z));
        double sum = 0;
        for (int i = 0; i < nodes.size; i++) {
            double p = nodes.probability[i];
            if (k > 1 && p == 1) { // the first purchase, by now certain, is the last
                sum += nodes.weight[i];
                continue;
            }
            double logY = k == 1 ? 0 : StrictMath.log1p(-p) / k;
            double lost = k == 1 ? p : -StrictMath.expm1(logY);
            double log = -shape * StrictMath.log1p(z * lost);
            if (k > 1) {
                // Both sums less 1, by (x^j - 1) = (x - 1) (1 + .. + x^(j-1)): without cancellation where p is small.
                double v = (1 - lost) / (1 + z * lost);
                double u = 1 / (1 - lost);
                double ofV = 0;
                double ofU = 0;
                for (int j = k - 1; j > 0; j--) {
                    ofV = ofV * v + later[j];
                    ofU = ofU * u + (double) (k - j) / k;
                }
                log += StrictMath.log1p(-lost * (1 + z) / (1 + z * lost) * ofV) + StrictMath.log1p(lost * u * ofU);
            }
            sum += nodes.weight[i] * -StrictMath.expm1(log) / p;
        }
        return sum;
    }

    /**
     * The discounted purchases for ever of a customer who buys every k phases: the mean of q^(k-j) / (1 - q^k (1 - p)), where q =
     * rate / (rate + d), over the phases j that have passed, a rate that is gamma distributed with {@code shape + j}, and p
     * that is Beta({@code a}, {@code b}).
     *
     * @param weights the probabilities of j = 0 to k - 1
     * @param wait d times the scale (1 / mean of a phase) of the gamma, above 0
     */
    public static double discountedPurchases(double[] weights, double shape, double wait, double a, double b) {
        int k = weights.length;
        double last = shape + k;
        double highestRate = (last + 9 * Math.sqrt(last) + 40) / wait; // in units of d
        BetaGammaMean inner = new BetaGammaMean(a, b, k / highestRate);
        double step = Math.min(STEP, NARROW / Math.sqrt(last));
        double logNorm =
                0.5 * StrictMath.log(shape) - Gammas.HALF_LOG_2_PI - Gammas.stirlingError(shape) + StrictMath.log(step);
        // With v = ln(rate / mean), the density given j is that given 0 times shape^j e^(jv) / (shape)_j.
        double[] logWeight = new double[k];
        double logRising = 0;
        double center = 0;
        for (int j = 0; j < k; j++) {
            logWeight[j] = StrictMath.log(weights[j]) + logNorm - logRising;
            logRising += StrictMath.log1p(j / shape);
            center += weights[j] * StrictMath.log1p(j / shape);
        }
        double logMean = StrictMath.log(shape / wait);
        double sum = 0;
        for (double v = center; ; v += step) {
            double term = inner.discounted(logWeight, shape, logMean, v);
            sum += term;
            if (shape * StrictMath.exp(v) > last + k && term <= 1e-18 * sum) {
                break;
            }
        }
        double shrink = -StrictMath.expm1(-shape * step);
        for (double v = center - step; ; v -= step) {
            double term = inner.discounted(logWeight, shape, logMean, v);
            sum += term;
            if (term < 1e-17 * shrink * sum || term == 0) {
                return sum;
            }
        }
    }

    /** Given the rate, of which v is the logarithm, less that of its mean. */
    private double discounted(double[] logWeight, double shape, double logMean, double v) {
        int k = logWeight.length;
        double logQ = -StrictMath.log1p(StrictMath.exp(-logMean - v));
        double logDensity = -shape * (StrictMath.expm1(v) - v);
        double density = 0;
        for (int j = 0; j < k; j++) {
            density += StrictMath.exp(logDensity + logWeight[j] + j * v + (k - j) * logQ);
        }
        double unreached = -StrictMath.expm1(k * logQ);
        double reached = 1 - unreached;
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += weight[i] / (unreached + reached * probability[i]);
        }
        return density * sum;
    }
}
