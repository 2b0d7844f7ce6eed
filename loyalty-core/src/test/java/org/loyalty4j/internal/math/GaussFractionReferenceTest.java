package org.loyalty4j.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaussFractionReferenceTest {
    /** mpmath 1.3, mp.dps = 40: hyp2f1(1, b, b + g, -y, maxterms=10**7). */
    @ParameterizedTest
    @CsvSource({
        "1.5, 2.5, 0.25, 0.916494400134594298",
        "0.01, 1.5, 3.0, 0.989695111141624016",
        "1.75, 0.0078125, 100.0, 0.00999630727822533804",
        "1000.0, 1.5, 0.125, 0.889036856151698093",
        "1.0, 1e-06, 0.5, 0.666666936976494597",
        "100001.0, 0.5, 0.5, 0.666667777766666741",
        "0.5, 100001.0, 1000.0, 0.995073259956660829"
    })
    void hypergeometricFunction(double b, double g, double y, double expected) {
        assertThat(GaussFraction.of(b, g, y)).isCloseTo(expected, within(1e-15 * expected));
    }

    /** 2F1(1, 1; 2; -y) = ln(1 + y) / y. */
    @Test
    void logarithm() {
        for (double y = 1e-12; y < 1e4; y *= 3) {
            double expected = StrictMath.log1p(y) / y;
            assertThat(GaussFraction.of(1, 1, y)).isCloseTo(expected, within(2e-15 * expected));
        }
    }

    @Test
    void isOneAtZeroAndTakesFewStepsThere() {
        assertThat(GaussFraction.of(0.3, 7, 0)).isEqualTo(1);
        assertThat(GaussFraction.pairs(0)).isEqualTo(2);
        assertThat(GaussFraction.pairs(0.1)).isLessThan(10);
        assertThat(GaussFraction.pairs(100)).isBetween(90, 110);
    }
}
