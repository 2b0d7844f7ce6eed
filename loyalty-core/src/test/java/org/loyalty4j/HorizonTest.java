package org.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HorizonTest {

    @Test
    void factoriesNameTheUnit() {
        assertThat(Horizon.days(3)).isEqualTo(new Horizon(3, PeriodUnit.DAY));
        assertThat(Horizon.weeks(3)).isEqualTo(new Horizon(3, PeriodUnit.WEEK));
        assertThat(Horizon.months(3)).isEqualTo(new Horizon(3, PeriodUnit.MONTH));
        assertThat(Horizon.years(3)).isEqualTo(new Horizon(3, PeriodUnit.YEAR));
    }

    @Test
    void convertsToOtherUnits() {
        assertThat(Horizon.weeks(2).in(PeriodUnit.DAY)).isEqualTo(14);
        assertThat(Horizon.years(1).in(PeriodUnit.DAY)).isEqualTo(365.25);
        assertThat(Horizon.years(1).in(PeriodUnit.MONTH)).isCloseTo(12, within(1e-14));
        assertThat(Horizon.days(0).in(PeriodUnit.YEAR)).isZero();
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesWhatIsNoLength() {
        for (double length : new double[] {-1, -Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Horizon.days(length))
                    .withMessage("length must be in [0, inf), but was " + length);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Horizon.years(1e308))
                .withMessage("length in days must be finite, but was Infinity");
        assertThatNullPointerException().isThrownBy(() -> new Horizon(1, null)).withMessage("unit");
    }

    @Test
    void readsWell() {
        assertThat(Horizon.years(1)).hasToString("1 year");
        assertThat(Horizon.weeks(52)).hasToString("52 weeks");
        assertThat(Horizon.months(2.5)).hasToString("2.500 months");
        assertThat(Horizon.days(1e20)).hasToString("1.000e+20 days");
    }
}
