package org.loyalty4j.internal;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.loyalty4j.Estimate;
import org.loyalty4j.Interval;
import org.loyalty4j.internal.math.Quantiles;

/** Intervals of functions of estimates whose covariance is known, by the delta method. */
public final class DeltaMethod {
    /** Half of the digits of a quantity that is good to 12 are lost in a difference, and as many in its curvature. */
    private static final double DIFFERENCE = 1e-4;

    private DeltaMethod() {}

    /** The central differences of a function. */
    public static double[] gradient(ToDoubleFunction<double[]> function, double[] point) {
        double[] gradient = new double[point.length];
        double[] moved = point.clone();
        for (int i = 0; i < point.length; i++) {
            moved[i] = point[i] + DIFFERENCE;
            double above = function.applyAsDouble(moved);
            moved[i] = point[i] - DIFFERENCE;
            gradient[i] = (above - function.applyAsDouble(moved)) / (2 * DIFFERENCE);
            moved[i] = point[i];
        }
        return gradient;
    }

    /** The central differences of many functions at once, by coordinate and then by function: each as {@link #gradient} has it. */
    public static double[][] gradients(Function<double[], double[]> functions, double[] point) {
        double[][] gradients = new double[point.length][];
        double[] moved = point.clone();
        for (int i = 0; i < point.length; i++) {
            moved[i] = point[i] + DIFFERENCE;
            double[] above = functions.apply(moved);
            moved[i] = point[i] - DIFFERENCE;
            double[] below = functions.apply(moved);
            gradients[i] = above;
            for (int f = 0; f < above.length; f++) {
                gradients[i][f] = (above[f] - below[f]) / (2 * DIFFERENCE);
            }
            moved[i] = point[i];
        }
        return gradients;
    }

    /** The standard error of a function with this gradient, of estimates with this covariance. */
    public static double standardError(double[][] covariance, double[] gradient) {
        double variance = 0;
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < gradient.length; j++) {
                variance += gradient[i] * covariance[i][j] * gradient[j];
            }
        }
        return Math.sqrt(Math.max(0, variance)); // rounding may take it below
    }

    /** An interval around a value of any sign. */
    public static Estimate symmetric(double value, double standardError, double confidence) {
        double half = Quantiles.twoSidedNormal(Checks.confidence(confidence)) * standardError;
        return interval(value, value - half, value + half, confidence);
    }

    /** An interval around a value: of a positive one symmetric in the logarithm, of another symmetric. */
    public static Estimate quantity(double value, double standardError, double confidence) {
        return value > 0
                ? positive(value, standardError / value, confidence)
                : symmetric(value, standardError, confidence);
    }

    /** An interval around a probability in [0, 1], symmetric in the log-odds; without width at 0 and 1. */
    public static Estimate closedProbability(double value, double standardError, double confidence) {
        return value > 0 && value < 1
                ? probability(value, standardError / value / (1 - value), confidence)
                : symmetric(value, 0, confidence);
    }

    /** An interval around a positive value, symmetric in the logarithm. */
    public static Estimate positive(double value, double standardErrorOfLog, double confidence) {
        double factor = StrictMath.exp(Quantiles.twoSidedNormal(Checks.confidence(confidence)) * standardErrorOfLog);
        return interval(value, value / factor, value * factor, confidence);
    }

    /** An interval around a value in (0, 1), symmetric in the log-odds. */
    public static Estimate probability(double value, double standardErrorOfLogOdds, double confidence) {
        double half = Quantiles.twoSidedNormal(Checks.confidence(confidence)) * standardErrorOfLogOdds;
        double odds = value / (1 - value);
        double low = odds * StrictMath.exp(-half);
        double oddsAgainst = StrictMath.exp(-half) / odds;
        double upper = 1 / (1 + oddsAgainst);
        // Next to 1 a narrow interval may be turned round by rounding.
        return interval(value, Math.min(low / (1 + low), upper), upper, confidence);
    }

    private static Estimate interval(double value, double lower, double upper, double confidence) {
        // An estimate so poor that its bound is beyond all numbers has the last number for a bound.
        return new Estimate(
                value, new Interval(Math.max(lower, -Double.MAX_VALUE), Math.min(upper, Double.MAX_VALUE), confidence));
    }
}
