package org.loyalty4j.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loyalty4j.data.DataReport;
import org.loyalty4j.data.MergePolicy;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.RefundPolicy;
import org.loyalty4j.data.ZeroAmountPolicy;
import org.loyalty4j.support.Row;

/** Every reading of refunds, same-day rows and zeros, on cases worked out by hand. */
class PurchaseRulesTest {

    /** Rows as {@code day:amount}, apart by spaces. */
    private static PurchaseSummaries read(String rows, PurchaseRules rules, int lastDay) {
        List<Row> parsed = new ArrayList<>();
        for (String row : rows.trim().split(" +")) {
            String[] parts = row.split(":");
            parsed.add(new Row("c", Integer.parseInt(parts[0]), Long.parseLong(parts[1])));
        }
        return PurchaseSummaries.of(Row.log(parsed, 0), rules, Row.date(lastDay));
    }

    /*
     * frequency and days, first and last day (- without), total, repeat; then the fates of the rows:
     * occasions, merged, cancelled, refunds netted, unmatched, dropped, zeros.
     */
    @ParameterizedTest(name = "{0} | {1} {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
        # The example of RefundPolicy: 1 May +100, 3 May +40 -40, 9 May -30.
        1:100 3:40 3:-40 9:-30   | NET_PER_DAY       | PER_DAY  | NO_OCCASION | 1 1 1 1 70 0      | 1 0 1 2 1 0 0
        1:100 3:40 3:-40 9:-30   | NET_AGAINST_PRIOR | PER_DAY  | NO_OCCASION | 1 1 1 1 70 0      | 1 0 1 2 0 0 0
        1:100 3:40 3:-40 9:-30   | DROP              | PER_DAY  | NO_OCCASION | 2 2 1 3 140 40    | 2 0 0 0 0 2 0
        # Two rows and a free one on a day.
        1:10 1:20 1:0            | NET_PER_DAY       | PER_DAY  | NO_OCCASION | 1 1 1 1 30 0      | 1 1 0 0 0 0 1
        1:10 1:20 1:0            | NET_PER_DAY       | EACH_ROW | NO_OCCASION | 2 1 1 1 30 0      | 2 0 0 0 0 0 1
        1:10 1:20 1:0            | NET_PER_DAY       | PER_DAY  | OCCASION    | 1 1 1 1 30 0      | 1 2 0 0 0 0 0
        1:10 1:20 1:0            | NET_PER_DAY       | EACH_ROW | OCCASION    | 3 1 1 1 30 0      | 3 0 0 0 0 0 0
        # Only zeros.
        1:0 1:0 2:0              | NET_PER_DAY       | PER_DAY  | NO_OCCASION | 0 0 - - 0 0       | 0 0 0 0 0 0 3
        1:0 1:0 2:0              | NET_PER_DAY       | PER_DAY  | OCCASION    | 2 2 1 2 0 0       | 2 1 0 0 0 0 0
        1:0 1:0 2:0              | NET_AGAINST_PRIOR | EACH_ROW | OCCASION    | 3 2 1 2 0 0       | 3 0 0 0 0 0 0
        # A zero beside a refund is an occasion only if refunds are left out.
        1:0 1:-5                 | NET_PER_DAY       | PER_DAY  | OCCASION    | 0 0 - - -5 0      | 0 0 0 1 1 0 1
        1:0 1:-5                 | NET_AGAINST_PRIOR | PER_DAY  | OCCASION    | 0 0 - - -5 0      | 0 0 0 1 1 0 1
        1:0 1:-5                 | DROP              | PER_DAY  | OCCASION    | 1 1 1 1 0 0       | 1 0 0 0 0 1 0
        # A zero beside a purchase that is given back whole.
        1:0 1:7 1:-7             | NET_PER_DAY       | PER_DAY  | OCCASION    | 0 0 - - 0 0       | 0 0 1 1 0 0 1
        # One refund takes several earlier days down, and part of another.
        1:10 2:20 3:5 4:-30      | NET_AGAINST_PRIOR | PER_DAY  | NO_OCCASION | 1 1 1 1 5 0       | 1 0 2 1 0 0 0
        1:10 2:20 3:5 4:-30      | NET_PER_DAY       | PER_DAY  | NO_OCCASION | 3 3 1 3 5 25      | 3 0 0 1 1 0 0
        # What exceeds all earlier purchases lowers the total, and later purchases stay whole.
        1:10 2:-30 3:8           | NET_AGAINST_PRIOR | PER_DAY  | NO_OCCASION | 1 1 3 3 -12 0     | 1 0 1 1 1 0 0
        # The latest first: day 2 goes, day 1 keeps its place as the first.
        1:10 2:4 3:-4 5:6        | NET_AGAINST_PRIOR | PER_DAY  | NO_OCCASION | 2 2 1 5 16 6      | 2 0 1 1 0 0 0
        # The first day goes: the clock starts with the next.
        1:4 2:-4 5:6 7:1         | NET_AGAINST_PRIOR | PER_DAY  | NO_OCCASION | 2 2 5 7 7 1       | 2 0 1 1 0 0 0
        # A day of several rows goes whole, a free one among them.
        1:1 1:2 1:0 4:-3         | NET_AGAINST_PRIOR | EACH_ROW | OCCASION    | 0 0 - - 0 0       | 0 0 3 1 0 0 0
        # A free day has nothing to take.
        1:9 2:0 3:-4             | NET_AGAINST_PRIOR | PER_DAY  | OCCASION    | 2 2 1 2 5 0       | 2 0 0 1 0 0 0
        # A refund before any purchase.
        1:-5 2:20                | NET_AGAINST_PRIOR | PER_DAY  | NO_OCCASION | 1 1 2 2 15 0      | 1 0 0 1 1 0 0
        # A partly refunded day counts every purchase row of it.
        1:10 1:20 1:-15          | NET_PER_DAY       | EACH_ROW | NO_OCCASION | 2 1 1 1 15 0      | 2 0 0 1 0 0 0
        # REJECT refuses nothing where there is no refund.
        1:10 2:0                 | REJECT            | PER_DAY  | NO_OCCASION | 1 1 1 1 10 0      | 1 0 0 0 0 0 1
        """)
    void readsByTheRules(
            String rows,
            RefundPolicy refunds,
            MergePolicy merge,
            ZeroAmountPolicy zeros,
            String summary,
            String fates) {
        PurchaseSummaries summaries = read(rows, new PurchaseRules(refunds, merge, zeros), 30);
        PurchaseSummary s = summaries.get(0);
        String first = s.firstPurchase() == null ? "-" : day(s.firstPurchase().toEpochDay());
        String last = s.lastPurchase() == null ? "-" : day(s.lastPurchase().toEpochDay());
        assertThat(s.frequency() + " " + s.purchaseDays() + " " + first + " " + last + " " + s.totalMinor() + " "
                        + s.repeatMinor())
                .isEqualTo(summary);
        DataReport report = summaries.dataReport();
        assertThat(report.occasions() + " " + report.merged() + " " + report.cancelled() + " "
                        + report.refundsNetted() + " " + report.unmatchedRefunds() + " " + report.refundsDropped()
                        + " " + report.zeroAmounts())
                .isEqualTo(fates);
        assertThat(report.rowsRead()).isEqualTo(rows.trim().split(" +").length);
    }

    private static String day(long epochDay) {
        return Long.toString(epochDay - Row.ORIGIN.toEpochDay());
    }

    @Test
    void refundsAfterTheEndChangeNothing() {
        PurchaseRules rules = PurchaseRules.withDefaults().withRefunds(RefundPolicy.NET_AGAINST_PRIOR);
        PurchaseSummaries before = read("1:10 2:20 9:-30", rules, 8);
        assertThat(before.get(0).frequency()).isEqualTo(2);
        assertThat(before.get(0).totalMinor()).isEqualTo(30);
        assertThat(before.dataReport().afterEnd()).isEqualTo(1);
        assertThat(read("1:10 2:20 9:-30", rules, 9).get(0).frequency()).isZero();
    }

    @Test
    void rejectNamesCustomerDayAndAmount() {
        PurchaseRules rules = PurchaseRules.withDefaults().withRefunds(RefundPolicy.REJECT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("1:10 2:-30", rules, 8))
                .withMessage("customer c: amount must not be negative under RefundPolicy.REJECT, but was -30 minor"
                        + " units on 2024-01-03");
        assertThat(read("1:10 2:-30", rules, 1).get(0).totalMinor()).isEqualTo(10);
    }

    @Test
    void sumsThatOverflowAreRefused() {
        String max = Long.toString(Long.MAX_VALUE);
        for (String rows :
                List.of("1:" + max + " 1:1", "1:" + max + " 2:1", "1:" + Long.MIN_VALUE, "1:-1 1:" + Long.MIN_VALUE)) {
            for (RefundPolicy policy : List.of(RefundPolicy.NET_PER_DAY, RefundPolicy.NET_AGAINST_PRIOR)) {
                assertThatIllegalArgumentException()
                        .isThrownBy(
                                () -> read(rows, PurchaseRules.withDefaults().withRefunds(policy), 8))
                        .withMessage("customer c: the amounts must sum to less than 2^63 minor units");
            }
        }
        assertThat(read("1:" + max, PurchaseRules.withDefaults(), 8).get(0).totalMinor())
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void manyPurchaseDaysFit() {
        List<Row> rows = new ArrayList<>();
        for (int day = 0; day < 500; day++) {
            rows.add(new Row("c", 499 - day, day + 1));
        }
        PurchaseSummary summary =
                PurchaseSummaries.of(Row.log(rows), Row.date(600)).get(0);
        assertThat(summary.frequency()).isEqualTo(500);
        assertThat(summary.totalMinor()).isEqualTo(125_250);
        assertThat(summary.repeatMinor()).isEqualTo(125_250 - 500);
        assertThat(summary.recencyDays()).hasValue(101);
    }
}
