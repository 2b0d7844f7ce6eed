package org.loyalty4j.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.loyalty4j.support.Row;

/** Any way in, any order of the rows and any number of threads: the log that sorting the records gives. */
class LogLoaderPropertyTest {

    /** Ids that are hard to tell apart or to order: prefixes of each other, with a NUL, beyond Latin-1, with equal hashes. */
    @Provide
    Arbitrary<List<Row>> rows() {
        Arbitrary<String> ids = Arbitraries.oneOf(
                Arbitraries.of("a", "a\0", "a\0\0", "ab", "Aa", "BB", "12345678", "123456789", "12345678\0"),
                Arbitraries.of("客", "客様", "客\u0001", "\uFFFF", "é", "\uD83D\uDE00", "\uD83D", " x"),
                Arbitraries.strings()
                        .withChars('a', 'b', '\0', 'あ')
                        .ofMinLength(1)
                        .ofMaxLength(20),
                Arbitraries.integers().between(0, 300).map(i -> "customer-" + (1_000_000 + i)));
        Arbitrary<Long> amounts = Arbitraries.oneOf(
                Arbitraries.longs().between(-3, 3),
                Arbitraries.longs().between(-3, 3),
                Arbitraries.of((long) Integer.MAX_VALUE, (long) Integer.MIN_VALUE),
                Arbitraries.of(Integer.MAX_VALUE + 1L, Integer.MIN_VALUE - 1L, Long.MAX_VALUE, Long.MIN_VALUE));
        return Combinators.combine(
                        ids, Arbitraries.oneOf(days(0, 5), days(-700_000, 2_000_000)), Arbitraries.just(amounts))
                .flatAs((id, day, any) -> any.map(amount -> new Row(id, day, amount)))
                .list()
                .ofMaxSize(400);
    }

    private static Arbitrary<Integer> days(int first, int last) {
        return Arbitraries.integers().between(first, last);
    }

    @Property(seed = "1", tries = 150)
    void textsMakeOneLog(@ForAll("rows") List<Row> given, @ForAll Random random) {
        List<Row> rows = given.stream().filter(row -> !row.id().isBlank()).toList();
        TransactionLog expected = sorted(rows);
        List<Row> shuffled = TransactionLogPropertyTest.shuffled(rows, random);
        String[] ids = shuffled.stream().map(Row::id).toArray(String[]::new);
        int[] days = days(shuffled);
        long[] amounts = amounts(shuffled);
        List<String> dictionary = new ArrayList<>(List.of(ids));
        Collections.shuffle(dictionary, random);
        int[] places = shuffled.stream()
                .mapToInt(row -> random.nextBoolean() ? dictionary.indexOf(row.id()) : dictionary.lastIndexOf(row.id()))
                .toArray();
        for (int threads : new int[] {1, 2, 3, 7}) {
            LogLoader loader = LogLoader.withDefaults().withParallelism(threads);
            assertThat(loader.of(ids, days, amounts)).isEqualTo(expected);
            assertThat(loader.of(dictionary, places, days, amounts, ids.length)).isEqualTo(expected);
            assertThat(loader.ofChunks(dictionary, chunks(places, days, amounts, random)))
                    .isEqualTo(expected);
            assertThat(loader.of(
                            shuffled.stream().map(LogLoaderPropertyTest::record).toList()))
                    .isEqualTo(expected);
        }
        assertThat(Row.log(shuffled)).isEqualTo(expected).hasSameHashCodeAs(expected);
    }

    @Property(seed = "1", tries = 100)
    void numbersMakeOneLog(@ForAll("rows") List<Row> rows, @ForAll Random random, @ForAll("spreads") long spread) {
        Map<String, Long> numbers = new TreeMap<>();
        rows.forEach(row -> numbers.putIfAbsent(row.id(), (random.nextInt(2_000) - 1_000) * spread));
        TransactionLog.Builder builder = TransactionLog.builder(2);
        rows.forEach(row -> builder.add(number(numbers, row), row.epochDay(), row.amount()));
        TransactionLog expected = builder.build();
        assertThat(expected.customerIds())
                .containsExactlyElementsOf(rows.stream()
                        .map(row -> number(numbers, row))
                        .distinct()
                        .sorted()
                        .map(String::valueOf)
                        .toList());
        List<Row> shuffled = TransactionLogPropertyTest.shuffled(rows, random);
        long[] ids = shuffled.stream().mapToLong(row -> number(numbers, row)).toArray();
        int[] days = days(shuffled);
        long[] amounts = amounts(shuffled);
        for (int threads : new int[] {1, 2, 3, 7}) {
            LogLoader loader = LogLoader.withDefaults().withParallelism(threads);
            assertThat(loader.of(ids, days, amounts)).isEqualTo(expected);
            int[] places = IntStream.range(0, ids.length).toArray();
            assertThat(loader.of(ids, places, days, amounts, ids.length)).isEqualTo(expected);
            assertThat(loader.ofChunks(ids, chunks(places, days, amounts, random)))
                    .isEqualTo(expected);
            if (spread <= 1_000_000) {
                int[] small = shuffled.stream()
                        .mapToInt(row -> Math.toIntExact(number(numbers, row)))
                        .toArray();
                assertThat(loader.of(small, days, amounts)).isEqualTo(expected);
            }
        }
    }

    private static long number(Map<String, Long> numbers, Row row) {
        return numbers.getOrDefault(row.id(), 0L);
    }

    @Provide
    Arbitrary<Long> spreads() {
        return Arbitraries.of(1L, 3L, 1_000_000L, 1L << 40, Long.MAX_VALUE / 1_000);
    }

    /** The log whose rows come sorted to the builder, checked row by row against the records. */
    private static TransactionLog sorted(List<Row> rows) {
        List<Row> sorted = rows.stream()
                .sorted(Comparator.comparing(Row::id).thenComparing(Row::day).thenComparing(Row::amount))
                .toList();
        TransactionLog log = Row.log(sorted);
        assertThat(log.customerIds())
                .containsExactlyElementsOf(
                        sorted.stream().map(Row::id).distinct().toList());
        assertThat(log.transactions())
                .isEqualTo(sorted.stream().map(LogLoaderPropertyTest::record).toList());
        return log;
    }

    private static Transaction record(Row row) {
        return new Transaction(row.id(), Row.date(row.day()), BigDecimal.valueOf(row.amount(), 2));
    }

    private static int[] days(List<Row> rows) {
        return rows.stream().mapToInt(Row::epochDay).toArray();
    }

    private static long[] amounts(List<Row> rows) {
        return rows.stream().mapToLong(Row::amount).toArray();
    }

    private static List<LogChunk> chunks(int[] places, int[] days, long[] amounts, Random random) {
        Map<Integer, List<Integer>> rowsOf =
                IntStream.range(0, places.length).boxed().collect(Collectors.groupingBy(row -> random.nextInt(4)));
        return rowsOf.values().stream()
                .map(rows -> {
                    int[] place = rows.stream().mapToInt(row -> places[row]).toArray();
                    int[] day = rows.stream().mapToInt(row -> days[row]).toArray();
                    long[] amount = rows.stream().mapToLong(row -> amounts[row]).toArray();
                    boolean fitInt = Arrays.stream(amount).allMatch(value -> value == (int) value);
                    return fitInt
                            ? LogChunk.of(
                                    place,
                                    day,
                                    Arrays.stream(amount)
                                            .mapToInt(Math::toIntExact)
                                            .toArray(),
                                    rows.size())
                            : LogChunk.of(place, day, amount, rows.size());
                })
                .toList();
    }
}
