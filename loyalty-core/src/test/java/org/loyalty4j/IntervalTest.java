package org.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class IntervalTest {

    @Test
    void containsBothBounds() {
        Interval interval = new Interval(0.1, 0.3, 0.95);
        assertThat(interval.contains(0.1)).isTrue();
        assertThat(interval.contains(0.3)).isTrue();
        assertThat(interval.contains(Math.nextDown(0.1))).isFalse();
        assertThat(interval.contains(Math.nextUp(0.3))).isFalse();
        assertThat(interval.contains(Double.NaN)).isFalse();
    }

    @Test
    void width() {
        Interval interval = new Interval(0.25, 0.75, 0.9);
        assertThat(interval.width()).isEqualTo(0.5);
        assertThat(new Interval(2, 2, 0.9).width()).isZero();
    }

    @Test
    void refusesBoundsOutOfOrderOrNotFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(2, 1, 0.95))
                .withMessage("lower must not exceed upper, but was 2.0 > 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(Double.NaN, 1, 0.95))
                .withMessage("lower must be finite, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(0, Double.POSITIVE_INFINITY, 0.95))
                .withMessage("upper must be finite, but was Infinity");
    }

    @Test
    void refusesWhatIsNotAConfidenceLevel() {
        for (double confidence : new double[] {0, 1, -0.5, 95, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Interval(0, 1, confidence))
                    .withMessage("confidence must be in (0, 1), but was " + confidence);
        }
    }

    @Test
    void readsWellInAnyLocale() {
        assertThat(new Interval(0.12345, 0.5, 0.95)).hasToString("[0.1235, 0.5000] at 95 %");
        assertThat(new Interval(-1, 1, 0.999)).hasToString("[-1.000, 1.000] at 99.90 %");
    }
}
