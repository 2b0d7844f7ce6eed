package org.loyalty4j.internal.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UncertainCountTest {

    /** python 3, scipy.stats: binom.ppf(.025, 100, .3), ppf(.975, ..), with P(X < lower) and P(X > upper) at most 0.025. */
    @Test
    void withoutErrorItIsBinomial() {
        assertRange(UncertainCount.range(100, 0.3, 0, 0.025), 21, 39);
        assertRange(UncertainCount.range(10, 0.02, 0, 0.025), 0, 1);
        assertRange(UncertainCount.range(100, 0.7, 0, 0.025), 61, 79);
    }

    /** scipy.stats.betabinom(50, 2, 5): share 2/7, variance 10/392. */
    @Test
    void betaBinomial() {
        assertRange(UncertainCount.range(50, 2.0 / 7, 10.0 / 392, 0.025), 1, 33);
        assertRange(UncertainCount.range(50, 0.5, 0.125, 0.025), 0, 50); // betabinom(50, 0.5, 0.5)
    }

    @Test
    void edges() {
        assertRange(UncertainCount.range(0, 0.3, 0.01, 0.025), 0, 0);
        assertRange(UncertainCount.range(7, 0, 0, 0.025), 0, 0);
        assertRange(UncertainCount.range(7, 1, 0, 0.025), 7, 7);
        assertRange(UncertainCount.range(7, 0.3, 0.5, 0.025), 0, 7);
    }

    /** Where a sum would be long, the range is that of a normal variable, and it joins the sum without a step. */
    @Test
    void manyAreNormal() {
        double[] summed = UncertainCount.range(300_000, 0.3, 1e-6, 0.025);
        double[] normal = UncertainCount.range(900_000, 0.3, 1e-6, 0.025);
        assertThat((summed[1] - summed[0]) / 300_000).isBetween(0.0051, 0.0052);
        assertThat((normal[1] - normal[0]) / 900_000).isBetween(0.0043, 0.0044);
        double[] few = UncertainCount.range(1e9, 2e-9, 0, 0.025); // Poisson with mean 2
        assertRange(few, 0, 5);
    }

    private static void assertRange(double[] range, double lower, double upper) {
        assertThat(range).containsExactly(lower, upper);
    }
}
