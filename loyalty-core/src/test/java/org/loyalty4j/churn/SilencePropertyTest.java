package org.loyalty4j.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.loyalty4j.CalendarPeriods;
import org.loyalty4j.Proportion;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.RefundPolicy;
import org.loyalty4j.summary.HoldoutSplit;
import org.loyalty4j.summary.PurchaseDays;
import org.loyalty4j.support.Draw;
import org.loyalty4j.support.Purchases;
import org.loyalty4j.support.Row;

/** Silences and states against the written rules, looked up day by day and without any care for speed. */
class SilencePropertyTest {

    @Provide
    Arbitrary<List<Row>> rows() {
        return Draw.rowsWithABuyer();
    }

    @Provide
    Arbitrary<PurchaseRules> rules() {
        return Draw.rules();
    }

    @Provide
    Arbitrary<CalendarPeriods> calendars() {
        return Arbitraries.of(
                CalendarPeriods.months(),
                CalendarPeriods.quarters(),
                CalendarPeriods.weeksFrom(DayOfWeek.MONDAY),
                CalendarPeriods.weeksFrom(DayOfWeek.SUNDAY));
    }

    /** The purchase days of every customer, as epoch days. */
    private static Map<String, List<Integer>> buys(List<Row> rows, PurchaseRules rules, int end) {
        Map<String, List<Integer>> buys = new TreeMap<>();
        rows.stream()
                .collect(Collectors.groupingBy(Row::id))
                .forEach((id, own) -> buys.put(
                        id,
                        Purchases.of(own, rules, end).days().stream()
                                .map(day -> (int) Row.date(day).toEpochDay())
                                .toList()));
        return buys;
    }

    private static PurchaseDays days(List<Row> rows, PurchaseRules rules, int end) {
        return PurchaseDays.of(Row.log(rows), rules, Row.date(end));
    }

    private static ChurnState state(List<Integer> buys, int first, int last, int threshold) {
        List<Integer> known = buys.stream().filter(day -> day <= last).toList();
        if (known.isEmpty()) {
            return ChurnState.PROSPECT;
        }
        if (last - Collections.max(known) > threshold) {
            return ChurnState.LAPSED;
        }
        List<Integer> inPeriod = known.stream().filter(day -> day >= first).toList();
        if (inPeriod.isEmpty()) {
            return ChurnState.QUIET;
        }
        if (inPeriod.contains(Collections.min(known))) {
            return ChurnState.NEW;
        }
        for (int day : inPeriod) {
            int before =
                    known.stream().mapToInt(d -> d).filter(d -> d < day).max().orElseThrow();
            if (day - before > threshold) {
                return ChurnState.REACTIVATED;
            }
        }
        return ChurnState.RETURNING;
    }

    @Property(tries = 150, seed = "1")
    void everyCustomerIsInTheOneStateOfTheRules(
            @ForAll("rows") List<Row> rows,
            @ForAll("rules") PurchaseRules rules,
            @ForAll("calendars") CalendarPeriods calendar,
            @ForAll @IntRange(max = Draw.LAST_DAY + 60) int end,
            @ForAll @IntRange(min = 1, max = 50) int threshold) {
        PurchaseDays days = days(rows, rules, end);
        List<List<Integer>> buys = new ArrayList<>(buys(rows, rules, end).values());
        ChurnStateHistory history = ChurnStateHistory.of(days, threshold, calendar);
        assertThat(history.flows()).hasSize(Math.max(0, history.size() - 1));
        for (int p = 0; p < history.size(); p++) {
            ChurnStatePeriod period = history.get(p);
            List<ChurnState> states = states(buys, period, threshold);
            for (ChurnState state : ChurnState.values()) {
                assertThat(period.count(state)).isEqualTo(Collections.frequency(states, state));
            }
            assertThat(period.buyers() + period.count(ChurnState.PROSPECT)).isEqualTo(days.customerCount());
            assertThat(period.complete())
                    .isEqualTo(period.lastDay().plusDays(1).equals(calendar.next(period.firstDay())));
            if (p > 0) {
                assertFlow(history.flows().get(p - 1), states(buys, history.get(p - 1), threshold), states);
            }
        }
        ChurnStates now = ChurnStates.of(days, threshold, calendar);
        assertThat(now.stream().map(CustomerChurnState::state).toList())
                .isEqualTo(states(buys, now.period(), threshold));
        BitSet lapsed = now.lapsedBuyers();
        assertThat((long) lapsed.cardinality()).isEqualTo(now.period().count(ChurnState.LAPSED));
        if (history.isEmpty()) {
            assertThat(now.period().buyers()).isZero();
        } else {
            assertThat(history.get(history.size() - 1)).isEqualTo(now.period());
            assertThat(history.get(0).firstDay())
                    .isEqualTo(calendar.startOf(LocalDate.ofEpochDay(buys.stream()
                            .flatMapToInt(own -> own.stream().mapToInt(d -> d))
                            .min()
                            .orElseThrow())));
        }
    }

