package org.loyalty4j.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loyalty4j.internal.math.PeakIntegral.LogIntegrand;

/** Integrals against closed forms computed by mpmath 1.3 with 40 digits: gamma, incomplete gamma and beta functions. */
class PeakIntegralReferenceTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /** The logarithm of an integral is as good as phi itself: some units in the last place of its terms. */
    private static void near(double actual, double expected, double largestTerm) {
        assertThat(actual).isCloseTo(expected, within(2e-15 + 1e-15 * Math.abs(largestTerm)));
    }

    @ParameterizedTest
    @CsvSource({
        "100000, 1, -11.51292546497022842009",
        "100000, 300000, -224938.7515297836168884",
        "0.01, 0.02, 5.010313350697985757082",
        "0.5, 100000, -5.184096539560414128182",
        "2, 3, -2.48490664978800031023"
    })
    void betaFunctionInLogOdds(double a, double b, double expected) {
        LogIntegrand phi = v -> v > 0
                ? -b * v - (a + b) * StrictMath.log1p(StrictMath.exp(-v))
                : a * v - (a + b) * StrictMath.log1p(StrictMath.exp(v));
        double near = PeakIntegral.climb(phi, -INFINITY, INFINITY, 0, 1);

        near(PeakIntegral.logOf(phi, -INFINITY, INFINITY, near), expected, 4 * expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0.001, 6.907178885383853661684",
        "1, 0",
        "2.5, 0.2846828704729191596325",
        "100000, 1051287.708973656894901"
    })
    void gammaFunctionInLogs(double a, double expected) {
        LogIntegrand phi = v -> a * v - StrictMath.exp(v);
        double near = PeakIntegral.climb(phi, -INFINITY, INFINITY, 0, 1);

        near(PeakIntegral.logOf(phi, -INFINITY, INFINITY, near), expected, expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0.01, 6000, 4.605170185988091347219",
        "0.01, 1, -0.004995833336805550148012",
        "3, 10, -1.098612288668203267625",
        "100000, 1, -11.51292546497022842009"
    })
    void monotoneOverFiniteIntervals(double slope, double length, double expected) {
        near(PeakIntegral.logOf(v -> -slope * v, 0, length, 0), expected, 1);
        near(PeakIntegral.logOf(v -> slope * v, -length, 0, 0), expected, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "100000, 1, -31337.36840559968494687",
        "3, 0.5, -1.300105345371302265822",
        "40, 100, 110.7510556881096508893"
    })
    void partOfAPeak(double k, double slope, double expected) {
        LogIntegrand phi = v -> slope * v - k * StrictMath.log1p(StrictMath.exp(v));

        for (double near : new double[] {-1, 2, PeakIntegral.climb(phi, -1, 2, 0, 0.1)}) {
            near(PeakIntegral.logOf(phi, -1, 2, near), expected, 3 * expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.0001, 0.4, 4.452195849772737934571",
        "0.1, 0.4, 1.244591581223932279836",
        "1000, 0.4, -6.908354500966831258914",
        "0.0001, -0.5, 0.6754654788381555419113",
        "1e-10, 0.01, 3.225978865222434682288"
    })
    void steepEnds(double d, double slope, double expected) {
        near(PeakIntegral.logOf(v -> slope * v - d * StrictMath.expm1(v), 0, INFINITY, 0), expected, 2 * expected);
    }

    @Test
    void verySmallAndVeryLargeIntegrands() {
        double gaussian = 0.5 * StrictMath.log(2 * StrictMath.PI);
        for (double height : new double[] {-2000, 2000}) {
            near(PeakIntegral.logOf(v -> height - 0.5 * v * v, -INFINITY, INFINITY, 0), height + gaussian, height);
            near(PeakIntegral.logOf(v -> height + v, -INFINITY, 0, 0), height, height);
        }
    }

    @Test
    void aNarrowPeakFarFromTheStart() {
        double width = 1e-6;
        LogIntegrand phi = v -> -0.5 * (v - 1) / width * ((v - 1) / width);
        double expected = 0.5 * StrictMath.log(2 * StrictMath.PI) + StrictMath.log(width);

        double near = PeakIntegral.climb(phi, -1e6, 1e6, 0, 1);

        // Around 1 a double has 1e-16 to tell two nodes apart, which is 1e-10 of this width.
        assertThat(PeakIntegral.logOf(phi, -1e6, 1e6, near)).isCloseTo(expected, within(1e-10));
        assertThat(PeakIntegral.logOf(phi, -1e6, 1e6, 1 + 50 * width)).isCloseTo(expected, within(1e-10));
    }

    @Test
    void climbsToAnEnd() {
        assertThat(PeakIntegral.climb(v -> v, 0, 10, 3, 1)).isBetween(8.0, 10.0);
        assertThat(PeakIntegral.climb(v -> -5 * v, 0, 10, 3, 1)).isBetween(0.0, 0.4);
        assertThat(PeakIntegral.climb(v -> -1e5 * v, 0, INFINITY, 3, 1)).isBetween(0.0, 2e-5);
    }

    @Test
    void nodesGiveMeansUnderTheIntegrand() {
        PeakIntegral integral = new PeakIntegral();
        integral.log(v -> 3 - 0.5 * (v - 7) * (v - 7), -INFINITY, INFINITY, 6);

        double total = 0;
        double mean = 0;
        double variance = 0;
        for (int i = 0; i < integral.size(); i++) {
            total += integral.weight(i);
            mean += integral.weight(i) * integral.node(i);
            variance += integral.weight(i) * (integral.node(i) - 7) * (integral.node(i) - 7);
        }

        assertThat(total).isCloseTo(1, within(1e-14));
        assertThat(mean).isCloseTo(7, within(1e-13));
        assertThat(variance).isCloseTo(1, within(1e-13));
    }

    @Test
    void emptyIntervalsAndZeroIntegrandsAreZero() {
        assertThat(PeakIntegral.logOf(v -> v, 3, 3, 3)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(PeakIntegral.logOf(v -> Double.NEGATIVE_INFINITY, 0, 1, 0)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void refusesWhatDiverges() {
        assertThatThrownBy(() -> PeakIntegral.logOf(v -> 0, 0, INFINITY, 0))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the integral diverges");
    }
}
