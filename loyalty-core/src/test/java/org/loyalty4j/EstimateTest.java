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

    @Test
    void aRisingFunctionCarriesTheInterval() {
        Estimate months = new Estimate(2, new Interval(1, 4, 0.9));
        assertThat(months.map(x -> 12 * x)).isEqualTo(new Estimate(24, new Interval(12, 48, 0.9)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> months.map(x -> -x))
                .withMessage("lower must not exceed upper, but was -1.0 > -4.0");
    }
}
