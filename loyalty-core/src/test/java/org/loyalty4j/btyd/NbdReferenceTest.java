package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.summary.RepeatHistory;
import org.loyalty4j.support.ReferenceTable;
import org.loyalty4j.support.ReferenceTable.Line;

/** The NBD model against values computed with 50 digits. */
class NbdReferenceTest {

    static List<Line> rows() {
        return ReferenceTable.resource(NbdReferenceTest.class, "nbd.csv");
    }

    @ParameterizedTest
    @MethodSource
    void rows(Line line) {
        Kernel kernel = new NbdKernel(line.get("r"), line.get("alpha"));
        int x = line.count("x");
        double until = line.get("T");
        double t = line.get("t");
        double d = line.get("discount_rate");
        Prospect prospect = Prospect.of(kernel, x, x == 0 ? 0 : until, until);

        near(line, "log_likelihood", kernel.logLikelihood(x, 0, until), 1e-13);
        near(line, "probability", prospect.probabilityOfPurchases(line.count("n"), t), 1e-11);
        near(line, "probability_of_purchase", prospect.probabilityOfPurchase(t), 1e-14);
        near(line, "expected", prospect.expectedPurchases(t), 1e-14);
        near(line, "discounted", prospect.discountedPurchases(t, d), 1e-14);
        assertThat(prospect.probabilityAlive(t)).isEqualTo(1);
        if (d > 0) {
            assertThat(prospect.discountedPurchases(d).orElseThrow())
                    .isCloseTo(prospect.discountedPurchases(1e6 / d, d), within(1e-12 * line.get("expected") / t / d));
        }
    }

    @Test
    void theModel() {
        Nbd model = new Nbd(0.385, 12, PeriodUnit.WEEK);
        RepeatHistory history = new RepeatHistory("a", 2, 7 * 30.43, 7 * 38.86, PeriodUnit.DAY);

        assertThat(model.expectedPurchases(history, Horizon.weeks(39))).isCloseTo(2.385 / 50.86 * 39, within(1e-14));
        assertThat(model.expectedPurchases(Horizon.days(7))).isCloseTo(0.385 / 12, within(1e-15));
        assertThat(model.discountedPurchases(history, DiscountRate.none())).isEmpty();
        assertThat(model.discountedPurchases(history, Horizon.weeks(39), DiscountRate.none()))
                .isEqualTo(model.expectedPurchases(history, Horizon.weeks(39)));
        assertThat(model.probabilityOfPurchases(0, Horizon.days(0))).isEqualTo(1);
        assertThat(model.probabilityOfPurchases(1, Horizon.days(0))).isZero();
        assertThat(Kernel.of(model).birth().purchaseRate(3)).isEqualTo(0.385 / 12);
        assertThat(Kernel.of(model).probabilityAliveAtBirth()).isEqualTo(1);
        assertThat(Kernel.of(model).probabilityAlive(3, 1, 5)).isEqualTo(1);
    }

    private static void near(Line line, String column, double actual, double relative) {
        double expected = line.get(column);
        assertThat(actual)
                .as("line %s, %s", line.number(), column)
                .isCloseTo(expected, within(relative * Math.abs(expected)));
    }
}
