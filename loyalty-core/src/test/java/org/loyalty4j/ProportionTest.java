package org.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ProportionTest {

    @Test
    void valueIsSuccessesOfTrials() {
        assertThat(new Proportion(1, 4).value()).hasValue(0.25);
        assertThat(new Proportion(0, 4).value()).hasValue(0);
        assertThat(new Proportion(4, 4).value()).hasValue(1);
        assertThat(new Proportion(1, 4).complement()).isEqualTo(new Proportion(3, 4));
    }

    @Test
    void nothingIsKnownWithoutTrials() {
        Proportion none = new Proportion(0, 0);
        assertThat(none.value()).isEmpty();
        assertThat(none.wilson(0.95)).isEmpty();
        assertThat(none.exact(0.95)).isEmpty();
        assertThat(none.midP(0.95)).isEmpty();
        assertThat(none.minus(new Proportion(1, 2), 0.95)).isEmpty();
        assertThat(new Proportion(1, 2).minus(none, 0.95)).isEmpty();
        assertThat(none.complement()).isEqualTo(none);
        assertThat(none).hasToString("0 of 0");
    }

    @Test
    void boundsAreExactAtTheEnds() {
        for (long n : new long[] {1, 2, 3, 7, 20, 999, 1_000_000}) {
            assertThat(new Proportion(0, n).wilson(0.9).orElseThrow().interval().lower())
                    .isZero();
            assertThat(new Proportion(n, n).wilson(0.9).orElseThrow().interval().upper())
                    .isEqualTo(1);
            assertThat(new Proportion(0, n).midP(0.9).orElseThrow().interval().lower())
                    .isZero();
            assertThat(new Proportion(n, n).midP(0.9).orElseThrow().interval().upper())
                    .isEqualTo(1);
            assertThat(new Proportion(0, n).exact(0.9).orElseThrow().interval().lower())
                    .isZero();
            assertThat(new Proportion(n, n).exact(0.9).orElseThrow().interval().upper())
                    .isEqualTo(1);
        }
    }

    @Test
    void refusesImpossibleCounts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Proportion(5, 4))
                .withMessage("successes must be in [0, 4], but was 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Proportion(-1, 4))
                .withMessage("successes must be in [0, 4], but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Proportion(0, -1))
                .withMessage("trials must be in [0, inf), but was -1");
    }

    @Test
    void refusesWhatIsNotAConfidenceLevelAlsoWithoutTrials() {
        for (double confidence : new double[] {0, 1, 95, Double.NaN}) {
            for (Proportion share : new Proportion[] {new Proportion(1, 4), new Proportion(0, 0)}) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> share.wilson(confidence))
                        .withMessage("confidence must be in (0, 1), but was " + confidence);
                assertThatIllegalArgumentException().isThrownBy(() -> share.exact(confidence));
                assertThatIllegalArgumentException().isThrownBy(() -> share.midP(confidence));
                assertThatIllegalArgumentException().isThrownBy(() -> share.minus(share, confidence));
            }
        }
    }

    @Test
    void readsWell() {
        assertThat(new Proportion(1, 3)).hasToString("33.33 % (1 of 3)");
    }
}
