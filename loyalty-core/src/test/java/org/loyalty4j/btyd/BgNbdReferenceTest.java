package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.summary.RepeatHistory;
import org.loyalty4j.support.ReferenceTable;

class BgNbdReferenceTest {
    private static final BgNbd KIND = new BgNbd(1, 1, 1, 1, PeriodUnit.YEAR);

    /**
     * In lines 33 and 76 the closed form has lost all its 60 digits: their dert is negative. Right is, by python 3 with mpmath
     * 1.3, {@code mp.dps = 40}, the mean of r/p e^X E_(r+1)(X), X = alpha d / p, with the posterior r, alpha, a, b, by the
     * trapezoidal rule in logit p.
     */
    @Test
    void everySharedValue() {
        BetaGeometricReference.assertAll(
                KIND,
                ReferenceTable.shared("bgnbd.csv"),
                Map.of(33, 1.6069319198949781276e-100, 76, 180.16307041312746773));
    }

    @Test
    void aShareOfThem() {
        BetaGeometricReference.assertAll(
                KIND, ReferenceTable.resource(BgNbdReferenceTest.class, "bgnbd.csv"), Map.of());
    }

    /** Python 3 with mpmath 1.3, 60 digits, from the closed form; other software answers NaN for some of these. */
    @ParameterizedTest
    @CsvSource({
        "10, 3.96811452792",
        "100, 40.2257482505",
        "300, 117.651122526",
        "500, 175.645308057",
        "1000, 43.4596344119",
        "3000, 3.90519560110e-6"
    })
    void frequentBuyers(int x, double expected) {
        BgNbd model = new BgNbd(0.2426, 4.4135, 0.7929, 2.4258, PeriodUnit.YEAR);
        RepeatHistory history = BetaGeometricReference.history(x, 103, 104);
        assertThat(model.expectedPurchases(history, Horizon.years(52))).isCloseTo(expected, within(2e-12 * expected));
    }

    /** At a = 1, and near it, the closed form is 0 / 0. */
    @Test
    void aIsOne() {
        RepeatHistory history = BetaGeometricReference.history(2, 30, 38);
        for (double a : new double[] {1, 1 + 1e-15, 1 - 1e-15}) {
            BgNbd model = new BgNbd(0.24, 4.4, a, 2.4, PeriodUnit.YEAR);
            assertThat(model.probabilityAlive(history)).isCloseTo(.68035632410606, within(1e-14));
            assertThat(model.expectedPurchases(history, Horizon.years(10))).isCloseTo(.33635965699367, within(1e-14));
        }
    }
}
