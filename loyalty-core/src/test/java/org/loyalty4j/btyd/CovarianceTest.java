package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CovarianceTest {
    @Test
    void correlatesVariancesOfAnySize() {
        for (double size : new double[] {1e-200, 1, 1e200}) {
            Covariance covariance =
                    new Covariance(List.of("r", "s"), new double[][] {{4 * size, 3 * size}, {3 * size, 9 * size}});
            assertThat(covariance.correlation("r", "s")).isCloseTo(0.5, within(1e-15));
            assertThat(covariance.correlation("s", "s")).isEqualTo(1);
        }
    }
}
