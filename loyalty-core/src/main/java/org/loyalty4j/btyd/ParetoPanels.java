package org.loyalty4j.btyd;

import org.loyalty4j.internal.math.FastLog;
import org.loyalty4j.internal.math.GaussRule;

/**
 * What {@link ParetoTails} needs of the time between the ages of a grid whatever the number of purchases: panels from each age to
 * the next, cut where a rule would not do for as many purchases, and on each the nodes of the rule. Made once for the
 * parameters, then only read.
 *
 * <p>Functions of an age y are, of the purchases, a(y) = ln(1 + y/alpha) and u(y) = y / (alpha + y); of the dropout, the same with
 * beta, c(y) and v(y). At a node they are kept as their rise since the start of the panel, which does not cancel.
 */
final class ParetoPanels {
    /** The functions a, u, c, v and their ten products, in the order in which they are kept. */
    static final int MOMENTS = 14;

    /** What the means and products of functions add to the order of a density. */
    private static final int ORDER_OF_MOMENTS = 2;

    final double r;
    final double s;
    final int nodes;
    final int points;

    /** The place of each age of the grid among the points. */
    final int[] place;

    final double logAlpha;
    final double[] logRate;
    final double[] rateShare;
    final double[] logScale;
    final double[] scaleShare;

    /** (alpha + start) / (alpha + y) at each node, and at the end of the panel in the last row. */
    final double[][] power;

    /** (alpha + start)^r (beta + start)^s / ((alpha + y)^r (beta + y)^s), in the same places. */
    final double[][] survival;

    /** Weight times s / (beta + y), by node. */
    final double[][] dropout;

    /** Weight times 1 / (alpha + y), by node. */
    final double[][] purchase;

    /** The rise of a function, or the product of two rises, by function, then by node. */
    final double[][][] moment;

    /** The rises of a, u, c, v over a whole panel. */
    final double[][] rise;

    private ParetoPanels(double[] parameters, double[] age, int[] place, GaussRule rule) {
        r = parameters[0];
        s = parameters[2];
        double alpha = parameters[1];
        double beta = parameters[3];
        this.place = place;
        points = age.length;
        nodes = rule.points();
        logAlpha = StrictMath.log(alpha);
        int panels = points - 1;
        logRate = new double[points];
        rateShare = new double[points];
        logScale = new double[points];
        scaleShare = new double[points];
        power = new double[nodes + 1][panels];
        survival = new double[nodes + 1][panels];
        dropout = new double[nodes][panels];
        purchase = new double[nodes][panels];
        moment = new double[MOMENTS][nodes][panels];
        rise = new double[4][panels];
        for (int i = 0; i < points; i++) {
            logRate[i] = FastLog.log1p(age[i] / alpha);
            rateShare[i] = age[i] / (alpha + age[i]);
            logScale[i] = FastLog.log1p(age[i] / beta);
            scaleShare[i] = age[i] / (beta + age[i]);
        }
        for (int i = 0; i < panels; i++) {
            double length = age[i + 1] - age[i];
            double rate = alpha + age[i];
            double scale = beta + age[i];
            for (int k = 0; k <= nodes; k++) {
                double elapsed = k == nodes ? length : length * rule.at(k);
                double a = FastLog.log1p(elapsed / rate);
                double u = alpha / rate * (elapsed / (rate + elapsed));
                double c = FastLog.log1p(elapsed / scale);
                double v = beta / scale * (elapsed / (scale + elapsed));
                power[k][i] = rate / (rate + elapsed);
                survival[k][i] = StrictMath.exp(-r * a - s * c);
                if (k == nodes) {
                    rise[0][i] = a;
                    rise[1][i] = u;
                    rise[2][i] = c;
                    rise[3][i] = v;
                } else {
                    double weight = length * rule.weight(k);
                    dropout[k][i] = weight * s / (scale + elapsed);
                    purchase[k][i] = weight / (rate + elapsed);
                    keep(k, i, a, u, c, v);
                }
            }
        }
    }

    private void keep(int k, int i, double... functions) {
        int m = 0;
        for (double f : functions) {
            moment[m++][k][i] = f;
        }
        for (int one = 0; one < functions.length; one++) {
            for (int other = one; other < functions.length; other++) {
                moment[m++][k][i] = functions[one] * functions[other];
            }
        }
    }

    /**
     * The order of the powers to integrate, in the terms of {@link GaussRule#errorOfPowers}. An exponent n of the greater of
     * alpha + y and beta + y counts for no more than n times their ratio, since the terms of the rising factorial over the
     * powers of that scale, (n + i) / scale, are each at most (n ratio + i) over the lesser.
     */
    static double order(double[] parameters, AgeGrid grid, int x) {
        double longest = grid.age(grid.size() - 1);
        double rate = parameters[1] + longest;
        double scale = parameters[3] + longest;
        return (parameters[0] + x) * Math.min(1, scale / rate)
                + (parameters[2] + 1) * Math.min(1, rate / scale)
                + ORDER_OF_MOMENTS;
    }

    /** The longest panel between two ages of a grid, in units of the lesser of alpha and beta plus its start. */
    static double longest(double[] parameters, AgeGrid grid) {
        double least = Math.min(parameters[1], parameters[3]);
        double longest = 0;
        for (int i = 1; i < grid.size(); i++) {
            longest = Math.max(longest, (grid.age(i) - grid.age(i - 1)) / (least + grid.age(i - 1)));
        }
        return longest;
    }

    /** How many points there would be: the ages of the grid, and those that cut panels longer than the rule allows. */
    static double points(double[] parameters, AgeGrid grid, GaussRule rule, double order) {
        double longest = StrictMath.log1p(rule.longestForPowers(order));
        double least = Math.min(parameters[1], parameters[3]);
        double points = 1;
        for (int i = 1; i < grid.size(); i++) {
            points += cuts(least + grid.age(i - 1), grid.age(i) - grid.age(i - 1), longest);
        }
        return points;
    }

    /** Panels between the ages of a grid, for powers up to an order. */
    static ParetoPanels of(double[] parameters, AgeGrid grid, GaussRule rule, double order) {
        double longest = StrictMath.log1p(rule.longestForPowers(order));
        double least = Math.min(parameters[1], parameters[3]);
        double[] age = new double[(int) points(parameters, grid, rule, order)];
        int[] place = new int[grid.size()];
        int size = 0;
        age[size++] = grid.age(0);
        for (int i = 1; i < grid.size(); i++) {
            double start = least + grid.age(i - 1);
            double length = grid.age(i) - grid.age(i - 1);
            int cuts = (int) cuts(start, length, longest);
            for (int cut = 1; cut < cuts; cut++) { // in equal ratios
                age[size++] = grid.age(i - 1) + start * StrictMath.expm1(StrictMath.log1p(length / start) * cut / cuts);
            }
            place[i] = size;
            age[size++] = grid.age(i);
        }
        return new ParetoPanels(parameters, age, place, rule);
    }

    private static double cuts(double start, double length, double longest) {
        return length <= start * longest // no logarithm needed: ln(1 + z) is below z
                ? 1
                : Math.ceil(StrictMath.log1p(length / start) / longest);
    }
}
