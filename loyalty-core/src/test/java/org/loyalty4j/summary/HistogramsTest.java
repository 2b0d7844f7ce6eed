package org.loyalty4j.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.ZeroAmountPolicy;
import org.loyalty4j.support.Row;
import org.loyalty4j.support.Serial;

/** Histories of all three kinds, and the histograms they are merged into. */
class HistogramsTest {
    private static final List<RepeatHistory> THREE = List.of(
            new RepeatHistory("c", 2, 3, 9, PeriodUnit.WEEK),
            new RepeatHistory("a", 0, 0, 14, PeriodUnit.DAY),
            new RepeatHistory("b", 2, 21, 63, PeriodUnit.DAY));

    @Test
    void equalHistoriesAreMergedInOrderWhateverTheirUnit() {
        RepeatHistories histories = RepeatHistories.of(THREE, PeriodUnit.WEEK);
        assertThat(histories.histogram())
                .containsExactly(new WeightedHistory(0, 0, 2, 1), new WeightedHistory(2, 3, 9, 2));
        assertThat(histories.histogram().totalWeight()).isEqualTo(3);
        assertThat(histories.histogram().unit()).isEqualTo(PeriodUnit.WEEK);
        assertThat(histories)
                .containsExactly(
                        new RepeatHistory("c", 2, 3, 9, PeriodUnit.WEEK),
                        new RepeatHistory("a", 0, 0, 2, PeriodUnit.WEEK),
                        new RepeatHistory("b", 2, 3, 9, PeriodUnit.WEEK));
        assertThat(histories.in(PeriodUnit.WEEK)).isSameAs(histories);
        assertThat(histories.in(PeriodUnit.DAY).get(0)).isEqualTo(new RepeatHistory("c", 2, 21, 63, PeriodUnit.DAY));
        assertThat(histories.in(PeriodUnit.DAY).unit()).isEqualTo(PeriodUnit.DAY);
    }

    @Test
    void aFunctionIsAskedOnceForEachDistinctHistory() {
        AtomicInteger calls = new AtomicInteger();
        double[] values = RepeatHistories.of(THREE, PeriodUnit.DAY).evaluate((x, tx, until) -> {
            calls.incrementAndGet();
            return 1000 * x + 100 * tx + until;
        });
        assertThat(values).containsExactly(4163, 14, 4163);
        assertThat(calls).hasValue(2);
        calls.set(0);
        SpendHistories spend = SpendHistories.of(List.of("a", "b", "c"), new int[] {1, 2, 1}, new double[] {5, 3, 5});
        assertThat(spend.evaluate((x, m) -> calls.incrementAndGet() * 0.0 + 10 * x + m))
                .containsExactly(15, 23, 15);
        assertThat(calls).hasValue(2);
    }

    @Test
    void anIdLeadsToItsRow() {
        RepeatHistories histories = RepeatHistories.of(THREE, PeriodUnit.DAY);
        for (RepeatHistories some : List.of(histories, Serial.copy(histories))) {
            assertThat(some.customerIndex("b")).hasValue(2);
            assertThat(some.customerIndex("z")).isEmpty();
            assertThat(some.customerId(1)).isEqualTo("a");
        }
        assertThat(RepeatHistories.of(List.of(THREE.get(0), THREE.get(0)), PeriodUnit.DAY)
                        .customerIndex("c"))
                .hasValue(0);
    }

    @Test
    void buyersOfALogAreFoundBothWays() {
        PurchaseSummaries summaries = PurchaseSummaries.of(
                Row.log(
                        new Row("a", 0, -5),
                        new Row("b", 1, 100),
                        new Row("b", 8, 50),
                        new Row("b", 9, 151),
                        new Row("c", 2, 0),
                        new Row("d", 3, 7)),
                Row.date(15));
        RepeatHistories histories = summaries.repeatHistories(PeriodUnit.WEEK);
        assertThat(summaries.buyers()).containsExactly(1, 3);
        assertThat(histories)
                .containsExactly(
                        new RepeatHistory("b", 2, 8.0 / 7, 2, PeriodUnit.WEEK),
                        new RepeatHistory("d", 0, 0, 12.0 / 7, PeriodUnit.WEEK));
        assertThat(histories.customerIndex("d")).hasValue(1);
        assertThat(histories.customerIndex("a")).isEmpty(); // a prospect
        assertThat(histories.customerIndex("aa")).isEmpty();
        SpendHistories spend = summaries.spendHistories();
        assertThat(spend).containsExactly(new SpendHistory("b", 2, 1.005));
        assertThat(spend.repeatersWithoutSpend()).isZero();
        assertThat(spend.customerIndex("b")).hasValue(0);
        assertThat(spend.customerId(0)).isEqualTo("b");
        assertThat(spend.customerIndex("d")).isEmpty();
    }

