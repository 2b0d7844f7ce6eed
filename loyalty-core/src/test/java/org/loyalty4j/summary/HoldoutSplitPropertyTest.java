package org.loyalty4j.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.RefundPolicy;
import org.loyalty4j.support.Draw;
import org.loyalty4j.support.Purchases;
import org.loyalty4j.support.Row;

/** The split against the rules read coin by coin, and against itself. */
class HoldoutSplitPropertyTest {

    @Provide
    Arbitrary<List<Row>> rows() {
        return Draw.rowsWithABuyer();
    }

    @Provide
    Arbitrary<PurchaseRules> rules() {
        return Draw.rules();
    }

    private static HoldoutSplit split(List<Row> rows, PurchaseRules rules, int calibrationEnd, int days) {
        return HoldoutSplit.of(Row.log(rows), rules, Row.date(calibrationEnd), Row.date(calibrationEnd + days));
    }

    @Property(tries = 400, seed = "1")
    void agreesWithTheWrittenRules(
            @ForAll("rows") List<Row> rows,
            @ForAll("rules") PurchaseRules rules,
            @ForAll @IntRange(max = Draw.LAST_DAY) int end,
            @ForAll @IntRange(min = 1, max = 25) int days) {
        HoldoutSplit split = split(rows, rules, end, days);
        Map<String, List<Row>> byCustomer = new TreeMap<>(rows.stream().collect(Collectors.groupingBy(Row::id)));
        List<HoldoutOutcome> outcomes = new ArrayList<>();
        long born = 0;
        long bornPurchases = 0;
        long bornSpend = 0;
        long bornNet = 0;
        long prospects = 0;
        for (Map.Entry<String, List<Row>> customer : byCustomer.entrySet()) {
            Purchases known = Purchases.of(customer.getValue(), rules, end);
            Purchases whole = Purchases.of(customer.getValue(), rules, end + days);
            int bought = 0;
            long spent = 0;
            for (int i = 0; i < whole.days().size(); i++) {
                bought += whole.days().get(i) > end ? 1 : 0;
                spent += whole.days().get(i) > end ? whole.spent().get(i) : 0;
            }
            long net = whole.total() - known.total();
            if (!known.days().isEmpty()) {
                outcomes.add(new HoldoutOutcome(customer.getKey(), bought, spent, net, 2));
            } else if (bought > 0) {
                born++;
                bornPurchases += bought;
                bornSpend += spent;
                bornNet += net;
            } else {
                prospects++;
            }
        }
        assertThat(split.outcomes()).isEqualTo(outcomes);
        assertThat(split.purchases())
                .containsExactly(
                        outcomes.stream().mapToInt(HoldoutOutcome::purchases).toArray());
        assertThat(split.bornInHoldout().customers()).isEqualTo((int) born);
        assertThat(split.bornInHoldout().purchases()).isEqualTo(bornPurchases);
        assertThat(split.bornInHoldout().spend().unscaledValue()).isEqualTo(bornSpend);
        assertThat(split.bornInHoldout().net().unscaledValue()).isEqualTo(bornNet);
        assertThat(split.prospects()).isEqualTo((int) prospects);
        HoldoutTotals totals = split.calibrationBuyers();
        assertThat(totals.spend().unscaledValue())
                .isEqualTo(
                        outcomes.stream().mapToLong(HoldoutOutcome::spendMinor).sum());
        assertThat(totals.net().unscaledValue())
                .isEqualTo(outcomes.stream().mapToLong(HoldoutOutcome::netMinor).sum());
        assertThat(totals.customers() + split.bornInHoldout().customers() + split.prospects())
                .isEqualTo(byCustomer.size());
    }

    @Property(seed = "1")
    void bothSidesAddUpToTheWhole(
            @ForAll("rows") List<Row> rows,
            @ForAll("rules") PurchaseRules rules,
            @ForAll @IntRange(max = Draw.LAST_DAY) int end,
            @ForAll @IntRange(min = 1, max = 25) int days) {
        HoldoutSplit split = split(rows, rules, end, days);
        PurchaseSummaries whole = PurchaseSummaries.of(Row.log(rows), rules, split.holdoutEnd());
        assertThat(split.calibration()
                        .totalSpend()
                        .add(split.calibrationBuyers().net())
                        .add(split.bornInHoldout().net()))
                .satisfies(sum -> {
                    if (split.prospects() == 0) {
                        assertThat(sum).isEqualTo(whole.totalSpend());
                    }
                });
        assertThat(split.dataReport()).isEqualTo(whole.dataReport());
        if (rules.refunds() != RefundPolicy.NET_AGAINST_PRIOR) {
            long calibrationDays = split.calibration().stream()
                    .mapToLong(PurchaseSummary::purchaseDays)
                    .sum();
            assertThat(calibrationDays
                            + split.calibrationBuyers().purchases()
                            + split.bornInHoldout().purchases())
                    .isEqualTo(whole.stream()
                            .mapToLong(PurchaseSummary::purchaseDays)
                            .sum());
        }
        for (HoldoutOutcome outcome : split.outcomes()) {
            int c = whole.customerIndex(outcome.customerId()).orElseThrow();
            assertThat(split.calibration().get(c).totalMinor() + outcome.netMinor())
                    .isEqualTo(whole.get(c).totalMinor());
        }
    }

