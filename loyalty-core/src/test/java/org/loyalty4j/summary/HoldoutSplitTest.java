package org.loyalty4j.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.RefundPolicy;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.support.Row;

class HoldoutSplitTest {
    private static final PurchaseRules RULES = PurchaseRules.withDefaults();
    private static final PurchaseRules PRIOR = RULES.withRefunds(RefundPolicy.NET_AGAINST_PRIOR);

    // a buys on both sides and returns on both; b is born in the holdout; c never buys; d only before; e after the end.
    private static final TransactionLog LOG = Row.log(
            new Row("a", 0, 1000),
            new Row("a", 5, 500),
            new Row("a", 10, 400),
            new Row("a", 12, 700),
            new Row("a", 14, -100),
            new Row("b", 11, 300),
            new Row("b", 15, 300),
            new Row("c", 3, -50),
            new Row("d", 7, 200),
            new Row("e", 21, 900));

    private static HoldoutSplit split(TransactionLog log, PurchaseRules rules) {
        return HoldoutSplit.of(log, rules, Row.date(9), Row.date(20));
    }

    @Test
    void everyCustomerIsCountedOnce() {
        HoldoutSplit split = split(LOG, RULES);
        assertThat(split.calibration().asOf()).isEqualTo(split.calibrationEnd()).isEqualTo(Row.date(9));
        assertThat(split.holdoutEnd()).isEqualTo(Row.date(20));
        assertThat(split.holdout()).isEqualTo(Horizon.days(11));
        assertThat(split.outcomes())
                .containsExactly(new HoldoutOutcome("a", 2, 1100, 1000, 2), new HoldoutOutcome("d", 0, 0, 0, 2));
        assertThat(split.calibration().repeatHistories(PeriodUnit.DAY))
                .extracting(RepeatHistory::customerId)
                .containsExactly("a", "d");
        assertThat(split.outcomes().get(0).spend()).isEqualTo(new BigDecimal("11.00"));
        assertThat(split.outcomes().get(0).net()).isEqualTo(new BigDecimal("10.00"));
        assertThat(split.calibrationBuyers())
                .isEqualTo(new HoldoutTotals(2, 2, new BigDecimal("11.00"), new BigDecimal("10.00")))
                .hasToString("2 customers, 2 purchases, 11.00 spent");
        assertThat(split.bornInHoldout())
                .isEqualTo(new HoldoutTotals(1, 2, new BigDecimal("6.00"), new BigDecimal("6.00")));
        assertThat(split.prospects()).isEqualTo(2);
        assertThat(split.dataReport().afterEnd()).isEqualTo(1);
        assertThat(split.calibration().dataReport().afterEnd()).isEqualTo(6);
        assertThat(split)
                .hasToString(
                        "HoldoutSplit at 2024-01-10, until 2024-01-21: 2 buyers in the calibration made 2 purchases in"
                                + " the holdout; 1 born in it made 2");
    }

    @Test
    void aRefundIsTakenOffTheHoldoutFirst() {
        TransactionLog log = Row.log(new Row("a", 0, 1000), new Row("a", 12, 700), new Row("a", 14, -800));
        assertThat(split(log, RULES).outcomes()).containsExactly(new HoldoutOutcome("a", 1, 700, -100, 2));
        // The purchase of day 12 is taken back whole, and 100 more of the one before, which stays what was known of it.
        HoldoutSplit split = split(log, PRIOR);
        assertThat(split.outcomes()).containsExactly(new HoldoutOutcome("a", 0, 0, -100, 2));
        assertThat(split.calibration().get(0).totalMinor()).isEqualTo(1000);
    }

    @Test
    void aRefundInTheHoldoutCancelsNoPurchaseOfTheCalibration() {
        TransactionLog log = Row.log(new Row("a", 0, 1000), new Row("a", 5, 500), new Row("a", 14, -1500));
        HoldoutSplit split = split(log, PRIOR);
        assertThat(split.calibration().repeatHistories(PeriodUnit.DAY))
                .containsExactly(new RepeatHistory("a", 1, 5, 9, PeriodUnit.DAY));
        assertThat(split.outcomes()).containsExactly(new HoldoutOutcome("a", 0, 0, -1500, 2));
        assertThat(split.bornInHoldout().customers()).isZero();
        assertThat(split.tracking(30))
                .containsExactly(
                        new TrackingRow(Row.date(0), Row.date(9), false, 1, 1),
                        new TrackingRow(Row.date(10), Row.date(20), true, 0, 1));
    }

