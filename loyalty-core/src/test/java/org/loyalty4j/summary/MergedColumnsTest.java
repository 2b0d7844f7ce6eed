package org.loyalty4j.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.data.LogLoader;

/** Histories and spend merged as whole numbers, and too long ones as rows. */
class MergedColumnsTest {
    private static final LocalDate ORIGIN = LocalDate.of(2024, 1, 1);
    private static final int FIRST_DAY = (int) ORIGIN.toEpochDay();

    /** 30 000 customers over 300 days, who buy once to a few times. */
    private static PurchaseSummaries base() {
        Random random = new Random(5);
        int rows = 90_000;
        int[] customer = random.ints(rows, 0, 30_000).toArray();
        int[] days = random.ints(rows, 0, 300).map(day -> FIRST_DAY + day).toArray();
        long[] amounts = random.longs(rows, 0, 30).map(amount -> 50 * amount).toArray();
        return PurchaseSummaries.of(LogLoader.withDefaults().of(customer, days, amounts), ORIGIN.plusDays(310));
    }

    private static void assertSameAsFromRecords(PurchaseSummaries base) {
        for (PeriodUnit unit : PeriodUnit.values()) {
            RepeatHistories merged = base.repeatHistories(unit);
            RepeatHistories records = RepeatHistories.of(
                    base.stream()
                            .flatMap(summary -> summary.repeatHistory(unit).stream())
                            .toList(),
                    unit);
            assertThat(merged.histogram()).isEqualTo(records.histogram());
            assertThat(merged).isEqualTo(records);
        }
        List<PurchaseSummary> spenders =
                base.stream().filter(summary -> summary.repeatMinor() > 0).toList();
        SpendHistories spend = base.spendHistories();
        SpendHistories records = SpendHistories.of(
                spenders.stream().map(PurchaseSummary::customerId).toList(),
                spenders.stream()
                        .mapToInt(summary -> summary.purchaseDays() - 1)
                        .toArray(),
                spenders.stream()
                        .mapToDouble(summary -> summary.meanRepeatSpend().orElseThrow())
                        .toArray());
        assertThat(spend.histogram()).isEqualTo(records.histogram());
        assertThat(spend).isEqualTo(records);
    }

    @Test
    void columnsAreMergedAsRecordsAre() {
        assertSameAsFromRecords(base());
    }

    @Test
    void amountsTooLongForOneWholeNumberAreMergedByTheirMeans() {
        long much = (1L << 51) + 1;
        int[] customer = {1, 1, 2, 2, 3, 3};
        int[] days = {1, 2, 1, 2, 1, 2};
        long[] amounts = {5, much, 5, much, 5, much + 1};
        assertSameAsFromRecords(
                PurchaseSummaries.of(LogLoader.withDefaults().of(customer, days, amounts), LocalDate.of(1970, 2, 1)));
    }

    @Test
    void historiesTooLongForOneWholeNumberAreMergedAsTheyAre() {
        int purchases = 1 << 20; // a day each, and another customer who is 9998 years old
        int[] customer = new int[purchases + 2];
        int[] days = IntStream.range(0, purchases + 2).toArray();
        long[] amounts = new long[purchases + 2];
        Arrays.fill(amounts, 100);
        customer[purchases] = 1;
        customer[purchases + 1] = 1;
        days[purchases] = (int) LocalDate.of(1, 1, 1).toEpochDay();
        days[purchases + 1] = (int) LocalDate.of(9999, 1, 1).toEpochDay();
        assertSameAsFromRecords(
                PurchaseSummaries.of(LogLoader.withDefaults().of(customer, days, amounts), LocalDate.of(9999, 12, 31)));
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        RepeatHistories histories = base().repeatHistories(PeriodUnit.MONTH);
        SpendHistories spend = base().spendHistories();
        double[] serial = histories.evaluate((x, tx, until) -> StrictMath.sin(x + tx / until));
        double[] ofSpend = spend.evaluate((x, mean) -> StrictMath.sin(x / mean));
        for (int threads : new int[] {1, 2, 3, 7}) {
            assertThat(histories.evaluate((x, tx, until) -> StrictMath.sin(x + tx / until), threads))
                    .containsExactly(serial);
            assertThat(histories.evaluate(
                            history -> StrictMath.sin(
                                    history.repeatPurchases() + history.lastPurchaseAt() / history.observedFor()),
                            threads))
                    .containsExactly(serial);
            assertThat(spend.evaluate((x, mean) -> StrictMath.sin(x / mean), threads))
                    .containsExactly(ofSpend);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> histories.evaluate((x, tx, until) -> x, 0))
                .withMessage("parallelism must be in [1, 1024], but was 0");
    }

    @Test
    void agesThatMeetInAnotherUnitAreMergedThere() {
        double age = 10;
        List<RepeatHistory> near = List.of(
                new RepeatHistory("a", 1, age, 30, PeriodUnit.WEEK),
                new RepeatHistory("b", 1, Math.nextUp(age), 25, PeriodUnit.WEEK));
        RepeatHistories weeks = RepeatHistories.of(near, PeriodUnit.WEEK);
        for (PeriodUnit unit : PeriodUnit.values()) {
            RepeatHistories converted = weeks.in(unit);
            assertThat(converted).isEqualTo(RepeatHistories.of(near, unit));
            assertThat(converted.histogram()).isEqualTo(weeks.histogram().in(unit));
            assertThat(converted.histogram())
                    .isEqualTo(RepeatHistories.of(near, unit).histogram());
        }
    }
}
