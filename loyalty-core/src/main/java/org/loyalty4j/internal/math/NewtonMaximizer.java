package org.loyalty4j.internal.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Climbs to the maximum of a smooth function within a box by Newton's method. In every direction of curvature the step is that
 * of a parabola with the absolute curvature, at most as long as a radius that grows and shrinks with the success of the steps
 * (Dauphin et al. 2014); a coordinate at its bound is held there while the function rises outwards.
 *
 * <p>Nothing depends on the scale of the function: twice the function has the same maximum found in the same steps. It ends
 * where the Newton step is below 1e-10, which a maximum reaches and a slope that levels out towards infinity does not: there
 * the step stays about 1 however small the slope.
 */
public final class NewtonMaximizer {
    private static final double SETTLED = 1e-10;
    private static final double SETTLED_TO_NOISE = 1e-5;
    private static final double SINGULAR = 1e-12;
    private static final double NOISE = 1e-14;
    private static final double LONGEST = 4;
    private static final double SAME_MAXIMUM = 1e-3;

    /** So many evaluations that together gain next to nothing end a climb: rounding hides whatever slope there is. */
    private static final int PATIENCE = 20;

    private static final double NEXT_TO_NOTHING = 1e-8;

    /** A function with its derivatives. */
    @FunctionalInterface
    public interface Objective {
        /** The value at a point; fills in the gradient and the Hessian, both zero on entry. */
        double at(double[] point, double[] gradient, double[][] hessian);
    }

    /** Is told of every step taken. */
    @FunctionalInterface
    public interface Listener {
        /** A step arrived at a point. */
        void arrived(int iteration, double[] point, double value, double newtonStep);
    }

    /** How a climb ended. */
    public enum End {
        /** At a maximum inside the box. */
        INTERIOR,
        /** At a maximum of the box, the function rising outwards. */
        ON_BOX,
        /** On a plain: the function does not tell one point from the next. */
        FLAT,
        /** After as many iterations as are allowed. */
        ITERATION_LIMIT
    }

    private final Objective objective;
    private final double[] lower;
    private final double[] upper;
    private final double scale;
    private final int iterationLimit;
    private final Listener listener;

    /**
     * A maximizer of a function in a box.
     *
     * @param scale what the value is a sum of, such as the number of customers: rounding is taken to be in proportion to it
     *     or to the value, whichever is larger
     */
    public NewtonMaximizer(
            Objective objective, double[] lower, double[] upper, double scale, int iterationLimit, Listener listener) {
        this.objective = objective;
        this.lower = lower;
        this.upper = upper;
        this.scale = scale;
        this.iterationLimit = iterationLimit;
        this.listener = listener;
    }

    /** Climbs from each start, the most promising first, and returns the highest maximum. */
    public Maximum maximize(List<double[]> starts) {
        List<Point> points = new ArrayList<>();
        starts.forEach(start -> points.add(at(within(start))));
        points.sort(Comparator.comparingDouble((Point p) -> p.value).reversed());
        Maximum best = climb(points.get(0), null);
        int evaluations = starts.size() + best.evaluations();
        for (Point point : points.subList(1, points.size())) {
            Maximum next = climb(point, best);
            evaluations += next.evaluations();
            if (next.value() > best.value() + noise(best.value())) {
                best = next;
            }
        }
        return best.withEvaluations(evaluations);
    }