    @Test
    void repeatersWhoPaidNothingAreCounted() {
        PurchaseSummaries summaries = PurchaseSummaries.of(
                Row.log(new Row("a", 0, 5), new Row("a", 1, 0), new Row("b", 0, 5), new Row("b", 1, 5)),
                PurchaseRules.withDefaults().withZeroAmounts(ZeroAmountPolicy.OCCASION),
                Row.date(9));
        assertThat(summaries.spendHistories()).containsExactly(new SpendHistory("b", 1, 0.05));
        assertThat(summaries.spendHistories().repeatersWithoutSpend()).isEqualTo(1);
    }

    @Test
    void minusZeroIsTheSameAge() {
        RepeatHistogram histogram = RepeatHistogram.of(
                List.of(
                        new WeightedHistory(0, -0.0, 1, 1),
                        new WeightedHistory(0, 0.0, 1, 1),
                        new WeightedHistory(0, 0.0, -0.0, 1)),
                PeriodUnit.DAY);
        assertThat(histogram).containsExactly(new WeightedHistory(0, 0, 0, 1), new WeightedHistory(0, 0, 1, 2));
        assertThat(RepeatHistories.of(
                                List.of(
                                        new RepeatHistory("a", 0, -0.0, -0.0, PeriodUnit.DAY),
                                        new RepeatHistory("b", 0, 0, 0, PeriodUnit.DAY)),
                                PeriodUnit.DAY)
                        .histogram())
                .hasSize(1);
    }

    @Test
    void agesThatBecomeEqualInAnotherUnitAreMerged() {
        double age = 1.3;
        while (7 * age != 7 * Math.nextUp(age)) {
            age = Math.nextUp(age);
        }
        RepeatHistories weeks = RepeatHistories.of(
                List.of(
                        new RepeatHistory("a", 0, 0, Math.nextUp(age), PeriodUnit.WEEK),
                        new RepeatHistory("b", 0, 0, 0.5, PeriodUnit.WEEK),
                        new RepeatHistory("c", 0, 0, age, PeriodUnit.WEEK)),
                PeriodUnit.WEEK);
        assertThat(weeks.histogram()).hasSize(3);
        assertThat(weeks.in(PeriodUnit.DAY).histogram())
                .containsExactly(new WeightedHistory(0, 0, 3.5, 1), new WeightedHistory(0, 0, 7 * age, 2));
        assertThat(weeks.in(PeriodUnit.DAY).evaluate((x, tx, until) -> until)).containsExactly(7 * age, 3.5, 7 * age);
    }

    @Test
    void nothingIsAHistogramToo() {
        assertThat(RepeatHistories.of(List.of(), PeriodUnit.DAY)).isEmpty();
        assertThat(RepeatHistories.of(List.of(), PeriodUnit.DAY).evaluate((x, tx, until) -> 1))
                .isEmpty();
        assertThat(RepeatHistories.of(List.of(), PeriodUnit.DAY).in(PeriodUnit.YEAR))
                .isEmpty();
        RepeatHistogram none = RepeatHistogram.of(List.of(), PeriodUnit.DAY);
        assertThat(none).isEmpty();
        assertThat(none.totalWeight()).isZero();
        assertThat(none.plus(none)).isEmpty();
        assertThat(SpendHistogram.of(List.of()).totalWeight()).isZero();
        assertThat(OpportunityHistogram.of(List.of())).isEmpty();
        PurchaseSummaries prospects = PurchaseSummaries.of(Row.log(new Row("a", 0, -5)), Row.date(1));
        assertThat(prospects.repeatHistories(PeriodUnit.MONTH)).isEmpty();
        assertThat(prospects.spendHistories()).isEmpty();
        assertThat(prospects.buyers()).isEmpty();
    }

    @Test
    void fractionalWeightsAddUpToTheSameBitsInAnyOrder() {
        double[] weights = {0.1, 1e-17, 0.7, 1e9, 0.2, 3, 1e-9, 0.3};
        WeightedHistory[] rows = Arrays.stream(weights)
                .mapToObj(w -> new WeightedHistory(1, 2, 3, w))
                .toArray(WeightedHistory[]::new);
        RepeatHistogram forward = RepeatHistogram.of(List.of(rows), PeriodUnit.DAY);
        Collections.reverse(Arrays.asList(rows));
        assertThat(RepeatHistogram.of(List.of(rows), PeriodUnit.DAY)).isEqualTo(forward);
        assertThat(forward).hasSize(1);
        assertThat(forward.weight(0)).isCloseTo(1_000_000_004.3, within(1e-6));
        assertThat(forward.totalWeight()).isEqualTo(forward.weight(0));
    }

