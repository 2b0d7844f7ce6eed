package org.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Published 95 % intervals to the four decimals printed: Newcombe (1998), Statistics in Medicine 17, 857-872, table I, methods 3
 * (score) and 5 (Clopper-Pearson).
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
}
