package org.loyalty4j.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.loyalty4j.Estimate;
import org.loyalty4j.Horizon;
import org.loyalty4j.Interval;
import org.loyalty4j.PeriodUnit;

class ChurnRateTest {

    private static ChurnRate rate(Denominator denominator, double lower, double value, double upper) {
        return new ChurnRate(denominator, Horizon.months(1), new Estimate(value, new Interval(lower, upper, 0.95)));
    }

    /** Python: {@code 1 - 0.98 ** 12 = 0.2152832...}. */
    @Test
    void aShareCompounds() {
        ChurnRate year = rate(Denominator.AT_START, 0, 0.02, 1).per(Horizon.years(1));
        assertThat(year.value()).isCloseTo(0.21528327626520016, within(1e-14));
        assertThat(year.interval().lower()).isZero();
        assertThat(year.interval().upper()).isEqualTo(1);
        assertThat(year.interval().confidence()).isEqualTo(0.95);
        assertThat(year.period()).isEqualTo(Horizon.years(1));
        assertThat(year.denominator()).isEqualTo(Denominator.AT_START);
        assertThat(year.probability()).isEqualTo(year.estimate());
    }

    @Test
    void aRatePerTimeGrowsWithTime() {
        for (Denominator denominator : new Denominator[] {Denominator.AVERAGE, Denominator.EXPOSURE}) {
            ChurnRate year = rate(denominator, 0.01, 0.25, 0.5).per(Horizon.years(1));
            assertThat(year.value()).isCloseTo(3, within(1e-14));
            assertThat(year.interval().lower()).isCloseTo(0.12, within(1e-15));
            assertThat(year.interval().upper()).isCloseTo(6, within(1e-14));
            // Python: 1 - math.exp(-3) = 0.950212931632136
            assertThat(year.probability().value()).isCloseTo(0.950212931632136, within(1e-14));
        }
    }

    @Test
    void convertKeepsSmallChurnAndTheEnds() {
        assertThat(ChurnRate.convert(0, Horizon.days(1), Horizon.years(1))).isZero();
        assertThat(ChurnRate.convert(1, Horizon.days(1e300), Horizon.days(1e-300)))
                .isEqualTo(1);
        assertThat(ChurnRate.convert(0, Horizon.days(1e-300), Horizon.days(1e300)))
                .isZero();
        assertThat(ChurnRate.convert(1, Horizon.years(1), Horizon.days(1))).isEqualTo(1);
        assertThat(ChurnRate.convert(0.3, Horizon.weeks(1), Horizon.days(7))).isEqualTo(0.3);
        assertThat(ChurnRate.convert(1e-20, Horizon.months(1), Horizon.months(12)))
                .isCloseTo(12e-20, within(1e-33));
        assertThat(ChurnRate.convert(0.19, Horizon.months(2), Horizon.months(1)))
                .isCloseTo(0.1, within(1e-15));
    }

    @Test
    void refusesWhatIsNoChurnAndNoPeriod() {
        for (double churn : new double[] {-Double.MIN_VALUE, Math.nextUp(1.0), Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ChurnRate.convert(churn, Horizon.days(1), Horizon.days(2)))
                    .withMessage("churn must be in [0, 1], but was " + churn);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChurnRate.convert(0.1, Horizon.days(0), Horizon.days(2)))
                .withMessage("from.length must be in (0, inf), but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChurnRate.convert(0.1, Horizon.days(1), Horizon.days(0)))
                .withMessage("to.length must be in (0, inf), but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rate(Denominator.AT_START, 0, 0.5, 1).per(new Horizon(0, PeriodUnit.DAY)))
                .withMessage("target.length must be in (0, inf), but was 0.0");
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesARateOutOfItsRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rate(Denominator.AT_START, 0, 1.2, 1))
                .withMessage("estimate.value must be in [0, 1], but was 1.2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rate(Denominator.AT_START, -0.1, 0.5, 1))
                .withMessage("estimate.interval.lower must be in [0, 1], but was -0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rate(Denominator.AT_START, 0, 0.5, 1.1))
                .withMessage("estimate.interval.upper must be in [0, 1], but was 1.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rate(Denominator.EXPOSURE, 0, -0.5, 1))
                .withMessage("estimate.value must be in [0, inf), but was -0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rate(Denominator.AVERAGE, -0.5, 0.5, 1))
                .withMessage("estimate.interval.lower must be in [0, inf), but was -0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new ChurnRate(Denominator.AVERAGE, Horizon.days(0), new Estimate(0, new Interval(0, 1, 0.95))))
                .withMessage("period.length must be in (0, inf), but was 0.0");
        assertThatNullPointerException().isThrownBy(() -> rate(null, 0, 0.5, 1)).withMessage("denominator");
    }
}
