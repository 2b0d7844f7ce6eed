package org.loyalty4j.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.loyalty4j.CalendarPeriods;
import org.loyalty4j.Proportion;
import org.loyalty4j.data.Customer;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.Transaction;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.support.Row;

class CohortTriangleTest {
    private static final CalendarPeriods MONTHS = CalendarPeriods.months();
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 10);
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 10);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 10);

    private static List<Customer> example() {
        return List.of(
                Customer.since("a", JANUARY),
                new Customer("b", JANUARY, LocalDate.of(2026, 1, 20)),
                new Customer("c", JANUARY, LocalDate.of(2026, 3, 1)),
                new Customer("d", JANUARY, LocalDate.of(2026, 3, 31)),
                Customer.since("e", MARCH),
                Customer.since("f", LocalDate.of(2026, 4, 2)),
                Customer.since("g", LocalDate.of(2026, 4, 20)));
    }

    @Test
    void customersWhoStayed() {
        CohortTriangle triangle = CohortTriangle.ofCustomers(example(), LocalDate.of(2026, 4, 15), MONTHS);
        assertThat(triangle).hasToString("""
                        month          size       0      1      2
                        2026-01           4    75.0   75.0   25.0
                        2026-03           1   100.0      .      .
                        2026-04           1       .      .      .
                        average                80.0   75.0   25.0
                        cohorts                   2      1      1
                        """);
        assertThat(triangle.countsText()).isEqualTo("""
                        month          size       0      1      2
                        2026-01           4       3      3      1
                        2026-03           1       1      .      .
                        2026-04           1       .      .      .
                        """);
        assertThat(triangle.revenueText()).isEmpty();
        assertThat(triangle.joinedAfter()).isEqualTo(1);
        assertThat(triangle.measure()).isEqualTo(CohortMeasure.STAYED);
        assertThat(triangle.asOf()).isEqualTo(LocalDate.of(2026, 4, 15));
        assertThat(triangle.calendar()).isEqualTo(MONTHS);
        assertThat(triangle.ages()).isEqualTo(3);
        assertThat(triangle.cells()).hasSize(9);
        CohortCell known = triangle.cells().get(2);
        assertThat(known.state()).isEqualTo(CohortCellState.OBSERVED);
        assertThat(known.share()).contains(new Proportion(1, 4));
        assertThat(known.revenueRate()).isEmpty();
        CohortCell unknown = triangle.cell(1, 1);
        assertThat(unknown.state()).isEqualTo(CohortCellState.NOT_YET_OBSERVED);
        assertThat(unknown.customers()).isNull();
        assertThat(unknown.share()).isEmpty();
        assertThat(triangle.cell(0, 99).state()).isEqualTo(CohortCellState.NOT_YET_OBSERVED);
        assertThat(triangle.average(0)).contains(new CohortAverage(0, 2, new Proportion(4, 5), null, null));
        assertThat(triangle.average(3)).isEmpty();
    }

    @Test
    void aPeriodCountsOnceItHasEnded() {
        assertThat(CohortTriangle.ofCustomers(example(), LocalDate.of(2026, 4, 29), MONTHS)
                        .ages())
                .isEqualTo(3);
        CohortTriangle ended = CohortTriangle.ofCustomers(example(), LocalDate.of(2026, 4, 30), MONTHS);
        assertThat(ended.ages()).isEqualTo(4);
        assertThat(ended.cell(0, 3).share()).contains(new Proportion(1, 4));
        assertThat(ended.cell(2, 0).share()).contains(new Proportion(2, 2));
        // A leave date after the last day is not yet known, and on the day after a period's end not yet of consequence.
        assertThat(CohortTriangle.ofCustomers(example(), LocalDate.of(2026, 2, 28), MONTHS)
                        .cell(0, 1)
                        .customers())
                .isEqualTo(3);
        CohortTriangle young = CohortTriangle.ofCustomers(example(), LocalDate.of(2026, 1, 15), MONTHS);
        assertThat(young.ages()).isZero();
        assertThat(young.averages()).isEmpty();
        assertThat(young.cohorts()).containsExactly(new Cohort(LocalDate.of(2026, 1, 1), "2026-01", 4, null));
        assertThat(CohortTriangle.ofCustomers(List.of(), JANUARY, MONTHS).cohorts())
                .isEmpty();
    }

    @Test
    void whoComesBackStaysInTheirCohort() {
        List<Customer> spells = List.of(
                Customer.since("a", MARCH),
                new Customer("a", JANUARY, LocalDate.of(2026, 1, 20)),
                new Customer("b", JANUARY, JANUARY),
                new Customer("b", JANUARY, FEBRUARY),
                new Customer("c", FEBRUARY, FEBRUARY),
                Customer.since("d", FEBRUARY),
                new Customer("d", LocalDate.of(2025, 12, 31), LocalDate.of(2026, 1, 1)));
        String expected = """
                month          size       0      1      2      3
                2025-12           1   100.0    0.0  100.0  100.0
                2026-01           2    50.0    0.0   50.0      .
                2026-02           1     0.0    0.0      .      .
                average                50.0    0.0   66.7  100.0
                cohorts                   3      3      2      1
                """;
        LocalDate asOf = LocalDate.of(2026, 3, 31);
        assertThat(CohortTriangle.ofCustomers(spells, asOf, MONTHS)).hasToString(expected);
        List<Customer> reversed = new ArrayList<>(spells);
        Collections.reverse(reversed);
        assertThat(CohortTriangle.ofCustomers(reversed, asOf, MONTHS)).hasToString(expected);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CohortTriangle.ofCustomers(
                        List.of(Customer.since("a", JANUARY), Customer.since("a", MARCH)), asOf, MONTHS))
                .withMessageStartingWith("customers must not have overlapping spells");
    }

    @Test
    void weeksAndQuarters() {
        CohortTriangle weeks = CohortTriangle.ofCustomers(
                List.of(new Customer("a", JANUARY, JANUARY.plusDays(8))),
                JANUARY.plusDays(20),
                CalendarPeriods.weeksFrom(DayOfWeek.SATURDAY));
        assertThat(weeks).hasToString("""
                        week           size       0      1      2
                        2026-01-10        1   100.0    0.0    0.0
                        average               100.0    0.0    0.0
                        cohorts                   1      1      1
                        """);
        assertThat(CohortTriangle.ofCustomers(example(), LocalDate.of(2026, 6, 30), CalendarPeriods.quarters())
                        .ratesText())
                .isEqualTo("""
                        quarter        size       0      1
                        2026-Q1           5    40.0   40.0
                        2026-Q2           2   100.0      .
                        average                57.1   40.0
                        cohorts                   2      1
                        """);
    }

    @Test
    void subscribersAndTheirRevenue() {
        List<Subscription> subscriptions = List.of(
                new Subscription("a", JANUARY, MARCH, new BigDecimal("10.00")),
                Subscription.since("a", MARCH, new BigDecimal("15")),
                Subscription.since("a", FEBRUARY, new BigDecimal("1")),
                new Subscription("b", JANUARY, LocalDate.of(2026, 2, 1), new BigDecimal("20")),
                Subscription.since("b", LocalDate.of(2026, 3, 31), new BigDecimal("5")),
                Subscription.since("b", LocalDate.of(2026, 4, 30), new BigDecimal("5")),
                Subscription.since("c", FEBRUARY, new BigDecimal("0")),
                Subscription.since("later", LocalDate.of(2026, 4, 30), new BigDecimal("5")));
        CohortTriangle triangle = CohortTriangle.ofSubscriptions(subscriptions, LocalDate.of(2026, 4, 10), MONTHS);
        assertThat(triangle.hasRevenue()).isTrue();
        assertThat(triangle.joinedAfter()).isEqualTo(1);
        assertThat(triangle.cohorts().get(0).revenue()).isEqualByComparingTo("30");
        assertThat(triangle.countsText()).isEqualTo("""
                        month          size       0      1      2
                        2026-01           2       2      1      2
                        2026-02           1       1      1      .
                        """);
        assertThat(triangle.cell(0, 0).revenue()).isEqualByComparingTo("30");
        assertThat(triangle.cell(0, 1).revenue()).isEqualByComparingTo("11");
        assertThat(triangle.cell(0, 2).revenue()).isEqualByComparingTo("21");
        assertThat(triangle.cell(0, 2).revenueRate().orElseThrow()).isCloseTo(0.7, within(1e-15));
        assertThat(triangle.cell(1, 0).revenueRate()).isEmpty();
        assertThat(triangle.revenueText()).contains("""
                        month          size       0      1      2
                        2026-01           2   100.0   36.7   70.0
                        2026-02           1       -      -      .
                        average               100.0   36.7   70.0
                        cohorts                   2      2      1
                        """);
        assertThat(triangle.average(2).orElseThrow().revenueRate().orElseThrow())
                .isCloseTo(0.7, within(1e-15));
    }

    @Test
    void buyersAndWhatTheySpend() {
        TransactionLog log = TransactionLog.builder(2)
                .add("refunded", LocalDate.of(2025, 12, 1), new BigDecimal("5"))
                .add("refunded", LocalDate.of(2025, 12, 1), new BigDecimal("-5"))
                .add("a", JANUARY, new BigDecimal("10"))
                .add("a", JANUARY.plusDays(1), new BigDecimal("2.50"))
                .add("a", MARCH, new BigDecimal("5"))
                .add("b", JANUARY, new BigDecimal("10"))
                .add("b", FEBRUARY, new BigDecimal("10"))
                .add("c", MARCH, new BigDecimal("3"))
                .add("c", LocalDate.of(2026, 4, 3), new BigDecimal("3"))
                .add("d", LocalDate.of(2026, 4, 3), new BigDecimal("3"))
                .build();
        CohortTriangle triangle =
                CohortTriangle.ofPurchases(log, PurchaseRules.withDefaults(), LocalDate.of(2026, 4, 10), MONTHS);
        assertThat(triangle.measure()).isEqualTo(CohortMeasure.BOUGHT);
        assertThat(triangle.measure().label().english()).isEqualTo("bought in the period");
        assertThat(triangle).hasToString("""
                        month          size       0      1      2
                        2026-01           2   100.0   50.0   50.0
                        2026-03           1   100.0      .      .
                        2026-04           1       .      .      .
                        average               100.0   50.0   50.0
                        cohorts                   2      1      1
                        """);
        assertThat(triangle.cell(0, 0).revenue()).isEqualByComparingTo("22.50");
        assertThat(triangle.cell(0, 2).revenue()).isEqualByComparingTo("5");
        assertThat(CohortTriangle.ofPurchases(log, PurchaseRules.withDefaults(), LocalDate.of(2025, 12, 31), MONTHS)
                        .cohorts())
                .isEmpty();
        assertThat(CohortTriangle.ofPurchases(
                                TransactionLog.of(List.of()), PurchaseRules.withDefaults(), JANUARY, MONTHS)
                        .cohorts())
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CohortTriangle.ofPurchases(
                        log, PurchaseRules.withDefaults(), LocalDate.of(2025, 11, 30), MONTHS));
    }

    @Test
    void aDayThatStandsForUnknownTakesOneRow() {
        TransactionLog log = TransactionLog.of(List.of(
                new Transaction("unknown", LocalDate.of(1, 1, 1), BigDecimal.TEN),
                new Transaction("known", LocalDate.of(2025, 11, 3), BigDecimal.TEN)));
        CohortTriangle triangle = CohortTriangle.ofPurchases(
                log,
                PurchaseRules.withDefaults(),
                LocalDate.of(2025, 12, 31),
                CalendarPeriods.weeksFrom(DayOfWeek.SUNDAY));
        assertThat(triangle.cohorts()).hasSize(2);
        assertThat(triangle.cohorts().get(0).label()).isEqualTo("0000-12-31");
        assertThat(triangle.cell(1, 7).customers()).isZero();
        assertThat(triangle.cell(1, 8).state()).isEqualTo(CohortCellState.NOT_YET_OBSERVED);
    }

    @Test
    void refusesTheImpossible() {
        Cohort cohort = new Cohort(JANUARY, "2026-01", 3, null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CohortCell(cohort, 0, 4L, null))
                .withMessage("customers must be in [0, 3], but was 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CohortCell(cohort, -1, 1L, null))
                .withMessage("age must be in [0, inf), but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CohortCell(cohort, 0, 1L, new BigDecimal("-1")))
                .withMessage("revenue must be in [0, inf), but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CohortAverage(0, 0, new Proportion(0, 0), null, null))
                .withMessage("cohorts must be in [1, inf), but was 0");
        CohortTriangle triangle = CohortTriangle.ofCustomers(example(), MARCH, MONTHS);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> triangle.cell(9, 0));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> triangle.cell(0, -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> triangle.average(-1))
                .withMessage("age must be in [0, inf), but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CohortTriangle.ofCustomers(List.of(), LocalDate.of(20_000, 1, 1), MONTHS))
                .withMessageStartingWith("asOf must be in");
    }

    @Test
    void trianglesAreEqualByTheirCells() {
        List<Subscription> two = List.of(
                new Subscription("a", Row.date(0), null, new BigDecimal("10.5")),
                new Subscription("b", Row.date(40), Row.date(80), BigDecimal.TEN));
        List<Subscription> turned = List.of(two.get(1), two.get(0));
        CohortTriangle triangle = CohortTriangle.ofSubscriptions(two, Row.date(100), CalendarPeriods.months());
        assertThat(CohortTriangle.ofSubscriptions(turned, Row.date(100), CalendarPeriods.months()))
                .isEqualTo(triangle)
                .hasSameHashCodeAs(triangle);
        assertThat(CohortTriangle.ofSubscriptions(two, Row.date(101), CalendarPeriods.months()))
                .isNotEqualTo(triangle);
        assertThat(CohortTriangle.ofSubscriptions(two.subList(0, 1), Row.date(100), CalendarPeriods.months()))
                .isNotEqualTo(triangle);
        assertThat(triangle).isNotEqualTo("triangle");
    }
}
