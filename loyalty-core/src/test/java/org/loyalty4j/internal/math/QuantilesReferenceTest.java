package org.loyalty4j.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Quantiles against 40-digit values: python 3 with mpmath 1.3, {@code mp.dps = 40}, by {@code findroot} on {@code erfinv},
 * {@code betainc(..., regularized=True)} and {@code gammainc(..., regularized=True)}; for a shape of a million,
 * {@code scipy.special.gammaincinv} of scipy 1.17.
 */
class QuantilesReferenceTest {

    @ParameterizedTest
    @CsvSource({
        "0.001, -3.0902323061678135",
        "0.025, -1.9599639845400542",
        "0.5, 0",
        "0.8, 0.84162123357291436",
        "0.975, 1.9599639845400539",
        "0.995, 2.5758293035489005"
    })
    void normal(double p, double expected) {
        assertThat(Quantiles.normal(p)).isCloseTo(expected, within(1e-13 * Math.max(1, Math.abs(expected))));
    }

    @ParameterizedTest
    @CsvSource({"0.95, 1.9599639845400539", "0.99, 2.5758293035489005"})
    void twoSidedNormal(double confidence, double expected) {
        assertThat(Quantiles.twoSidedNormal(confidence)).isCloseTo(expected, within(1e-13));
    }

    @ParameterizedTest
    @CsvSource({
        "0.95, 1, 12.706204736174693",
        "0.95, 2, 4.3026527297494618",
        "0.9, 9, 1.8331129326562373",
        "0.95, 30, 2.0422724563012379",
        "0.99, 4, 4.604094871349992",
        "0.95, 1000, 1.9623390808264081",
        "0.999, 3, 12.923978636687479"
    })
    void twoSidedStudentT(double confidence, double degreesOfFreedom, double expected) {
        assertThat(Quantiles.twoSidedStudentT(confidence, degreesOfFreedom))
                .isCloseTo(expected, within(1e-11 * expected));
    }

    @ParameterizedTest
    @CsvSource({
        "0.025, 81, 183, 0.25273674558527116",
        "0.975, 82, 182, 0.36762192260135135",
        "0.025, 15, 134, 0.05784401008344856",
        "0.975, 16, 133, 0.161650490349479",
        "0.975, 1, 20, 0.1684334709830853",
        "0.025, 1, 29, 0.00087264688357992204",
        "0.975, 2, 28, 0.1776442954887229",
        "0.025, 1, 1000000, 2.5317807663794179e-8",
        "0.975, 2, 999999, 5.5716306551722433e-6",
        "0.025, 1, 1000000000, 2.5317807983969381e-11",
        "0.5, 0.5, 0.5, 0.5",
        "0.005, 3, 7, 0.041584703985570601"
    })
    void beta(double p, double a, double b, double expected) {
        assertThat(Quantiles.beta(p, a, b)).isCloseTo(expected, within(1e-10 * expected));
    }

    @ParameterizedTest
    @CsvSource({
        "0.025, 1, 0.025317807984289877",
        "0.975, 1, 3.6888794541139354",
        "0.975, 2, 5.5716433909388975",
        "0.0005, 1, 0.00050012504168229793",
        "0.025, 7, 2.8143630515198661",
        "0.975, 8, 14.422675361702378",
        "0.05, 100, 84.139277218314198",
        "0.95, 101, 118.07927278209706",
        "0.025, 1000000, 998040.9833402939",
        "0.975, 1000001, 1001961.9119454322"
    })
    void gamma(double p, double shape, double expected) {
        assertThat(Quantiles.gamma(p, shape)).isCloseTo(expected, within(1e-10 * expected));
    }
}
