package org.loyalty4j.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.loyalty4j.summary.PurchaseSummaries;

/** As many rows as fill several slices, parts, tables and blocks, against sorting all of them as numbers. */
class LogLoaderConsistencyTest {
    private static final int ROWS = 2_200_000;
    private static final int CUSTOMERS = 100_000;
    private static final int DAYS = 730;
    private static final int[] CUSTOMER = new int[ROWS];
    private static final int[] DAY = new int[ROWS];
    private static final long[] AMOUNT = new long[ROWS];
    private static final TransactionLog EXPECTED;

    static {
        SplittableRandom random = new SplittableRandom(1);
        long[] packed = new long[ROWS];
        for (int row = 0; row < ROWS; row++) {
            // One customer has a tenth of all rows, and some have none.
            CUSTOMER[row] = random.nextInt(10) == 0 ? 77_777 : random.nextInt(CUSTOMERS);
            DAY[row] = random.nextInt(DAYS);
            AMOUNT[row] = random.nextInt(1 << 20);
            packed[row] = ((long) CUSTOMER[row] << 40) | ((long) DAY[row] << 20) | AMOUNT[row];
        }
        Arrays.sort(packed);
        TransactionLog.Builder builder = TransactionLog.builder(2);
        for (long row : packed) {
            builder.add(row >>> 40, (int) (row >>> 20) & 0xFFFFF, row & 0xFFFFF);
        }
        EXPECTED = builder.build();
        for (int row = 0; row < ROWS; row++) {
            if (EXPECTED.epochDay(row) != ((packed[row] >>> 20) & 0xFFFFF)
                    || EXPECTED.minorUnits(row) != (packed[row] & 0xFFFFF)) {
                throw new AssertionError("row " + row);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void numbersMakeTheSortedLog(int threads) {
        LogLoader loader = LogLoader.withDefaults().withParallelism(threads);
        assertThat(loader.of(CUSTOMER, DAY, AMOUNT).equals(EXPECTED)).isTrue();
        long[] ids = Arrays.stream(CUSTOMER).asLongStream().toArray();
        assertThat(loader.of(ids, DAY, AMOUNT).equals(EXPECTED)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void textsMakeTheSameRows(int threads) {
        // Eight digits after what all have in common, and more than that, which go by their hash.
        for (String beginning : new String[] {"C", "A long beginning, "}) {
            String[] ids = new String[ROWS];
            for (int row = 0; row < ROWS; row++) {
                ids[row] = (CUSTOMER[row] % 1_000 == 7 ? "B" : beginning) + (10_000_000 + CUSTOMER[row]);
            }
            TransactionLog log =
                    LogLoader.withDefaults().withParallelism(threads).of(ids, DAY, AMOUNT);
            assertThat(log.customerCount()).isEqualTo(EXPECTED.customerCount());
            for (int c = 0; c < EXPECTED.customerCount(); c += 13) {
                int customer = Integer.parseInt(EXPECTED.customerId(c));
                String id = (customer % 1_000 == 7 ? "B" : beginning) + (10_000_000 + customer);
                assertSameRows(log, log.indexOf(id).orElseThrow(), c);
            }
            assertThat(log.customerIds()).isSorted();
        }
    }

    private static void assertSameRows(TransactionLog log, int customer, int expected) {
        int first = log.firstRow(customer);
        int rows = log.endRow(customer) - first;
        assertThat(rows).isEqualTo(EXPECTED.endRow(expected) - EXPECTED.firstRow(expected));
        for (int row = 0; row < rows; row++) {
            if (log.epochDay(first + row) != EXPECTED.epochDay(EXPECTED.firstRow(expected) + row)
                    || log.minorUnits(first + row) != EXPECTED.minorUnits(EXPECTED.firstRow(expected) + row)) {
                throw new AssertionError("row " + row + " of customer " + log.customerId(customer));
            }
        }
    }

    @Test
    void summariesAreTheSameOnAnyNumberOfThreads() {
        LocalDate asOf = LocalDate.ofEpochDay(DAYS - 30);
        PurchaseSummaries expected = PurchaseSummaries.of(EXPECTED, asOf);
        for (int threads : new int[] {2, 3, 7}) {
            PurchaseSummaries summaries = PurchaseSummaries.of(EXPECTED, expected.rules(), asOf, threads);
            assertThat(summaries.equals(expected)).isTrue();
            assertThat(summaries.dataReport()).isEqualTo(expected.dataReport());
        }
    }
}
