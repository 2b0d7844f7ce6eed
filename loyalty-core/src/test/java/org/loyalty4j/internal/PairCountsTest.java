package org.loyalty4j.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.loyalty4j.support.Serial;

class PairCountsTest {
    @Test
    void countsWhatATreeOfPairsCounts() {
        Random random = new Random(1);
        PairCounts counts = new PairCounts();
        TreeMap<String, Long> expected = new TreeMap<>();
        for (int i = 0; i < 5000; i++) {
            int a = random.nextInt(40);
            int b = random.nextInt(40);
            counts.add(a, b, 1 + i % 3);
            expected.merge(String.format(Locale.ROOT, "%02d %02d", a, b), 1L + i % 3, Long::sum);
        }
        List<String> seen = new ArrayList<>();
        counts.forEach((a, b, count) -> seen.add(String.format(Locale.ROOT, "%02d %02d: %d", a, b, count)));
        assertThat(seen)
                .isEqualTo(expected.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .toList());
        assertThat(counts.size()).isEqualTo(expected.size());
        assertThat(counts.total())
                .isEqualTo(expected.values().stream().mapToLong(Long::longValue).sum());
        assertThat(counts.count(99, 99)).isZero();
        assertThat(counts).hasToString("PairCounts: " + counts.total() + " of " + counts.size() + " pairs");
    }

    @Test
    void neitherOrderNorSplitMatters() {
        Random random = new Random(2);
        List<long[]> pairs = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            pairs.add(new long[] {random.nextLong(), random.nextInt(3) - 1L});
        }
        PairCounts all = new PairCounts();
        pairs.forEach(pair -> all.add(pair[0], pair[1]));
        Collections.shuffle(pairs, random);
        PairCounts one = new PairCounts();
        PairCounts other = new PairCounts();
        pairs.subList(0, 300).forEach(pair -> one.add(pair[0], pair[1]));
        pairs.subList(300, 1000).forEach(pair -> other.add(pair[0], pair[1]));
        one.addAll(other);
        assertThat(one).isEqualTo(all).hasSameHashCodeAs(all);
        Serial.assertRoundTrip(one);
        one.addAll(one);
        assertThat(one.total()).isEqualTo(2000);
        assertThat(one).isNotEqualTo(all).isNotEqualTo(other).isNotEqualTo("");
    }

    @Test
    void onlyPositiveNumbersOfTimesAreCounted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PairCounts().add(1, 1, 0))
                .withMessage("times must be in [1, inf), but was 0");
    }
}
