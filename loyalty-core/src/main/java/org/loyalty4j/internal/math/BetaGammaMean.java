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
    private static final double HALF_LOG_2_PI = 0.9189385332046727418;

    private final double step;
    private double[] probability = new double[512];
    private double[] weight = new double[512];
    private int size;

    /** Nodes for functions of p that are flat below {@code flat}. */
    private BetaGammaMean(double a, double b, double flat) {
        step = Math.min(STEP, NARROW / Math.sqrt(a));
        double mean = a / (a + b);
        double logNorm = 0.5 * StrictMath.log(a / (a + b) * b)
                - HALF_LOG_2_PI
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
     * The mean of (1 - (1 + p z)^-shape) / p over p: the purchases expected within z scales of a gamma distributed rate, each
     * but the first made only if no coin before it failed.
     */
    public static double expectedPurchases(double shape, double z, double a, double b) {
        BetaGammaMean nodes = new BetaGammaMean(a, b, 1 / (shape * z));
        double sum = 0;
        for (int i = 0; i < nodes.size; i++) {
            double p = nodes.probability[i];
            sum += nodes.weight[i] * -StrictMath.expm1(-shape * StrictMath.log1p(p * z)) / p;
        }
        return sum;
    }

    /**
     * The discounted purchases for ever of a customer who buys every {@code k} phases and is {@code toGo} phases away from the
     * next purchase: the mean of q^toGo / (1 - q^k (1 - p)), where q = rate / (rate + d), over a rate that is gamma distributed
     * with {@code shape}, and p that is Beta({@code a}, {@code b}). {@code wait} is d times the scale (1 / mean of a phase) of
     * the gamma, above 0.
     */
    public static double discountedPurchases(int k, int toGo, double shape, double wait, double a, double b) {
        double highestRate = (shape + 9 * Math.sqrt(shape) + 40) / wait; // in units of d
        BetaGammaMean inner = new BetaGammaMean(a, b, k / highestRate);
        double step = Math.min(STEP, NARROW / Math.sqrt(shape + toGo));
        double logNorm =
                0.5 * StrictMath.log(shape) - HALF_LOG_2_PI - Gammas.stirlingError(shape) + StrictMath.log(step);
        double logMean = StrictMath.log(shape / wait);
        double sum = 0;
        for (double s = 0; ; s += step) {
            double log = -shape * (StrictMath.expm1(s) - s);
            sum += StrictMath.exp(log + logNorm) * inner.discounted(k, toGo, logMean + s);
            if (s > 0 && log + toGo * s < NEGLIGIBLE) {
                break;
            }
        }
        double shrink = -StrictMath.expm1(-shape * step);
        for (double s = -step; ; s -= step) {
            double log = -shape * (StrictMath.expm1(s) - s);
            double term = StrictMath.exp(log + logNorm) * inner.discounted(k, toGo, logMean + s);
            sum += term;
            if (term < 1e-17 * shrink * sum || term == 0) {
                return sum;
            }
        }
    }

    /** Given the rate, of which {@code logRate} is the logarithm in units of d. */
    private double discounted(int k, int toGo, double logRate) {
        double logQ = -StrictMath.log1p(StrictMath.exp(-logRate));
        double unreached = -StrictMath.expm1(k * logQ);
        double reached = 1 - unreached;
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += weight[i] / (unreached + reached * probability[i]);
        }
        return StrictMath.exp(toGo * logQ) * sum;
    }
}
