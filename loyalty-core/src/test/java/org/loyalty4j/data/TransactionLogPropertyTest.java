package org.loyalty4j.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.loyalty4j.support.Draw;
import org.loyalty4j.support.Row;

class TransactionLogPropertyTest {

    @Provide
    Arbitrary<List<Row>> rows() {
        return Draw.rows();
    }

    /** Long histories of one or two customers, which take the other way of sorting. */
    @Provide
    Arbitrary<List<Row>> longHistories() {
        return Combinators.combine(
                        Arbitraries.of("a", "b"),
                        Arbitraries.integers().between(-100, 100),
                        Arbitraries.longs().between(-3, 3))
                .as(Row::new)
                .list()
                .ofMinSize(40)
                .ofMaxSize(300);
    }

    @Property(seed = "1")
    void theOrderOfRowsDoesNotMatter(@ForAll("rows") List<Row> rows, @ForAll Random random) {
        assertThat(Row.log(shuffled(rows, random))).isEqualTo(Row.log(rows));
    }

    @Property(seed = "1")
    void everyRowIsThereAndInOrder(@ForAll("rows") List<Row> rows) {
        assertHoldsSorted(rows);
    }

    @Property(seed = "1")
    void everyRowOfALongHistoryIsThereAndInOrder(@ForAll("longHistories") List<Row> rows) {
        assertHoldsSorted(rows);
    }

    private static void assertHoldsSorted(List<Row> rows) {
        List<Transaction> expected = rows.stream()
                .sorted(Comparator.comparing(Row::id).thenComparing(Row::day).thenComparing(Row::amount))
                .map(row -> new Transaction(row.id(), Row.date(row.day()), BigDecimal.valueOf(row.amount(), 2)))
                .toList();
        TransactionLog log = Row.log(rows);
        assertThat(log.transactions()).isEqualTo(expected);
        assertThat(TransactionLog.of(expected)).isEqualTo(log).hasSameHashCodeAs(log);
        for (int c = 0; c < log.customerCount(); c++) {
            assertThat(log.indexOf(log.customerId(c))).hasValue(c);
            for (int row = log.firstRow(c); row < log.endRow(c); row++) {
                assertThat(expected.get(row).customerId()).isEqualTo(log.customerId(c));
            }
        }
    }

    @Property(seed = "1")
    void anySplitMergedInAnyOrderGivesTheSameLog(
            @ForAll("rows") List<Row> rows, @ForAll @IntRange(min = 1, max = 6) int parts, @ForAll Random random) {
        List<TransactionLog> logs = new ArrayList<>();
        for (List<Row> part : split(rows, parts, random)) {
            logs.add(Row.log(part));
        }
        Collections.shuffle(logs, random);
        while (logs.size() > 1) {
            TransactionLog one = logs.remove(random.nextInt(logs.size()));
            TransactionLog other = logs.remove(random.nextInt(logs.size()));
            logs.add(random.nextBoolean() ? one.merge(other) : other.merge(one));
        }
        assertThat(logs.get(0)).isEqualTo(Row.log(rows));
    }

    @Property(seed = "1")
    void parallelCollectionGivesTheSameLog(@ForAll("rows") List<Row> rows) {
        TransactionLog collected = rows.parallelStream()
                .collect(TransactionLog.collector(
                        Row::id, row -> Row.date(row.day()), row -> BigDecimal.valueOf(row.amount(), 2)));
        assertThat(collected).isEqualTo(Row.log(rows));
    }

    @Property(seed = "1")
    void longIdsGiveTheSameRowsAsTheirTexts(@ForAll List<@IntRange(min = -50, max = 50) Integer> ids) {
        TransactionLog.Builder numbers = TransactionLog.builder(0);
        TransactionLog.Builder texts = TransactionLog.builder(0);
        for (int i = 0; i < ids.size(); i++) {
            numbers.add((long) ids.get(i), i, i);
            texts.add(Integer.toString(ids.get(i)), i, i);
        }
        assertThat(numbers.build().transactions())
                .containsExactlyInAnyOrderElementsOf(texts.build().transactions())
                .isSortedAccordingTo(Comparator.comparing(row -> Long.valueOf(row.customerId())));
    }

    static <T> List<T> shuffled(List<T> rows, Random random) {
        List<T> copy = new ArrayList<>(rows);
        Collections.shuffle(copy, random);
        return copy;
    }

    static <T> List<List<T>> split(List<T> rows, int parts, Random random) {
        List<List<T>> split = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            split.add(new ArrayList<>());
        }
        rows.forEach(row -> split.get(random.nextInt(parts)).add(row));
        return split;
    }
}
