package org.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DiscountRateTest {

    @Test
    void annualAndContinuousAreTwoWaysToSayOneRate() {
        // Python: math.log1p(0.1) = 0.09531017980432487
        assertThat(DiscountRate.annual(0.1).continuousPer(PeriodUnit.YEAR))
                .isCloseTo(0.09531017980432487, within(1e-16));
        assertThat(DiscountRate.continuous(0.09531017980432487).annualRate()).isCloseTo(0.1, within(1e-15));
        assertThat(DiscountRate.none().annualRate()).isZero();
    }

    @Test
    void effectivePerPeriodCompoundsToTheAnnualRate() {
        // Python: 1.1 ** (1 / 12) - 1 = 0.00797414042890376
        assertThat(DiscountRate.annual(0.1).effectivePer(PeriodUnit.MONTH))
                .isCloseTo(0.00797414042890376, within(1e-16));
        assertThat(DiscountRate.annual(0.1).effectivePer(PeriodUnit.YEAR)).isEqualTo(0.1);
        assertThat(DiscountRate.none().effectivePer(PeriodUnit.DAY)).isZero();
        assertThat(DiscountRate.annual(0.1).continuousPer(PeriodUnit.WEEK))
                .isCloseTo(0.09531017980432487 * 7 / 365.25, within(1e-16));
    }

    @Test
    void factorIsWhatADelayLeaves() {
        assertThat(DiscountRate.annual(0.1).factor(Horizon.years(1))).isCloseTo(1 / 1.1, within(1e-15));
        assertThat(DiscountRate.annual(0.1).factor(Horizon.months(24))).isCloseTo(1 / 1.21, within(1e-15));
        assertThat(DiscountRate.annual(0.1).factor(Horizon.days(0))).isEqualTo(1);
        assertThat(DiscountRate.none().factor(Horizon.years(1000))).isEqualTo(1);
    }

    @Test
    void refusesNegativeAndInfiniteRates() {
        for (double rate : new double[] {-Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> DiscountRate.annual(rate))
                    .withMessage("annualRate must be in [0, inf), but was " + rate);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiscountRate.continuous(710))
                .withMessage("rate must be in [0, 709], but was 710.0");
        assertThatIllegalArgumentException().isThrownBy(() -> DiscountRate.continuous(Double.NaN));
        assertThat(DiscountRate.continuous(709).annualRate()).isFinite();
    }

    @Test
    void readsWell() {
        assertThat(DiscountRate.annual(0.1)).hasToString("10.00 % a year");
    }
}
