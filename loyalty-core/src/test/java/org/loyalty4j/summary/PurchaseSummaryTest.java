package org.loyalty4j.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.support.Samples;

/** PurchaseSummary, RepeatHistory, and the ways to get them. */
class PurchaseSummaryTest {
    private static final LocalDate END = LocalDate.of(2026, 6, 30);

    private static PurchaseSummary summary(
            int frequency, int days, @Nullable LocalDate first, @Nullable LocalDate last, long total, long repeat) {
        return new PurchaseSummary("a", END, frequency, days, first, last, total, repeat, 2);
    }

    @Test
    void aBuyerHasAllThree() {
        PurchaseSummary buyer = summary(3, 2, END.minusDays(17), END.minusDays(3), 2_000, 1_250);
        assertThat(buyer.hasPurchase()).isTrue();
        assertThat(buyer.recencyDays()).hasValue(3);
        assertThat(buyer.totalSpend()).isEqualTo(new BigDecimal("20.00"));
        assertThat(buyer.meanSpend()).hasValue(20.0 / 3);
        assertThat(buyer.meanRepeatSpend()).hasValue(12.5);
        assertThat(buyer.repeatHistory(PeriodUnit.WEEK))
                .hasValue(new RepeatHistory("a", 1, 2, 17.0 / 7, PeriodUnit.WEEK));
        assertThat(buyer).hasToString("a: 3 purchases from 2026-06-13 to 2026-06-27, 20.00 in total, as of 2026-06-30");
    }

    @Test
    void aProspectHasNothingAndNoNaN() {
        PurchaseSummary prospect = summary(0, 0, null, null, -500, 0);
        assertThat(prospect.hasPurchase()).isFalse();
        assertThat(prospect.recencyDays()).isEmpty();
        assertThat(prospect.meanSpend()).isEmpty();
        assertThat(prospect.meanRepeatSpend()).isEmpty();
        assertThat(prospect.repeatHistory(PeriodUnit.DAY)).isEmpty();
        assertThat(prospect.totalSpend()).isEqualTo(new BigDecimal("-5.00"));
        assertThat(prospect).hasToString("a: no purchase as of 2026-06-30");
    }

    @Test
    void columnsSayWhatTheRecordsSay() {
        TransactionLog log = Samples.LOG;
        PurchaseSummaries summaries = PurchaseSummaries.of(log, END);
        for (int c = 0; c < summaries.size(); c++) {
            PurchaseSummary summary = summaries.get(c);
            assertThat(summaries.hasPurchase(c)).isEqualTo(summary.hasPurchase());
            assertThat(summaries.frequency(c)).isEqualTo(summary.frequency());
            assertThat(summaries.purchaseDays(c)).isEqualTo(summary.purchaseDays());
            assertThat(summaries.totalMinor(c)).isEqualTo(summary.totalMinor());
            assertThat(summaries.repeatMinor(c)).isEqualTo(summary.repeatMinor());
            if (summary.firstPurchase() != null && summary.lastPurchase() != null) {
                assertThat(summaries.firstPurchaseDay(c))
                        .isEqualTo((int) summary.firstPurchase().toEpochDay());
                assertThat(summaries.lastPurchaseDay(c))
                        .isEqualTo((int) summary.lastPurchase().toEpochDay());
                assertThat(summary.recencyDays()).hasValue(summaries.recencyDays(c));
            }
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> summaries.recencyDays(2))
                .withMessage("customer c has no purchase");
    }

    @Test
    void equalMeansAreEqualNumbers() {
        for (int scale = 0; scale <= 9; scale++) {
            double once = new PurchaseSummary("a", END, 1, 1, END, END, 70, 0, scale)
                    .meanSpend()
                    .orElseThrow();
            double thrice = new PurchaseSummary("a", END, 3, 3, END.minusDays(2), END, 210, 140, scale)
                    .meanSpend()
                    .orElseThrow();
            assertThat(once).isEqualTo(thrice);
        }
    }

