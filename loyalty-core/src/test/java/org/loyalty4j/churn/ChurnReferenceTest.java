package org.loyalty4j.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Garwood's interval from scipy 1.17, {@code t = days / 30}: {@code scipy.stats.gamma.ppf((1 - c) / 2, left) / t} and {@code
 * scipy.stats.gamma.ppf((1 + c) / 2, left + 1) / t}. At t = 1 these are the published Poisson limits: 1 event, 0.025 to
 * 5.572; 10 events, 4.795 to 18.390.
 */
class ChurnReferenceTest {

    @ParameterizedTest
    @CsvSource({
        "7, 3650, 0.95, 0.02313175110838247, 0.11854253721947158",
        "0, 3000, 0.95, 0, 0.03688879454113935",
        "1, 375, 0.99, 0.0004010033458835429, 0.5944103600224097",
        "100, 30000, 0.9, 0.08413927721831418, 0.11807927278209707",
        "1, 30, 0.95, 0.025317807984289876, 5.571643390938898",
        "10, 30, 0.95, 4.7953886961324335, 18.39035604201778"
    })
    void garwood(long left, long exposureDays, double confidence, double lower, double upper) {
        LocalDate start = LocalDate.of(2026, 6, 1);
        CustomerFlow flow = new CustomerFlow(start, start.plusDays(30), 1000, 0, left, 0, exposureDays);
        ChurnRate rate = flow.churnRate(Denominator.EXPOSURE, confidence).orElseThrow();
        assertThat(rate.value()).isCloseTo(left * 30.0 / exposureDays, within(1e-14));
        assertThat(rate.interval().lower()).isCloseTo(lower, within(1e-12));
        assertThat(rate.interval().upper()).isCloseTo(upper, within(1e-12));
    }
}
