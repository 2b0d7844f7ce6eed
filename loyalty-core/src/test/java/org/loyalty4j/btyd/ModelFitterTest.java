package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Estimate;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.WeightedHistory;
import org.loyalty4j.support.Serial;

/** What a fitter can be told, and what a fit tells. */
class ModelFitterTest {
    private static final ParetoNbd TRUTH = new ParetoNbd(0.55, 10.6, 0.6, 11.7, PeriodUnit.WEEK);
    private static final RepeatHistogram BASE = FitSamples.histogram(TRUTH, 1500, 1);
    private static final Fit<ParetoNbd> FIT = ModelFitter.paretoNbd().fit(BASE);

    @Test
    void theTruthIsWithinTheIntervals() {
        assertThat(FIT.status()).isEqualTo(FitStatus.CONVERGED);
        assertThat(FIT.boundary()).isEmpty();
        assertThat(FIT.usedPrior()).isFalse();
        assertThat(FIT.customers()).isEqualTo(1500);
        assertThat(FIT.distinctHistories()).isEqualTo(BASE.size());
        Map<String, Estimate> intervals = FIT.intervals(0.999);
        assertThat(intervals).containsOnlyKeys("r", "alpha", "s", "beta");
        TRUTH.parameters().forEach((symbol, value) -> {
            Estimate estimate = FitSamples.of(intervals, symbol);
            assertThat(estimate.interval().contains(value)).as(symbol).isTrue();
            assertThat(estimate.value()).isCloseTo(FitSamples.of(FIT.model().parameters(), symbol), within(1e-12));
        });
    }

    @Test
    void theSlopeIsZeroAtTheMaximum() {
        assertThat(FIT.gradient())
                .hasSize(4)
                .allSatisfy(slope -> assertThat(slope).isCloseTo(0, within(1e-7)));
        assertThat(FIT.iterations()).isPositive();
        assertThat(FIT.evaluations()).isBetween(FIT.iterations(), 60);
    }

    @Test
    void criteriaFollowFromTheLikelihood() {
        assertThat(FIT.freeParameters()).isEqualTo(4);
        assertThat(FIT.aic()).isEqualTo(8 - 2 * FIT.logLikelihood());
        assertThat(FIT.bic()).isCloseTo(4 * Math.log(1500) - 2 * FIT.logLikelihood(), within(1e-9));
    }

