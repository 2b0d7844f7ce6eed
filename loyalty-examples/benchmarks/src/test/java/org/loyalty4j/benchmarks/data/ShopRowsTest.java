package org.loyalty4j.benchmarks.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ShopRowsTest {
    private static final ShopRows SHOP = new ShopRows(100_000, 1_000, 1);

    @Test
    void rowsAreThoseOfTheSeed() {
        assertThat(new ShopRows(100_000, 1_000, 1).amountColumn()).isEqualTo(SHOP.amountColumn());
        assertThat(new ShopRows(100_000, 1_000, 2).amountColumn()).isNotEqualTo(SHOP.amountColumn());
    }

    @Test
    void theBestHundredthHasATenthOfTheRows() {
        long[] counts = new long[1_000];
        for (int customer : SHOP.customerColumn()) {
            counts[customer]++;
        }
        Arrays.sort(counts);
        assertThat(counts[0]).isPositive();
        double share = Arrays.stream(counts, 990, 1_000).sum() / 100_000.0;
        assertThat(share).isCloseTo(0.1, within(0.01));
    }

    @Test
    void someRowsAreRefundsAndSomeAreForNothing() {
        long[] amounts = SHOP.amountColumn();
        assertThat(share(Arrays.stream(amounts).filter(a -> a < 0).count())).isCloseTo(1 / 32.0, within(0.005));
        assertThat(share(Arrays.stream(amounts).filter(a -> a == 0).count())).isCloseTo(1 / 128.0, within(0.002));
    }

    private static double share(long rows) {
        return rows / 100_000.0;
    }

    @Test
    void daysLieBetweenTheOpeningAndTheEnd() {
        int[] days = SHOP.dayColumn();
        assertThat(Arrays.stream(days).min().orElseThrow()).isGreaterThanOrEqualTo((int) ShopRows.OPENED.toEpochDay());
        assertThat(Arrays.stream(days).max().orElseThrow()).isEqualTo((int) ShopRows.AS_OF.toEpochDay());
    }

    @Test
    void idsAreReadBack() {
        assertThat(ShopId.INT.of(17)).isEqualTo("17");
        assertThat(ShopId.SERIAL.of(17)).isEqualTo("C100000017");
        assertThat(ShopId.HASH.of(17)).hasSize(16).isNotEqualTo(ShopId.HASH.of(18));
        for (ShopId ids : ShopId.values()) {
            for (int customer : new int[] {0, 17, 999_999, Integer.MAX_VALUE - ShopRows.FIRST_SERIAL}) {
                assertThat(ShopId.customerOf(ids.of(customer))).isEqualTo(customer);
            }
        }
    }
}
