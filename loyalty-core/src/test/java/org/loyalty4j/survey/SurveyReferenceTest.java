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

    /**
     * Python 3 with mpmath 1.3: the bounds of Tango (1998) by bisection of the test statistic, whose share of detractors maximises
     * the likelihood numerically, where the library uses the closed form.
     */
    @ParameterizedTest
    @CsvSource({
        "42, 30, 28, 0.95, -2.41114150146476, 29.5915142889056",
        "19, 8, 9, 0.9, 3.66147984314922, 48.5672490117522",
        "9, 0, 2, 0.95, 4.60388760783116, 89.726462050783",
        "5, 0, 5, 0.95, -52.6813818974872, 52.6813818974872",
        "0, 10, 0, 0.99, -39.8854093304908, 39.8854093304908",
        "1, 0, 0, 0.95, -58.6901371245525, 100.0",
        "10, 0, 0, 0.95, 44.4934400274221, 100.0",
        "9, 1, 0, 0.95, 37.268768026051, 98.2123786904927",
        "1, 2, 97, 0.95, -98.6586792965143, -86.9842347217016"
    })
    void tango(long promoters, long passives, long detractors, double confidence, double lower, double upper) {
        Estimate estimate =
                new Nps(promoters, passives, detractors).tango(confidence).orElseThrow();
        assertThat(estimate.interval().lower()).isCloseTo(lower, within(1e-9));
        assertThat(estimate.interval().upper()).isCloseTo(upper, within(1e-9));
    }

    /**
     * Python 3 with mpmath 1.3, {@code mp.dps = 30}:
     *
     * <pre>{@code
     * def f(p, s, d): n = p + s + d + mpf(3)/2; a = (p + mpf(3)/8)/n; b = (d + mpf(3)/8)/n; return a - b, (a + b - (a - b)**2)/n
     * h = z * sqrt(v1 + v2); 100 * (m1 - m2 - h), 100 * (m1 - m2 + h), erfc(abs(m1 - m2) / sqrt(v1 + v2) / sqrt(2))
     * }</pre>
     */
    @ParameterizedTest
    @CsvSource({
        "42, 30, 28, 35, 30, 35, 0.95, -9.01958548072975, 36.6057923772815, 0.236000988953689",
        "400, 300, 300, 350, 310, 340, 0.9, 2.88218455005541, 15.0908558892856, 0.0154575655772471",
        "5, 0, 0, 5, 0, 0, 0.95, -58.8390507565734, 58.8390507565734, 1.0",
        "1, 0, 0, 0, 1, 0, 0.99, -109.309251486408, 189.309251486408, 0.490152960415825",
        "10, 0, 0, 0, 0, 10, 0.95, 139.366688050879, 200, 5.79628508294468e-23"
    })
    void difference(
            long p1,
            long s1,
            long d1,
            long p2,
            long s2,
            long d2,
            double confidence,
            double lower,
            double upper,
            double p) {
        NpsDifference difference = new NpsDifference(new Nps(p1, s1, d1), new Nps(p2, s2, d2));
        Estimate estimate = difference.adjustedWald(confidence).orElseThrow();
        assertThat(estimate.interval().lower()).isCloseTo(lower, within(1e-10));
        assertThat(estimate.interval().upper()).isCloseTo(upper, within(1e-10));
        assertThat(difference.pValue().orElseThrow()).isCloseTo(p, within(1e-12 + 1e-10 * p));
    }

    /**
     * Python 3 with numpy and scipy 1.17, for counts c from the worst answer w up, k of them:
     *
     * <pre>{@code
     * u = arange(k)/(k - 1); a = c.copy(); a[0] += .5; a[-1] += .5; n = c.sum()
     * m = (a*u).sum()/(n + 1); v = (a*(u - m)**2).sum()/(n + 1)/(n + 2); s = m*(1 - m)/v - 1
     * w + (k - 1)*scipy.stats.beta.ppf([t, 1 - t], s*m, s*(1 - m)), widened to hold the mean
     * }</pre>
     */
    @ParameterizedTest
    @CsvSource({
        "1 2 3 4 5, 1, 0.95, 2.9692580102072896, 4.211866843285092",
        "0 0 1 0 1, 1, 0.9, 2.3042007850788204, 4.7295132994075075",
        "10 20 30 80 60, 1, 0.99, 3.585970260893474, 3.9948393704246437",
        "3 0 0 0 0 1 2 4 8 16 9, 0, 0.95, 7.0999717664358215, 8.616859928010651",
        "4 16, 0, 0.95, 0.5917742374830746, 0.9284799475212692",
        "0 0 0 0 20, 1, 0.95, 4.533444068380499, 5",
        "1 0 0 0 0, 1, 0.95, 1, 4.413014734761699"
    })
    void meanOnScale(String counts, int worst, double confidence, double lower, double upper) {
        long[] numbers =
                Stream.of(counts.split(" ", -1)).mapToLong(Long::parseLong).toArray();
        AnswerCounts answers = AnswerCounts.of(new Scale(worst, worst + numbers.length - 1), numbers);
        Estimate estimate = answers.meanOnScale(confidence).orElseThrow();
        assertThat(estimate.value()).isEqualTo(answers.mean().orElseThrow());
        assertThat(estimate.interval().lower()).isCloseTo(lower, within(1e-11));
        assertThat(estimate.interval().upper()).isCloseTo(upper, within(1e-11));
    }

    /**
     * Python 3 with numpy and scipy 1.17: t the middles in years of 365.25 days, n, sa and v with 3/4 of an answer added to each:
     *
     * <pre>{@code
     * c = n*(t - tb)/(n*(t - tb)**2).sum(); sl = (c*sa).sum(); se = sqrt((c*c*v).sum())
     * (c*s).sum(), sl - z*se, sl + z*se, 2*norm.sf(abs(sl/se))
     * }</pre>
     *
     * <p>The departure from R 4.2.2, over the answers one by one, p, q and d being the promoters, passives and detractors:
     *
     * <pre>{@code
     * y <- rep(rep(c(1, 0, -1), 4), c(rbind(p, q, d))); x <- rep(t, n); l <- lm(y ~ x); f <- lm(y ~ factor(x))
     * pchisq((sum(n) - 2) * (deviance(l) - deviance(f)) / deviance(l), 2, lower = FALSE)
     * }</pre>
     */
    @Test
    void trend() {
        NpsTrend trend = NpsTrendTest.FOUR_MONTHS;
        Estimate slope = trend.slopePerYear(0.95).orElseThrow();
        assertThat(slope.value()).isCloseTo(160.52318390198369, within(1e-8));
        assertThat(slope.interval().lower()).isCloseTo(76.86309095884624, within(1e-8));
        assertThat(slope.interval().upper()).isCloseTo(241.47512396413507, within(1e-8));
        assertThat(trend.pValue().orElseThrow()).isCloseTo(0.00015045643799766633, within(1e-13));
        assertThat(trend.departurePValue().orElseThrow()).isCloseTo(0.9727840825420326, within(1e-9));
    }

    @Test
    void theExampleOfThePackage() {
        assertThat(new Nps(42, 30, 28).adjustedWald(0.95)).hasToString("Optional[14.00 [-2.282, 29.47] at 95 %]");
    }
}