    @Test
    void trackingStartsANewPeriodWithTheHoldout() {
        RepeatTracking tracking = split(LOG, RULES).tracking(7);
        assertThat(tracking)
                .containsExactly(
                        new TrackingRow(Row.date(0), Row.date(2), false, 0, 0),
                        new TrackingRow(Row.date(3), Row.date(9), false, 1, 1),
                        new TrackingRow(Row.date(10), Row.date(16), true, 2, 3),
                        new TrackingRow(Row.date(17), Row.date(20), true, 0, 3));
        assertThat(tracking.births())
                .containsExactly(new RepeatTracking.Births(Row.date(0), 1), new RepeatTracking.Births(Row.date(7), 1));
        assertThat(tracking.expectedCumulative(age -> age)).containsExactly(2, 11, 25, 33);
        assertThat(tracking.expected(age -> age)).containsExactly(2, 9, 14, 8);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tracking.expected(age -> Double.NaN))
                .withMessage("the sum of expectedByAge must be finite, but was NaN");
    }

    @Test
    void aLogWithoutBuyersHasASplitToo() {
        HoldoutSplit split = split(Row.log(new Row("c", 3, -50)), RULES);
        assertThat(split.outcomes()).isEmpty();
        assertThat(split.calibrationBuyers())
                .isEqualTo(new HoldoutTotals(0, 0, new BigDecimal("0.00"), new BigDecimal("0.00")));
        assertThat(split.prospects()).isEqualTo(1);
        assertThat(split.tracking(5).births()).isEmpty();
        assertThat(split.tracking(5).expected(age -> age)).containsOnly(0);
        assertThat(split(TransactionLog.builder(0).build(), RULES).outcomes()).isEmpty();
    }

    @Test
    void refusesDaysThatMakeNoSplit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HoldoutSplit.of(LOG, RULES, Row.date(9), Row.date(9)))
                .withMessage("holdoutEnd must be after the calibrationEnd 2024-01-10, but was 2024-01-10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HoldoutSplit.of(LOG, RULES, Row.date(-1), Row.date(9)))
                .withMessage(
                        "calibrationEnd must not be before the first transaction on 2024-01-01, but was 2023-12-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HoldoutSplit.of(LOG, RULES, Row.date(1), LocalDate.of(10000, 1, 1)))
                .withMessageStartingWith("holdoutEnd must be in [0001-01-01, 9999-12-31]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> split(LOG, RULES).tracking(0))
                .withMessage("periodDays must be in [1, inf), but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> split(LOG, RULES.withRefunds(RefundPolicy.REJECT)))
                .withMessageStartingWith("customer c: amount must not be negative");
    }

    @Test
    void amountsThatOverflowOnlyInTheHoldoutAreRefused() {
        long most = Long.MAX_VALUE;
        TransactionLog log =
                Row.log(new Row("a", 0, 1), new Row("a", 1, -most), new Row("a", 11, most), new Row("a", 12, most - 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> split(log, RULES))
                .withMessage("customer a: the amounts must sum to less than 2^63 minor units");
        // Many customers may have more together than one may.
        TransactionLog many = Row.log(
                new Row("a", 0, 1),
                new Row("b", 0, 1),
                new Row("a", 11, most - 1),
                new Row("b", 11, most - 1),
                new Row("c", 11, most),
                new Row("d", 11, most));
        assertThat(split(many, RULES).calibrationBuyers().spend())
                .isEqualTo(BigDecimal.valueOf(most - 1, 2).multiply(BigDecimal.valueOf(2)));
        assertThat(split(many, RULES).bornInHoldout().net())
                .isEqualTo(BigDecimal.valueOf(most, 2).multiply(BigDecimal.valueOf(2)));
    }

    @Test
    void outcomesAndRowsCheckThemselves() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HoldoutOutcome("a", -1, 0, 0, 2))
                .withMessage("purchases must be in [0, inf), but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HoldoutOutcome("a", 0, 5, 0, 2))
                .withMessage("spendMinor must be 0 without a purchase, but was 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HoldoutOutcome("a", 1, 5, 6, 2))
                .withMessage("netMinor must be at most the spendMinor of 5, but was 6");
        assertThatIllegalArgumentException().isThrownBy(() -> new HoldoutOutcome("a", 1, -1, -1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new HoldoutOutcome("a", 1, 1, 1, 10));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrackingRow(Row.date(2), Row.date(1), false, 0, 0))
                .withMessage("lastDay must not be before 2024-01-03, but was 2024-01-02");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrackingRow(Row.date(1), Row.date(1), false, 2, 1))
                .withMessage("repeatPurchases must be in [0, 1], but was 2");
        assertThatIllegalArgumentException().isThrownBy(() -> new RepeatTracking.Births(Row.date(1), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new HoldoutTotals(-1, 0, BigDecimal.ONE, BigDecimal.ONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new HoldoutTotals(1, -1, BigDecimal.ONE, BigDecimal.ONE));
    }

    @Test
    void purchasesAreACopy() {
        HoldoutSplit split = split(LOG, RULES);
        split.purchases()[0] = 99;
        assertThat(split.purchases()).containsExactly(2, 0);
        assertThat(List.copyOf(split.outcomes())).hasSize(2);
    }
}
