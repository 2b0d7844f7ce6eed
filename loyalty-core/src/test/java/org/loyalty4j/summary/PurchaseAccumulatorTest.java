package org.loyalty4j.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.loyalty4j.data.DataReport;
import org.loyalty4j.data.MergePolicy;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.RefundPolicy;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.data.ZeroAmountPolicy;
import org.loyalty4j.support.Serial;

class PurchaseAccumulatorTest {
    private static final LocalDate END = LocalDate.of(2026, 6, 30);
    private static final int LAST = (int) END.toEpochDay();
    private static final PurchaseRules RULES = PurchaseRules.withDefaults();

    @Test
    void manyRowsOfFewDaysAreFewBytes() {
        PurchaseAccumulator accumulator = new PurchaseAccumulator("C1", 2);
        for (int row = 0; row < 100_000; row++) {
            accumulator.add(LAST - row % 100, row % 1_000 - 10);
        }
        assertThat(accumulator.transactionCount()).isEqualTo(100_000);
        assertThat(accumulator.toBytes()).hasSizeLessThan(1_500);
        assertThat(accumulator.firstDate()).hasValue(END.minusDays(99));
        assertThat(accumulator.lastDate()).hasValue(END);
        assertThat(accumulator.summary(RULES, END).frequency()).isEqualTo(100);
        assertThat(accumulator).hasToString("PurchaseAccumulator of C1: 100000 rows");
    }

    @Test
    void anOrdinaryPurchaseIsAFewBytes() {
        PurchaseAccumulator accumulator = new PurchaseAccumulator("C1", 2);
        int empty = accumulator.toBytes().length;
        for (int week = 0; week < 100; week++) {
            accumulator.add(LAST - 7 * week, 1_999);
        }
        assertThat(accumulator.toBytes().length - empty).isLessThan(310);
    }

