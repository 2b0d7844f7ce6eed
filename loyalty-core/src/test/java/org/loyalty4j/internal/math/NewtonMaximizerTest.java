package org.loyalty4j.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.loyalty4j.internal.math.NewtonMaximizer.End;
import org.loyalty4j.internal.math.NewtonMaximizer.Maximum;
import org.loyalty4j.internal.math.NewtonMaximizer.Objective;

/** Finds maxima, and knows when there is none. */
class NewtonMaximizerTest {
    private static Maximum climb(Objective objective, double[]... starts) {
        int n = starts[0].length;
        double[] lower = new double[n];
        double[] upper = new double[n];
        java.util.Arrays.fill(lower, -10);
        java.util.Arrays.fill(upper, 10);
        return new NewtonMaximizer(objective, lower, upper, 1, 200, (i, point, value, step) -> {})
                .maximize(List.of(starts));
    }

    private static double parabola(double[] x, double[] g, double[][] h) {
        g[0] = -2 * (x[0] - 1) + (x[1] + 2);
        g[1] = -6 * (x[1] + 2) + (x[0] - 1);
        h[0][0] = -2;
        h[0][1] = 1;
        h[1][0] = 1;
        h[1][1] = -6;
        return -(x[0] - 1) * (x[0] - 1) - 3 * (x[1] + 2) * (x[1] + 2) + (x[0] - 1) * (x[1] + 2);
    }

    private static double rosenbrock(double scale, double[] x, double[] g, double[][] h) {
        double bend = x[1] - x[0] * x[0];
        g[0] = scale * (2 * (1 - x[0]) + 400 * x[0] * bend);
        g[1] = scale * -200 * bend;
        h[0][0] = scale * (-2 + 400 * bend - 800 * x[0] * x[0]);
        h[0][1] = scale * 400 * x[0];
        h[1][0] = h[0][1];
        h[1][1] = scale * -200;
        return scale * (-(1 - x[0]) * (1 - x[0]) - 100 * bend * bend);
    }

    /** Levels out at 0 towards infinity: -exp(-x). */
    private static double levelling(double[] x, double[] g, double[][] h) {
        double e = StrictMath.exp(-x[0]);
        g[0] = e;
        h[0][0] = -e;
        return -e;
    }

    @Test
    void climbsAParabolaAndGivesItsCovariance() {
        Maximum top = climb(NewtonMaximizerTest::parabola, new double[] {0, 0});
        assertThat(top.end()).isEqualTo(End.INTERIOR);
        assertThat(top.point()[0]).isCloseTo(1, within(1e-12));
        assertThat(top.point()[1]).isCloseTo(-2, within(1e-12));
        assertThat(top.gradient()[0]).isCloseTo(0, within(1e-12));
        assertThat(top.covariance()[0]).containsExactly(new double[] {6 / 11.0, 1 / 11.0}, within(1e-12));
        assertThat(top.iterations()).isLessThan(5);
    }

    @Test
    void turnsCornersAndDoesNotCareForTheScale() {
        for (double scale : new double[] {1, 1e-9, 1e9}) {
            Maximum top = new NewtonMaximizer(
                            (x, g, h) -> rosenbrock(scale, x, g, h),
                            new double[] {-10, -10},
                            new double[] {10, 10},
                            scale,
                            200,
                            (i, point, value, step) -> {})
                    .maximize(List.of(new double[] {-1.2, 1}));
            assertThat(top.end()).isEqualTo(End.INTERIOR);
            assertThat(top.point()[0]).isCloseTo(1, within(1e-9));
            assertThat(top.point()[1]).isCloseTo(1, within(1e-9));
            assertThat(top.evaluations()).isLessThan(60);
        }
    }

    @Test
    void stopsAtTheBoxAndFindsTheRestOfTheMaximumThere() {
        Maximum top = new NewtonMaximizer(
                        NewtonMaximizerTest::parabola,
                        new double[] {-10, -10},
                        new double[] {0.5, 10},
                        1,
                        200,
                        (i, point, value, step) -> {})
                .maximize(List.of(new double[] {-3, 4}));
        assertThat(top.end()).isEqualTo(End.ON_BOX);
        assertThat(top.point()[0]).isEqualTo(0.5);
        assertThat(top.point()[1]).isCloseTo(-2 - 0.5 / 6, within(1e-9));
    }

    @Test
    void followsASlopeThatLevelsOutToTheBox() {
        Maximum top = climb(NewtonMaximizerTest::levelling, new double[] {0});
        assertThat(top.end()).isEqualTo(End.ON_BOX);
        assertThat(top.point()[0]).isEqualTo(10);
    }

    @Test
    void knowsAPlain() {
        assertThat(climb((x, g, h) -> 3, new double[] {0, 1}).end()).isEqualTo(End.FLAT);
        Maximum ridge = climb(
                (x, g, h) -> {
                    double sum = x[0] + x[1] - 1;
                    g[0] = -2 * sum;
                    g[1] = -2 * sum;
                    for (double[] row : h) {
                        java.util.Arrays.fill(row, -2);
                    }
                    return -sum * sum;
                },
                new double[] {3, 3});
        assertThat(ridge.end()).isEqualTo(End.FLAT);
        assertThat(ridge.point()[0] + ridge.point()[1]).isCloseTo(1, within(1e-9));
    }

    @Test
    void takesTheHigherOfTwoMaximaWhereverItStarts() {
        // Two bells, at -3 and at 3, the second higher.
        Objective bells = (x, g, h) -> {
            double value = 0;
            for (double[] bell : new double[][] {{-3, 1}, {3, 2}}) {
                double d = x[0] - bell[0];
                double e = bell[1] * StrictMath.exp(-d * d / 2);
                value += e;
                g[0] -= d * e;
                h[0][0] += (d * d - 1) * e;
            }
            return value;
        };
        for (double[][] starts : new double[][][] {{{-3.2}, {4.5}}, {{4.5}, {-3.2}}}) {
            assertThat(climb(bells, starts).point()[0]).isCloseTo(3, within(1e-3));
        }
    }

    @Test
    void aFunctionWithoutAValueIsNoPlaceToGo() {
        Objective logarithm = (x, g, h) -> {
            g[0] = 1 / x[0] - 1;
            h[0][0] = -1 / (x[0] * x[0]);
            return StrictMath.log(x[0]) - x[0];
        };
        Maximum top = climb(logarithm, new double[] {5}, new double[] {-1});
        assertThat(top.end()).isEqualTo(End.INTERIOR);
        assertThat(top.point()[0]).isCloseTo(1, within(1e-9));
    }

    @Test
    void stopsAtTheLimit() {
        Maximum top = new NewtonMaximizer(
                        (x, g, h) -> rosenbrock(1, x, g, h),
                        new double[] {-10, -10},
                        new double[] {10, 10},
                        1,
                        3,
                        (i, point, value, step) -> {})
                .maximize(List.of(new double[] {-1.2, 1}));
        assertThat(top.end()).isEqualTo(End.ITERATION_LIMIT);
    }

    @Test
    void tailsOfTheChiSquaredAreThoseOfTheTables() {
        assertThat(Tails.chiSquared(3.841458820694124, 1)).isCloseTo(0.05, within(1e-12));
        assertThat(Tails.chiSquared(13.276704135987622, 4)).isCloseTo(0.01, within(1e-12));
        assertThat(Tails.chiSquared(0, 2)).isEqualTo(1);
    }
}
