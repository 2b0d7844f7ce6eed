package org.loyalty4j.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceSortTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 8, 9, 1000})
    void sortsAsTheLibraryDoesAndKeepsTheOrderOfEquals(int size) {
        int[] values = new Random(size).ints(size, 0, 20).toArray();
        int[] expected = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparing(place -> values[place]))
                .mapToInt(Integer::intValue)
                .toArray();

        int[] sorted = PlaceSort.sort(
                IntStream.range(0, size).toArray(), (one, other) -> Integer.compare(values[one], values[other]));

        assertThat(sorted).isEqualTo(expected);
    }

    @Test
    void sortsSomePlacesOnly() {
        double[] values = {5, 3, 9, 1};
        assertThat(PlaceSort.sort(new int[] {2, 0, 3}, (one, other) -> Double.compare(values[one], values[other])))
                .containsExactly(3, 0, 2);
    }
}