    @Test
    void aStreamOfObjectsHoldsTheBytes() throws IOException {
        PurchaseAccumulator accumulator = new PurchaseAccumulator("Ünï \uD800", 0)
                .add(LAST, Long.MAX_VALUE)
                .add(-700_000, -5)
                .add(3, 0);
        assertThat(Serial.copy(accumulator).toBytes()).isEqualTo(accumulator.toBytes());
        assertThat(Serial.copy(accumulator).customerId()).isEqualTo("Ünï \uD800");
        assertThat(Serial.copy(accumulator).scale()).isZero();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(accumulator);
        }
        assertThat(bytes.size()).isLessThan(150);
    }

    @Test
    void aSumThatOverflowsIsRefusedWhereItIsRead() {
        for (long amount : new long[] {Long.MAX_VALUE, Long.MIN_VALUE}) {
            PurchaseAccumulator one = new PurchaseAccumulator("c", 2).add(LAST, amount);
            PurchaseAccumulator other = PurchaseAccumulator.ofBytes(
                    new PurchaseAccumulator("c", 2).add(LAST, amount).merge(one).toBytes());
            PurchaseAccumulator both =
                    new PurchaseAccumulator("c", 2).merge(other).merge(one);
            assertThat(both.summary(RULES, END.minusDays(1)).hasPurchase()).isFalse();
            assertThat(both.dataReport(RULES, END.minusDays(1), END).afterEnd()).isEqualTo(3);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> both.summary(RULES, END))
                    .withMessage("customer c: the amounts must sum to less than 2^63 minor units");
        }
    }

    @Test
    void repeatSpendThatOverflowsIsRefusedThoughTheTotalDoesNot() {
        PurchaseAccumulator accumulator = new PurchaseAccumulator("c", 2);
        TransactionLog.Builder log = TransactionLog.builder(2);
        for (int day = 0; day < 6; day++) {
            long amount = day % 2 == 0 ? Long.MAX_VALUE : -Long.MAX_VALUE;
            accumulator.add(LAST - 6 + day, amount);
            log.add("c", END.minusDays(6 - day), BigDecimal.valueOf(amount, 2));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> accumulator.summary(RULES, END))
                .withMessage("customer c: the amounts must sum to less than 2^63 minor units");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PurchaseSummaries.of(log.build(), END))
                .withMessage("customer c: the amounts must sum to less than 2^63 minor units");
    }

    @Test
    void moreRowsOfADayThanCanBeCountedAreRefusedByName() {
        for (long amount : new long[] {1, -1, 0}) {
            PurchaseAccumulator accumulator = ofRows(amount);
            assertThat(accumulator.transactionCount()).isEqualTo(1 << 30);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> accumulator.merge(accumulator))
                    .withMessage(
                            "customer c: rows of one kind on 2026-06-30 must be fewer than 2^31, but were 2147483648");
            PurchaseAccumulator full = new PurchaseAccumulator("c", 2, most(amount));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> full.add(LAST, amount))
                    .withMessage(
                            "customer c: rows of one kind on 2026-06-30 must be fewer than 2^31, but were 2147483648");
        }
    }

    /** A customer with 2^30 rows on the last day. */
    private static PurchaseAccumulator ofRows(long amount) {
        PurchaseAccumulator accumulator = new PurchaseAccumulator("c", 2).add(LAST, amount);
        for (int doubled = 0; doubled < 30; doubled++) {
            accumulator.merge(accumulator);
        }
        return accumulator;
    }

    private static DayTotals most(long amount) {
        DayTotals totals = new DayTotals();
        totals.addPurchases(LAST, amount, amount > 0 ? Integer.MAX_VALUE : 0);
        totals.addRefunds(LAST, amount, amount < 0 ? Integer.MAX_VALUE : 0);
        totals.addZeros(LAST, amount == 0 ? Integer.MAX_VALUE : 0);
        return totals;
    }

    @Test
    void moreRowsThanAnIntAreCounted() {
        DayTotals totals = most(1);
        totals.addZeros(LAST, 5);
        PurchaseAccumulator accumulator = new PurchaseAccumulator("c", 2, totals);
        PurchaseRules zerosCount = RULES.withZeroAmounts(ZeroAmountPolicy.OCCASION);
        DataReport report = accumulator.dataReport(zerosCount, END, END);
        assertThat(report.occasions()).isEqualTo(1);
        assertThat(report.merged()).isEqualTo(Integer.MAX_VALUE + 4L);
        assertThat(accumulator.summary(zerosCount, END).frequency()).isEqualTo(1);
        PurchaseRules eachRow = zerosCount.withMerge(MergePolicy.EACH_ROW);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> accumulator.summary(eachRow, END))
                .withMessage("customer c: purchase occasions must be fewer than 2^31, but were 2147483652");
    }

    @Test
    void rejectedRefundsAreNamed() {
        PurchaseAccumulator accumulator = new PurchaseAccumulator("c", 2).add(LAST, -30);
        PurchaseRules reject = RULES.withRefunds(RefundPolicy.REJECT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> accumulator.summary(reject, END))
                .withMessage(
                        "customer c: amount must not be negative under RefundPolicy.REJECT, but was -30 minor units"
                                + " on 2026-06-30");
        accumulator.add(LAST, -5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> accumulator.summary(reject, END))
                .withMessage(
                        "customer c: amount must not be negative under RefundPolicy.REJECT, but was -35 minor units"
                                + " on 2026-06-30 in 2 rows");
    }

    @Test
    void theReportNeedsTheFirstDayOfAll() {
        PurchaseAccumulator accumulator = new PurchaseAccumulator("c", 2).add(LAST, 30);
        assertThat(accumulator.dataReport(RULES, END, END.minusDays(29)).bornInFirst30Days())
                .isEqualTo(1);
        assertThat(accumulator.dataReport(RULES, END, END.minusDays(30)).bornInFirst30Days())
                .isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> accumulator.dataReport(RULES, END, END.plusDays(1)))
                .withMessage("firstDate must not be after the row of customer c on 2026-06-30, but was 2026-07-01");
        assertThat(new PurchaseAccumulator("c", 2)
                        .dataReport(RULES, END, END)
                        .plus(DataReport.empty())
                        .customers())
                .isEqualTo(1);
    }

    @Test
    void refusesOtherBytes() {
        byte[] bytes = new PurchaseAccumulator("c", 2).add(LAST, 30).toBytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] part = Arrays.copyOf(bytes, length);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PurchaseAccumulator.ofBytes(part))
                    .withMessage("bytes must be a whole accumulator, but end after " + length);
        }
        bytes[0] = 7;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PurchaseAccumulator.ofBytes(bytes))
                .withMessage("bytes must be of form 1, but were of form 7");
    }

    /** Form, scale, the length of the id and the id, one day of several rows: the day, purchases, refunds and zeros. */
    @Test
    void refusesBytesThatNoAccumulatorWrites() {
        byte[] good = {1, 2, 1, 'c', 1, 3, 0, 0, 2};
        assertThat(PurchaseAccumulator.ofBytes(good).transactionCount()).isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PurchaseAccumulator.ofBytes(Arrays.copyOf(good, good.length + 3)))
                .withMessage("bytes must be one accumulator, but go on after it for 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PurchaseAccumulator.ofBytes(
                        new byte[] {1, 2, 1, 'c', 1, 3, 0, 0, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1}))
                .withMessage("counts in bytes must be in [0, 2^31), but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> PurchaseAccumulator.ofBytes(new byte[] {1, 2, 1, 'c', 1, -1, -1, -1, -1, 15, 0, 0, 2}))
                .withMessageStartingWith("epochDay must be ");
    }
}
