package org.loyalty4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loyalty4j.Estimate;
import org.loyalty4j.Scale;

class SurveyReferenceTest {

    /**
     * Python 3 with mpmath 1.3, {@code mp.dps = 30}, from the definition in Rocks (2016), arXiv:1601.07235:
     *
     * <pre>{@code
     * z = sqrt(2) * erfinv(c); n = p + s + d + 3; a = (p + mpf(3)/4) / n; b = (d + mpf(3)/4) / n
     * h = z * sqrt((a + b - (a - b)**2) / n); 100 * (a - b - h), 100 * (a - b + h)
     * }</pre>
     */
    @ParameterizedTest
    @CsvSource({
        "42, 30, 28, 0.95, -2.28249886455133, 29.4669648839688",
        "19, 8, 9, 0.9, 3.75190198781435, 47.5301492942369",
        "9, 0, 2, 0.95, 8.00077175985599, 91.999228240144",
        "5, 0, 5, 0.95, -51.1273942238141, 51.1273942238141",
        "0, 10, 0, 0.99, -24.2671825315514, 24.2671825315514",
        "1, 0, 0, 0.95, -48.498649420252, 98.498649420252",
        "400000, 300000, 300000, 0.95, 9.83716347196206, 10.1627765282179"
    })
    void adjustedWald(long promoters, long passives, long detractors, double confidence, double lower, double upper) {
        Estimate estimate = new Nps(promoters, passives, detractors)
                .adjustedWald(confidence)
                .orElseThrow();
        assertThat(estimate.interval().lower()).isCloseTo(lower, within(1e-11));
        assertThat(estimate.interval().upper()).isCloseTo(upper, within(1e-11));
    }

    /**
     * Python 3 with scipy 1.17: {@code scipy.stats.ttest_1samp(numpy.repeat(answers, counts), 0).confidence_interval(c)}.
     */
    @ParameterizedTest
    @CsvSource({
        "1 2 3 4 5, 1, 0.95, 3.6666666666666665, 2.951737770694065, 4.3815955626392675",
        "0 0 1 0 1, 1, 0.9, 4, -2.3137515146750447, 10.313751514675037",
        "10 20 30 80 60, 1, 0.99, 3.8, 3.5930530417311966, 4.006946958268803",
        "3 0 0 0 0 1 2 4 8 16 9, 0, 0.95, 7.976744186046512, 7.203736607735761, 8.749751764357262"
    })
    void mean(String counts, int worst, double confidence, double mean, double lower, double upper) {
        long[] numbers =
                Stream.of(counts.split(" ", -1)).mapToLong(Long::parseLong).toArray();
        Scale scale = new Scale(worst, worst + numbers.length - 1);
        Estimate estimate = AnswerCounts.of(scale, numbers).mean(confidence).orElseThrow();
        assertThat(estimate.value()).isCloseTo(mean, within(1e-14));
        assertThat(estimate.interval().lower()).isCloseTo(lower, within(1e-11));
        assertThat(estimate.interval().upper()).isCloseTo(upper, within(1e-11));
    }

    @Test
    void theExampleOfThePackage() {
        assertThat(new Nps(42, 30, 28).adjustedWald(0.95)).hasToString("Optional[14.00 [-2.282, 29.47] at 95 %]");
    }
}
