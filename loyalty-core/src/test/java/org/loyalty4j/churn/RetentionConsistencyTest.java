package org.loyalty4j.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.loyalty4j.data.Customer;

/** Draws renewals from a model and finds it again. */
class RetentionConsistencyTest {

    @Test
    void sbgIsFoundAgain() {
        ShiftedBetaGeometric truth = new ShiftedBetaGeometric(0.7, 1.2);
        RetentionFit<ShiftedBetaGeometric> fit =
                RetentionFitter.shiftedBetaGeometric().fit(SimulatedRenewals.draw(truth, 200_000, 10, 1));
        fit.intervals(0.999)
                .forEach((symbol, estimate) -> assertThat(estimate.interval()
                                .contains(Objects.requireNonNull(
                                        truth.parameters().get(symbol))))
                        .as(symbol)
                        .isTrue());
        assertThat(fit.model().alpha()).isCloseTo(0.7, within(0.02));
    }

    @Test
    void bdwIsFoundAgain() {
        BetaDiscreteWeibull truth = new BetaDiscreteWeibull(0.5, 1.5, 1.4);
        RetentionFit<BetaDiscreteWeibull> fit =
                RetentionFitter.betaDiscreteWeibull().fit(SimulatedRenewals.draw(truth, 200_000, 10, 1));
        assertThat(fit.model().alpha()).isCloseTo(0.5, within(0.05));
        assertThat(fit.model().beta()).isCloseTo(1.5, within(0.15));
        assertThat(fit.model().c()).isCloseTo(1.4, within(0.06));
        RetentionFit<ShiftedBetaGeometric> without =
                RetentionFitter.shiftedBetaGeometric().fit(fit.data());
        assertThat(DurationDependence.of(without, fit).pValue()).isLessThan(1e-6);
        assertThat(fit.aic()).isLessThan(without.aic());
        assertThat(fit.bic()).isLessThan(without.bic());
    }

    /** Cohorts of every age, and cohorts whose beginning is lost, tell the same story as one watched from the start. */
    @Test
    void cutOffCohortsOnBothSides() {
        ShiftedBetaGeometric truth = new ShiftedBetaGeometric(0.9, 5);
        List<CohortSurvivors> cohorts = new ArrayList<>();
        for (int age = 1; age <= 12; age++) {
            CohortSurvivors whole = SimulatedRenewals.draw(truth, 20_000, age, age);
            int from = age > 6 ? 3 : 0;
            cohorts.add(new CohortSurvivors(
                    from, whole.counts().subList(from, whole.counts().size())));
        }
        RetentionFit<ShiftedBetaGeometric> fit =
                RetentionFitter.shiftedBetaGeometric().fit(RenewalCounts.of(cohorts));
        assertThat(fit.model().alpha()).isCloseTo(0.9, within(0.06));
        assertThat(fit.model().beta()).isCloseTo(5, within(0.3));
    }

    /** The same contracts as single customers with dates, and as cohorts. */
    @Test
    void customersWithDates() {
        LocalDate asOf = LocalDate.of(2026, 6, 30);
        List<Customer> customers = new ArrayList<>();
        List<CohortSurvivors> cohorts = new ArrayList<>();
        for (int age = 1; age <= 6; age++) {
            CohortSurvivors cohort = SimulatedRenewals.draw(new ShiftedBetaGeometric(0.5, 2), 50, age, age);
            cohorts.add(cohort);
            LocalDate joined = asOf.minusMonths(age).minusDays(3);
            for (int t = 1; t < cohort.counts().size(); t++) {
                for (long i = cohort.counts().get(t); i < cohort.counts().get(t - 1); i++) {
                    customers.add(new Customer(age + "-" + i, joined, joined.plusMonths(t)));
                }
            }
            for (long i = 0; i < cohort.last(); i++) {
                customers.add(new Customer(age + "-" + i, joined, null));
            }
        }
        assertThat(RenewalCounts.ofCustomers(customers, asOf, Period.ofMonths(1)))
                .isEqualTo(RenewalCounts.of(cohorts));
    }
}
