package org.loyalty4j.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckTest {
    @Test
    void scoresMustBeTheSame() {
        assertThat(Check.SCORES.of(new double[] {555, 0}, new double[] {555, 0}))
                .isEqualTo(new Verdict(true, "the same scores for all 2"));
        assertThat(Check.SCORES.of(new double[] {555, 0}, new double[] {554, 0}))
                .isEqualTo(new Verdict(false, "other scores for 1 customers"));
    }

    @Test
    void valuesMustAgreeToNineDigits() {
        assertThat(Check.VALUES.of(new double[] {1, 2}, new double[] {1, 2 + 1e-10}))
                .isEqualTo(new Verdict(true, "all within 5e-11"));
        assertThat(Check.VALUES.of(new double[] {1, 2}, new double[] {Double.NaN, 2}))
                .isEqualTo(new Verdict(false, "1 of 2 values differ or are NaN"));
        assertThat(Check.VALUES.of(new double[] {1, 2}, new double[] {1}).agree())
                .isFalse();
    }

    @Test
    void parametersMustBeNumbersAboveZero() {
        assertThat(Check.FIT.of(new double[] {1}, new double[] {1.0005}))
                .isEqualTo(new Verdict(true, "parameters 5e-04 apart"));
        assertThat(Check.FIT.of(new double[] {1}, new double[] {0})).isEqualTo(new Verdict(false, "parameters [0.0]"));
        assertThat(Check.FIT.of(new double[] {1}, new double[] {1, 2}).agree()).isFalse();
    }
}
