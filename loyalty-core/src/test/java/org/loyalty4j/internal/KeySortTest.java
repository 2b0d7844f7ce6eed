package org.loyalty4j.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySortTest {

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
            KeySort.sort(values, 0, size);
            assertThat(values).isEqualTo(expected);
        }
    }

    @Test
    void onlyTheRangeIsSorted() {
        long[] values = new Random(1).longs(5000).toArray();
        long[] expected = values.clone();
        Arrays.sort(expected, 300, 4000);
        KeySort.sort(values, 300, 4000);
        assertThat(values).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 47, 48, 49, 1000, 5000})
    void placesAreSortedAsTheLibraryDoesAndEqualOnesKeepTheirOrder(int size) {
        Random random = new Random(size);
        double[] special = {
            -0.0, 0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.MIN_VALUE, -1e300
        };
        double[] numbers = random.ints(size, 0, 200)
                .mapToDouble(i -> i < special.length ? special[i] : (i - 100) / 7.0)
                .toArray();
        int[] expected = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparing(place -> numbers[place]))
                .mapToInt(Integer::intValue)
                .toArray();
        assertThat(KeySort.order(numbers)).isEqualTo(expected);
        for (double number : numbers) {
            assertThat(Double.compare(SortableDoubles.value(SortableDoubles.bits(number)), number))
                    .isZero();
        }
    }

    @Test
    void somePlacesAreSortedByNumbersOfAnySign() {
        long[] numbers = {5, -3, Long.MAX_VALUE, Long.MIN_VALUE, 0};
        int[] places = {2, 0, 3, 1};
        KeySort.sortPlaces(places, place -> numbers[place]);
        assertThat(places).containsExactly(3, 1, 0, 2);
    }
}
