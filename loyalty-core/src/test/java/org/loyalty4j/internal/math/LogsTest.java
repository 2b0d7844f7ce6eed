package org.loyalty4j.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogsTest {

    @Test
    void log1pExpIsGoodAtBothEnds() {
        assertThat(Logs.log1pExp(0)).isCloseTo(StrictMath.log(2), within(1e-16));
        assertThat(Logs.log1pExp(-50)).isCloseTo(StrictMath.exp(-50), within(1e-37));
        assertThat(Logs.log1pExp(800)).isEqualTo(800);
        assertThat(Logs.log1pExp(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Logs.log1pExp(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void logSumDoesNotOverflow() {
        assertThat(Logs.logSum(StrictMath.log(3), StrictMath.log(4))).isCloseTo(StrictMath.log(7), within(1e-15));
        assertThat(Logs.logSum(2000, 1999)).isCloseTo(2000 + StrictMath.log1p(StrictMath.exp(-1)), within(1e-12));
        assertThat(Logs.logSum(-3, Double.NEGATIVE_INFINITY)).isEqualTo(-3);
    }
}
