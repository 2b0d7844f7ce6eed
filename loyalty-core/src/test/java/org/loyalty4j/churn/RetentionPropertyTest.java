package org.loyalty4j.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RetentionPropertyTest {

    @Property(tries = 300, seed = "1")
    void curvesAreProbabilities(
            @ForAll("models") RetentionModel<?> model, @ForAll @IntRange(min = 1, max = 100_000) int t) {
        double before = model.survival(t - 1);
        double after = model.survival(t);
        assertThat(after).isBetween(0.0, before);
        assertThat(model.retentionRate(t)).isBetween(0.0, 1.0);
        assertThat(model.churnRate(t) + model.retentionRate(t)).isCloseTo(1, within(1e-14));
        assertThat(before - model.churnProbability(t)).isCloseTo(after, within(1e-13));
        assertThat(before * (1 - model.probabilityOfLeaving(t - 1, 1))).isCloseTo(after, within(1e-13));
        assertThat(1 - model.probabilityOfLeaving(0, t)).isCloseTo(after, within(1e-13));
        assertThat(model.survival(0)).isEqualTo(1);
    }

    /** A payment now plus what follows: DERL(n) = r(n) (1 + DERL(n + 1) / (1 + d)). */
    @Property(tries = 100, seed = "1")
    void lifetimesFollowFromThoseOneRenewalLater(
            @ForAll("models") RetentionModel<?> model, @ForAll @IntRange(min = 1, max = 50) int n) {
        for (double d : new double[] {0.003, 0.1}) {
            double now = model.discountedExpectedResidualLifetime(n, d).orElseThrow();
            double later = model.discountedExpectedResidualLifetime(n + 1, d).orElseThrow();
            assertThat(now).isCloseTo(model.retentionRate(n) * (1 + later / (1 + d)), within(1e-9 * now + 1e-300));
            assertThat(model.discountedExpectedResidualLifetime(n, d, 20)).isLessThanOrEqualTo(now * (1 + 1e-12));
        }
    }

    /** Old customers are the ones who stay: under sBG the rate rises with every renewal, whatever the parameters. */
    @Property(tries = 100, seed = "1")
    void underSbgRetentionRises(
            @ForAll("positive") double alpha,
            @ForAll("positive") double beta,
            @ForAll @IntRange(min = 1, max = 999) int t) {
        ShiftedBetaGeometric model = new ShiftedBetaGeometric(alpha, beta);
        assertThat(model.retentionRate(t + 1)).isGreaterThanOrEqualTo(model.retentionRate(t));
        assertThat(model.churnRate(t + 1)).isLessThan(model.churnRate(t));
    }

    @Property(tries = 60, seed = "1")
    void neitherTheOrderNorTheSplitOfCohortsMatters(
            @ForAll("cohorts") List<CohortSurvivors> cohorts, @ForAll long seed) {
        List<CohortSurvivors> shuffled = new ArrayList<>(cohorts);
        Collections.shuffle(shuffled, new Random(seed));
        RenewalCounts counts = RenewalCounts.of(cohorts);
        assertThat(RenewalCounts.of(shuffled)).isEqualTo(counts);
        int cut = (int) Math.floorMod(seed, cohorts.size() + 1L);
        assertThat(RenewalCounts.of(shuffled.subList(0, cut))
                        .plus(RenewalCounts.of(shuffled.subList(cut, shuffled.size()))))
                .isEqualTo(counts);
        if (counts.renewals() > 0) {
            assertThat(RetentionFitter.shiftedBetaGeometric().fit(counts))
                    .isEqualTo(RetentionFitter.shiftedBetaGeometric().fit(RenewalCounts.of(shuffled)));
        }
    }

    /** A fit ends somewhere, with a likelihood no worse than that of its special case, whatever the counts. */
    @Property(tries = 100, seed = "1")
    void richerModelsFitNoWorse(@ForAll("cohorts") List<CohortSurvivors> cohorts) {
        RenewalCounts counts = RenewalCounts.of(cohorts);
        if (counts.renewals() > 0) {
            RetentionFit<ConstantChurn> constant =
                    RetentionFitter.constantChurn().fit(counts);
            RetentionFit<ShiftedBetaGeometric> sbg =
                    RetentionFitter.shiftedBetaGeometric().fit(counts);
            RetentionFit<BetaDiscreteWeibull> bdw =
                    RetentionFitter.betaDiscreteWeibull().fit(counts);
            double room = 1e-5 * counts.customers() + 1e-6;
            assertThat(sbg.logLikelihood()).isGreaterThan(constant.logLikelihood() - room);
            assertThat(bdw.logLikelihood()).isGreaterThan(sbg.logLikelihood() - room);
            if (endedAtMaximum(sbg) && endedAtMaximum(bdw)) {
                assertThat(DurationDependence.of(sbg, bdw).pValue()).isBetween(0.0, 1.0);
            }
        }
    }

    private static boolean endedAtMaximum(RetentionFit<?> fit) {
        return fit.status() == RetentionFit.Status.CONVERGED || fit.status() == RetentionFit.Status.AT_BOUNDARY;
    }

    /** Twice the customers: the same model, and standard errors smaller by the root of two. */
    @Property(tries = 30, seed = "1")
    void everyCustomerTwice(@ForAll("cohorts") List<CohortSurvivors> cohorts) {
        RenewalCounts once = RenewalCounts.of(cohorts);
        if (once.renewals() == 0) {
            return;
        }
        RetentionFit<ShiftedBetaGeometric> fit =
                RetentionFitter.shiftedBetaGeometric().fit(once);
        RetentionFit<ShiftedBetaGeometric> twice =
                RetentionFitter.shiftedBetaGeometric().fit(once.plus(once));
        if (fit.status() == RetentionFit.Status.CONVERGED) {
            assertThat(twice.model().alpha())
                    .isCloseTo(fit.model().alpha(), within(1e-6 * fit.model().alpha()));
            assertThat(twice.covariance().orElseThrow()[0][0])
                    .isCloseTo(
                            fit.covariance().orElseThrow()[0][0] / 2,
                            within(1e-5 * fit.covariance().orElseThrow()[0][0]));
        }
    }

    @Provide
    Arbitrary<Double> positive() {
        return Arbitraries.doubles().between(-4, 4).map(power -> StrictMath.pow(10, power));
    }

    @Provide
    Arbitrary<RetentionModel<?>> models() {
        Arbitrary<Double> positive = positive();
        return Arbitraries.oneOf(
                Combinators.combine(positive, positive).as(ShiftedBetaGeometric::new),
                Combinators.combine(positive, positive, Arbitraries.doubles().between(0.1, 4))
                        .as(BetaDiscreteWeibull::new),
                Arbitraries.doubles().ofScale(3).between(0.001, 0.999).map(ConstantChurn::new));
    }

    @Provide
    Arbitrary<List<CohortSurvivors>> cohorts() {
        Arbitrary<CohortSurvivors> cohort = Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.longs().between(0, 60).list().ofMinSize(1).ofMaxSize(7))
                .as((made, counts) -> CohortSurvivors.since(
                        made,
                        counts.stream()
                                .sorted(Collections.reverseOrder())
                                .mapToLong(Long::longValue)
                                .toArray()));
        return cohort.list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .filter(all -> RenewalCounts.of(all).retentionOfAll().trials() > 0);
    }
}