    private static List<ChurnState> states(List<List<Integer>> buys, ChurnStatePeriod period, int threshold) {
        return buys.stream()
                .map(own -> state(
                        own,
                        (int) period.firstDay().toEpochDay(),
                        (int) period.lastDay().toEpochDay(),
                        threshold))
                .toList();
    }

    private static void assertFlow(ChurnStateFlow flow, List<ChurnState> before, List<ChurnState> after) {
        long lapsable = 0;
        long lapsed = 0;
        for (ChurnState from : ChurnState.values()) {
            assertThat(flow.from(from)).isEqualTo(Collections.frequency(before, from));
            assertThat(flow.to(from)).isEqualTo(Collections.frequency(after, from));
            for (ChurnState to : ChurnState.values()) {
                long both = IntStream.range(0, before.size())
                        .filter(c -> before.get(c) == from && after.get(c) == to)
                        .count();
                assertThat(flow.of(from, to))
                        .isEqualTo(new StateTransition(from, to, both, Collections.frequency(before, from)));
                assertThat(flow).contains(flow.of(from, to));
            }
            if (from != ChurnState.PROSPECT && from != ChurnState.LAPSED) {
                lapsable += flow.from(from);
                lapsed += flow.of(from, ChurnState.LAPSED).customers();
            }
            if (from != ChurnState.PROSPECT) {
                assertThat(flow.of(from, ChurnState.NEW).customers()).isZero();
                assertThat(flow.of(from, ChurnState.PROSPECT).customers()).isZero();
            }
        }
        assertThat(flow.of(ChurnState.LAPSED, ChurnState.RETURNING).customers()).isZero();
        assertThat(flow.of(ChurnState.LAPSED, ChurnState.QUIET).customers()).isZero();
        assertThat(flow.of(ChurnState.PROSPECT, ChurnState.QUIET).customers()).isZero();
        assertThat(flow.lapseRate()).isEqualTo(new Proportion(lapsed, lapsable));
    }

