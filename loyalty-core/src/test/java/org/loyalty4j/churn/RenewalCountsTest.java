package org.loyalty4j.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Interval;
import org.loyalty4j.Proportion;
import org.loyalty4j.data.Customer;

class RenewalCountsTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    @Test
    void cohortsOfDifferentAges() {
        RenewalCounts counts = RenewalCounts.of(
                CohortSurvivors.of(100, 80, 70),
                CohortSurvivors.of(50, 45),
                CohortSurvivors.of(20),
                CohortSurvivors.since(1, 30, 24, 20));
        assertThat(counts.customers()).isEqualTo(200);
        assertThat(counts.renewals()).isEqualTo(3);
        assertThat(counts.retention(1)).isEqualTo(new Proportion(125, 150));
        assertThat(counts.retention(2)).isEqualTo(new Proportion(94, 110));
        assertThat(counts.retention(3)).isEqualTo(new Proportion(20, 24));
        assertThat(counts.survival(0)).hasValue(1);
        assertThat(counts.survival(2).orElseThrow()).isCloseTo(125.0 / 150 * 94 / 110, within(1e-15));
        assertThat(counts).hasToString("200 customers, 3 renewals, 239 made of 284");
        assertThat(counts)
                .isEqualTo(RenewalCounts.of(CohortSurvivors.since(1, 30, 24, 20), CohortSurvivors.of(50, 45))
                        .plus(RenewalCounts.of(CohortSurvivors.of(20), CohortSurvivors.of(100, 80, 70))));
    }

    @Test
    void whereNobodyWasObservedThereIsNoSurvival() {
        RenewalCounts counts = RenewalCounts.of(CohortSurvivors.since(1, 30, 24));
        assertThat(counts.retention(1)).isEqualTo(new Proportion(0, 0));
        assertThat(counts.survival(2)).isEmpty();
        assertThat(RenewalCounts.of().renewals()).isZero();
        assertThatThrownBy(() -> counts.retention(3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("renewal must be in [1, 2], but was 3");
    }

    /** Monthly contracts that began on 31 January: renewals on 28 February, 31 March, 30 April, 31 May and 30 June. */
    @Test
    void monthsAreCountedFromTheBeginning() {
        LocalDate joined = LocalDate.of(2026, 1, 31);
        assertThat(monthly(new Customer("a", joined, null)))
                .isEqualTo(RenewalCounts.of(CohortSurvivors.of(1, 1, 1, 1, 1, 1)));
        // Not renewed on 30 April: the first day without them is that day.
        assertThat(monthly(new Customer("a", joined, LocalDate.of(2026, 4, 30))))
                .isEqualTo(RenewalCounts.of(CohortSurvivors.of(1, 1, 1, 0)));
        // Left between two renewals: lost at the next.
        assertThat(monthly(new Customer("a", joined, LocalDate.of(2026, 4, 1))))
                .isEqualTo(RenewalCounts.of(CohortSurvivors.of(1, 1, 1, 0)));
        assertThat(monthly(new Customer("a", joined, joined))).isEqualTo(RenewalCounts.of(CohortSurvivors.of(1, 0)));
        assertThat(monthly(new Customer("a", joined, LocalDate.of(2026, 12, 1))))
                .isEqualTo(RenewalCounts.of(CohortSurvivors.of(1, 1, 1, 1, 1, 1)));
    }

    @Test
    void whatIsNotYetDueDoesNotCount() {
        LocalDate joined = LocalDate.of(2026, 5, 15);
        // Due 15 June and, after the last day observed, 15 July.
        assertThat(monthly(new Customer("a", joined, LocalDate.of(2026, 6, 20))))
                .isEqualTo(RenewalCounts.of(CohortSurvivors.of(1, 1)));
        assertThat(monthly(new Customer("a", AS_OF, null))).isEqualTo(RenewalCounts.of(CohortSurvivors.of(1)));
        assertThat(monthly(new Customer("a", AS_OF.plusDays(1), null)).customers())
                .isZero();
    }

    @Test
    void customersAndTheirCohortsAgree() {
        List<Customer> customers = List.of(
                new Customer("a", LocalDate.of(2023, 7, 1), null),
                new Customer("b", LocalDate.of(2023, 7, 1), LocalDate.of(2024, 7, 1)),
                new Customer("c", LocalDate.of(2024, 2, 29), LocalDate.of(2026, 2, 28)),
                new Customer("d", LocalDate.of(2024, 2, 29), null));
        assertThat(RenewalCounts.ofCustomers(customers, AS_OF, Period.ofYears(1)))
                .isEqualTo(RenewalCounts.of(CohortSurvivors.of(2, 1, 1), CohortSurvivors.of(2, 2, 1)));
    }

    /** Renewals on the 10th; records begin on 15 March, so that the first known to be decided on in them is that of 10 May. */
    @Test
    void whoLeftBeforeTheRecordsBeginIsMissingFromThem() {
        LocalDate joined = LocalDate.of(2026, 1, 10);
        LocalDate from = LocalDate.of(2026, 3, 15);
        Period month = Period.ofMonths(1);
        assertThat(RenewalCounts.observedFrom(List.of(Customer.since("a", joined)), from, AS_OF, month))
                .isEqualTo(RenewalCounts.of(CohortSurvivors.since(3, 1, 1, 1)));
        assertThat(RenewalCounts.observedFrom(
                        List.of(
                                new Customer("a", joined, LocalDate.of(2026, 6, 10)),
                                new Customer("b", joined, LocalDate.of(2026, 3, 14)),
                                new Customer("c", joined, LocalDate.of(2026, 4, 10)),
                                new Customer("d", from, LocalDate.of(2026, 4, 15))),
                        from,
                        AS_OF,
                        month))
                .isEqualTo(RenewalCounts.of(
                        CohortSurvivors.since(3, 1, 1, 0), CohortSurvivors.of(1, 0), CohortSurvivors.of(1)));
        assertThatThrownBy(() -> RenewalCounts.observedFrom(List.of(), AS_OF.plusDays(1), AS_OF, month))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("observedFrom must not be after asOf 2026-06-30, but was 2026-07-01");
    }

    /** Of the customers still there after two years, those who leave easily are gone: to take them for all is what this mends. */
    @Test
    void lateRecordsGiveTheSameModel() {
        Random random = new Random(1);
        LocalDate from = LocalDate.of(2022, 1, 1);
        LocalDate asOf = LocalDate.of(2023, 12, 31);
        List<Customer> known = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            LocalDate joined = LocalDate.of(2018, 1, 1).plusDays(random.nextInt(2100));
            double theta = 1 - StrictMath.pow(random.nextDouble(), 1 / 6.0); // Beta(1, 6)
            int stays = 1 + (int) Math.min(200, StrictMath.log(1 - random.nextDouble()) / StrictMath.log1p(-theta));
            LocalDate left = joined.plusMonths(stays);
            if (!left.isBefore(from)) {
                known.add(new Customer("c" + i, joined, left.isAfter(asOf) ? null : left));
            }
        }
        Period month = Period.ofMonths(1);
        double truth = new ShiftedBetaGeometric(1, 6).survival(12);
        RetentionFitter<ShiftedBetaGeometric> fitter = RetentionFitter.shiftedBetaGeometric();
        Interval late = fitter.fit(RenewalCounts.observedFrom(known, from, asOf, month))
                .estimateProbability(model -> model.survival(12), 0.99)
                .orElseThrow()
                .interval();
        assertThat(late.contains(truth)).as(late + " of " + truth).isTrue();
        assertThat(fitter.fit(RenewalCounts.ofCustomers(known, asOf, month))
                        .model()
                        .survival(12))
                .isGreaterThan(truth + 0.15);
    }

    private static RenewalCounts monthly(Customer customer) {
        return RenewalCounts.ofCustomers(List.of(customer), AS_OF, Period.ofMonths(1));
    }

    @Test
    void outOfRange() {
        assertRefused(() -> CohortSurvivors.of(10, 11), "counts[1] must be in [0, 10], but was 11");
        assertRefused(() -> CohortSurvivors.of(-1), "counts[0] must be in [0, inf), but was -1");
        assertRefused(CohortSurvivors::of, "counts.size must be in [1, inf), but was 0");
        assertRefused(() -> CohortSurvivors.since(-1, 5), "renewalsMade must be in [0, inf), but was -1");
        assertRefused(() -> CohortSurvivors.of(5, 4).until(2), "renewal must be in [0, 1], but was 2");
        assertRefused(
                () -> RenewalCounts.of(CohortSurvivors.since(1_000_001, 5)),
                "cohorts.lastRenewal must be in [0, 1000000], but was 1000001");
        for (Period term : List.of(Period.ZERO, Period.ofMonths(-1), Period.of(0, 1, -40))) {
            assertRefused(
                    () -> RenewalCounts.ofCustomers(List.of(), AS_OF, term),
                    "term must be positive in every part, but was " + term);
        }
        assertThatThrownBy(() -> new CohortSurvivors(0, Arrays.asList(1L, null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("counts[1]");
    }

    private static void assertRefused(Runnable call, String message) {
        assertThatThrownBy(call::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aCohortReadsWell() {
        CohortSurvivors cohort = CohortSurvivors.since(2, 9, 7, 6);
        assertThat(cohort).hasToString("after renewal 2..4: 9 7 6");
        assertThat(cohort.first()).isEqualTo(9);
        assertThat(cohort.until(3)).isEqualTo(CohortSurvivors.since(2, 9, 7));
        assertThat(cohort.until(3).last()).isEqualTo(7);
    }
}
