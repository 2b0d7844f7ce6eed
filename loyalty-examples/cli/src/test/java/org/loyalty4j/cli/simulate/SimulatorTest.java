package org.loyalty4j.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Scale;
import org.loyalty4j.data.SurveyResponse;
import org.loyalty4j.data.Transaction;

class SimulatorTest {
    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);
    private static final LocalDate TO = LocalDate.of(2025, 12, 31);
    private static final int CUSTOMERS = 5_000;

    private static List<SimulatedCustomer> all() {
        Simulator simulator = new Simulator(FROM, TO, 1);
        List<SimulatedCustomer> all = new ArrayList<>();
        for (int i = 1; i <= CUSTOMERS; i++) {
            all.add(simulator.customer(i));
        }
        return all;
    }

    private static double share(List<SimulatedCustomer> all, java.util.function.Predicate<SimulatedCustomer> which) {
        return (double) all.stream().filter(which).count() / all.size();
    }

    private static long days(SimulatedCustomer one) {
        return one.transactions().stream()
                .filter(row -> row.amount().signum() > 0)
                .map(Transaction::date)
                .distinct()
                .count();
    }

    @Test
    void everyRecordIsWithinItsBounds() {
        for (SimulatedCustomer one : all()) {
            LocalDate joined = one.customer().joinedOn();
            LocalDate left = one.customer().leftOn();
            assertThat(joined).isBetween(FROM, TO);
            assertThat(left == null || !left.isAfter(TO)).isTrue();
            assertThat(one.transactions())
                    .isSortedAccordingTo(Comparator.comparing(Transaction::date))
                    .allMatch(row -> row.customerId().equals(one.customer().id()))
                    .allMatch(row -> !row.date().isBefore(joined) && !row.date().isAfter(TO))
                    .allMatch(row -> row.amount().scale() == 2)
                    .allMatch(row -> left == null
                            || row.amount().signum() <= 0
                            || !row.date().isAfter(left));
            assertThat(one.responses())
                    .isSortedAccordingTo(Comparator.comparing(SurveyResponse::date))
                    .allMatch(answer -> Scale.NPS.contains(answer.score()))
                    .allMatch(answer -> one.customer().isActiveOn(answer.date()));
        }
    }

    @Test
    void thePopulationIsLikeReality() {
        List<SimulatedCustomer> all = all();
        List<Transaction> rows =
                all.stream().flatMap(one -> one.transactions().stream()).toList();

        assertThat(share(all, one -> one.transactions().isEmpty())).isBetween(0.03, 0.12);
        assertThat(share(all, one -> one.customer().leftOn() != null)).isBetween(0.1, 0.3);
        assertThat(share(all, one -> !one.responses().isEmpty())).isBetween(0.34, 0.41);
        assertThat(share(all, one -> one.responses().size() > 1)).isBetween(0.15, 0.25);
        assertThat(share(all, one -> days(one) == 1)).isBetween(0.15, 0.4);
        assertThat(rows.stream().filter(row -> row.amount().signum() < 0).count())
                .isBetween(100L, 2_000L);
        assertThat(rows.stream().filter(row -> row.amount().signum() == 0).count())
                .isBetween(50L, 1_000L);
        assertThat(rows.stream().map(Transaction::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isPositive();
    }

    @Test
    void attitudeGoesWithBehaviourButLoosely() {
        List<SimulatedCustomer> both = all().stream()
                .filter(one -> !one.responses().isEmpty() && days(one) > 0)
                .toList();
        for (boolean often : new boolean[] {false, true}) {
            for (boolean happy : new boolean[] {false, true}) {
                assertThat(share(
                                both,
                                one -> (days(one) > 3) == often
                                        && (one.responses().get(0).score() >= 9) == happy))
                        .as("often %s, happy %s", often, happy)
                        .isBetween(0.1, 0.45);
            }
        }
        double happyIfOften = both.stream()
                .filter(one -> days(one) > 3)
                .mapToInt(one -> one.responses().get(0).score())
                .average()
                .orElseThrow();
        double happyIfSeldom = both.stream()
                .filter(one -> days(one) <= 3)
                .mapToInt(one -> one.responses().get(0).score())
                .average()
                .orElseThrow();
        assertThat(happyIfOften - happyIfSeldom).isBetween(0.3, 1.5);
    }

    @Test
    void thoseWhoBuyOftenAnswerRather() {
        List<SimulatedCustomer> all = all();
        double often = share(
                all.stream().filter(one -> days(one) > 5).toList(),
                one -> !one.responses().isEmpty());
        double seldom = share(
                all.stream().filter(one -> days(one) <= 5).toList(),
                one -> !one.responses().isEmpty());
        assertThat(often).isGreaterThan(seldom + 0.03);
    }

    @Test
    void theyAreAskedEveryHalfYear() {
        assertThat(all().stream()
                        .flatMap(one -> one.responses().stream())
                        .map(answer -> YearMonth.from(answer.date()))
                        .collect(Collectors.groupingBy(month -> month, TreeMap::new, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .filter(month -> month.getValue() > 100)
                        .map(Map.Entry::getKey))
                .containsExactly(
                        YearMonth.of(2024, 6), YearMonth.of(2024, 12), YearMonth.of(2025, 6), YearMonth.of(2025, 12));
    }

    /** Of two answers within days, the difference is chance; of two half a year apart, drift as well. */
    @Test
    void feelingsDrift() {
        double[] squares = new double[2];
        int[] pairs = new int[2];
        for (SimulatedCustomer one : all()) {
            for (int i = 1; i < one.responses().size(); i++) {
                SurveyResponse before = one.responses().get(i - 1);
                SurveyResponse after = one.responses().get(i);
                int apart = ChronoUnit.DAYS.between(before.date(), after.date()) > 100 ? 1 : 0;
                squares[apart] += Math.pow(after.score() - before.score(), 2) / 2;
                pairs[apart]++;
            }
        }
        assertThat(pairs[0]).isGreaterThan(200);
        assertThat(pairs[1]).isGreaterThan(200);
        assertThat(Math.sqrt(squares[0] / pairs[0])).isBetween(0.7, 0.95);
        assertThat(Math.sqrt(squares[1] / pairs[1])).isBetween(1.0, 1.4);
    }

    @Test
    void whoLikesTheShopLessLeavesRather() {
        List<SimulatedCustomer> asked =
                all().stream().filter(one -> !one.responses().isEmpty()).toList();
        double unhappy = share(
                asked.stream().filter(one -> last(one).score() <= 6).toList(),
                one -> one.customer().leftOn() != null);
        double happy = share(
                asked.stream().filter(one -> last(one).score() >= 9).toList(),
                one -> one.customer().leftOn() != null);
        assertThat(unhappy).isGreaterThan(happy + 0.05);
    }

    private static SurveyResponse last(SimulatedCustomer one) {
        return one.responses().get(one.responses().size() - 1);
    }

    @Test
    void aCustomerDependsOnSeedAndIndexAlone() {
        Simulator simulator = new Simulator(FROM, TO, 1);
        assertThat(simulator.customer(4711)).isEqualTo(new Simulator(FROM, TO, 1).customer(4711));
        assertThat(simulator.customer(1)).isNotEqualTo(new Simulator(FROM, TO, 2).customer(1));
        assertThat(simulator.customer(Simulator.MAX_CUSTOMERS).customer().id()).isEqualTo("C9999999");
        assertThat(simulator.customer(1).customer().id()).isEqualTo("C0000001");
    }

    @Test
    void aPeriodOfOneDayIsEnough() {
        assertThat(new Simulator(FROM, FROM, 1).customer(1).customer().joinedOn())
                .isEqualTo(FROM);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> new Simulator(TO, FROM, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("to must not be before from 2025-12-31, but was 2024-01-01");
        assertThatThrownBy(() -> new Simulator(FROM, TO, 1).customer(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("index must be in [1, 9999999], but was 0");
    }
}