    @Property(tries = 150, seed = "1")
    void falseChurnIsCountedCustomerByCustomer(
            @ForAll("rows") List<Row> rows,
            @ForAll("rules") PurchaseRules rules,
            @ForAll @IntRange(max = Draw.LAST_DAY) int end,
            @ForAll @IntRange(min = 1, max = 25) int holdout) {
        HoldoutSplit split = HoldoutSplit.of(Row.log(rows), rules, Row.date(end), Row.date(end + holdout));
        Map<String, List<Row>> own = rows.stream().collect(Collectors.groupingBy(Row::id));
        int border = (int) Row.date(end).toEpochDay();
        List<int[]> customers = new ArrayList<>(); // silence, bought in the holdout
        buys(rows, rules, end).forEach((id, before) -> {
            if (!before.isEmpty()) {
                long later = Purchases.of(own.get(id), rules, end + holdout).days().stream()
                        .filter(day -> day > end)
                        .count();
                customers.add(new int[] {border - Collections.max(before), later > 0 ? 1 : 0});
            }
        });
        FalseChurnCurve curve = FalseChurnCurve.of(split);
        assertThat(curve).hasSize(customers.stream().mapToInt(c -> c[0]).max().orElse(0));
        assertThat(curve.buyers()).isEqualTo(customers.size());
        for (FalseChurn row : curve) {
            int d = row.thresholdDays();
            assertThat(row.called())
                    .isEqualTo(customers.stream().filter(c -> c[0] > d).count());
            assertThat(row.returned())
                    .isEqualTo(customers.stream()
                            .filter(c -> c[0] > d && c[1] == 1)
                            .count());
            assertThat(row.missed())
                    .isEqualTo(new Proportion(
                            customers.stream()
                                    .filter(c -> c[0] <= d && c[1] == 0)
                                    .count(),
                            customers.stream().filter(c -> c[1] == 0).count()));
        }
        assertThat(FalseChurnCurve.of(split, 0, 7, 100).stream().filter(row -> row.called() > 0))
                .allMatch(row -> curve.get(row.thresholdDays()).equals(row));
        InactivityThreshold threshold = curve.threshold(0.4, 0.9);
        int expected = curve.stream()
                .filter(row ->
                        row.falseChurn().wilson(0.9).orElseThrow().interval().upper() <= 0.4)
                .mapToInt(FalseChurn::thresholdDays)
                .findFirst()
                .orElse(-1);
        assertThat(threshold.days().orElse(-1)).isEqualTo(expected);
        assertThat(threshold.warnings().contains(ThresholdWarning.HOLDOUT_TOO_SHORT))
                .isEqualTo(expected > holdout);
        assertThat(threshold.warnings().contains(ThresholdWarning.NOT_REACHED)).isEqualTo(expected < 0);
    }

    @Property(tries = 100, seed = "1")
    void personalFalseChurnIsCountedCustomerByCustomer(
            @ForAll("rows") List<Row> rows,
            @ForAll("rules") PurchaseRules rules,
            @ForAll @IntRange(max = Draw.LAST_DAY) int end,
            @ForAll @IntRange(min = 1, max = 25) int holdout) {
        HoldoutSplit split = HoldoutSplit.of(Row.log(rows), rules, Row.date(end), Row.date(end + holdout));
        RelativeSilences silences = RelativeSilences.of(days(rows, rules, end), new BaseRhythm(1.2, 2, 9, 0.1));
        int[] bought = split.purchases();
        PersonalFalseChurnCurve curve = PersonalFalseChurnCurve.of(split, silences, 0.1, 0.5, 0.9);
        long silent = IntStream.of(bought).filter(n -> n == 0).count();
        for (PersonalFalseChurn row : curve) {
            int[] called = IntStream.range(0, bought.length)
                    .filter(r -> silences.get(r).probability() <= row.probability())
                    .toArray();
            long back = IntStream.of(called).filter(r -> bought[r] > 0).count();
            assertThat(row)
                    .isEqualTo(new PersonalFalseChurn(
                            row.probability(),
                            new Proportion(back, called.length),
                            new Proportion(silent - (called.length - back), silent)));
        }
        assertThat(curve.threshold(0.4, 0.9))
                .isEqualTo(curve.stream()
                        .filter(row -> row.falseChurn()
                                .wilson(0.9)
                                .filter(rate -> rate.interval().upper() <= 0.4)
                                .isPresent())
                        .reduce((lower, higher) -> higher));
    }

