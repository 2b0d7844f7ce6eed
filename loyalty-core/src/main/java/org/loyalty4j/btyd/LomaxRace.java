package org.loyalty4j.btyd;

import java.util.Arrays;
import org.loyalty4j.internal.math.FastLog;
import org.loyalty4j.internal.math.PeakIntegral;

/**
 * Two clocks, each of which rings at a time with a Lomax (Pareto II) distribution, P(later than u) = (c / (c + u))^a: under
 * the Pareto/NBD model the next purchase and the dropout. The probability that the first clock rings first and within a time
 * is the integral of a positive function,
 *
 * <pre>{@code
 *   integral over u in [0, delta] of a1 / (c1 + u) (c1 / (c1 + u))^a1 (c2 / (c2 + u))^a2
 * }</pre>
 *
 * <p>taken in v = ln(1 + u / min(c1, c2)): there its logarithm is concave, its nearest singularity is pi off the real line, and
 * both factors come from log1p without cancellation. Reused and mutable: for one thread.
 */
final class LomaxRace implements PeakIntegral.LogIntegrand {
    private final PeakIntegral integral = new PeakIntegral();
    private double[] elapsed = {};
    private double[] logOfLarger = {};

    private double shape1;
    private double scale1;
    private double shape2;
    private double scale2;

    private boolean firstIsSmaller;
    private double smaller;
    private double larger;
    private double constant;
    private double slope;
    private double slopeOfLarger;

    /** Sets the clocks. */
    LomaxRace between(double firstShape, double firstScale, double secondShape, double secondScale) {
        shape1 = firstShape;
        scale1 = firstScale;
        shape2 = secondShape;
        scale2 = secondScale;
        firstIsSmaller = scale1 <= scale2;
        smaller = firstIsSmaller ? scale1 : scale2;
        larger = firstIsSmaller ? scale2 : scale1;
        constant = StrictMath.log(firstIsSmaller ? shape1 : shape1 * (scale2 / scale1));
        slope = firstIsSmaller ? -shape1 : 1 - shape2;
        slopeOfLarger = firstIsSmaller ? shape2 : shape1 + 1;
        return this;
    }

    /** ln P(the first clock rings first, before {@code delta}). */
    double log(double delta) {
        // From 0 the integrand falls, or rises by no more than e^v.
        return integral.log(this, 0, StrictMath.log1p(delta / smaller), 0);
    }

    /** ln P(neither rings before {@code delta}). */
    double logNeither(double delta) {
        return -(shape1 * FastLog.log1p(delta / scale1) + shape2 * FastLog.log1p(delta / scale2));
    }

    @Override
    public double at(double v) {
        return constant + slope * v - slopeOfLarger * FastLog.log1p(smaller * StrictMath.expm1(v) / larger);
    }

    @Override
    public void at(double[] v, double[] phi, int from, int to) {
        if (elapsed.length < v.length) {
            elapsed = Arrays.copyOf(elapsed, v.length);
            logOfLarger = Arrays.copyOf(logOfLarger, v.length);
        }
        for (int i = from; i < to; i++) {
            elapsed[i] = smaller * StrictMath.expm1(v[i]);
            logOfLarger[i] = FastLog.log1p(elapsed[i] / larger);
            phi[i] = constant + slope * v[i] - slopeOfLarger * logOfLarger[i];
        }
    }

    /** The number of nodes of the last integral: times at which the first clock may have rung first. */
    int size() {
        return integral.size();
    }

    /** The probability of a node, given that the first clock rang first and in time. */
    double weight(int i) {
        return integral.weight(i);
    }

    /** u of a node. */
    double elapsed(int i) {
        return elapsed[i];
    }

    /** ln(1 + u / c1) of a node. */
    double firstLog(int i) {
        return firstIsSmaller ? integral.node(i) : logOfLarger[i];
    }

    /** ln(1 + u / c2) of a node. */
    double secondLog(int i) {
        return firstIsSmaller ? logOfLarger[i] : integral.node(i);
    }
}
