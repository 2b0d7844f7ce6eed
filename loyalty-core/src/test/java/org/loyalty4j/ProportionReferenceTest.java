package org.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Published 95 % intervals to the four decimals printed: Newcombe (1998), Statistics in Medicine 17, 857-872, table I, methods 3
 * (score), 5 (Clopper-Pearson) and 6 (mid-P); and Newcombe (1998b), the same 17, 873-890, table II, method 10.
 */
class ProportionReferenceTest {

    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void wilson(long successes, long trials, double lower, double upper) {
        Interval interval =
                new Proportion(successes, trials).wilson(0.95).orElseThrow().interval();
        assertThat(interval.lower()).isCloseTo(lower, within(0.00005));
        assertThat(interval.upper()).isCloseTo(upper, within(0.00005));
    }

    @ParameterizedTest
    @CsvSource({"81, 263, 0.2527, 0.3676", "15, 148, 0.0578, 0.1617", "0, 20, 0.0000, 0.1684", "1, 29, 0.0009, 0.1776"})
    void clopperPearson(long successes, long trials, double lower, double upper) {
        Interval interval =
                new Proportion(successes, trials).exact(0.95).orElseThrow().interval();
        assertThat(interval.lower()).isCloseTo(lower, within(0.00005));
        assertThat(interval.upper()).isCloseTo(upper, within(0.00005));
    }

    @ParameterizedTest
    @CsvSource({"81, 263, 0.2544, 0.3658", "15, 148, 0.0601, 0.1581", "0, 20, 0.0000, 0.1391", "1, 29, 0.0017, 0.1585"})
    void midP(long successes, long trials, double lower, double upper) {
        Interval interval =
                new Proportion(successes, trials).midP(0.95).orElseThrow().interval();
        assertThat(interval.lower()).isCloseTo(lower, within(0.00005));
        assertThat(interval.upper()).isCloseTo(upper, within(0.00005));
    }

    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "6, 7, 2, 7, 0.0582, 0.8062",
        "5, 56, 0, 29, -0.0381, 0.1926",
        "0, 10, 0, 20, -0.1611, 0.2775",
        "0, 10, 0, 10, -0.2775, 0.2775",
        "10, 10, 0, 20, 0.6791, 1.0000",
        "10, 10, 0, 10, 0.6075, 1.0000"
    })
    void difference(long x1, long n1, long x2, long n2, double lower, double upper) {
        Interval interval = new Proportion(x1, n1)
                .minus(new Proportion(x2, n2), 0.95)
                .orElseThrow()
                .interval();
        assertThat(interval.lower()).isCloseTo(lower, within(0.00005));
        assertThat(interval.upper()).isCloseTo(upper, within(0.00005));
    }
}
