package org.loyalty4j.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    private static void accepts(DoubleUnaryOperator check, double... values) {
        for (double value : values) {
            assertThat(check.applyAsDouble(value)).isEqualTo(value);
        }
    }

    private static void refuses(DoubleUnaryOperator check, String domain, double... values) {
        for (double value : values) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> check.applyAsDouble(value))
                    .withMessage("x must be " + domain + ", but was " + value);
        }
    }

    @Test
    void finite() {
        accepts(x -> Checks.finite(x, "x"), -Double.MAX_VALUE, 0, Double.MAX_VALUE);
        refuses(x -> Checks.finite(x, "x"), "finite", Double.NaN, INF, -INF);
    }

    @Test
    void positive() {
        accepts(x -> Checks.positive(x, "x"), Double.MIN_VALUE, Double.MAX_VALUE);
        refuses(x -> Checks.positive(x, "x"), "in (0, inf)", Double.NaN, 0, -Double.MIN_VALUE, INF);
    }

    @Test
    void notNegative() {
        accepts(x -> Checks.notNegative(x, "x"), 0, Double.MAX_VALUE);
        refuses(x -> Checks.notNegative(x, "x"), "in [0, inf)", Double.NaN, -Double.MIN_VALUE, INF);
    }

    @Test
    void wholeNumbers() {
        assertThat(Checks.notNegative(0L, "n")).isZero();
        assertThat(Checks.positive(1L, "n")).isEqualTo(1);
        assertThat(Checks.inClosed(3, 1, 3, "n")).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.notNegative(-1L, "n"))
                .withMessage("n must be in [0, inf), but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.positive(0L, "n"))
                .withMessage("n must be in [1, inf), but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.inClosed(4, 1, 3, "n"))
                .withMessage("n must be in [1, 3], but was 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.inClosed(0, 1, 3, "n"))
                .withMessage("n must be in [1, 3], but was 0");
    }

    @Test
    void parts() {
        assertThat(Checks.partOf(0, 0, "n")).isZero();
        assertThat(Checks.partOf(3, 3, "n")).isEqualTo(3);
        for (long bad : new long[] {-1, 4}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Checks.partOf(bad, 3, "n"))
                    .withMessage("n must be in [0, 3], but was " + bad);
        }
    }

    @Test
    void ranges() {
        accepts(x -> Checks.inClosed(x, 0, 1, "x"), 0, 1);
        refuses(x -> Checks.inClosed(x, 0, 1, "x"), "in [0, 1]", Double.NaN, -Double.MIN_VALUE, Math.nextUp(1.0));
        accepts(x -> Checks.inOpen(x, 0, 1, "x"), Double.MIN_VALUE, Math.nextDown(1.0));
        refuses(x -> Checks.inOpen(x, 0, 1, "x"), "in (0, 1)", Double.NaN, 0, 1);
    }

    @Test
    void boundsAreWrittenPlainly() {
        refuses(x -> Checks.inClosed(x, -0.5, 1e20, "x"), "in [-0.5, 1.0E20]", -1);
    }

    @Test
    void confidence() {
        assertThat(Checks.confidence(0.95)).isEqualTo(0.95);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.confidence(95))
                .withMessage("confidence must be in (0, 1), but was 95.0");
    }

    @Test
    @SuppressWarnings("NullAway")
    void notBlank() {
        assertThat(Checks.notBlank("a", "id")).isEqualTo("a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.notBlank(" \t", "id"))
                .withMessage("id must not be blank");
        assertThatNullPointerException().isThrownBy(() -> Checks.notBlank(null, "id"));
    }
}