    @Test
    void refusesContradictions() {
        LocalDate before = END.minusDays(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> summary(-1, 0, null, null, 0, 0))
                .withMessage("frequency must be in [0, inf), but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> summary(2, 3, before, END, 0, 0))
                .withMessage("purchaseDays must be in [1, 2], but was 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> summary(2, 0, before, END, 0, 0))
                .withMessage("purchaseDays must be in [1, 2], but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> summary(2, 2, END, END, 0, 0))
                .withMessage("purchaseDays must be in [1, 1], but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> summary(2, 1, before, END, 0, 0))
                .withMessage("purchaseDays must be in [2, 3], but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> summary(1, 1, END, END, 0, 5))
                .withMessage("repeatMinor must be 0 without a second purchase day, but was 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> summary(2, 2, before, END, 0, -1))
                .withMessage("repeatMinor must be in [0, inf), but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> summary(1, 1, null, END, 0, 0))
                .withMessage("firstPurchase and lastPurchase must be given if and only if frequency is above 0, but"
                        + " were null and 2026-06-30 at 1");
        assertThatIllegalArgumentException().isThrownBy(() -> summary(1, 1, END, null, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> summary(0, 0, END, END, 0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> summary(2, 2, END, before, 0, 0))
                .withMessage("firstPurchase <= lastPurchase <= asOf must hold, but they were 2026-06-30, 2026-06-28,"
                        + " 2026-06-30");
        assertThatIllegalArgumentException().isThrownBy(() -> summary(2, 2, END, END.plusDays(1), 0, 0));
        for (int scale : new int[] {-1, 10}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PurchaseSummary("a", END, 0, 0, null, null, 0, 0, scale))
                    .withMessage("scale must be in [0, 9], but was " + scale);
        }
    }

    @Test
    void repeatHistoryChecksItsAges() {
        assertThat(new RepeatHistory("a", 0, 0, 0, PeriodUnit.DAY).in(PeriodUnit.YEAR))
                .isEqualTo(new RepeatHistory("a", 0, 0, 0, PeriodUnit.YEAR));
        assertThat(new RepeatHistory("a", 2, 5, 5, PeriodUnit.WEEK).in(PeriodUnit.DAY))
                .isEqualTo(new RepeatHistory("a", 2, 35, 35, PeriodUnit.DAY));
        for (double bad : new double[] {-0.5, 5.5, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RepeatHistory("a", 1, bad, 5, PeriodUnit.DAY))
                    .withMessage("lastPurchaseAt must be in [0, 5.0], but was " + bad);
        }
        for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RepeatHistory("a", 1, 0, bad, PeriodUnit.DAY))
                    .withMessage("observedFor must be in [0, inf), but was " + bad);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RepeatHistory("a", -1, 0, 1, PeriodUnit.DAY))
                .withMessage("repeatPurchases must be in [0, inf), but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RepeatHistory("a", 0, 1, 1, PeriodUnit.DAY))
                .withMessage("lastPurchaseAt must be 0 without repeat purchases, but was 1.0");
    }

    @Test
    void summariesKnowWhatTheyAreOf() {
        PurchaseSummaries summaries = Samples.SUMMARIES;
        assertThat(summaries).hasSize(3).hasToString("PurchaseSummaries: 2 buyers and 1 prospects as of 2026-06-30");
        assertThat(summaries.asOf()).isEqualTo(END);
        assertThat(summaries.scale()).isEqualTo(2);
        assertThat(summaries.rules()).isEqualTo(PurchaseRules.withDefaults());
        assertThat(summaries.dataReport().firstDate()).isEqualTo(END.minusDays(9));
        assertThat(summaries.dataReport().lastDate()).isEqualTo(END);
        assertThat(summaries.repeatHistories(PeriodUnit.DAY))
                .containsExactly(
                        new RepeatHistory("a", 1, 9, 9, PeriodUnit.DAY),
                        new RepeatHistory("b", 0, 0, 1, PeriodUnit.DAY));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> summaries.get(3));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> summaries.get(-1));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> summaries.add(summaries.get(0)));
    }

    @Test
    void theEndMustBeSensible() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PurchaseSummaries.of(Samples.LOG, END.minusDays(10)))
                .withMessage("asOf must not be before the first transaction on 2026-06-21, but was 2026-06-20");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PurchaseSummaries.of(Samples.LOG, LocalDate.MAX))
                .withMessage("asOf must be in [0001-01-01, 9999-12-31], but was +999999999-12-31");
        assertThat(PurchaseSummaries.of(Samples.LOG, END.minusDays(9))
                        .dataReport()
                        .afterEnd())
                .isEqualTo(2);
        assertThat(PurchaseSummaries.of(TransactionLog.builder(2).build(), END)).isEmpty();
    }

    @Test
    void earlyBirthIsTheFirst30Days() {
        int first = (int) END.minusDays(100).toEpochDay();
        TransactionLog log = TransactionLog.builder(0)
                .add("a", first, 1)
                .add("b", first + 29, 1)
                .add("c", first + 30, 1)
                .build();
        assertThat(PurchaseSummaries.of(log, END).dataReport().bornInFirst30Days())
                .isEqualTo(2);
    }

    @Test
    void anAccumulatorIsOfOneCustomerAndScale() {
        PurchaseAccumulator accumulator = new PurchaseAccumulator("a", 2);
        assertThat(accumulator.summary(PurchaseRules.withDefaults(), END).hasPurchase())
                .isFalse();
        accumulator.add(END.plusDays(1), BigDecimal.ONE);
        assertThat(accumulator.summary(PurchaseRules.withDefaults(), END).hasPurchase())
                .isFalse();
        for (int i = 0; i < 5; i++) {
            accumulator.add(END.minusDays(i), new BigDecimal("1.25"));
        }
        accumulator.merge(accumulator);
        PurchaseSummary summary = accumulator.summary(PurchaseRules.withDefaults(), END);
        assertThat(summary.frequency()).isEqualTo(5);
        assertThat(summary.totalSpend()).isEqualTo(new BigDecimal("12.50"));
        assertThat(accumulator).hasToString("PurchaseAccumulator of a: 12 rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> accumulator.merge(new PurchaseAccumulator("b", 2)))
                .withMessage("other must be of customer a at scale 2, but was of b at 2");
        assertThatIllegalArgumentException().isThrownBy(() -> accumulator.merge(new PurchaseAccumulator("a", 0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> accumulator.add(END, new BigDecimal("0.001")))
                .withMessage("amount must have at most 2 decimals, but was 0.001");
        assertThatIllegalArgumentException().isThrownBy(() -> accumulator.add(Integer.MAX_VALUE, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> accumulator.add(LocalDate.MIN, BigDecimal.ONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new PurchaseAccumulator(" ", 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new PurchaseAccumulator("a", 10));
    }

    @Test
    void customersAreFoundByIdAndByPlace() {
        LocalDate day = LocalDate.of(2026, 5, 1);
        PurchaseSummaries summaries = PurchaseSummaries.of(
                TransactionLog.builder(0)
                        .add(10, (int) day.toEpochDay(), 100)
                        .addCustomer(9)
                        .build(),
                day);
        assertThat(summaries.customerId(0))
                .isEqualTo(summaries.get(0).customerId())
                .isEqualTo("9");
        assertThat(summaries.customerIndex("10")).hasValue(1);
        assertThat(summaries.customerIndex("11")).isEmpty();
    }
}