    @Test
    void standardErrorsAreTheDeltaMethodOfTheLogarithms() {
        Covariance covariance = FIT.covariance().orElseThrow();
        assertThat(covariance.symbols()).containsExactly("r", "alpha", "s", "beta");
        double se = FIT.model().s() * Math.sqrt(covariance.of("s", "s"));
        assertThat(FitSamples.of(FIT.standardErrors(), "s")).isCloseTo(se, within(1e-12 * se));
        assertThat(FIT.standardError(ParetoNbd::s).orElseThrow()).isCloseTo(se, within(1e-6 * se));
        assertThat(covariance.correlation("r", "r")).isEqualTo(1);
        assertThat(covariance.correlation("s", "beta")).isBetween(0.5, 1.0);
        assertThat(covariance.toArray()[0][1]).isEqualTo(covariance.of("alpha", "r"));
        assertThat(covariance.hashCode()).isEqualTo(Serial.copy(covariance).hashCode());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> covariance.of("r", "x"))
                .withMessage("second must be in [r, alpha, s, beta], but was x");
    }

    @Test
    void theIntervalOfAParameterIsThatOfTheQuantity() {
        Estimate asParameter = FitSamples.of(FIT.intervals(0.9), "alpha");
        Estimate asQuantity = FIT.estimate(ParetoNbd::alpha, 0.9).orElseThrow();
        assertThat(asQuantity.value()).isCloseTo(asParameter.value(), within(1e-12));
        assertThat(asQuantity.interval().lower())
                .isCloseTo(asParameter.interval().lower(), within(1e-5));
        assertThat(asQuantity.interval().upper())
                .isCloseTo(asParameter.interval().upper(), within(1e-5));
    }

    @Test
    void aQuantityThatIsNotPositiveHasASymmetricInterval() {
        Estimate estimate = FIT.estimate(m -> -m.r(), 0.95).orElseThrow();
        assertThat(estimate.interval().lower() + estimate.interval().upper())
                .isCloseTo(-2 * FIT.model().r(), within(1e-12));
        double[] gradient = FIT.logGradient(m -> Math.log(m.r()));
        assertThat(gradient[0]).isCloseTo(1, within(1e-9));
        assertThat(gradient[1]).isZero();
    }

    @Test
    void theIntervalOfAProbabilityStaysAProbability() {
        Estimate alive = FIT.estimateProbability(m -> m.probabilityAlive(Horizon.weeks(52)), 0.999)
                .orElseThrow();
        assertThat(alive.interval().lower()).isBetween(0.0, alive.value());
        assertThat(alive.interval().upper()).isBetween(alive.value(), 1.0);
        Estimate symmetric = FIT.estimate(m -> m.probabilityAlive(Horizon.weeks(52)) - 1, 0.999)
                .orElseThrow();
        assertThat(alive.interval().width()).isCloseTo(symmetric.interval().width(), within(0.05));
        Estimate certain = FIT.estimateProbability(m -> 1, 0.95).orElseThrow();
        assertThat(certain.interval().width()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FIT.estimateProbability(m -> 1.5, 0.95))
                .withMessage("probability must be in [0, 1], but was 1.5");
    }

    @Test
    void readsWell() {
        assertThat(FIT.toString())
                .startsWith("Pareto/NBD (WEEK) r=0.")
                .contains(", 1500 customers, ")
                .endsWith("distinct histories, CONVERGED");
        assertThat(ModelFitter.nbd()).hasToString("fitter of NBD");
        Serial.assertRoundTrip(FIT);
        assertThat(FIT).isNotEqualTo(ModelFitter.nbd().fit(BASE));
    }

    @Test
    void aPriorPullsAndIsSaid() {
        LogNormalPrior prior = LogNormalPrior.in(PeriodUnit.WEEK).with("r", 5, 0.001);
        Fit<ParetoNbd> fit = ModelFitter.paretoNbd().withPrior(prior).fit(BASE);
        assertThat(fit.usedPrior()).isTrue();
        assertThat(fit.warnings()).anyMatch(warning -> warning.contains("prior"));
        assertThat(fit.model().r()).isCloseTo(5, within(0.1));
        // The log-likelihood is that of the data alone, and lower than the maximum.
        RepeatHistogram few = BASE;
        double alone = new ParetoFamily().logLikelihood(fit.model().values(), few, new Derivatives(4));
        assertThat(fit.logLikelihood()).isCloseTo(alone, within(1e-9)).isLessThan(FIT.logLikelihood());
    }

    @Test
    void aPriorThatSaysLittleChangesLittle() {
        LogNormalPrior prior =
                LogNormalPrior.in(PeriodUnit.WEEK).with("alpha", 10, 10).with("beta", 10, 10);
        Fit<ParetoNbd> fit = ModelFitter.paretoNbd().withPrior(prior).fit(BASE);
        assertThat(fit.model().alpha()).isCloseTo(FIT.model().alpha(), within(0.01));
        assertThat(fit.model().beta()).isCloseTo(FIT.model().beta(), within(0.1));
    }

    @Test
    void aPriorKnowsItsUnit() {
        LogNormalPrior days =
                LogNormalPrior.in(PeriodUnit.DAY).with("alpha", 140, 0.1).with("r", 0.5, 0.1);
        ParetoNbd inWeeks = ModelFitter.paretoNbd().withPrior(days).fit(BASE).model();
        ParetoNbd inDays = ModelFitter.paretoNbd()
                .withPrior(days)
                .fit(BASE.in(PeriodUnit.DAY))
                .model();
        assertThat(inDays.in(PeriodUnit.WEEK).alpha()).isCloseTo(inWeeks.alpha(), within(1e-6));
        assertThat(inDays.s()).isCloseTo(inWeeks.s(), within(1e-6));
    }

    @Test
    void aPriorMustNameParameters() {
        LogNormalPrior prior = LogNormalPrior.in(PeriodUnit.DAY).with("a", 1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelFitter.paretoNbd().withPrior(prior).fit(BASE))
                .withMessage("prior must name parameters in [r, alpha, s, beta], but was on a");
        assertThat(prior.unit()).isEqualTo(PeriodUnit.DAY);
        assertThat(prior).hasToString("log-normal prior (DAY) a~1.0 sd 1.0");
        assertThat(ModelFitter.paretoNbd().withPrior(prior)).hasToString("fitter of Pareto/NBD with a " + prior);
        assertThat(prior).hasSameHashCodeAs(Serial.copy(prior));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> prior.with("r", 1, 0))
                .withMessage("sdLog must be in (0, inf), but was 0.0");
    }

    @Test
    void theLimitOfEvaluationsIsSaid() {
        Fit<ParetoNbd> fit = ModelFitter.paretoNbd().withEvaluationLimit(2).fit(BASE);
        assertThat(fit.status()).isEqualTo(FitStatus.ITERATION_LIMIT);
        assertThat(fit.covariance()).isEmpty();
        assertThat(fit.standardErrors()).isEmpty();
        assertThat(fit.intervals(0.95)).isEmpty();
        assertThat(fit.standardError(ParetoNbd::r)).isEmpty();
        assertThat(fit.estimate(ParetoNbd::r, 0.95)).isEmpty();
        assertThat(fit.estimateProbability(m -> 0.5, 0.95)).isEmpty();
        assertThat(fit.warnings()).anyMatch(warning -> warning.contains("limit of 2 evaluations"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelFitter.nbd().withEvaluationLimit(0))
                .withMessage("limit must be in [1, inf), but was 0");
    }

    @Test
    void noCustomersAreRefused() {
        RepeatHistogram nobody = RepeatHistogram.of(List.of(), PeriodUnit.WEEK);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelFitter.nbd().fit(nobody))
                .withMessageContaining("customers");
    }

    @Test
    void smallCohortsLeanOnThePoolAndLargeOnesDoNot() {
        Nbd eager = new Nbd(0.5, 5, PeriodUnit.WEEK);
        Nbd lazy = new Nbd(0.5, 20, PeriodUnit.WEEK);
        RepeatHistogram many = FitSamples.histogram(lazy, 3000, 2);
        RepeatHistogram few = FitSamples.histogram(eager, 15, 3);
        CohortFits<Nbd> fits = ModelFitter.nbd().fitCohorts(Map.of("shop", many, "app", few), 0.3);
        assertThat(fits.cohorts().keySet()).containsExactly("app", "shop");
        assertThat(fits.pooled().customers()).isEqualTo(3015);
        double alone = ModelFitter.nbd().fit(few).model().alpha();
        double pooled = fits.pooled().model().alpha();
        double leaning = FitSamples.of(fits.cohorts(), "app").model().alpha();
        assertThat(leaning).isStrictlyBetween(Math.min(alone, pooled), Math.max(alone, pooled));
        double free = ModelFitter.nbd().fit(many).model().alpha();
        assertThat(FitSamples.of(fits.cohorts(), "shop").model().alpha()).isCloseTo(free, within(0.05 * free));
        assertThat(fits.toString()).startsWith("2 cohorts around NBD (WEEK)");
        Serial.assertRoundTrip(fits);
    }

    @Test
    void theOnlyCohortHasNothingToLeanOn() {
        RepeatHistogram data = FitSamples.histogram(TRUTH, 400, 4);
        Fit<ParetoNbd> alone = ModelFitter.paretoNbd().fit(data);
        CohortFits<ParetoNbd> fits = ModelFitter.paretoNbd().fitCohorts(Map.of("all", data));
        assertThat(fits.cohorts()).containsExactly(Map.entry("all", alone));
        assertThat(fits.pooled()).isEqualTo(alone);
    }

    /**
     * Two cohorts of the same data have one estimate. The precision of each is that of its data plus that with which the other
     * one tells it: the inverse of its covariance plus the spread. In particular a spread of next to nothing is as good as
     * fitting both together, and no better.
     */
    @Test
    void noCustomerIsUsedTwice() {
        RepeatHistogram data = FitSamples.histogram(new Nbd(0.8, 10, PeriodUnit.WEEK), 500, 5);
        Fit<Nbd> plain = ModelFitter.nbd().fit(data);
        double[][] covariance = plain.covariance().orElseThrow().toArray();
        for (double spread : new double[] {1e-4, 0.05, 0.5, 100}) {
            Fit<Nbd> leaning = FitSamples.of(
                    ModelFitter.nbd()
                            .fitCohorts(Map.of("a", data, "b", data), spread)
                            .cohorts(),
                    "a");
            assertThat(leaning.model().values()).containsExactly(plain.model().values(), within(1e-7));
            assertThat(leaning.usedPrior()).isTrue();
            double[][] told = {covariance[0].clone(), covariance[1].clone()};
            told[0][0] += spread * spread;
            told[1][1] += spread * spread;
            double[][] expected = inverse(sum(inverse(covariance), inverse(told)));
            double[][] actual = leaning.covariance().orElseThrow().toArray();
            for (int i = 0; i < 2; i++) {
                assertThat(actual[i]).containsExactly(expected[i], within(1e-6 * expected[0][0]));
            }
        }
        Fit<Nbd> both = ModelFitter.nbd().fit(data.plus(data));
        Fit<Nbd> one = FitSamples.of(
                ModelFitter.nbd().fitCohorts(Map.of("a", data, "b", data), 1e-4).cohorts(), "a");
        double error = FitSamples.of(both.standardErrors(), "r");
        assertThat(FitSamples.of(one.standardErrors(), "r")).isCloseTo(error, within(1e-4 * error));
    }

    private static double[][] inverse(double[][] m) {
        double determinant = m[0][0] * m[1][1] - m[0][1] * m[1][0];
        return new double[][] {
            {m[1][1] / determinant, -m[0][1] / determinant}, {-m[1][0] / determinant, m[0][0] / determinant}
        };
    }

    private static double[][] sum(double[][] left, double[][] right) {
        return new double[][] {
            {left[0][0] + right[0][0], left[0][1] + right[0][1]}, {left[1][0] + right[1][0], left[1][1] + right[1][1]}
        };
    }

    @Test
    void aCohortDoesNotLeanOnOthersThatSayNothing() {
        RepeatHistogram many = FitSamples.histogram(TRUTH, 400, 4);
        RepeatHistogram silent = FitSamples.weeks(new WeightedHistory(0, 0, 30, 5));
        CohortFits<ParetoNbd> fits = ModelFitter.paretoNbd().fitCohorts(Map.of("many", many, "silent", silent));
        Fit<ParetoNbd> alone = FitSamples.of(fits.cohorts(), "many");
        assertThat(alone.model()).isEqualTo(ModelFitter.paretoNbd().fit(many).model());
        assertThat(alone.usedPrior()).isFalse();
        assertThat(alone.warnings()).contains("the other cohorts do not determine the parameters: fitted without them");
        assertThat(FitSamples.of(fits.cohorts(), "silent").usedPrior()).isTrue();
    }

    @Test
    void cohortsMustBeAlike() {
        RepeatHistogram weeks = FitSamples.histogram(TRUTH, 60, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelFitter.nbd().fitCohorts(Map.of("a", weeks, "b", weeks.in(PeriodUnit.DAY))))
                .withMessage("cohorts must be in one unit, but b is in another");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelFitter.nbd().fitCohorts(Map.of()))
                .withMessageContaining("cohorts.size");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelFitter.nbd().fitCohorts(Map.of("a", weeks), 0))
                .withMessage("spread must be in (0, inf), but was 0.0");
    }

    @Test
    void modelsThatAreNoSpecialCasesOrInOtherUnitsAreNotTested() {
        Fit<Nbd> nbd = ModelFitter.nbd().fit(BASE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LikelihoodRatio.of(ModelFitter.nbd().fit(BASE.in(PeriodUnit.DAY)), FIT))
                .withMessage("full must be a fit in the same unit, but was in WEEK and not in DAY");
        Fit<MbgCnbd> phased = ModelFitter.mbgCnbd(2).fit(BASE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LikelihoodRatio.of(nbd, phased))
                .withMessage(
                        "full must have NBD with [r, alpha] as a special case, but was MBG/CNBD-2 with [r, alpha, a, b]");
        Fit<MbgCnbd> one = ModelFitter.mbgCnbd(1).fit(BASE);
        assertThat(LikelihoodRatio.of(nbd, one).degreesOfFreedom()).isEqualTo(2);
        assertThat(phased.warnings())
                .anySatisfy(warning -> assertThat(warning)
                        .isEqualTo(
                                "the log-likelihood lacks the gaps between purchases: log-likelihood, AIC and BIC cannot be"
                                        + " compared with those of a model of other than 2 phases"));
        assertThat(one.warnings()).isEmpty();
    }

    @Test
    void aRicherModelIsTestedAgainstItsSpecialCase() {
        Fit<Nbd> nbd = ModelFitter.nbd().fit(BASE);
        LikelihoodRatio test = LikelihoodRatio.of(nbd, FIT);
        assertThat(test.statistic()).isEqualTo(2 * (FIT.logLikelihood() - nbd.logLikelihood()));
        assertThat(test.degreesOfFreedom()).isEqualTo(2);
        assertThat(test.pValue()).isBetween(0.0, 1e-6);
        assertThat(new LikelihoodRatio(2, 1, 0.5)).hasToString("chi-squared 2.00 with 1 df, p = 0.5000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LikelihoodRatio.of(FIT, nbd))
                .withMessage("full must have more parameters than 4, but had 2");
        Fit<Nbd> other = ModelFitter.nbd().fit(FitSamples.histogram(TRUTH, 60, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LikelihoodRatio.of(other, FIT))
                .withMessage("full must be a fit of the same customers, but was of 1500.0 and not of 60.0");
        Fit<Nbd> prior = ModelFitter.nbd()
                .withPrior(LogNormalPrior.in(PeriodUnit.WEEK).with("r", 1, 1))
                .fit(BASE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LikelihoodRatio.of(prior, FIT))
                .withMessageContaining("without a prior");
        Fit<ParetoNbd> days = ModelFitter.paretoNbd().fit(BASE.in(PeriodUnit.YEAR));
        RepeatHistogram others = FitSamples.histogram(new ParetoNbd(2, 3, 0.6, 12, PeriodUnit.WEEK), 1500, 8);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> LikelihoodRatio.of(nbd, ModelFitter.paretoNbd().fit(others)))
                .withMessageContaining("must not fit worse");
        assertThat(days.model().in(PeriodUnit.WEEK).beta())
                .isCloseTo(FIT.model().beta(), within(1e-6));
    }
}
