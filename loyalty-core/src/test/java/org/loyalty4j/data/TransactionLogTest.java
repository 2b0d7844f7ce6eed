package org.loyalty4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionLogTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

    private static Transaction row(String id, int day, String amount) {
        return new Transaction(id, DAY.plusDays(day), new BigDecimal(amount));
    }

    @Test
    void holdsRowsByCustomerDayAndAmount() {
        TransactionLog log = TransactionLog.of(
                List.of(row("b", 2, "1"), row("a", 9, "3"), row("b", 1, "5.5"), row("b", 1, "-2.25")));
        assertThat(log.customerIds()).containsExactly("a", "b");
        assertThat(log.transactions())
                .containsExactly(row("a", 9, "3.00"), row("b", 1, "-2.25"), row("b", 1, "5.50"), row("b", 2, "1.00"));
        assertThat(log.firstRow(1)).isEqualTo(1);
        assertThat(log.endRow(1)).isEqualTo(4);
        assertThat(log.minorUnits(1)).isEqualTo(-225);
        assertThat(log.epochDay(1)).isEqualTo((int) DAY.plusDays(1).toEpochDay());
        assertThat(log.indexOf("b")).hasValue(1);
        assertThat(log.indexOf("c")).isEmpty();
        assertThat(log.firstDate()).hasValue(DAY.plusDays(1));
        assertThat(log.lastDate()).hasValue(DAY.plusDays(9));
        assertThat(log.scale()).isEqualTo(TransactionLog.DEFAULT_SCALE);
        assertThat(log).hasToString("TransactionLog: 4 transactions of 2 customers, 2026-05-02 to 2026-05-10");
    }

    @Test
    void emptyIsALogToo() {
        TransactionLog empty = TransactionLog.of(List.of());
        assertThat(empty.customerCount()).isZero();
        assertThat(empty.transactions()).isEmpty();
        assertThat(empty.firstDate()).isEmpty();
        assertThat(empty.lastDate()).isEmpty();
        assertThat(empty).hasToString("TransactionLog: 0 transactions of 0 customers");
        TransactionLog numbers = TransactionLog.builder(2).add(7L, 0, 1).build();
        assertThat(empty.merge(numbers)).isEqualTo(numbers);
        assertThat(numbers.merge(empty)).isEqualTo(numbers);
    }

    @Test
    void prospectsAreCustomersWithoutRows() {
        TransactionLog log = TransactionLog.builder(0)
                .addCustomer("c")
                .addCustomer("a")
                .add("b", 3, 10)
                .add("d", 4, 20)
                .addCustomer("b")
                .build();
        assertThat(log.customerIds()).containsExactly("a", "b", "c", "d");
        assertThat(IntStream.range(0, 4).map(c -> log.endRow(c) - log.firstRow(c)))
                .containsExactly(0, 1, 0, 1);
        assertThat(log.transactions().stream().map(Transaction::customerId)).containsExactly("b", "d");
    }

    @Test
    void idsAreOrderedAsTextsOrAsNumbers() {
        assertThat(TransactionLog.builder(0)
                        .addCustomer("10")
                        .addCustomer("9")
                        .build()
                        .customerIds())
                .containsExactly("10", "9");
        TransactionLog numbers = TransactionLog.builder(0)
                .addCustomer(10)
                .addCustomer(9)
                .addCustomer(-3)
                .addCustomer(Long.MIN_VALUE)
                .build();
        assertThat(numbers.customerIds()).containsExactly("-9223372036854775808", "-3", "9", "10");
        assertThat(numbers.indexOf("9")).hasValue(2);
        for (String notTheId : List.of("09", "+9", " 9", "nine", "٩", "9.0")) {
            assertThat(numbers.indexOf(notTheId)).isEmpty();
        }
    }

    @Test
    void takesInCustomersWithoutATransaction() {
        TransactionLog texts = TransactionLog.builder(0).add("10", 1, 1).build();
        assertThat(texts.withCustomers(List.of("9", "10")).customerIds()).containsExactly("10", "9");
        TransactionLog numbers = TransactionLog.builder(0).add(10, 1, 1).build();
        assertThat(numbers.withCustomers(List.of("9", "10")).customerIds()).containsExactly("9", "10");
        assertThat(numbers.withCustomers(List.of("9", "9")))
                .isEqualTo(
                        TransactionLog.builder(0).addCustomer(9).add(10, 1, 1).build());
        assertThat(numbers.withCustomers(List.of("10"))).isSameAs(numbers);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> numbers.withCustomers(List.of("010")))
                .withMessage("customerId must be a long like the ids before it, but was the text 010");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> texts.withCustomers(List.of(" ")))
                .withMessage("customerId must not be blank");
    }

    @Test
    void keepsSomeOfItsCustomersWithTheirRows() {
        TransactionLog texts = TransactionLog.builder(0)
                .add("a", 1, 1)
                .add("b", 2, 20)
                .addCustomer("c")
                .add("d", 4, 40)
                .add("d", 3, 30)
                .build();
        assertThat(texts.onlyCustomers(customer -> customer >= 2))
                .isEqualTo(TransactionLog.builder(0)
                        .addCustomer("c")
                        .add("d", 3, 30)
                        .add("d", 4, 40)
                        .build());
        assertThat(texts.onlyCustomers(customer -> true)).isSameAs(texts);
        assertThat(texts.onlyCustomers(customer -> false).customerCount()).isZero();
        TransactionLog numbers =
                TransactionLog.builder(0).add(1, 1, 1).add(10, 2, 20).build();
        assertThat(numbers.onlyCustomers(customer -> customer == 1))
                .isEqualTo(TransactionLog.builder(0).add(10, 2, 20).build());
    }

    @Test
    void refusesToMixKindsOfIds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TransactionLog.builder(0).add("a", 1, 1).add(5, 1, 1))
                .withMessage("customerId must be a text like the ids before it, but was the long 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TransactionLog.builder(0).addCustomer(5).addCustomer("a"))
                .withMessage("customerId must be a long like the ids before it, but was the text a");
        TransactionLog texts = TransactionLog.builder(0).add("1", 1, 1).build();
        TransactionLog numbers = TransactionLog.builder(0).add(1, 1, 1).build();
        assertThat(texts).isNotEqualTo(numbers);
        assertThatIllegalArgumentException().isThrownBy(() -> texts.merge(numbers));
        assertThatIllegalArgumentException().isThrownBy(() -> numbers.merge(texts));
    }

    @Test
    void refusesOtherScales() {
        TransactionLog yen = TransactionLog.builder(0).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TransactionLog.of(List.of()).merge(yen))
                .withMessage("scale must be 2 in both logs, but was 0");
        for (int scale : new int[] {-1, 10}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TransactionLog.builder(scale))
                    .withMessage("scale must be in [0, 9], but was " + scale);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TransactionLog.collector(
                            Transaction::customerId, Transaction::date, Transaction::amount, scale));
        }
        assertThat(TransactionLog.builder(9)
                        .add("a", DAY, new BigDecimal("0.123456789"))
                        .build()
                        .minorUnits(0))
                .isEqualTo(123456789);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 100",
        "1.5, 150",
        "-0.01, -1",
        "1e3, 100000",
        "1.2300, 123",
        "0e1000000000, 0",
        "0e-1000000000, 0",
        "92233720368547758.07, 9223372036854775807",
        "-92233720368547758.08, -9223372036854775808"
    })
    void amountsAreExact(String amount, long minorUnits) {
        TransactionLog log = TransactionLog.of(List.of(row("a", 0, amount)));
        assertThat(log.minorUnits(0)).isEqualTo(minorUnits);
        assertThat(log.transactions().get(0).amount()).isEqualTo(BigDecimal.valueOf(minorUnits, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "1.005, have at most 2 decimals, 1.005",
        "1e-2000000000, have at most 2 decimals, 1E-2000000000",
        "92233720368547758.08, be below 2^63 minor units of 2 decimals, 92233720368547758.08",
        "1e400, be below 2^63 minor units of 2 decimals, 1E+400",
        "-1e400, be below 2^63 minor units of 2 decimals, -1E+400",
        "1e1000000000, be below 2^63 minor units of 2 decimals, 1E+1000000000",
        "1e2147483647, be below 2^63 minor units of 2 decimals, 1E+2147483647"
    })
    void amountsThatDoNotFitAreRefusedByIndex(String amount, String expected, String shown) {
        List<Transaction> rows = new ArrayList<>(Collections.nCopies(17, row("a", 0, "1")));
        rows.add(row("b", 0, amount));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TransactionLog.of(rows))
                .withMessage("transactions[17].amount must " + expected + ", but was " + shown);
    }

    @Test
    void hugeExponentsAreRefusedAtOnce() {
        BigDecimal huge = new BigDecimal("1e2000000000");
        assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> TransactionLog.builder(0).add("a", DAY, huge)));
    }

    @Test
    void daysFarOffAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TransactionLog.of(
                        List.of(row("a", 0, "1"), new Transaction("a", LocalDate.MAX, BigDecimal.ONE))))
                .withMessage("transactions[1].date must be in [0001-01-01, 9999-12-31], but was +999999999-12-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TransactionLog.builder(0).add("a", 19970101, 1))
                .withMessage("epochDay must be in [0001-01-01, 9999-12-31], but was +56646-04-13");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TransactionLog.builder(0).add(1, Integer.MIN_VALUE, 1));
        LocalDate last = LocalDate.of(9999, 12, 31);
        LocalDate first = LocalDate.of(1, 1, 1);
        assertThat(TransactionLog.builder(0)
                        .add("a", last, BigDecimal.ONE)
                        .add(" a", (int) first.toEpochDay(), 1)
                        .build()
                        .firstDate())
                .hasValue(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void blankIdsAreRefused(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TransactionLog.builder(2).add(id, 0, 1))
                .withMessage("customerId must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TransactionLog.builder(2).addCustomer(id));
    }

    @Test
    void aNullRowIsRefusedByIndex() {
        assertThatNullPointerException()
                .isThrownBy(() -> TransactionLog.of(Arrays.asList(row("a", 0, "1"), null)))
                .withMessage("transactions[1]");
    }

    @Test
    void indexesAreChecked() {
        TransactionLog log = TransactionLog.of(List.of(row("a", 0, "1")));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> log.customerId(1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> log.customerId(-1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> log.transactions().get(1));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> log.transactions().set(0, row("a", 0, "1")));
    }

    @Test
    void theBuilderCanGoOn() {
        TransactionLog.Builder builder = TransactionLog.builder(2).add("b", 1, 1);
        TransactionLog one = builder.build();
        TransactionLog two = builder.add("a", 2, 2).build();
        assertThat(builder.transactionCount()).isEqualTo(2);
        assertThat(one.transactionCount()).isEqualTo(1);
        assertThat(two)
                .isEqualTo(one.merge(TransactionLog.builder(2).add("a", 2, 2).build()));
        assertThat(builder.addAll(two).build().transactionCount()).isEqualTo(4);
    }

    @Test
    void equalityLooksAtEverything() {
        TransactionLog log = TransactionLog.builder(2).add("a", 1, 1).build();
        assertThat(log)
                .isEqualTo(TransactionLog.builder(2).add("a", 1, 1).build())
                .isNotEqualTo(TransactionLog.builder(1).add("a", 1, 1).build())
                .isNotEqualTo(TransactionLog.builder(2).add("b", 1, 1).build())
                .isNotEqualTo(TransactionLog.builder(2).add("a", 2, 1).build())
                .isNotEqualTo(TransactionLog.builder(2).add("a", 1, 2).build())
                .isNotEqualTo(TransactionLog.builder(2)
                        .add("a", 1, 1)
                        .addCustomer("b")
                        .build())
                .isNotEqualTo("log");
    }

    @Test
    void manyRowsInAnyOrderFindTheirCustomers() {
        Random random = new Random(7);
        Map<Long, Long> sums = new TreeMap<>();
        TransactionLog.Builder numbers = TransactionLog.builder(2);
        TransactionLog.Builder texts = TransactionLog.builder(2);
        for (int i = 0; i < 200_000; i++) {
            // Powers of two apart: a weak hash would put them all in one slot.
            long id = (long) random.nextInt(20_000) << (i % 2 == 0 ? 0 : 40);
            long amount = random.nextInt(1_000);
            numbers.add(id, random.nextInt(1_000), amount);
            texts.add("customer-" + id, 0, amount);
            sums.merge(id, amount, Long::sum);
        }
        TransactionLog log = numbers.build();
        assertThat(log.customerIds())
                .containsExactlyElementsOf(
                        sums.keySet().stream().map(String::valueOf).toList());
        for (int c = 0; c < log.customerCount(); c++) {
            long sum = IntStream.range(log.firstRow(c), log.endRow(c))
                    .mapToLong(log::minorUnits)
                    .sum();
            assertThat(sum).isEqualTo(sums.get(Long.valueOf(log.customerId(c))));
        }
        assertThat(texts.build().customerCount()).isEqualTo(log.customerCount());
    }
}
