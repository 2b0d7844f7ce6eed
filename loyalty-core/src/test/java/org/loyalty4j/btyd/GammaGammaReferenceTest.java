package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loyalty4j.summary.SpendHistory;
import org.loyalty4j.support.ReferenceTable;

class GammaGammaReferenceTest {

    @Test
    void everySharedValue() {
        assertAll(ReferenceTable.shared("gamma_gamma.csv"), 120);
    }

    @Test
    void everyFifthOfTheSharedValues() {
        assertAll(ReferenceTable.resource(GammaGammaReferenceTest.class, "gamma_gamma.csv"), 24);
    }

    private static void assertAll(List<ReferenceTable.Line> lines, int count) {
        assertThat(lines).hasSize(count);
        for (ReferenceTable.Line line : lines) {
            GammaGamma model = new GammaGamma(line.get("p"), line.get("q"), line.get("gamma"));
            SpendHistory history = new SpendHistory("a", line.count("x"), line.get("mean_value"));
            assertClose(line, "log_likelihood", model.logLikelihood(history), 1e-12);
            assertClose(
                    line,
                    "conditional_expected_value",
                    model.expectedSpend(history).orElseThrow(),
                    1e-10);
        }
    }

    private static void assertClose(ReferenceTable.Line line, String column, double actual, double relative) {
        double expected = line.get(column);
        assertThat(actual)
                .as("line %d, %s", line.number(), column)
                .isCloseTo(expected, within(relative * Math.abs(expected)));
    }

    /**
     * Quantiles of the inverse gamma distribution of the mean spend: python 3 with mpmath 1.3, {@code mp.dps = 50}, by bisection
     * of {@code gammainc(q, 0, u, regularized=True)}.
     */
    @ParameterizedTest
    @CsvSource({
        "6.25, 3.74, 15.44, 0.5, 28.278640252101781389",
        "6.25, 3.74, 15.44, 0.025, 11.523867489734192067",
        "6.25, 3.74, 15.44, 0.975, 100.47934609474407251",
        "1.5, 1, 20, 0.5, 43.280851226668902221",
        "1.5, 0.5, 20, 0.9, 3799.6870606210063292",
        "2, 0.01, 30, 0.5, 1.3436239945698764231e+32",
        "2, 0.05, 30, 0.99, 1.0265830151822245022e+42",
        "3, 60, 700, 0.05, 28.655766668137868629",
        "3, 5000, 7000, 0.975, 4.3188911359789091475"
    })
    void quantiles(double p, double q, double gamma, double probability, double expected) {
        assertThat(new GammaGamma(p, q, gamma).spendQuantile(probability))
                .isCloseTo(expected, within(1e-10 * expected));
    }
}
