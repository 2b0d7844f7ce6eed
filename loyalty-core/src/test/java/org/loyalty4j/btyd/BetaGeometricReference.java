package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.summary.RepeatHistory;
import org.loyalty4j.support.ReferenceTable;

/** Holds a model against a table of reference values. */
final class BetaGeometricReference {
    private BetaGeometricReference() {}

    /**
     * Asserts every value.
     *
     * @param kind a model of the kind, of which the parameters do not matter
     * @param lines the table
     * @param dert what the discounted expected residual transactions are in the lines, by number, in which the table is wrong
     */
    static void assertAll(DropoutModel<?> kind, List<ReferenceTable.Line> lines, Map<Integer, Double> dert) {
        for (ReferenceTable.Line line : lines) {
            DropoutModel<?> model = kind.withValues(line.get("r"), line.get("alpha"), line.get("a"), line.get("b"));
            RepeatHistory history = history(line.count("x"), line.get("t_x"), line.get("T"));
            Horizon next = Horizon.years(line.get("t"));
            DiscountRate rate = DiscountRate.continuous(line.get("discount_rate"));
            assertClose(line, "log_likelihood", model.logLikelihood(history), 1e-12);
            assertClose(line, "p_alive", model.probabilityAlive(history), 1e-10);
            assertClose(line, "conditional_expected_transactions", model.expectedPurchases(history, next), 1e-10);
            assertClose(line, "expected_transactions", model.expectedPurchases(next), 1e-10);
            double residual = model.discountedPurchases(history, rate).orElseThrow();
            if (dert.containsKey(line.number())) {
                double right = dert.get(line.number());
                assertThat(residual).as("line %d, dert", line.number()).isCloseTo(right, within(1e-10 * right));
            } else {
                assertClose(line, "dert", residual, 1e-10);
            }
        }
    }

    /** A history in years. */
    static RepeatHistory history(int x, double tx, double until) {
        return new RepeatHistory("a", x, tx, until, PeriodUnit.YEAR);
    }

    private static void assertClose(ReferenceTable.Line line, String column, double actual, double relative) {
        double expected = line.get(column);
        assertThat(actual)
                .as("line %d, %s", line.number(), column)
                .isCloseTo(expected, within(relative * Math.abs(expected)));
    }
}
