package org.loyalty4j.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.support.Draw;
import org.loyalty4j.support.Row;

class HistogramsPropertyTest {

    /** Few distinct histories, so that many are equal, some in different units. */
    @Provide
    Arbitrary<List<RepeatHistory>> histories() {
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c", "d"),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(PeriodUnit.DAY, PeriodUnit.WEEK))
                .as((id, x, tx, more, unit) -> {
                    double last = x == 0 ? 0 : tx * 7;
                    return new RepeatHistory(id, x, last, last + more * 7, PeriodUnit.DAY).in(unit);
                })
                .list()
                .ofMaxSize(120);
    }

    @Property(seed = "1")
    void aHistogramCountsWhatIsThere(@ForAll("histories") List<RepeatHistory> histories) {
        TreeMap<String, Integer> counted = new TreeMap<>();
        for (RepeatHistory h : histories) {
            RepeatHistory days = h.in(PeriodUnit.DAY);
            counted.merge(
                    days.repeatPurchases() + " " + days.lastPurchaseAt() + " " + days.observedFor(), 1, Integer::sum);
        }
        RepeatHistogram histogram =
                RepeatHistories.of(histories, PeriodUnit.DAY).histogram();
        TreeMap<String, Integer> merged = new TreeMap<>();
        for (WeightedHistory row : histogram) {
            merged.put(
                    row.repeatPurchases() + " " + row.lastPurchaseAt() + " " + row.observedFor(), (int) row.weight());
        }
        assertThat(merged).isEqualTo(counted).hasSize(histogram.size());
        assertThat(histogram.totalWeight()).isEqualTo(histories.size());
        assertThat(histogram).isSortedAccordingTo(ORDER);
    }

    private static final Comparator<WeightedHistory> ORDER = Comparator.comparingInt(WeightedHistory::repeatPurchases)
            .thenComparingDouble(WeightedHistory::lastPurchaseAt)
            .thenComparingDouble(WeightedHistory::observedFor);

    @Property(seed = "1")
    void aColumnOfAgesNamesTheAgeOfEachRow(@ForAll("histories") List<RepeatHistory> histories) {
        RepeatHistogram histogram =
                RepeatHistories.of(histories, PeriodUnit.WEEK).histogram();
        AgeColumn last = histogram.lastPurchaseAges();
        AgeColumn observed = histogram.observedAges();
        assertThat(last.rows()).isEqualTo(observed.rows()).isEqualTo(histogram.size());
        for (int row = 0; row < histogram.size(); row++) {
            assertThat(last.age(last.indexOf(row))).isEqualTo(histogram.lastPurchaseAt(row));
            assertThat(observed.age(observed.indexOf(row))).isEqualTo(histogram.observedFor(row));
        }
        assertThat(last.ages())
                .isEqualTo(histogram.stream()
                        .mapToDouble(WeightedHistory::lastPurchaseAt)
                        .sorted()
                        .distinct()
                        .toArray());
        assertThat(observed.distinctAges()).isEqualTo(observed.ages().length);
    }

    @Property(seed = "1")
    void orderDoesNotMatterAndTwiceIsTwice(@ForAll("histories") List<RepeatHistory> histories, @ForAll Random random) {
        RepeatHistogram histogram =
                RepeatHistories.of(histories, PeriodUnit.WEEK).histogram();
        List<RepeatHistory> shuffled = new ArrayList<>(histories);
        Collections.shuffle(shuffled, random);
        assertThat(RepeatHistories.of(shuffled, PeriodUnit.WEEK).histogram()).isEqualTo(histogram);
        shuffled.addAll(histories);
        List<WeightedHistory> doubled =
                histogram.stream().map(row -> row.withWeight(2 * row.weight())).toList();
        assertThat(RepeatHistories.of(shuffled, PeriodUnit.WEEK).histogram()).isEqualTo(doubled);
        assertThat(histogram.plus(histogram)).isEqualTo(doubled);
    }

    @Property(seed = "1")
    void partsAddUpToTheWhole(
            @ForAll("histories") List<RepeatHistory> histories, @ForAll @IntRange(max = 120) int cut) {
        int at = Math.min(cut, histories.size());
        RepeatHistogram first =
                RepeatHistories.of(histories.subList(0, at), PeriodUnit.DAY).histogram();
        RepeatHistogram second = RepeatHistories.of(histories.subList(at, histories.size()), PeriodUnit.DAY)
                .histogram();
        RepeatHistogram whole = RepeatHistories.of(histories, PeriodUnit.DAY).histogram();
        assertThat(first.plus(second)).isEqualTo(whole);
        assertThat(second.plus(first)).isEqualTo(whole);
    }

    @Property(seed = "1")
    void aListSaysWhatItWasGiven(@ForAll("histories") List<RepeatHistory> histories) {
        RepeatHistories days = RepeatHistories.of(histories, PeriodUnit.DAY);
        assertThat(days)
                .isEqualTo(histories.stream().map(h -> h.in(PeriodUnit.DAY)).toList());
        assertThat(days.in(PeriodUnit.YEAR))
                .isEqualTo(days.stream().map(h -> h.in(PeriodUnit.YEAR)).toList());
        assertThat(days.evaluate((x, tx, until) -> x + 10 * tx + 1000 * until))
                .containsExactly(days.stream()
                        .mapToDouble(h -> h.repeatPurchases() + 10 * h.lastPurchaseAt() + 1000 * h.observedFor())
                        .toArray());
        for (int row = 0; row < days.size(); row++) {
            assertThat(days.customerIndex(days.customerId(row)).getAsInt()).isLessThanOrEqualTo(row);
        }
    }

    @Property(seed = "1")
    void summariesGiveTheHistoriesOfTheirRecords(
            @ForAll("rows") List<Row> rows, @ForAll("rules") PurchaseRules rules, @ForAll PeriodUnit unit) {
        PurchaseSummaries summaries = PurchaseSummaries.of(Row.log(rows), rules, Row.date(30));
        RepeatHistories histories = summaries.repeatHistories(unit);
        assertThat(histories)
                .isEqualTo(summaries.stream()
                        .flatMap(summary -> summary.repeatHistory(unit).stream())
                        .toList());
        int[] buyers = summaries.buyers();
        for (int row = 0; row < histories.size(); row++) {
            assertThat(histories.customerId(row)).isEqualTo(summaries.customerId(buyers[row]));
            assertThat(histories.customerIndex(summaries.customerId(buyers[row])))
                    .hasValue(row);
        }
        List<SpendHistory> spend = summaries.stream()
                .filter(summary -> summary.repeatMinor() > 0)
                .map(summary -> new SpendHistory(
                        summary.customerId(),
                        summary.purchaseDays() - 1,
                        summary.meanRepeatSpend().orElseThrow()))
                .toList();
        assertThat(summaries.spendHistories()).isEqualTo(spend);
        assertThat(summaries.spendHistories().histogram()).isEqualTo(SpendHistogram.of(spend));
        assertThat(summaries.spendHistories().repeatersWithoutSpend() + spend.size())
                .isEqualTo((int)
                        summaries.stream().filter(s -> s.purchaseDays() > 1).count());
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        return Draw.rowsWithABuyer();
    }

    @Provide
    Arbitrary<PurchaseRules> rules() {
        return Draw.rules();
    }
}
