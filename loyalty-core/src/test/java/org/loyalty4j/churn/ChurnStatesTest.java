package org.loyalty4j.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.loyalty4j.CalendarPeriods;
import org.loyalty4j.Proportion;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.summary.PurchaseDays;

class ChurnStatesTest {
    private static final CalendarPeriods MONTHS = CalendarPeriods.months();

    private static PurchaseDays days(String asOf, String... buys) {
        TransactionLog.Builder log = TransactionLog.builder(2);
        for (String buy : buys) {
            String[] parts = buy.split(" ");
            if (parts.length == 1) {
                log.addCustomer(parts[0]);
            }
            for (int i = 1; i < parts.length; i++) {
                log.add(parts[0], LocalDate.parse("2026-" + parts[i]), BigDecimal.ONE);
            }
        }
        return PurchaseDays.of(log.build(), PurchaseRules.withDefaults(), LocalDate.parse("2026-" + asOf));
    }

    private static List<ChurnState> months(int threshold, String asOf, String buys) {
        ChurnStateHistory history = ChurnStateHistory.of(days(asOf, buys), threshold, MONTHS);
        return history.stream()
                .map(period -> period.counts().entrySet().stream()
                        .filter(entry -> entry.getValue() == 1)
                        .findFirst()
                        .orElseThrow()
                        .getKey())
                .toList();
    }

    @Test
    void theWorkedExample() {
        assertThat(months(60, "10-31", "a 01-10 02-05 07-20"))
                .containsExactly(
                        ChurnState.NEW,
                        ChurnState.RETURNING,
                        ChurnState.QUIET,
                        ChurnState.LAPSED,
                        ChurnState.LAPSED,
                        ChurnState.LAPSED,
                        ChurnState.REACTIVATED,
                        ChurnState.QUIET,
                        ChurnState.LAPSED,
                        ChurnState.LAPSED);
    }

    @Test
    void theThresholdIsToBeExceeded() {
        assertThat(months(31, "02-28", "a 01-28")).containsExactly(ChurnState.NEW, ChurnState.QUIET);
        assertThat(months(30, "02-28", "a 01-28")).containsExactly(ChurnState.NEW, ChurnState.LAPSED);
        assertThat(months(31, "02-28", "a 01-28 02-28")).containsExactly(ChurnState.NEW, ChurnState.RETURNING);
        assertThat(months(30, "02-28", "a 01-28 02-28")).containsExactly(ChurnState.NEW, ChurnState.REACTIVATED);
    }

    @Test
    void whoFallsSilentWithinThePeriodHasLapsed() {
        assertThat(months(10, "02-28", "a 01-01 01-02")).containsExactly(ChurnState.LAPSED, ChurnState.LAPSED);
        assertThat(months(10, "01-31", "a 01-01 01-25")).containsExactly(ChurnState.NEW);
        assertThat(months(10, "02-28", "a 01-31 02-02 02-03 02-25"))
                .containsExactly(ChurnState.NEW, ChurnState.REACTIVATED);
    }

    @Test
    void statesAreThoseOfTheCalendarPeriodOfTheLastDay() {
        PurchaseDays days = days("03-10", "a 01-05 03-02", "b 03-10", "c 02-20", "d", "e 01-01", "f 02-01 03-01");
        ChurnStates states = ChurnStates.of(days, 30, MONTHS);
        assertThat(states)
                .containsExactly(
                        new CustomerChurnState("a", ChurnState.REACTIVATED, 8),
                        new CustomerChurnState("b", ChurnState.NEW, 0),
                        new CustomerChurnState("c", ChurnState.QUIET, 18),
                        new CustomerChurnState("d", ChurnState.PROSPECT, null),
                        new CustomerChurnState("e", ChurnState.LAPSED, 68),
                        new CustomerChurnState("f", ChurnState.RETURNING, 9));
        assertThat(states.stateOf(4)).isEqualTo(ChurnState.LAPSED);
        assertThat(states.thresholdDays()).isEqualTo(30);
        BitSet lapsed = new BitSet();
        lapsed.set(3); // of the buyers a, b, c, e, f
        assertThat(states.lapsedBuyers()).isEqualTo(lapsed);
        assertThat(states.period().complete()).isFalse();
        assertThat(states.period().share(ChurnState.LAPSED)).isEqualTo(new Proportion(1, 5));
        assertThat(states)
                .hasToString("ChurnStates, lapsed after more than 30 days of silence: 2026-03 until 2026-03-10: "
                        + "1 prospect, 1 new, 1 returning, 1 reactivated, 1 quiet, 1 lapsed");
        assertThat(states.get(3)).hasToString("d: Prospect");
        assertThat(states.get(4)).hasToString("e: Lapsed, silent for 68 days");
    }