    private Maximum climb(Point start, @Nullable Maximum known) {
        Point here = start;
        Step step = step(here, 1);
        double radius = 1;
        int evaluations = 0;
        double valueThen = here.value;
        int then = 0;
        for (int iteration = 0; ; iteration++) {
            listener.arrived(iteration, here.position, here.value, step.newtonLength);
            if (step.newtonLength <= SETTLED) {
                return maximum(here, step.end(), iteration, evaluations);
            }
            if (known != null && distance(here.position, known.point()) < SAME_MAXIMUM) {
                return maximum(here, known.end(), iteration, evaluations);
            }
            if (evaluations - then >= PATIENCE) {
                if (here.value - valueThen < NEXT_TO_NOTHING * scale) {
                    return maximum(here, End.FLAT, iteration, evaluations);
                }
                valueThen = here.value;
                then = evaluations;
            }
            boolean moved = false;
            while (!moved) {
                if (evaluations >= iterationLimit) {
                    return maximum(here, End.ITERATION_LIMIT, iteration, evaluations);
                }
                double predicted = here.gain(step.move);
                Point there = at(moved(here.position, step.move));
                evaluations++;
                double gain = there.value - here.value;
                if (predicted <= noise(here.value)) {
                    // The value cannot judge such a step any more, but the slope can.
                    Step next = step(there, radius);
                    if (!(next.newtonLength < step.newtonLength) || Double.isNaN(there.value)) {
                        boolean arrived = step.newtonLength <= SETTLED_TO_NOISE;
                        return maximum(here, arrived ? step.end() : End.FLAT, iteration, evaluations);
                    }
                    here = there;
                    step = next;
                    moved = true;
                } else {
                    double success = gain / predicted;
                    double length = largest(step.move);
                    if (!(success >= 0.25)) {
                        radius = Math.min(radius, length) / 4;
                    } else if (success > 0.75 && length > 0.9 * radius) {
                        radius = Math.min(2 * radius, LONGEST);
                    }
                    if (success > 1e-3) {
                        here = there;
                        moved = true;
                    }
                    step = step(here, radius);
                }
            }
        }
    }

    private Maximum maximum(Point here, End end, int iterations, int evaluations) {
        return new Maximum(here.position, here.value, here.gradient, here.hessian, end, iterations, evaluations);
    }

    private Point at(double[] position) {
        int n = position.length;
        Point point = new Point(position, new double[n], new double[n][n]);
        point.value = objective.at(position.clone(), point.gradient, point.hessian);
        if (!point.isFinite()) {
            point.value = Double.NEGATIVE_INFINITY;
        }
        return point;
    }

    private double noise(double value) {
        return NOISE * Math.max(Math.abs(value), scale);
    }

