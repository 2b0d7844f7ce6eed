package org.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void holdsItsEnds() {
        assertThat(Scale.NPS).isEqualTo(new Scale(0, 10));
        assertThat(Scale.likert(5)).isEqualTo(new Scale(1, 5));
        assertThat(Scale.NPS.contains(0)).isTrue();
        assertThat(Scale.NPS.contains(10)).isTrue();
        assertThat(Scale.NPS.contains(-1)).isFalse();
        assertThat(Scale.NPS.contains(11)).isFalse();
    }

    @Test
    void checkRefusesWhatIsOffTheScale() {
        assertThat(Scale.NPS.check(7)).isEqualTo(7);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scale.NPS.check(11))
                .withMessage("answer must be on the scale 0..10, but was 11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scale.likert(5).check(0))
                .withMessage("answer must be on the scale 1..5, but was 0");
    }

    @Test
    void percentOfMaximumRunsFrom0To100() {
        assertThat(Scale.likert(5).percentOfMaximum(1)).isZero();
        assertThat(Scale.likert(5).percentOfMaximum(3)).isEqualTo(50);
        assertThat(Scale.likert(5).percentOfMaximum(5)).isEqualTo(100);
        assertThat(new Scale(-2, 2).percentOfMaximum(1.5)).isEqualTo(87.5);
        assertThat(new Scale(Integer.MIN_VALUE, Integer.MAX_VALUE).percentOfMaximum(Integer.MAX_VALUE))
                .isEqualTo(100);
    }

    @Test
    void percentOfMaximumRefusesWhatIsOffTheScale() {
        for (double answer : new double[] {Math.nextDown(1.0), Math.nextUp(5.0), Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Scale.likert(5).percentOfMaximum(answer))
                    .withMessage("answer must be in [1, 5], but was " + answer);
        }
    }

    @Test
    void needsTwoPoints() {
        assertThat(Scale.likert(2)).hasToString("1..2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scale(3, 3))
                .withMessage("maximum must be above minimum 3, but was 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scale.likert(1))
                .withMessage("points must be in [2, 2147483647], but was 1");
    }
}