    @Test
    void weightsThatOverflowAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpendHistogram.ofWeighted(List.of(
                        new WeightedSpendHistory(1, 2, Double.MAX_VALUE),
                        new WeightedSpendHistory(1, 3, Double.MAX_VALUE))))
                .withMessage("the sum of the weights must be finite, but was Infinity");
    }

    @Test
    void histogramsAddUp() {
        RepeatHistogram weeks = RepeatHistories.of(THREE, PeriodUnit.WEEK).histogram();
        RepeatHistogram days =
                RepeatHistories.of(THREE.subList(1, 3), PeriodUnit.DAY).histogram();
        assertThat(weeks.plus(days)).containsExactly(new WeightedHistory(0, 0, 2, 2), new WeightedHistory(2, 3, 9, 3));
        assertThat(weeks.plus(days).unit()).isEqualTo(PeriodUnit.WEEK);
        SpendHistogram spend = SpendHistogram.of(List.of(new SpendHistory("a", 2, 3), new SpendHistory("b", 1, 9)));
        assertThat(spend.plus(SpendHistogram.ofWeighted(List.of(new WeightedSpendHistory(2, 3, 2.5)))))
                .containsExactly(new WeightedSpendHistory(1, 9, 1), new WeightedSpendHistory(2, 3, 3.5));
        OpportunityHistogram donors = OpportunityHistogram.of(
                List.of(new OpportunityHistory("a", 2, 3, 6), new OpportunityHistory("b", 0, 0, 6)));
        assertThat(donors.plus(OpportunityHistogram.ofWeighted(List.of(new WeightedOpportunityHistory(2, 3, 6, 5)))))
                .containsExactly(
                        new WeightedOpportunityHistory(0, 0, 6, 1), new WeightedOpportunityHistory(2, 3, 6, 6));
    }

    @Test
    void columnsSayWhatRowsSay() {
        OpportunityHistogram donors =
                OpportunityHistogram.ofWeighted(List.of(new WeightedOpportunityHistory(2, 3, 6, 5)));
        assertThat(List.of(donors.transactions(0), donors.lastTransactionAt(0), donors.opportunities(0)))
                .containsExactly(2, 3, 6);
        assertThat(donors.weight(0)).isEqualTo(5);
        assertThat(donors.totalWeight()).isEqualTo(5);
        assertThat(donors)
                .hasToString("[WeightedOpportunityHistory[transactions=2, lastTransactionAt=3, opportunities=6,"
                        + " weight=5.0]]");
        assertThat(SpendHistogram.of(List.of(new SpendHistory("a", 2, 3))))
                .hasToString("[WeightedSpendHistory[repeatPurchases=2, meanSpend=3.0, weight=1.0]]");
        SpendHistories histories = SpendHistories.of(List.of("a"), new int[] {2}, new double[] {3});
        assertThat(SpendHistogram.of(histories)).isSameAs(histories.histogram());
        assertThat(histories).hasToString("[SpendHistory[customerId=a, repeatPurchases=2, meanSpend=3.0]]");
    }

    @Test
    void aBadIndexIsRefused() {
        RepeatHistories histories = RepeatHistories.of(THREE, PeriodUnit.DAY);
        for (int index : new int[] {-1, 3}) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> histories.get(index));
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> histories.customerId(index));
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> histories.histogram().weight(index));
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> histories.histogram().get(index));
        }
    }

    @Test
    void aNullAmongTheHistoriesIsNamed() {
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> RepeatHistories.of(Arrays.asList(THREE.get(0), null), PeriodUnit.DAY))
                .withMessage("histories[1]");
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> RepeatHistogram.of(Arrays.asList((WeightedHistory) null), PeriodUnit.DAY))
                .withMessage("rows[0]");
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> SpendHistogram.of(Arrays.asList((SpendHistory) null)))
                .withMessage("histories[0]");
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> OpportunityHistogram.of(Arrays.asList((OpportunityHistory) null)))
                .withMessage("histories[0]");
    }

    @Test
    void spendIsAboveZero() {
        for (double bad : new double[] {0, -3, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new SpendHistory("a", 1, bad))
                    .withMessage("meanSpend must be in (0, inf), but was " + bad);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SpendHistories.of(List.of("a", "b"), new int[] {1, 1}, new double[] {1, bad}))
                    .withMessage("histories[1].meanSpend must be in (0, inf), but was " + bad);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpendHistory("a", 0, 1))
                .withMessage("repeatPurchases must be in [1, inf), but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpendHistories.of(List.of(" "), new int[] {1}, new double[] {1}))
                .withMessage("histories[0].customerId must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpendHistories.of(List.of("a"), new int[] {1, 2}, new double[] {1}))
                .withMessage("repeatPurchases must have 1 elements, but had 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpendHistories.of(List.of("a"), new int[] {1}, new double[0]))
                .withMessage("meanSpend must have 1 elements, but had 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new WeightedSpendHistory(1, 2, 0));
    }

    @Test
    void opportunitiesAreInOrder() {
        assertThat(new OpportunityHistory("a", 0, 0, 0).opportunities()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpportunityHistory("a", 3, 2, 6))
                .withMessage("transactions must be in [1, 2], but was 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpportunityHistory("a", 0, 2, 6))
                .withMessage("transactions must be in [1, 2], but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpportunityHistory("a", 1, 0, 6))
                .withMessage("transactions must be in [0, 0], but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpportunityHistory("a", 1, 7, 6))
                .withMessage("lastTransactionAt must be in [0, 6], but was 7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpportunityHistory("a", 0, 0, -1))
                .withMessage("opportunities must be in [0, inf), but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpportunityHistory(" ", 0, 0, 1))
                .withMessage("customerId must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WeightedOpportunityHistory(1, 2, 3, Double.NaN))
                .withMessage("weight must be in (0, inf), but was NaN");
    }
}
