package org.loyalty4j.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.loyalty4j.support.ReferenceTable;

/** Against values computed elsewhere with many digits; the files say by which formulas. */
class RetentionModelReferenceTest {

    @Test
    void everySharedValueOfSbg() {
        assertSbg(ReferenceTable.shared("shifted_beta_geometric.csv"), 120);
    }

    @Test
    void everyFifthSharedValueOfSbg() {
        assertSbg(ReferenceTable.resource(RetentionModelReferenceTest.class, "shifted_beta_geometric.csv"), 24);
    }

    @Test
    void everySharedValueOfBdw() {
        assertBdw(ReferenceTable.shared("beta_discrete_weibull.csv"), 120);
    }

    @Test
    void everyFifthSharedValueOfBdw() {
        assertBdw(ReferenceTable.resource(RetentionModelReferenceTest.class, "beta_discrete_weibull.csv"), 24);
    }

    @Test
    void residualLifetimesOfBdw() {
        List<ReferenceTable.Line> lines =
                ReferenceTable.resource(RetentionModelReferenceTest.class, "beta_discrete_weibull_lifetimes.csv");
        assertThat(lines).hasSize(13);
        for (ReferenceTable.Line line : lines) {
            double actual = new BetaDiscreteWeibull(line.get("alpha"), line.get("beta"), line.get("c"))
                    .discountedExpectedResidualLifetime(line.count("n"), line.get("discount_rate"))
                    .orElseThrow();
            assertClose(line, "derl", actual);
        }
    }

    private static void assertSbg(List<ReferenceTable.Line> lines, int count) {
        assertThat(lines).hasSize(count);
        for (ReferenceTable.Line line : lines) {
            ShiftedBetaGeometric model = new ShiftedBetaGeometric(line.get("alpha"), line.get("beta"));
            assertCurves(line, model);
            assertClose(
                    line,
                    "derl",
                    model.discountedExpectedResidualLifetime(line.count("n"), line.get("discount_rate"))
                            .orElseThrow());
        }
    }

    private static void assertBdw(List<ReferenceTable.Line> lines, int count) {
        assertThat(lines).hasSize(count);
        lines.forEach(line ->
                assertCurves(line, new BetaDiscreteWeibull(line.get("alpha"), line.get("beta"), line.get("c"))));
    }

    private static void assertCurves(ReferenceTable.Line line, RetentionModel<?> model) {
        int t = line.count("t");
        assertClose(line, "survival", model.survival(t));
        assertClose(line, "churn_probability", model.churnProbability(t));
        assertClose(line, "retention_rate", model.retentionRate(t));
    }

    private static void assertClose(ReferenceTable.Line line, String column, double actual) {
        double expected = line.get(column);
        assertThat(actual)
                .as("line %d, %s", line.number(), column)
                .isCloseTo(expected, within(1e-11 * Math.abs(expected)));
    }
}
