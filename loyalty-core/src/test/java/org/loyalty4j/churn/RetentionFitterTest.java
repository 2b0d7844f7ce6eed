package org.loyalty4j.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.loyalty4j.churn.RetentionBoundary.EVERYBODY_LEAVES;
import static org.loyalty4j.churn.RetentionBoundary.EVERYBODY_STAYS;
import static org.loyalty4j.churn.RetentionBoundary.NO_HETEROGENEITY;
import static org.loyalty4j.churn.RetentionBoundary.TWO_KINDS;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Estimate;

class RetentionFitterTest {
    private static final RetentionFitter<ShiftedBetaGeometric> SBG = RetentionFitter.shiftedBetaGeometric();
    private static final RetentionFitter<BetaDiscreteWeibull> BDW = RetentionFitter.betaDiscreteWeibull();
    private static final RetentionFitter<ConstantChurn> CONSTANT = RetentionFitter.constantChurn();

    private static final CohortSurvivors COHORT = CohortSurvivors.of(1000, 869, 743, 653, 593, 551, 517, 491);

    @Test
    void boundariesAreNamed() {
        for (RetentionFitter<?> fitter : List.of(SBG, BDW, CONSTANT)) {
            assertBoundary(fitter, EVERYBODY_STAYS, 100, 100, 100);
            assertBoundary(fitter, EVERYBODY_STAYS, 100, 100);
            assertBoundary(fitter, EVERYBODY_LEAVES, 100, 0);
            assertBoundary(fitter, EVERYBODY_LEAVES, 1, 0, 0);
        }
        for (RetentionFitter<?> fitter : List.of(SBG, BDW)) {
            assertBoundary(fitter, NO_HETEROGENEITY, 100, 50, 25, 12, 6);
            assertBoundary(fitter, NO_HETEROGENEITY, 100, 90, 50, 5);
            assertBoundary(fitter, NO_HETEROGENEITY, 100, 100, 100, 0);
            assertBoundary(fitter, TWO_KINDS, 100, 50, 50, 50);
        }
    }

    private static void assertBoundary(RetentionFitter<?> fitter, RetentionBoundary boundary, long... counts) {
        RetentionFit<?> fit = fitter.fit(CohortSurvivors.of(counts));
        assertThat(fit.boundary()).as("%s", fit).contains(boundary);
        assertThat(fit.status()).isEqualTo(RetentionFit.Status.AT_BOUNDARY);
        assertThat(fit.covariance()).isEmpty();
        assertThat(fit.intervals(0.95)).isEmpty();
        assertThat(fit.standardErrors()).isEmpty();
        assertThat(fit.warnings()).hasSize(1);
        assertThat(fit.warnings().get(0)).startsWith(boundary.meaning());
        assertThat(fit).asString().contains("AT_BOUNDARY " + boundary);
        // The model still describes the data.
        RenewalCounts data = fit.data();
        if (boundary != NO_HETEROGENEITY) {
            assertThat(fit.model().survival(data.renewals()))
                    .isCloseTo(data.survival(1).orElseThrow(), within(1e-3));
        }
    }

    /** Where customers are alike, sBG is the constant churn that it runs into. */
    @Test
    void aHomogeneousCohortIsProjectedAsByConstantChurn() {
        CohortSurvivors cohort = CohortSurvivors.of(1000, 500, 250, 125, 63, 31);
        RetentionFit<ShiftedBetaGeometric> fit = SBG.fit(cohort);
        RetentionFit<ConstantChurn> constant = CONSTANT.fit(cohort);
        assertThat(fit.logLikelihood()).isCloseTo(constant.logLikelihood(), within(1e-3));
        assertThat(fit.model().survival(12)).isCloseTo(constant.model().survival(12), within(1e-6));
        RetentionProjection projection = RetentionProjection.of(fit, cohort, 6, 0.95);
        assertThat(projection.rows().get(0).ofExpected()).isNull();
        assertThat(projection.rows().get(0).ofActual()).isNull();
        assertThat(projection)
                .hasToString(
                        "sBG, from 31 after renewal 5\nrenewal  expected  interval of it       interval of the actual\n      6      15.5");
        assertThat(projection.rows().get(0)).hasToString("after renewal 6: 15.5");
    }

    @Test
    void tooFewRenewalsDetermineNothing() {
        assertNotIdentified(SBG, 100, 50);
        assertNotIdentified(BDW, 100, 50);
        assertNotIdentified(BDW, 100, 60, 50);
        assertNotIdentified(BDW, 100, 50, 20);
        assertThat(CONSTANT.fit(CohortSurvivors.of(100, 50)).model().churn()).isCloseTo(0.5, within(1e-12));
    }

    private static void assertNotIdentified(RetentionFitter<?> fitter, long... counts) {
        RetentionFit<?> fit = fitter.fit(CohortSurvivors.of(counts));
        assertThat(fit.status()).as("%s", fit).isEqualTo(RetentionFit.Status.NOT_IDENTIFIED);
        assertThat(fit.boundary()).isEmpty();
        assertThat(fit.covariance()).isEmpty();
        assertThat(fit.warnings()).hasSize(1);
    }

