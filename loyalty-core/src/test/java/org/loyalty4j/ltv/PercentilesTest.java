package org.loyalty4j.ltv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Interval;

class PercentilesTest {

    /** 1, 2, .. n, out of order. */
    private static double[] numbers(int n) {
        return IntStream.range(0, n).mapToDouble(i -> 1 + (i * 7L) % n).toArray();
    }

    @Test
    void theEndsAreOrderStatisticsWithTheSameNumberOutside() {
        assertThat(Percentiles.interval(numbers(19), 0.9)).isEqualTo(new Interval(1, 19, 0.9));
        assertThat(Percentiles.interval(numbers(39), 0.95)).isEqualTo(new Interval(1, 39, 0.95));
        assertThat(Percentiles.interval(numbers(199), 0.95)).isEqualTo(new Interval(5, 195, 0.95));
        assertThat(Percentiles.interval(numbers(199), 0.99)).isEqualTo(new Interval(1, 199, 0.99));
        assertThat(Percentiles.interval(numbers(999), 0.95)).isEqualTo(new Interval(25, 975, 0.95));
    }

    @Test
    void betweenTwoRanksTheOuterOneKeepsTheLevel() {
        // (60 + 1) 0.05 = 3.05 and (76 + 1) 0.05 = 3.85
        assertThat(Percentiles.interval(numbers(60), 0.9)).isEqualTo(new Interval(3, 58, 0.9));
        assertThat(Percentiles.interval(numbers(76), 0.9)).isEqualTo(new Interval(3, 74, 0.9));
    }

    @Test
    void aLevelThatTheDrawsCannotGiveIsRefusedWithTheirNumber() {
        assertThat(Percentiles.confidence(0.9, 19, "draws")).isEqualTo(0.9);
        assertThat(Percentiles.confidence(0.95, 39, "draws")).isEqualTo(0.95);
        assertThat(Percentiles.confidence(0.99, 199, "draws")).isEqualTo(0.99);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Percentiles.confidence(0.95, 38, "draws"))
                .withMessage("draws must be in [39, inf) for a confidence of 0.95, but was 38");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Percentiles.confidence(0.99, 19, "replicates"))
                .withMessage("replicates must be in [199, inf) for a confidence of 0.99, but was 19");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Percentiles.confidence(Double.NaN, 19, "draws"))
                .withMessage("confidence must be in (0, 1), but was NaN");
    }
}