    private double[] within(double[] position) {
        double[] inside = new double[position.length];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = Math.min(upper[i], Math.max(lower[i], position[i]));
        }
        return inside;
    }

    private double[] moved(double[] from, double[] move) {
        double[] to = new double[from.length];
        for (int i = 0; i < to.length; i++) {
            to[i] = from[i] + move[i];
        }
        return within(to);
    }

    private Step step(Point here, double radius) {
        int n = here.position.length;
        Step step = new Step(n);
        if (here.value == Double.NEGATIVE_INFINITY) {
            return step;
        }
        boolean[] held = new boolean[n];
        for (int i = 0; i < n; i++) {
            held[i] = (here.position[i] <= lower[i] && here.gradient[i] < 0)
                    || (here.position[i] >= upper[i] && here.gradient[i] > 0);
        }
        while (!fill(step, here, radius, held)) {
            // A bound that the step would cross at once is held as well.
        }
        return step;
    }

    /** Computes the step that leaves held coordinates where they are; false if it leads straight out of the box. */
    private boolean fill(Step step, Point here, double radius, boolean[] held) {
        int[] free = free(held);
        step.clear();
        step.onBox = free.length < held.length;
        if (free.length == 0) {
            step.definite = true;
            return true;
        }
        SymmetricEigen eigen = new SymmetricEigen(here.curvature(free));
        step.definite = eigen.isPositiveDefinite(SINGULAR);
        double least = Math.max(eigen.norm() * NOISE, Double.MIN_NORMAL);
        double[] newton = new double[free.length];
        for (int k = 0; k < free.length; k++) {
            double slope = 0;
            for (int i = 0; i < free.length; i++) {
                slope += eigen.vector(k, i) * here.gradient[free[i]];
            }
            double length = slope / Math.max(Math.abs(eigen.value(k)), least);
            double allowed = Math.max(-radius, Math.min(radius, length));
            for (int i = 0; i < free.length; i++) {
                newton[i] += length * eigen.vector(k, i);
                step.move[free[i]] += allowed * eigen.vector(k, i);
            }
        }
        step.newtonLength = largest(newton);
        return shortenToBox(step, here, held);
    }

    private boolean shortenToBox(Step step, Point here, boolean[] held) {
        double part = 1;
        boolean inside = true;
        for (int i = 0; i < held.length; i++) {
            double bound = step.move[i] > 0 ? upper[i] : lower[i];
            double room = (bound - here.position[i]) / step.move[i];
            if (step.move[i] != 0 && room < 1) {
                held[i] |= room <= 0;
                inside &= room > 0;
                part = Math.min(part, room);
            }
        }
        for (int i = 0; i < held.length; i++) {
            step.move[i] *= part;
        }
        return inside;
    }

    private static int[] free(boolean[] held) {
        int[] free = new int[held.length];
        int count = 0;
        for (int i = 0; i < held.length; i++) {
            if (!held[i]) {
                free[count++] = i;
            }
        }
        return Arrays.copyOf(free, count);
    }

    private static double largest(double[] vector) {
        double largest = 0;
        for (double component : vector) {
            largest = Math.max(largest, Math.abs(component));
        }
        return largest;
    }

    private static double distance(double[] a, double[] b) {
        double distance = 0;
        for (int i = 0; i < a.length; i++) {
            distance = Math.max(distance, Math.abs(a[i] - b[i]));
        }
        return distance;
    }

    private static final class Step {
        final double[] move;
        double newtonLength;
        boolean definite;
        boolean onBox;

        Step(int n) {
            move = new double[n];
        }

        void clear() {
            Arrays.fill(move, 0);
            newtonLength = 0;
        }

        End end() {
            return !definite ? End.FLAT : onBox ? End.ON_BOX : End.INTERIOR;
        }
    }

    private static final class Point {
        final double[] position;
        final double[] gradient;
        final double[][] hessian;
        double value;

        Point(double[] position, double[] gradient, double[][] hessian) {
            this.position = position;
            this.gradient = gradient;
            this.hessian = hessian;
        }

        boolean isFinite() {
            boolean finite = Double.isFinite(value);
            for (int i = 0; i < gradient.length; i++) {
                finite &= Double.isFinite(gradient[i]);
                for (double entry : hessian[i]) {
                    finite &= Double.isFinite(entry);
                }
            }
            return finite;
        }

        double[][] curvature(int[] free) {
            double[][] curvature = new double[free.length][free.length];
            for (int i = 0; i < free.length; i++) {
                for (int j = 0; j < free.length; j++) {
                    curvature[i][j] = -hessian[free[i]][free[j]];
                }
            }
            return curvature;
        }

        /** What the parabola at this point expects of a move. */
        double gain(double[] move) {
            double gain = 0;
            for (int i = 0; i < move.length; i++) {
                gain += gradient[i] * move[i];
                for (int j = 0; j < move.length; j++) {
                    gain += hessian[i][j] * move[i] * move[j] / 2;
                }
            }
            return gain;
        }
    }

    /** Where a climb ended. */
    public static final class Maximum {
        private final double[] point;
        private final double value;
        private final double[] gradient;
        private final double[][] hessian;
        private final End end;
        private final int iterations;
        private final int evaluations;

        Maximum(
                double[] point,
                double value,
                double[] gradient,
                double[][] hessian,
                End end,
                int iterations,
                int evaluations) {
            this.point = point;
            this.value = value;
            this.gradient = gradient;
            this.hessian = hessian;
            this.end = end;
            this.iterations = iterations;
            this.evaluations = evaluations;
        }

        Maximum withEvaluations(int all) {
            return new Maximum(point, value, gradient, hessian, end, iterations, all);
        }

        /** The same, reached after so many evaluations elsewhere. */
        public Maximum after(int spent) {
            return withEvaluations(evaluations + spent);
        }

        /** The place. */
        public double[] point() {
            return point.clone();
        }

        /** The value there. */
        public double value() {
            return value;
        }

        /** The gradient there. */
        public double[] gradient() {
            return gradient.clone();
        }

        /** The inverse of the negative Hessian: the covariance, if the function is a log-likelihood and this its peak. */
        public double[][] covariance() {
            int n = point.length;
            double[][] curvature = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    curvature[i][j] = -hessian[i][j];
                }
            }
            return new SymmetricEigen(curvature).inverse();
        }

        /** How the climb ended. */
        public End end() {
            return end;
        }

        /** The steps of the climb that came here. */
        public int iterations() {
            return iterations;
        }

        /** The evaluations of all climbs. */
        public int evaluations() {
            return evaluations;
        }
    }
}
