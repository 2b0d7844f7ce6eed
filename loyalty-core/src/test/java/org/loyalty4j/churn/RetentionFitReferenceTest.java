package org.loyalty4j.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.loyalty4j.support.SharedData;

/**
 * The two cohorts of Berry and Linoff (2004) as printed in Fader and Hardie (2007), table 1, and fits to years 0 to 7 of them.
 *
 * <p>The sBG estimates and log-likelihoods are those published there. Standard errors, and the fits of BdW, which the paper of 2018
 * makes to other spans, were computed elsewhere: python 3, mpmath with 40 digits, Newton's method on {@code sum lost(t) ln(S(t-1) -
 * S(t)) + last ln S(7)} in the logarithms of the parameters, differences of 1e-10 for the Hessian.
 */
class RetentionFitReferenceTest {
    private static final CohortSurvivors HIGH_END =
            CohortSurvivors.of(1000, 869, 743, 653, 593, 551, 517, 491, 468, 445, 427, 409, 394);
    private static final CohortSurvivors REGULAR =
            CohortSurvivors.of(1000, 631, 468, 382, 326, 289, 262, 241, 223, 207, 194, 183, 173);

    @Test
    void theTableIsThePublishedOne() throws IOException {
        List<String[]> lines =
                Files.readAllLines(SharedData.require("retention/fader_hardie_2007_survivors.csv")).stream()
                        .skip(1)
                        .map(line -> line.split(","))
                        .toList();
        assertThat(lines).extracting(cells -> Long.valueOf(cells[1])).isEqualTo(HIGH_END.counts());
        assertThat(lines).extracting(cells -> Long.valueOf(cells[2])).isEqualTo(REGULAR.counts());
    }

    @Test
    void publishedSbgOfHighEnd() {
        RetentionFit<ShiftedBetaGeometric> fit =
                RetentionFitter.shiftedBetaGeometric().fit(HIGH_END.until(7));
        assertThat(fit.status()).isEqualTo(RetentionFit.Status.CONVERGED);
        assertThat(fit.model().alpha()).isCloseTo(0.668, within(0.0005));
        assertThat(fit.model().beta()).isCloseTo(3.806, within(0.0005));
        assertThat(fit.logLikelihood()).isCloseTo(-1611.158, within(0.0005));
        assertFit(fit, new double[] {0.668088351106, 3.80609496406}, -1611.15814739, 0.1552712766, 0.206387833);
        assertThat(fit.covariance().orElseThrow()[0][1]).isCloseTo(0.03054071088, within(1e-9));
    }

    @Test
    void publishedSbgOfRegular() {
        RetentionFit<ShiftedBetaGeometric> fit =
                RetentionFitter.shiftedBetaGeometric().fit(REGULAR.until(7));
        assertThat(fit.model().alpha()).isCloseTo(0.704, within(0.0005));
        assertThat(fit.model().beta()).isCloseTo(1.182, within(0.0005));
        assertThat(fit.logLikelihood()).isCloseTo(-1680.265, within(0.0005));
        assertFit(fit, new double[] {0.704077298474, 1.18204302621}, -1680.26518846, 0.09317011694, 0.1289933008);
    }

    @Test
    void bdwOfBoth() {
        assertFit(
                RetentionFitter.betaDiscreteWeibull().fit(HIGH_END.until(7)),
                new double[] {0.214253339281, 1.42657487486, 1.72356484874},
                -1605.31421321,
                0.2780806434,
                0.2673596889,
                0.1746631593);
        assertFit(
                RetentionFitter.betaDiscreteWeibull().fit(REGULAR.until(7)),
                new double[] {0.455613989372, 0.779325508388, 1.28345128578},
                -1679.60283291,
                0.3666292769,
                0.3627623045,
                0.2322605264);
    }

    private static void assertFit(
            RetentionFit<?> fit, double[] values, double logLikelihood, double... errorsOfLogarithms) {
        assertThat(fit.status()).isEqualTo(RetentionFit.Status.CONVERGED);
        assertThat(fit.logLikelihood()).isCloseTo(logLikelihood, within(1e-8));
        double[][] covariance = fit.covariance().orElseThrow();
        for (int i = 0; i < values.length; i++) {
            assertThat(fit.model().values()[i]).isCloseTo(values[i], within(1e-7 * values[i]));
            assertThat(Math.sqrt(covariance[i][i])).isCloseTo(errorsOfLogarithms[i], within(1e-8));
            assertThat(fit.standardErrors().get(fit.model().symbols().get(i)))
                    .isCloseTo(values[i] * errorsOfLogarithms[i], within(1e-6));
        }
    }

