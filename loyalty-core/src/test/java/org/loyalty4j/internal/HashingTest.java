package org.loyalty4j.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HashingTest {
    private static final int SLOTS = 1 << 14;

    /** By chance 4096 keys fall on 3624 of the slots. */
    @Test
    void keysOfEveryKindAreSpread() {
        assertThat(slotsTaken(i -> i)).isGreaterThan(3000);
        assertThat(slotsTaken(i -> -i)).isGreaterThan(3000);
        assertThat(slotsTaken(i -> i << 22)).isGreaterThan(3000);
        assertThat(slotsTaken(i -> i << 40)).isGreaterThan(3000);
        assertThat(slotsTaken(i -> Double.doubleToRawLongBits(i))).isGreaterThan(3000);
        assertThat(slotsTaken(i -> Double.doubleToRawLongBits(1000 * i))).isGreaterThan(3000);
        assertThat(slotsTaken(i -> Double.doubleToRawLongBits(i / 7.0))).isGreaterThan(3000);
        assertThat(slotsTaken(i -> Double.doubleToRawLongBits(i / 100.0))).isGreaterThan(3000);
    }

    private static long slotsTaken(LongUnaryOperator key) {
        return LongStream.range(0, 4096)
                .map(i -> Hashing.slot(key.applyAsLong(i), SLOTS))
                .distinct()
                .count();
    }

    @Test
    void slotsAreThoseOfTheTable() {
        assertThat(LongStream.range(-1000, 1000)
                        .map(key -> Hashing.slot(key * key * key, 2))
                        .distinct()
                        .sorted())
                .containsExactly(0L, 1L);
    }
}
