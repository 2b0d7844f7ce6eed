package org.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class EstimateTest {
    private static final Interval INTERVAL = new Interval(0, 1, 0.95);

    @Test
    void neednotLieWithinItsInterval() {
        assertThat(new Estimate(1.5, INTERVAL).value()).isEqualTo(1.5);
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesWhatIsNoNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Estimate(Double.NaN, INTERVAL))
                .withMessage("value must be finite, but was NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(Double.NEGATIVE_INFINITY, INTERVAL));
        assertThatNullPointerException().isThrownBy(() -> new Estimate(1, null)).withMessage("interval");
    }

    @Test
    void readsWell() {
        assertThat(new Estimate(0.25, INTERVAL)).hasToString("0.2500 [0.000, 1.000] at 95 %");
    }
}