    @Test
    void fewDataAreSaidToSayLittle() {
        RetentionFit<ShiftedBetaGeometric> fit = SBG.fit(CohortSurvivors.of(10, 8, 7, 7, 6));
        assertThat(fit.status()).isEqualTo(RetentionFit.Status.CONVERGED);
        assertThat(fit.warnings()).contains("alpha is poorly determined: use intervals, or more customers or renewals");
    }

    @Test
    void noRenewalIsAnError() {
        for (RetentionFitter<?> fitter : List.of(SBG, BDW, CONSTANT)) {
            assertThatThrownBy(() -> fitter.fit(CohortSurvivors.of(100)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("renewals due must be in [1, inf), but was 0");
            assertThatThrownBy(fitter::fit).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Of the constant model the estimate is a share, and its interval that of the log-odds: p(1-p)/n in logit terms. */
    @Test
    void constantChurn() {
        RetentionFit<ConstantChurn> fit = CONSTANT.fit(COHORT);
        double churn = 509.0 / 4926;
        assertThat(fit.model().churn()).isCloseTo(churn, within(1e-14));
        Estimate estimate = Objects.requireNonNull(fit.intervals(0.95).get("churn"));
        double half = 1.959963984540054 * Math.sqrt(1 / (4926 * churn * (1 - churn)));
        double odds = churn / (1 - churn);
        assertThat(estimate.interval().lower())
                .isCloseTo(odds * StrictMath.exp(-half) / (1 + odds * StrictMath.exp(-half)), within(1e-9));
        assertThat(fit.standardErrors().get("churn")).isCloseTo(Math.sqrt(churn * (1 - churn) / 4926), within(1e-9));
        assertThat(fit.freeParameters()).isEqualTo(1);
        assertThat(fit.aic()).isEqualTo(2 - 2 * fit.logLikelihood());
        assertThat(fit.bic()).isEqualTo(StrictMath.log(1000) - 2 * fit.logLikelihood());
    }

    /** Exact derivatives, against differences of the likelihood. */
    @Test
    void derivatives() {
        assertDerivatives(new BetaFamily.Geometric(), -0.4, 1.3);
        assertDerivatives(new BetaFamily.Geometric(), 3, -2);
        assertDerivatives(new BetaFamily.Weibull(), -0.4, 1.3, 0);
        assertDerivatives(new BetaFamily.Weibull(), 2.5, -1, 0.7);
        assertDerivatives(new BetaFamily.Weibull(), -2, 4, -0.5);
        assertDerivatives(new ConstantFamily(), -1.5);
    }

    private static void assertDerivatives(RetentionFamily<?> family, double... point) {
        int n = point.length;
        double h = 1e-5;
        for (int t : new int[] {1, 2, 3, 12}) {
            RenewalTerm term = new RenewalTerm(n);
            for (int i = 0; i < n; i++) {
                RenewalTerm above = new RenewalTerm(n);
                RenewalTerm below = new RenewalTerm(n);
                double[] moved = point.clone();
                moved[i] += h;
                family.renewal(moved, t, above);
                moved[i] -= 2 * h;
                family.renewal(moved, t, below);
                family.renewal(point, t, term);
                assertThat(term.stay[i]).isCloseTo((above.logStay - below.logStay) / (2 * h), within(1e-7));
                assertThat(term.leave[i]).isCloseTo((above.logLeave - below.logLeave) / (2 * h), within(1e-7));
                for (int j = 0; j < n; j++) {
                    assertThat(term.stay2[j][i]).isCloseTo((above.stay[j] - below.stay[j]) / (2 * h), within(1e-7));
                    assertThat(term.leave2[j][i]).isCloseTo((above.leave[j] - below.leave[j]) / (2 * h), within(1e-7));
                }
            }
            assertThat(StrictMath.exp(term.logStay) + StrictMath.exp(term.logLeave))
                    .isCloseTo(1, within(1e-14));
        }
    }

    @Test
    void quantitiesAndProbabilities() {
        RetentionFit<ShiftedBetaGeometric> fit = SBG.fit(COHORT);
        Estimate survival =
                fit.estimateProbability(model -> model.survival(12), 0.95).orElseThrow();
        assertThat(survival.value()).isEqualTo(fit.model().survival(12));
        assertThat(survival.interval().contains(0.394)).isTrue();
        // The same quantity by its logarithm.
        Estimate onLog = fit.estimate(model -> model.survival(12), 0.95).orElseThrow();
        assertThat(onLog.interval().width()).isCloseTo(survival.interval().width(), within(1e-3));
        assertThat(fit.estimate(model -> model.survival(12) - 0.5, 0.95)
                        .orElseThrow()
                        .interval()
                        .width())
                .isCloseTo(onLog.interval().width(), within(1e-3));
        assertThat(fit.estimateProbability(model -> model.survival(0), 0.95)
                        .orElseThrow()
                        .interval()
                        .width())
                .isZero();
        assertThat(fit.estimate(model -> Double.NaN, 0.95)).isEmpty();
        assertThat(fit.estimateProbability(model -> Double.NaN, 0.95)).isEmpty();
        assertThat(SBG.fit(CohortSurvivors.of(1, 0)).estimate(model -> 1, 0.95)).isEmpty();
        assertThatThrownBy(() -> fit.estimateProbability(model -> 2, 0.95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("probability must be in [0, 1], but was 2.0");
        assertThatThrownBy(() -> fit.estimate(model -> 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("confidence must be in (0, 1), but was 1.0");
    }

    @Test
    void aProjection() {
        RetentionProjection projection = RetentionProjection.of(SBG.fit(COHORT), COHORT, 9, 0.95);
        assertThat(projection.cohort()).isEqualTo(COHORT);
        assertThat(projection.rows()).hasSize(2);
        ProjectedRenewal eighth = projection.rows().get(0);
        assertThat(eighth.renewal()).isEqualTo(8);
        assertThat(eighth.expected()).isCloseTo(491 * SBG.fit(COHORT).model().retentionRate(8), within(1e-9));
        assertThat(Objects.requireNonNull(eighth.ofActual()).width())
                .isGreaterThan(2 * Objects.requireNonNull(eighth.ofExpected()).width());
        assertThat(RetentionProjection.of(SBG.fit(COHORT), COHORT, 7, 0.95).rows())
                .isEmpty();
        assertThatThrownBy(() -> RetentionProjection.of(SBG.fit(COHORT), COHORT, 6, 0.95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("until must be in [7, 2147483646], but was 6");
        // A cohort of nobody is projected to nobody.
        ProjectedRenewal ofNobody = RetentionProjection.of(SBG.fit(COHORT), CohortSurvivors.of(5, 0), 2, 0.95)
                .rows()
                .get(0);
        assertThat(ofNobody.expected()).isZero();
        assertThat(Objects.requireNonNull(ofNobody.ofActual()).upper()).isZero();
    }

    /** A share so close to 1 that its bounds differ by less than rounding. */
    @Test
    void probabilitiesNextToOne() {
        Estimate all = CONSTANT.fit(CohortSurvivors.of(100, 2, 1, 0, 0))
                .estimateProbability(model -> model.probabilityOfLeaving(0, 9), 0.95)
                .orElseThrow();
        assertThat(all.interval().lower()).isLessThanOrEqualTo(all.interval().upper());
        for (int kept = 1; kept < 100; kept++) {
            RetentionFit<ConstantChurn> fit = CONSTANT.fit(CohortSurvivors.of(100, kept / 10));
            for (int next = 1; next < 30; next++) {
                int renewals = next;
                assertThat(fit.estimateProbability(model -> model.probabilityOfLeaving(0, renewals), 0.95))
                        .isNotNull();
            }
        }
    }

    @Test
    void testsOfDurationDependenceAreOfTheSameData() {
        RetentionFit<ShiftedBetaGeometric> without = SBG.fit(COHORT);
        assertThatThrownBy(() -> DurationDependence.of(without, BDW.fit(COHORT.until(6))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("with must be a fit of the same data, but was of 1000 customers, 6 renewals");
        assertThatThrownBy(() -> new DurationDependence(1, 1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pValue must be in [0, 1], but was 1.5");
        RetentionFit<ShiftedBetaGeometric> oneRenewal = SBG.fit(CohortSurvivors.of(1000, 631));
        assertThat(oneRenewal.status()).isEqualTo(RetentionFit.Status.NOT_IDENTIFIED);
        assertThatThrownBy(() -> DurationDependence.of(oneRenewal, BDW.fit(CohortSurvivors.of(1000, 631))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("without must be a fit at a maximum, CONVERGED or AT_BOUNDARY, but was NOT_IDENTIFIED");
        CohortSurvivors twoRenewals = CohortSurvivors.of(1000, 631, 468);
        assertThatThrownBy(() -> DurationDependence.of(SBG.fit(twoRenewals), BDW.fit(twoRenewals)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("with must be a fit at a maximum, CONVERGED or AT_BOUNDARY, but was NOT_IDENTIFIED");
        // Both at the same boundary: no difference.
        CohortSurvivors alike = CohortSurvivors.of(1000, 500, 250, 125, 63, 31);
        assertThat(DurationDependence.of(SBG.fit(alike), BDW.fit(alike)).pValue())
                .isGreaterThan(0.5);
    }

    @Test
    void readsWell() {
        assertThat(SBG).hasToString("fitter of sBG");
        assertThat(BDW).hasToString("fitter of BdW");
        assertThat(CONSTANT).hasToString("fitter of constant churn");
        assertThat(SBG.fit(COHORT))
                .hasToString(
                        "sBG alpha=0.6681 beta=3.806, LL -1611.158, 1000 customers, 7 renewals, 4417 made of 4926, CONVERGED");
    }
}
