package org.loyalty4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogLoaderTest {
    private static final LogLoader LOADER = LogLoader.withDefaults();
    private static final int[] DAYS = {5, 4, 5};
    private static final long[] AMOUNTS = {300, 200, 100};

    @Test
    void columnsOfEveryKindMakeTheLogOfTheBuilder() {
        TransactionLog numbers = TransactionLog.builder(2)
                .add(10, 5, 300)
                .add(9, 4, 200)
                .add(10, 5, 100)
                .build();
        assertThat(LOADER.of(new int[] {10, 9, 10}, DAYS, AMOUNTS)).isEqualTo(numbers);
        assertThat(LOADER.of(new long[] {10, 9, 10}, DAYS, AMOUNTS)).isEqualTo(numbers);
        assertThat(LOADER.of(new long[] {10, 9}, new int[] {0, 1, 0}, DAYS, AMOUNTS, 3))
                .isEqualTo(numbers);
        TransactionLog texts = TransactionLog.builder(2)
                .add("10", 5, 300)
                .add("9", 4, 200)
                .add("10", 5, 100)
                .build();
        assertThat(LOADER.of(new String[] {"10", "9", "10"}, DAYS, AMOUNTS)).isEqualTo(texts);
        assertThat(LOADER.of(List.of("10", "9"), new int[] {0, 1, 0}, DAYS, AMOUNTS, 3))
                .isEqualTo(texts);
    }

    @Test
    void recordsMakeTheLogOfTheBuilder() {
        LocalDate day = LocalDate.of(2026, 5, 1);
        List<Transaction> rows = List.of(
                new Transaction("b", day, new BigDecimal("1.50")),
                new Transaction("a", day, BigDecimal.TEN),
                new Transaction("b", day.minusDays(1), new BigDecimal("-1E+1")));
        TransactionLog.Builder builder = TransactionLog.builder(3);
        rows.forEach(row -> builder.add(row.customerId(), row.date(), row.amount()));
        assertThat(LOADER.withScale(3).of(rows)).isEqualTo(builder.build());
    }

    @Test
    void entriesOfTheDictionaryMayRepeatOrBeUnused() {
        int[] customer = {0, 2, 1, -99};
        int[] days = {1, 2, 3, Integer.MAX_VALUE};
        long[] amounts = {10, 20, 30, 0};
        assertThat(LOADER.of(List.of("b", "a", "b", "c"), customer, days, amounts, 3))
                .isEqualTo(TransactionLog.builder(2)
                        .add("b", 1, 10)
                        .add("b", 2, 20)
                        .add("a", 3, 30)
                        .addCustomer("c")
                        .build());
        assertThat(LOADER.of(new long[] {7, -7, 7, Long.MAX_VALUE}, customer, days, amounts, 3))
                .isEqualTo(TransactionLog.builder(2)
                        .add(7, 1, 10)
                        .add(7, 2, 20)
                        .add(-7, 3, 30)
                        .addCustomer(Long.MAX_VALUE)
                        .build());
    }

    @Test
    void chunksShareADictionary() {
        List<LogChunk> chunks = List.of(
                LogChunk.of(new int[] {1, 0}, new int[] {1, 2}, new long[] {10, 20}, 2),
                LogChunk.of(new int[0], new int[0], new int[0], 0),
                LogChunk.of(new int[] {1, 0, 0}, new int[] {0, 2, 3}, new long[] {5, -20, 3}, 2));
        assertThat(LOADER.ofChunks(List.of("x", "w"), chunks))
                .isEqualTo(TransactionLog.builder(2)
                        .add("w", 1, 10)
                        .add("x", 2, 20)
                        .add("w", 0, 5)
                        .add("x", 2, -20)
                        .build());
        List<LogChunk> ofInts = List.of(LogChunk.of(new int[] {1, 0}, new int[] {1, 2}, new int[] {-10, 20}, 2));
        assertThat(LOADER.ofChunks(List.of("x", "w"), ofInts))
                .isEqualTo(TransactionLog.builder(2)
                        .add("w", 1, -10)
                        .add("x", 2, 20)
                        .build());
        assertThat(chunks.get(2)).hasToString("LogChunk: 2 rows");
    }

    @Test
    void nothingIsALogToo() {
        TransactionLog empty = TransactionLog.builder(2).build();
        assertThat(LOADER.of(List.of())).isEqualTo(empty);
        assertThat(LOADER.of(new int[0], new int[0], new long[0])).isEqualTo(empty);
        assertThat(LOADER.of(new long[0], new int[0], new long[0])).isEqualTo(empty);
        assertThat(LOADER.of(new String[0], new int[0], new long[0])).isEqualTo(empty);
        assertThat(LOADER.ofChunks(List.of(), List.of())).isEqualTo(empty);
        assertThat(LOADER.ofChunks(new long[0], List.of())).isEqualTo(empty);
        assertThat(LOADER.ofChunks(List.of("a"), List.of()))
                .isEqualTo(TransactionLog.builder(2).addCustomer("a").build());
    }

    @Test
    void doesNotChangeWhatItIsGiven() {
        int[] customers = {3, 1, 2};
        int[] days = DAYS.clone();
        long[] amounts = AMOUNTS.clone();
        LOADER.of(customers, days, amounts);
        LOADER.of(new long[] {9, 8, 7, 6}, customers, days, amounts, 3);
        assertThat(customers).containsExactly(3, 1, 2);
        assertThat(days).isEqualTo(DAYS);
        assertThat(amounts).isEqualTo(AMOUNTS);
    }

    @Test
    void refusesColumnsThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOADER.of(new int[2], DAYS, AMOUNTS))
                .withMessage("epochDay must have 2 elements, but had 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOADER.of(new String[] {"a"}, new int[1], AMOUNTS))
                .withMessage("minorUnits must have 1 elements, but had 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOADER.of(List.of("a"), new int[3], DAYS, AMOUNTS, 4))
                .withMessage("rows must be in [0, 3], but was 4");
    }

    @Test
    void namesTheFirstRowThatCannotBe() {
        int[] outOfRange = DAYS.clone();
        outOfRange[1] = 19_970_101;
        outOfRange[2] = Integer.MIN_VALUE;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOADER.of(new int[3], outOfRange, AMOUNTS))
                .withMessage("epochDay[1] must be in [0001-01-01, 9999-12-31], but was +56646-04-13");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOADER.of(new String[] {"a", " ", ""}, DAYS, AMOUNTS))
                .withMessage("customerId[1] must not be blank");
        assertThatNullPointerException()
                .isThrownBy(() -> LOADER.of(new String[] {"a", "b", null}, DAYS, AMOUNTS))
                .withMessage("customerId[2]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOADER.of(List.of("a", ""), new int[3], DAYS, AMOUNTS, 3))
                .withMessage("dictionary[1] must not be blank");
        assertThatNullPointerException()
                .isThrownBy(() -> LOADER.of(Arrays.asList("a", null), new int[3], DAYS, AMOUNTS, 3))
                .withMessage("dictionary[1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOADER.of(List.of("a"), new int[] {0, 1, -1}, DAYS, AMOUNTS, 3))
                .withMessage("customer[1] must be in [0, 0], but was 1");
        LogChunk good = LogChunk.of(new int[3], DAYS, AMOUNTS, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOADER.ofChunks(
                        new long[] {7}, List.of(good, LogChunk.of(new int[] {0, 0, -1}, DAYS, AMOUNTS, 3))))
                .withMessage("chunks[1].customer[2] must be in [0, 0], but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOADER.ofChunks(new long[0], List.of(good)))
                .withMessage("chunks[0].customer[0] must be a place in the dictionary, but that is empty");
        assertThatNullPointerException()
                .isThrownBy(() -> LOADER.ofChunks(new long[0], Arrays.asList(good, null)))
                .withMessage("chunks[1]");
    }

    @Test
    void namesTheFirstRecordThatCannotBe() {
        Transaction good = new Transaction("a", LocalDate.of(2026, 5, 1), BigDecimal.ONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        LOADER.withScale(0).of(List.of(good, new Transaction("a", good.date(), new BigDecimal("1.5")))))
                .withMessage("transactions[1].amount must have at most 0 decimals, but was 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOADER.of(
                        List.of(good, good, new Transaction("a", LocalDate.of(10_000, 1, 1), BigDecimal.ONE))))
                .withMessage("transactions[2].date must be in [0001-01-01, 9999-12-31], but was +10000-01-01");
        assertThatNullPointerException()
                .isThrownBy(() -> LOADER.of(Arrays.asList(good, null)))
                .withMessage("transactions[1]");
    }

    @Test
    void saysHowItIsSet() {
        assertThat(LOADER.withScale(0).withParallelism(2)).hasToString("LogLoader: scale 0, 2 threads");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOADER.withParallelism(0))
                .withMessage("parallelism must be in [1, 1024], but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOADER.withScale(10))
                .withMessage("scale must be in [0, 9], but was 10");
    }
}
