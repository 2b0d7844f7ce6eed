package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.summary.RepeatHistory;

/** A week a thousand years ahead: two totals that hardly differ. */
class IntervalReferenceTest {
    private static final Horizon FROM = Horizon.weeks(52_000);
    private static final Horizon TO = Horizon.weeks(52_001);
    private static final RepeatHistory NEW = new RepeatHistory("new", 0, 0, 0, PeriodUnit.WEEK);

    /** mpmath 1.3, 40 digits, {@code r/alpha*beta/(s-1)*((beta/(beta+f))**(s-1) - (beta/(beta+t))**(s-1))}. */
    @Test
    void pareto() {
        ParetoNbd model = new ParetoNbd(0.553, 10.578, 4, 11.669, PeriodUnit.WEEK);
        assertThat(model.expectedPurchases(NEW, FROM, TO))
                .isCloseTo(1.324452136097972e-16, within(1e-12 * 1.324452136097972e-16));
    }

    /** mpmath 1.3, 40 digits, quad of {@code ((1+p*f/alpha)**-r - (1+p*t/alpha)**-r) / p} over the logit of p. */
    @Test
    void betaGeometric() {
        BgNbd model = new BgNbd(2.243, 4.414, 2.793, 2.426, PeriodUnit.WEEK);
        assertThat(model.expectedPurchases(NEW, FROM, TO))
                .isCloseTo(4.237264296074705e-11, within(1e-11 * 4.237264296074705e-11));
    }

    @Test
    void nbd() {
        assertThat(new Nbd(2, 5, PeriodUnit.WEEK).expectedPurchases(NEW, FROM, TO))
                .isCloseTo(0.4, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "5"})
    void slicesAddUp(int k) {
        MbgCnbd model = new MbgCnbd(k, 0.9, 4, 0.8, 2.4, PeriodUnit.WEEK);
        RepeatHistory history = new RepeatHistory("a", 3, 20, 24, PeriodUnit.WEEK);
        double sum = 0;
        for (int week = 0; week < 60; week++) {
            sum += model.expectedPurchases(history, Horizon.weeks(week), Horizon.weeks(week + 1));
        }
        double whole = model.expectedPurchases(history, Horizon.weeks(60));
        assertThat(sum).isCloseTo(whole, within(1e-12 * whole));
        assertThat(model.expectedPurchases(history, FROM, FROM)).isZero();
    }
}