    @Property(seed = "1")
    void trackingCountsEveryRepeatPurchaseOnce(
            @ForAll("rows") List<Row> rows,
            @ForAll("rules") PurchaseRules rules,
            @ForAll @IntRange(max = Draw.LAST_DAY) int end,
            @ForAll @IntRange(min = 1, max = 25) int days,
            @ForAll @IntRange(min = 1, max = 60) int period) {
        HoldoutSplit split = split(rows, rules, end, days);
        RepeatTracking tracking = split.tracking(period);
        RepeatHistories histories = split.calibration().repeatHistories(PeriodUnit.DAY);
        long inCalibration =
                histories.stream().mapToLong(RepeatHistory::repeatPurchases).sum();
        assertThat(sum(tracking, false)).isEqualTo(inCalibration);
        assertThat(sum(tracking, true)).isEqualTo(split.calibrationBuyers().purchases());
        long cumulative = 0;
        for (int i = 0; i < tracking.size(); i++) {
            TrackingRow row = tracking.get(i);
            cumulative += row.repeatPurchases();
            assertThat(row.cumulative()).isEqualTo(cumulative);
            assertThat(row.holdout()).isEqualTo(row.firstDay().isAfter(split.calibrationEnd()));
            long length = row.lastDay().toEpochDay() - row.firstDay().toEpochDay() + 1;
            boolean mayBeShort = i == 0 || i == tracking.size() - 1;
            assertThat(length).isBetween(mayBeShort ? 1L : (long) period, (long) period);
            if (i > 0) {
                assertThat(row.firstDay())
                        .isEqualTo(tracking.get(i - 1).lastDay().plusDays(1));
            }
        }
        assertThat(tracking.get(tracking.size() - 1).lastDay()).isEqualTo(split.holdoutEnd());
        assertThat(tracking.stream().filter(row -> !row.holdout()).map(TrackingRow::lastDay))
                .endsWith(split.calibrationEnd());
        assertThat(tracking.births().stream()
                        .mapToInt(RepeatTracking.Births::customers)
                        .sum())
                .isEqualTo(histories.size());

        // A model by which a customer makes age^2/7 repeat purchases, at the end of calibration: a sum over the
        // histories.
        double[] expected = tracking.expectedCumulative(age -> age * age / 7);
        double[] steps = tracking.expected(age -> age * age / 7);
        double byHand = histories.stream()
                .mapToDouble(h -> h.observedFor() * h.observedFor() / 7)
                .sum();
        double sum = 0;
        for (int i = 0; i < tracking.size(); i++) {
            sum += steps[i];
            assertThat(expected[i]).isCloseTo(sum, within(1e-9 * (1 + sum)));
            if (tracking.get(i).lastDay().equals(split.calibrationEnd())) {
                assertThat(expected[i]).isCloseTo(byHand, within(1e-9 * (1 + byHand)));
            }
        }
    }

    private static long sum(RepeatTracking tracking, boolean holdout) {
        return tracking.stream()
                .filter(row -> row.holdout() == holdout)
                .mapToLong(TrackingRow::repeatPurchases)
                .sum();
    }

    @Property(seed = "1")
    void theOrderOfTheRowsDoesNotMatter(
            @ForAll("rows") List<Row> rows, @ForAll("rules") PurchaseRules rules, @ForAll Random random) {
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        HoldoutSplit one = split(rows, rules, 20, 10);
        HoldoutSplit other = split(shuffled, rules, 20, 10);
        assertThat(other.outcomes()).isEqualTo(one.outcomes());
        assertThat(other.bornInHoldout()).isEqualTo(one.bornInHoldout());
        assertThat(other.tracking(3)).isEqualTo(one.tracking(3));
        assertThat(PurchaseRhythm.of(Row.log(shuffled), rules, Row.date(30)))
                .isEqualTo(PurchaseRhythm.of(Row.log(rows), rules, Row.date(30)));
    }

    @Property(seed = "1")
    void rhythmIsThatOfTheWrittenRules(
            @ForAll("rows") List<Row> rows,
            @ForAll("rules") PurchaseRules rules,
            @ForAll @IntRange(max = Draw.LAST_DAY) int end) {
        List<Double> shares = new ArrayList<>();
        double logs = 0;
        long gaps = 0;
        for (List<Row> customer :
                rows.stream().collect(Collectors.groupingBy(Row::id)).values()) {
            List<Integer> days = Purchases.of(customer, rules, end).days();
            for (int i = 1; i < days.size(); i++) {
                logs += StrictMath.log(days.get(i) - days.get(i - 1));
                gaps++;
            }
            int n = days.size();
            if (n > 2) {
                double before = days.get(n - 2) - days.get(n - 3);
                double after = days.get(n - 1) - days.get(n - 2);
                shares.add(before / (before + after));
            }
        }
        PurchaseRhythm rhythm = PurchaseRhythm.of(Row.log(rows), rules, Row.date(end));
        assertThat(rhythm.gaps()).isEqualTo(gaps);
        assertThat(rhythm.sumOfLogGaps()).isCloseTo(logs, within(1e-9));
        assertThat(rhythm.pairs()).isEqualTo(shares.size());
        double variance = shares.stream()
                .mapToDouble(m -> (m - 0.5) * (m - 0.5))
                .average()
                .orElse(0);
        assertThat(rhythm.shareVariance()).isCloseTo(variance, within(1e-12));
        assertThat(rhythm.shape().isPresent()).isEqualTo(variance > 0);
        rhythm.shape().ifPresent(k -> assertThat(1 / (4 * (2 * k + 1))).isCloseTo(variance, within(1e-12)));
    }
}
