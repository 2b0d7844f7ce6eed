package org.loyalty4j.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RadixSortTest {

    /** Bits kept of each random number: none, a digit and less, two, three, all. */
    @ParameterizedTest
    @ValueSource(ints = {0, 7, 11, 12, 24, 40, 63, 64})
    void sortsAsComparisonDoes(int bits) {
        Random random = new Random(bits);
        for (int size : new int[] {0, 1, 100, 2048, 2049, 10_000}) {
            long[] values = random.longs(size)
                    .map(value -> bits == 0 ? -3 : value >> (Long.SIZE - bits))
                    .toArray();
            long[] expected = values.clone();
            Arrays.sort(expected);
            RadixSort.sort(values, size);
            assertThat(values).isEqualTo(expected);
        }
    }

    @Test
    void onlyTheFirstAreSorted() {
        long[] values = new Random(1).longs(5000).toArray();
        long[] expected = values.clone();
        Arrays.sort(expected, 0, 4000);
        RadixSort.sort(values, 4000);
        assertThat(values).isEqualTo(expected);
    }
}