    @Test
    void aHistoryPrintsAsATable() {
        ChurnStateHistory history =
                ChurnStateHistory.of(days("03-30", "a 01-05 03-02", "b 03-10", "c 01-20", "d"), 30, MONTHS);
        assertThat(history).hasToString("""
                        period          prospect         new   returning reactivated       quiet      lapsed  lapse rate  reactivation
                        2026-01                2           2           0           0           0           0
                        2026-02                2           0           0           0           0           2     100.0 %
                        2026-03*               1           1           0           1           0           1                    50.0 %
                        * cut short by the end of observation""".replace("0\n2026-02", "0                          \n2026-02")
                .replace("100.0 %\n", "100.0 %              \n"));
        assertThat(history.thresholdDays()).isEqualTo(30);
        ChurnStateFlow flow = history.flows().get(1);
        assertThat(flow.fromLabel()).isEqualTo("2026-02");
        assertThat(flow.toLabel()).isEqualTo("2026-03");
        assertThat(flow).hasToString("""
                        2026-02 \\ 2026-03           prospect         new   returning reactivated       quiet      lapsed         all
                        prospect                           1           1           0           0           0           0           2
                        new                                0           0           0           0           0           0           0
                        returning                          0           0           0           0           0           0           0
                        reactivated                        0           0           0           0           0           0           0
                        quiet                              0           0           0           0           0           0           0
                        lapsed                             0           0           0           1           0           1           2
                        all                                1           1           0           1           0           1           4""");
        assertThat(flow.of(ChurnState.LAPSED, ChurnState.REACTIVATED))
                .hasToString("lapsed to reactivated: 50.00 % (1 of 2)");
    }

    @Test
    void nobodyBought() {
        PurchaseDays nobody = days("03-30", "a", "b");
        assertThat(ChurnStateHistory.of(nobody, 30, MONTHS)).isEmpty();
        assertThat(ChurnStateHistory.of(nobody, 30, MONTHS).flows()).isEmpty();
        ChurnStates states = ChurnStates.of(nobody, 30, MONTHS);
        assertThat(states.period().buyers()).isZero();
        assertThat(states.period().share(ChurnState.LAPSED).value()).isEmpty();
        assertThat(states.lapsedBuyers().isEmpty()).isTrue();
    }

    @Test
    void purchaseDaysAreColumns() {
        PurchaseDays days = days("03-30", "a 01-05 03-02 03-02", "b");
        assertThat(days).hasToString("PurchaseDays: 2 purchase days of 2 customers as of 2026-03-30");
        assertThat(days.count(0)).isEqualTo(2);
        assertThat(days.epochDay(0, 1)).isEqualTo((int) LocalDate.of(2026, 3, 2).toEpochDay());
        assertThat(days.silenceDays(0)).hasValue(28);
        assertThat(days.silenceDays(1)).isEmpty();
        assertThat(days.firstEpochDay()).hasValue((int) LocalDate.of(2026, 1, 5).toEpochDay());
        assertThat(days.customerIds()).containsExactly("a", "b");
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> days.epochDay(1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> days("01-01", "a 01-05"))
                .withMessage("asOf must not be before the first transaction on 2026-01-05, but was 2026-01-01");
    }

    @Test
    void namesForPeopleAndFiles() {
        assertThat(ChurnState.values()).extracting(ChurnState::key).doesNotHaveDuplicates();
        assertThat(ChurnState.LAPSED.key()).isEqualTo("lapsed");
        assertThat(ChurnState.LAPSED.label().in(Locale.JAPANESE)).isEqualTo("休眠");
        assertThat(ThresholdWarning.NOT_REACHED.label().in(Locale.JAPANESE)).contains("しきい値");
    }

    @Test
    void refusesTheImpossible() {
        PurchaseDays days = days("03-30", "a 01-05");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChurnStates.of(days, 0, MONTHS))
                .withMessage("thresholdDays must be in [1, inf), but was 0");
        assertThatIllegalArgumentException().isThrownBy(() -> ChurnStateHistory.of(days, 0, MONTHS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CustomerChurnState("a", ChurnState.PROSPECT, 3))
                .withMessage("silenceDays must be given unless state is PROSPECT, but was 3 at PROSPECT");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CustomerChurnState("a", ChurnState.NEW, null))
                .withMessage("silenceDays must be given unless state is PROSPECT, but was null at NEW");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CustomerChurnState("a", ChurnState.NEW, -1))
                .withMessage("silenceDays must be in [0, inf), but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StateTransition(ChurnState.NEW, ChurnState.QUIET, 2, 1))
                .withMessage("customers must be in [0, 1], but was 2");
        LocalDate day = LocalDate.of(2026, 1, 1);
        Map<ChurnState, Long> counts = new EnumMap<>(ChurnState.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChurnStatePeriod("x", day, day, true, counts))
                .withMessage("counts must have a count of PROSPECT");
        for (ChurnState state : ChurnState.values()) {
            counts.put(state, -1L);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChurnStatePeriod("x", day, day, true, counts))
                .withMessage("counts[PROSPECT] must be in [0, inf), but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChurnStatePeriod("x", day, day.minusDays(1), true, counts))
                .withMessage("lastDay must not be before firstDay 2026-01-01, but was 2025-12-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChurnStates.of(days, 30, MONTHS).period().share(ChurnState.PROSPECT))
                .withMessage("state must be one of a buyer, but was PROSPECT");
    }
}
