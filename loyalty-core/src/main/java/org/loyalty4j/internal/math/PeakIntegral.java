package org.loyalty4j.internal.math;

import java.util.Arrays;

/**
 * Integrals of exp(phi) for a phi that is log-concave, or monotone, and smooth: one peak, however narrow, high or low, and
 * tails that are as good as straight. Works on logarithms throughout, so that nothing overflows.
 *
 * <p>From a point near the peak, panels of Gauss-Legendre nodes go outward until the integrand is e^-42 of its maximum. On a
 * panel phi changes by at most 12, and it is at most 2.5 long unless phi is straight on it; so a relative accuracy near 1e-15
 * asks of the caller a variable in which phi has no singularity nearer than about pi off the real line, which a logarithm of
 * a time, or of odds, is. What is lost beyond that are the units in the last place of phi itself.
 *
 * <p>An instance holds the nodes and weights of its last integral, for means of other functions under exp(phi); it is reused
 * to save garbage and is for one thread.
 */
public final class PeakIntegral {
    private static final double LONGEST = 2.5;
    private static final double STEEPEST = 12;
    private static final double MOST_BENT = 4;
    private static final double STRAIGHT = 1e-14;
    private static final double NEGLIGIBLE = 42;

    private static final int POINTS = GaussLegendre.POINTS;

    /** The logarithm of an integrand. */
    @FunctionalInterface
    public interface LogIntegrand {
        /** The logarithm at {@code v}; negative infinity where the integrand is zero, never NaN. */
        double at(double v);

        /**
         * Fills {@code phi[i]} from {@code v[i]} for i in [from, to). An integrand that wants to keep by-products of its nodes
         * does so here, under the same index: the nodes are never moved.
         */
        default void at(double[] v, double[] phi, int from, int to) {
            for (int i = from; i < to; i++) {
                phi[i] = at(v[i]);
            }
        }
    }

    private double[] node = new double[4 * POINTS];
    private double[] phi = new double[4 * POINTS];
    private double[] weight = new double[4 * POINTS];
    private int size;
    private double highest;

    /** Creates one that holds no nodes yet. */
    public PeakIntegral() {
        // the arrays grow with the first integral that needs it
    }

    /** {@link #log} with nodes that are not kept. */
    public static double logOf(LogIntegrand phi, double low, double high, double near) {
        return new PeakIntegral().log(phi, low, high, near);
    }

    /**
     * The logarithm of the integral of exp(phi) over [low, high]; either end may be infinite.
     *
     * @param near a point in [low, high], finite: any will do, but each 12 that phi is lower there than at its peak costs a
     *     panel; see {@link #climb}
     */
    public double log(LogIntegrand integrand, double low, double high, double near) {
        size = 0;
        highest = integrand.at(near);
        if (!(high > low) || highest == Double.NEGATIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        double start = highest;
        walk(integrand, near, start, high);
        walk(integrand, near, start, low);
        double sum = 0;
        for (int i = 0; i < size; i++) {
            weight[i] *= StrictMath.exp(phi[i] - highest);
            sum += weight[i];
        }
        double scale = 1 / sum;
        for (int i = 0; i < size; i++) {
            weight[i] *= scale;
        }
        return highest + StrictMath.log(sum);
    }

    /** The number of nodes of the last integral. */
    public int size() {
        return size;
    }

    /** A node of the last integral. */
    public double node(int i) {
        return node[i];
    }

    /** Its weight; the weights add up to 1, so that the mean of f under exp(phi) is the sum of weight times f(node). */
    public double weight(int i) {
        return weight[i];
    }

    /**
     * A point of [low, high] where a concave phi is within 2 of its maximum.
     *
     * @param guess a finite point in [low, high] at which the integrand is not zero
     * @param step how far to look first, above 0
     */
    public static double climb(LogIntegrand phi, double low, double high, double guess, double step) {
        double best = guess;
        double top = phi.at(best);
        double left = best;
        double atLeft = top;
        double right = Math.min(high, best + step);
        double atRight = phi.at(right);
        for (double s = 2 * step; atRight > top && right < high; s *= 2) {
            left = best;
            atLeft = top;
            best = right;
            top = atRight;
            right = Math.min(high, best + s);
            atRight = phi.at(right);
        }
        if (left == best) {
            left = Math.max(low, best - step);
            atLeft = phi.at(left);
            for (double s = 2 * step; atLeft > top && left > low; s *= 2) {
                right = best;
                atRight = top;
                best = left;
                top = atLeft;
                left = Math.max(low, best - s);
                atLeft = phi.at(left);
            }
        }
        if (atLeft > top) {
            best = left;
            top = atLeft;
        } else if (atRight > top) {
            best = right;
            top = atRight;
        }
        // The longer side is at most some two times the shorter, so the peak is at most twice the lesser drop above the
        // best.
        while (top - atLeft > 1 || top - atRight > 1) {
            boolean onRight = right - best > best - left;
            double middle = onRight ? best + (right - best) / 2 : best - (best - left) / 2;
            if (middle == best || middle == left || middle == right) {
                break;
            }
            double atMiddle = phi.at(middle);
            if (atMiddle > top) {
                left = onRight ? best : left;
                atLeft = onRight ? top : atLeft;
                right = onRight ? right : best;
                atRight = onRight ? atRight : top;
                best = middle;
                top = atMiddle;
            } else if (onRight) {
                right = middle;
                atRight = atMiddle;
            } else {
                left = middle;
                atLeft = atMiddle;
            }
        }
        return best;
    }

    private void walk(LogIntegrand integrand, double start, double atStart, double end) {
        double from = start;
        double atFrom = atStart;
        double direction = end > start ? 1 : -1;
        double length = Math.min(LONGEST, Math.abs(end - start));
        while (from != end && atFrom > highest - NEGLIGIBLE) {
            double to = length < Math.abs(end - from) ? from + direction * length : end;
            double atTo = integrand.at(to);
            double middle = from + (to - from) / 2;
            double atMiddle = integrand.at(middle);
            while (!fits(Math.abs(to - from), atFrom, atMiddle, atTo) && middle != from && middle != to) {
                to = middle;
                atTo = atMiddle;
                middle = from + (to - from) / 2;
                atMiddle = integrand.at(middle);
            }
            length = 2 * Math.abs(to - from);
            panel(integrand, Math.min(from, to), Math.max(from, to));
            from = to;
            atFrom = atTo;
            highest = Math.max(highest, Math.max(atMiddle, atTo));
            if (Double.isInfinite(from)) {
                throw new ArithmeticException("the integral diverges");
            }
        }
    }

    private static boolean fits(double length, double atFrom, double atMiddle, double atTo) {
        double bend = Math.abs(atMiddle - atFrom / 2 - atTo / 2);
        return Math.abs(atTo - atFrom) <= STEEPEST
                && bend <= MOST_BENT
                && (length <= LONGEST || bend <= STRAIGHT * Math.max(1, Math.abs(atMiddle)));
    }

    private void panel(LogIntegrand integrand, double left, double right) {
        if (size + POINTS > node.length) {
            int capacity = 2 * node.length;
            node = Arrays.copyOf(node, capacity);
            phi = Arrays.copyOf(phi, capacity);
            weight = Arrays.copyOf(weight, capacity);
        }
        GaussLegendre.panel(left, right, node, weight, size);
        integrand.at(node, phi, size, size + POINTS);
        size += POINTS;
    }
}