    @Property(tries = 150, seed = "1")
    void silencesAreThoseBetweenPurchases(
            @ForAll("rows") List<Row> rows,
            @ForAll("rules") PurchaseRules rules,
            @ForAll @IntRange(max = Draw.LAST_DAY + 20) int end) {
        List<int[]> silences = new ArrayList<>(); // length, ended
        int last = (int) Row.date(end).toEpochDay();
        buys(rows, rules, end).values().forEach(own -> {
            for (int i = 0; i < own.size(); i++) {
                boolean open = i == own.size() - 1;
                silences.add(new int[] {(open ? last : own.get(i + 1)) - own.get(i), open ? 0 : 1});
            }
        });
        SilenceCurve curve = SilenceCurve.of(days(rows, rules, end));
        assertThat(curve.silences()).isEqualTo(silences.size());
        assertThat(curve).hasSize(silences.stream().mapToInt(s -> s[0]).max().orElse(0));
        double survival = 1;
        for (SilenceStep step : curve) {
            long atRisk = silences.stream().filter(s -> s[0] >= step.day()).count();
            long ended = silences.stream()
                    .filter(s -> s[0] == step.day() && s[1] == 1)
                    .count();
            survival *= 1 - (double) ended / atRisk;
            assertThat(step.atRisk()).isEqualTo(atRisk);
            assertThat(step.ended()).isEqualTo(ended);
            assertThat(step.stillSilent()).isCloseTo(survival, within(1e-12));
        }
        for (int d = 0; d < curve.size(); d += 5) {
            int within = 1 + d / 2;
            double before = curve.stillSilent(d).orElseThrow();
            curve.endedLater(d, within, 0.9).ifPresent(estimate -> {
                assertThat(estimate.interval().contains(estimate.value())).isTrue();
                assertThat(estimate.interval().lower()).isNotNegative();
                assertThat(estimate.interval().upper()).isLessThanOrEqualTo(1);
            });
            int until = d + within;
            curve.endedLater(d, within, 0.9)
                    .ifPresent(estimate -> assertThat(estimate.value())
                            .isCloseTo(1 - curve.stillSilent(until).orElseThrow() / before, within(1e-12)));
        }
    }

    @Property(tries = 100, seed = "1")
    void theOrderOfTheRowsDoesNotMatter(@ForAll("rows") List<Row> rows, @ForAll Random random) {
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        PurchaseRules rules = PurchaseRules.withDefaults().withRefunds(RefundPolicy.NET_AGAINST_PRIOR);
        PurchaseDays one = days(rows, rules, Draw.LAST_DAY);
        PurchaseDays other = days(shuffled, rules, Draw.LAST_DAY);
        assertThat(SilenceCurve.of(one).endedLater(3, 5, 0.9))
                .isEqualTo(SilenceCurve.of(other).endedLater(3, 5, 0.9));
        assertThat(ChurnStateHistory.of(one, 9, CalendarPeriods.months()).flows())
                .isEqualTo(
                        ChurnStateHistory.of(other, 9, CalendarPeriods.months()).flows());
        BaseRhythm rhythm = new BaseRhythm(1.5, 2, 10, 0.1);
        assertThat(RelativeSilences.of(one, rhythm)).isEqualTo(RelativeSilences.of(other, rhythm));
    }

    @Property(tries = 100, seed = "1")
    void agreementIsCountedPairByPair(
            @ForAll List<@IntRange(max = 5) Integer> tenths,
            @ForAll Random random,
            @ForAll @IntRange(max = 5) int cut) {
        double[] probability = tenths.stream().mapToDouble(t -> t / 5.0).toArray();
        BitSet silent = new BitSet();
        for (int row = 0; row < probability.length; row++) {
            silent.set(row, random.nextBoolean());
        }
        long wins = 0;
        long[] table = new long[4];
        for (int i = 0; i < probability.length; i++) {
            table[(silent.get(i) ? 0 : 2) + (probability[i] >= cut / 5.0 ? 0 : 1)]++;
            for (int j = 0; j < probability.length; j++) {
                if (silent.get(i) && !silent.get(j)) {
                    wins += 1 + (int) Math.signum(probability[i] - probability[j]);
                }
            }
        }
        ChurnAgreement agreement = ChurnAgreement.of(silent, probability, cut / 5.0);
        assertThat(agreement).isEqualTo(new ChurnAgreement(cut / 5.0, table[0], table[1], table[2], table[3], wins));
        agreement.kappa(0.9).ifPresent(kappa -> assertThat(kappa.value()).isBetween(-1.0, 1.0));
        agreement
                .concordance(0.9)
                .ifPresent(c -> assertThat(c.interval().contains(c.value())).isTrue());
    }
}
