package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.loyalty4j.internal.math.Gammas;

class PhaseWeightsTest {

    @Test
    void areTheTermsOfTheirSum() {
        // 1, 2 / 4, 2 3 / 2 / 16
        assertThat(PhaseWeights.logSum(3, 2, 0.25)).isCloseTo(StrictMath.log(27.0 / 16), within(1e-15));
        assertThat(PhaseWeights.of(3, 2, 0.25))
                .containsExactly(new double[] {16.0 / 27, 8.0 / 27, 3.0 / 27}, within(1e-15));
    }

    @Test
    void withoutAWaitNoPhaseHasPassed() {
        assertThat(PhaseWeights.logSum(4, 3, 0)).isZero();
        assertThat(PhaseWeights.of(4, 3, 0)).containsExactly(1, 0, 0, 0);
        assertThat(PhaseWeights.of(1, 3, 0.5)).containsExactly(1);
    }

    @Test
    void doNotOverflow() {
        double largest = 99 * StrictMath.log(1e9) - Gammas.logRising(1, 99);
        assertThat(PhaseWeights.logSum(100, 1e9, 1)).isCloseTo(largest, within(1e-5));
        assertThat(PhaseWeights.of(100, 1e9, 1)[99]).isCloseTo(1, within(1e-6));
    }
}
