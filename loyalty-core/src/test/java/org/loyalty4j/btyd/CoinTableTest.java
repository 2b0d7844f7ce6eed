package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CoinTableTest {
    @Test
    void coinsSurviveByTheBetaBinomial() {
        CoinTable coins = new CoinTable(1, 3);
        assertThat(Arrays.copyOf(coins.survived(3), 4))
                .containsExactly(new double[] {1, 0.75, 0.6, 0.5}, within(1e-15));
        assertThat(Arrays.copyOf(coins.expected(3), 4)).containsExactly(new double[] {0, 1, 1.75, 2.35}, within(1e-15));
    }

    /** So that a table may be shared by customers of whom one needs more of it than the other. */
    @Test
    void aTableThatGrewIsTheSameToTheBit() {
        CoinTable once = new CoinTable(0.8, 2.4);
        CoinTable grown = new CoinTable(0.8, 2.4);
        for (int most : new int[] {0, 1, 5, 4, 40, 99}) {
            assertThat(grown.survived(most)).hasSizeGreaterThan(most);
            assertThat(grown.expected(most)).hasSizeGreaterThan(most);
        }
        assertThat(Arrays.copyOf(grown.survived(99), 100)).isEqualTo(Arrays.copyOf(once.survived(99), 100));
        assertThat(Arrays.copyOf(grown.expected(99), 100)).isEqualTo(Arrays.copyOf(once.expected(99), 100));
    }
}
