package org.loyalty4j.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** StrictMath's logarithms are good to less than one ulp, so that two are allowed here. */
class FastLogTest {
    private static final double[] EDGES = {
        Double.MIN_NORMAL, 1e-300, 0.5, 0.6875, 1 - 1.0 / 256, 1, 1 + 1.0 / 256, 1.375, 2, 1e16, 1e300, Double.MAX_VALUE
    };

    @Test
    void logarithmsAreStrictMathsToTwoUlps() {
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            check(StrictMath.scalb(1 + random.nextDouble(), random.nextInt(2000) - 1000));
            check(0.5 + 1.5 * random.nextDouble());
            check(1 + StrictMath.scalb(random.nextDouble() - 0.5, -random.nextInt(50)));
        }
        for (double edge : EDGES) {
            check(Math.nextDown(edge));
            check(edge);
            check(Math.nextUp(edge));
        }
    }

    @Test
    void logarithmsOfOneAndMoreAreStrictMathsToTwoUlps() {
        Random random = new Random(2);
        for (int i = 0; i < 200_000; i++) {
            check1p(StrictMath.scalb(1 + random.nextDouble(), random.nextInt(2000) - 1000));
            check1p(4 * random.nextDouble());
            check1p(random.nextDouble() / 100);
        }
        for (double edge : EDGES) {
            check1p(edge);
            check1p(edge / 256);
        }
        check1p(0);
    }

    private static void check(double v) {
        double log = StrictMath.log(v);
        assertThat(FastLog.log(v)).as("log %s", v).isCloseTo(log, within(2 * Math.ulp(log)));
    }

    private static void check1p(double z) {
        double log = StrictMath.log1p(z);
        assertThat(FastLog.log1p(z)).as("log1p %s", z).isCloseTo(log, within(2 * Math.ulp(log)));
    }

    @Test
    void outOfTheDomainIsStrictMaths() {
        assertThat(FastLog.log(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(FastLog.log(Double.MIN_VALUE)).isEqualTo(StrictMath.log(Double.MIN_VALUE));
        assertThat(FastLog.log(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(FastLog.log(-1)).isNaN();
        assertThat(FastLog.log1p(-0.5)).isEqualTo(StrictMath.log1p(-0.5));
        assertThat(FastLog.log1p(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(FastLog.log1p(Double.NaN)).isNaN();
        assertThat(FastLog.log1p(-2)).isNaN();
    }
}
