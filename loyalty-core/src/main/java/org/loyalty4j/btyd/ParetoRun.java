package org.loyalty4j.btyd;

import org.loyalty4j.internal.math.FastLog;
import org.loyalty4j.internal.math.Gammas;
import org.loyalty4j.summary.RepeatHistogram;

/**
 * The log-likelihood of many histories with the same x under the Pareto/NBD model. In that of {@link ParetoKernel} there is,
 * beside Gamma(r + x) / Gamma(r),
 *
 * <pre>{@code
 *   Z = h(T) + integral over y in [t_x, T] of s / (beta + y) h(y),
 *   h(y) = (alpha / (alpha + y))^r (alpha + y)^-x (beta / (beta + y))^s
 * }</pre>
 *
 * <p>and since h falls by what the one clock or the other takes, it is with any age E, not before T, that all have in common
 *
 * <pre>{@code
 *   Z = A(t_x) + B(T),  A(t) = integral over y in [t, E] of s / (beta + y) h(y)
 *                       B(t) = integral over y in [t, E] of (r + x) / (alpha + y) h(y) + h(E)
 * }</pre>
 *
 * <p>Both are positive, so that their sum is as good as they are, and each depends on one age alone: they are tabulated, with
 * the derivatives of their logarithms, and no history costs more than a sum, a quotient and a logarithm. With p = A(t_x) / Z and
 * q = B(T) / Z
 *
 * <pre>{@code
 *   d ln Z = p d ln A + q d ln B,  d2 ln Z = p d2 ln A + q d2 ln B + p q (d ln A - d ln B) (d ln A - d ln B)'
 * }</pre>
 *
 * <p>of which p and q are summed over the histories of the same t_x, and of the same T, before they are multiplied by what depends
 * on that alone. Reused over the x of a piece of the data; for one thread.
 */
final class ParetoRun {
    /** h may fall by so much, in its logarithm, over the ages: well within what a double holds. */
    private static final double MOST_FALL = 600;

    private final ParetoPanels panels;
    private final AgeGrid grid;
    private final RepeatHistogram data;
    private final ParetoTail dropouts;
    private final ParetoTail purchases;

    private final double[][] survival;
    private final double[] height; // h of the points in units of that of the first
    private final double[] ofB;
    private final double[] gradientOfB;
    private final double[] timesB;
    private final double[] gradient = new double[4];
    private final double[] atEnd = new double[4];

    private int x = -1;

    ParetoRun(ParetoPanels panels, AgeGrid grid, RepeatHistogram data) {
        this.panels = panels;
        this.grid = grid;
        this.data = data;
        dropouts = new ParetoTail(panels, false);
        purchases = new ParetoTail(panels, true);
        survival = new double[panels.nodes + 1][panels.points - 1];
        height = new double[panels.points];
        ofB = new double[panels.points];
        gradientOfB = new double[4 * panels.points];
        timesB = new double[panels.points];
    }

    /** Whether the sums of a run stay within what a double holds. */
    boolean holds(AgeGrid.Run run) {
        return logHeight(run.x(), panels.place[grid.last(run.from())]) - logHeight(run.x(), panels.place[run.lastEnd()])
                <= MOST_FALL;
    }

    /** Adds the derivatives of the log-likelihood of a run and returns its value. */
    double add(AgeGrid.Run run, Derivatives sums) {
        int first = panels.place[grid.last(run.from())];
        int firstEnd = panels.place[run.firstEnd()];
        int end = panels.place[run.lastEnd()];
        setSurvival(run.x());
        dropouts.tabulate(x, survival, first, end);
        purchases.tabulate(x, survival, firstEnd, end);
        setHeight(first, end);
        setB(firstEnd, end);
        double value = histories(run, sums) + run.weight() * (logHeight(x, first) + Gammas.logRising(panels.r, x));
        addB(firstEnd, end, sums);
        double digamma = panels.r * Gammas.digammaRise(panels.r, x);
        sums.gradient[0] += run.weight() * digamma;
        sums.hessian[0][0] += run.weight() * (digamma - panels.r * panels.r * Gammas.trigammaFall(panels.r, x));
        return value;
    }

    private double logHeight(int purchasesThere, int i) {
        return -(panels.r + purchasesThere) * panels.logRate[i]
                - purchasesThere * panels.logAlpha
                - panels.s * panels.logScale[i];
    }

    /** h at the nodes and ends of the panels in units of that at their starts: one power more than for one purchase less. */
    private void setSurvival(int purchasesNow) {
        for (int k = 0; k < survival.length; k++) {
            if (x < 0 || purchasesNow != x + 1) {
                System.arraycopy(panels.survival[k], 0, survival[k], 0, survival[k].length);
                for (int i = 0; i < survival[k].length; i++) {
                    survival[k][i] *= power(panels.power[k][i], purchasesNow);
                }
            } else {
                multiply(survival[k], panels.power[k]);
            }
        }
        x = purchasesNow;
    }

