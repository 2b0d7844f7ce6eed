package org.loyalty4j.quadrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Estimate;

/**
 * Hall's interval, from its definition in Python 3.11.7 with numpy 2.4.6 and scipy 1.17.1; brentq solves what the library has in
 * closed form:
 *
 * <pre>
 * y = np.array([1, 2, 2, 3, 5, 8, 13, 40.]); n = len(y); m = y.mean(); s = y.std(ddof=1); g = ((y-m)**3).mean()/s**3
 * f = lambda T: T + g*T*T/3 + g*g*T**3/27 + g/(6*n); q = t.ppf(.975, n-1)/n**.5
 * m - s*brentq(lambda T: f(T) - q, -9, 9, xtol=1e-15), m - s*brentq(lambda T: f(T) + q, -9, 9, xtol=1e-15)
 * </pre>
 */
class SkewedMeanReferenceTest {

    @Test
    void hallsIntervalFollowsTheLongTail() {
        Estimate mean = Objects.requireNonNull(SkewedMean.of(new double[] {1, 2, 2, 3, 5, 8, 13, 40}, 0.95));
        assertThat(mean.value()).isEqualTo(9.25);
        assertThat(mean.interval().lower()).isEqualTo(1.4294943512325373, within(1e-8));
        assertThat(mean.interval().upper()).isEqualTo(52.2649471989201, within(1e-8));
    }

    @Test
    void withoutSkewnessItIsStudents() {
        // R 4.2.2: t.test(1:9)$conf.int: 2.894916 7.105084
        Estimate mean = Objects.requireNonNull(SkewedMean.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, 0.95));
        assertThat(mean.interval().lower()).isEqualTo(2.894916, within(1e-6));
        assertThat(mean.interval().upper()).isEqualTo(7.105084, within(1e-6));
        assertThat(SkewedMean.of(new double[] {1}, 0.95)).isNull();
    }
}