    /** Survivors of 1000 after 8 to 12 years by fits to 7: what the papers show as curves. */
    @Test
    void projectionToYearTwelve() {
        assertProjection(HIGH_END, RetentionFitter.shiftedBetaGeometric(), 460.4, 435.8, 414.2, 395.1, 378.0);
        assertProjection(HIGH_END, RetentionFitter.betaDiscreteWeibull(), 467.8, 448.3, 431.6, 416.9, 403.9);
        assertProjection(HIGH_END, RetentionFitter.constantChurn(), 417.9, 374.7, 336.0, 301.3, 270.1);
        assertProjection(REGULAR, RetentionFitter.shiftedBetaGeometric(), 220.1, 204.4, 191.2, 179.9, 170.0);
        assertProjection(REGULAR, RetentionFitter.betaDiscreteWeibull(), 223.4, 208.9, 196.8, 186.4, 177.3);
        assertProjection(REGULAR, RetentionFitter.constantChurn(), 128.8, 99.7, 77.1, 59.7, 46.2);
    }

    private static void assertProjection(CohortSurvivors cohort, RetentionFitter<?> fitter, double... survivors) {
        RetentionModel<?> model = fitter.fit(cohort.until(7)).model();
        assertThat(IntStream.rangeClosed(8, 12).mapToDouble(t -> model.projectedSurvivors(1000, t)))
                .as("%s", model)
                .usingElementComparator((a, b) -> Math.abs(a - b) <= 0.05 ? 0 : 1)
                .containsExactly(
                        IntStream.range(0, 5).mapToObj(i -> survivors[i]).toArray(Double[]::new));
    }

    /** Five years ahead sBG and BdW are off by a few per cent; a constant rate loses a third and more of those who stay. */
    @Test
    void howFarOffTheProjectionsAre() {
        for (CohortSurvivors cohort : List.of(HIGH_END, REGULAR)) {
            assertThat(largestError(RetentionFitter.shiftedBetaGeometric(), cohort))
                    .isLessThan(0.045);
            assertThat(largestError(RetentionFitter.betaDiscreteWeibull(), cohort))
                    .isLessThan(0.03);
            assertThat(largestError(RetentionFitter.constantChurn(), cohort)).isGreaterThan(0.3);
        }
    }

    private static double largestError(RetentionFitter<?> fitter, CohortSurvivors cohort) {
        RetentionModel<?> model = fitter.fit(cohort.until(7)).model();
        return IntStream.rangeClosed(8, 12)
                .mapToDouble(t -> Math.abs(
                        model.projectedSurvivors(1000, t) / cohort.counts().get(t) - 1))
                .max()
                .orElseThrow();
    }

    /** From the customers there after year 7 the actual survivors lie in their 95 % range, those of the constant rate do not. */
    @Test
    void theActualLiesInItsRange() {
        for (CohortSurvivors cohort : List.of(HIGH_END, REGULAR)) {
            assertThat(actualsHeld(RetentionFitter.shiftedBetaGeometric(), cohort))
                    .isEqualTo(5);
            assertThat(actualsHeld(RetentionFitter.betaDiscreteWeibull(), cohort))
                    .isEqualTo(5);
            assertThat(actualsHeld(RetentionFitter.constantChurn(), cohort)).isZero();
        }
    }

    private static <M extends RetentionModel<M>> long actualsHeld(RetentionFitter<M> fitter, CohortSurvivors cohort) {
        RetentionProjection projection = RetentionProjection.of(fitter.fit(cohort.until(7)), cohort.until(7), 12, 0.95);
        return projection.rows().stream()
                .filter(row -> row.ofActual() != null
                        && row.ofActual().contains(cohort.counts().get(row.renewal())))
                .count();
    }

    /** The High End customers grow likelier to leave by themselves; of the Regular ones the data do not say so. */
    @Test
    void durationDependence() {
        DurationDependence highEnd = DurationDependence.of(
                RetentionFitter.shiftedBetaGeometric().fit(HIGH_END.until(7)),
                RetentionFitter.betaDiscreteWeibull().fit(HIGH_END.until(7)));
        assertThat(highEnd.statistic()).isCloseTo(11.68786836, within(1e-6));
        assertThat(highEnd.pValue()).isCloseTo(6.3e-4, within(5e-5)); // R: 1 - pchisq(x, 1)
        DurationDependence regular = DurationDependence.of(
                RetentionFitter.shiftedBetaGeometric().fit(REGULAR.until(7)),
                RetentionFitter.betaDiscreteWeibull().fit(REGULAR.until(7)));
        assertThat(regular.pValue()).isCloseTo(0.24975, within(5e-6));
        assertThat(regular).hasToString("chi-squared 1.32 with 1 df, p = 0.2497");
    }
}