    private static double power(double base, int exponent) {
        double power = 1;
        double square = base;
        for (int rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                power *= square;
            }
            square *= square;
        }
        return power;
    }

    private static void multiply(double[] product, double[] factor) {
        for (int i = 0; i < product.length; i++) {
            product[i] *= factor[i];
        }
    }

    private void setHeight(int first, int end) {
        double[] fall = survival[panels.nodes];
        height[first] = 1;
        for (int i = first; i < end; i++) {
            height[i + 1] = height[i] * fall[i];
        }
    }

    /** B is an integral and h(E), which is joined to it here. */
    private void setB(int firstEnd, int end) {
        gradientOfHeight(end);
        for (int i = firstEnd; i <= end; i++) {
            double integral = height[i] * purchases.mass(i);
            double whole = integral + height[end];
            double p = integral / whole;
            purchases.gradient(i, gradient);
            ofB[i] = whole;
            for (int k = 0; k < 4; k++) {
                gradientOfB[4 * i + k] = atEnd[k] + p * (gradient[k] - atEnd[k]);
            }
            timesB[i] = 0;
        }
    }

    private void gradientOfHeight(int i) {
        double u = panels.rateShare[i];
        atEnd[0] = -panels.r * panels.logRate[i];
        atEnd[1] = panels.r * u - x * (1 - u);
        atEnd[2] = -panels.s * panels.logScale[i];
        atEnd[3] = panels.s * panels.scaleShare[i];
    }

    /** ln Z of all histories, in units of h at the first age; with what is due to A, and to the distance of A and B. */
    private double histories(AgeGrid.Run run, Derivatives sums) {
        double value = 0;
        int row = run.from();
        while (row < run.to()) {
            int last = grid.last(row);
            int point = panels.place[last];
            double a = height[point] * dropouts.mass(point);
            dropouts.gradient(point, gradient);
            double g0 = gradient[0];
            double g1 = gradient[1];
            double g2 = gradient[2];
            double g3 = gradient[3];
            double timesA = 0;
            double h00 = 0;
            double h01 = 0;
            double h02 = 0;
            double h03 = 0;
            double h11 = 0;
            double h12 = 0;
            double h13 = 0;
            double h22 = 0;
            double h23 = 0;
            double h33 = 0;
            for (; row < run.to() && grid.last(row) == last; row++) {
                double times = data.weight(row);
                int at = panels.place[grid.end(row)];
                double b = ofB[at];
                double z = a + b;
                value += times * FastLog.log(z);
                double share = times / z;
                double ofA = a * share;
                double both = b / z * ofA;
                timesA += ofA;
                timesB[at] += b * share;
                double d0 = g0 - gradientOfB[4 * at];
                double d1 = g1 - gradientOfB[4 * at + 1];
                double d2 = g2 - gradientOfB[4 * at + 2];
                double d3 = g3 - gradientOfB[4 * at + 3];
                double b0 = both * d0;
                double b1 = both * d1;
                double b2 = both * d2;
                h00 += b0 * d0;
                h01 += b0 * d1;
                h02 += b0 * d2;
                h03 += b0 * d3;
                h11 += b1 * d1;
                h12 += b1 * d2;
                h13 += b1 * d3;
                h22 += b2 * d2;
                h23 += b2 * d3;
                h33 += both * d3 * d3;
            }
            double[][] hessian = sums.hessian;
            hessian[0][0] += h00;
            hessian[0][1] += h01;
            hessian[0][2] += h02;
            hessian[0][3] += h03;
            hessian[1][1] += h11;
            hessian[1][2] += h12;
            hessian[1][3] += h13;
            hessian[2][2] += h22;
            hessian[2][3] += h23;
            hessian[3][3] += h33;
            dropouts.addHessian(point, timesA, hessian);
            for (int k = 0; k < 4; k++) {
                sums.gradient[k] += timesA * gradient[k];
            }
        }
        return value;
    }

    /** What is due to B alone. */
    private void addB(int firstEnd, int end, Derivatives sums) {
        double timesEnd = 0;
        for (int i = firstEnd; i <= end; i++) {
            if (timesB[i] > 0) {
                double p = height[i] * purchases.mass(i) / ofB[i];
                double q = height[end] / ofB[i];
                purchases.gradient(i, gradient);
                purchases.addHessian(i, timesB[i] * p, sums.hessian);
                timesEnd += timesB[i] * q;
                for (int k = 0; k < 4; k++) {
                    sums.gradient[k] += timesB[i] * gradientOfB[4 * i + k];
                    for (int j = k; j < 4; j++) {
                        sums.hessian[k][j] += timesB[i] * p * q * (gradient[k] - atEnd[k]) * (gradient[j] - atEnd[j]);
                    }
                }
            }
        }
        addHessianOfHeight(end, timesEnd, sums.hessian);
    }

    private void addHessianOfHeight(int i, double times, double[][] hessian) {
        double u = panels.rateShare[i];
        double v = panels.scaleShare[i];
        hessian[0][0] += times * atEnd[0];
        hessian[0][1] += times * panels.r * u;
        hessian[1][1] -= times * (panels.r + x) * u * (1 - u);
        hessian[2][2] += times * atEnd[2];
        hessian[2][3] += times * panels.s * v;
        hessian[3][3] -= times * panels.s * v * (1 - v);
    }
}
