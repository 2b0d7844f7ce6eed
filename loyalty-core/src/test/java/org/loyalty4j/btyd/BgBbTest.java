package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.summary.OpportunityHistory;

class BgBbTest {
    private static final BgBb DONORS = new BgBb(1.204, .750, .657, 2.783, PeriodUnit.YEAR);
    private static final OpportunityHistory SILENT = new OpportunityHistory("silent", 3, 4, 6);

    @Test
    void isItsParameters() {
        assertThat(DONORS.name()).isEqualTo("BG/BB");
        assertThat(DONORS.parameters())
                .containsExactly(
                        Map.entry("alpha", 1.204),
                        Map.entry("beta", .750),
                        Map.entry("gamma", .657),
                        Map.entry("delta", 2.783));
        assertThat(DONORS.withValues(DONORS.values())).isEqualTo(DONORS);
        assertThatThrownBy(() -> DONORS.withValues(1, 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("values.length must be in [4, 4], but was 3");
    }

    @Test
    void refusesWhatIsNoParameter() {
        assertThatThrownBy(() -> new BgBb(0, 1, 1, 1, PeriodUnit.YEAR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("alpha must be in (0, inf), but was 0.0");
        assertThatThrownBy(() -> DONORS.withValues(1, Double.NaN, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("beta must be in (0, inf), but was NaN");
        assertThatThrownBy(() -> DONORS.withValues(1, 1, -1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DONORS.withValues(1, 1, 1, Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesToLookBack() {
        assertThatThrownBy(() -> DONORS.expectedTransactions(SILENT, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("next must be in [0, inf), but was -1");
        assertThatThrownBy(() -> DONORS.expectedTransactions(SILENT, 3, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("until must be in [3, 2147483647], but was 2");
        assertThatThrownBy(() -> DONORS.probabilityOfTransactions(SILENT, -1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("transactions must be in [0, inf), but was -1");
        assertThatThrownBy(() -> DONORS.discountedTransactions(SILENT, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ratePerOpportunity must be in [0, inf), but was NaN");
    }

    @Test
    void nothingHappensAtNoOpportunity() {
        assertThat(DONORS.logLikelihood(BgBb.newCustomer())).isZero();
        assertThat(DONORS.probabilityAlive(BgBb.newCustomer())).isOne();
        assertThat(DONORS.expectedTransactions(SILENT, 0)).isZero();
        assertThat(DONORS.probabilityOfTransaction(SILENT, 0)).isZero();
        assertThat(DONORS.probabilityOfTransactions(SILENT, 0, 0)).isOne();
        assertThat(DONORS.probabilityOfTransactions(SILENT, 3, 2)).isZero();
        assertThat(DONORS.discountedTransactions(SILENT, 0, DiscountRate.annual(0.1)))
                .isZero();
    }

    /** A thousand million opportunities, once added up one by one: mpmath 1.3, 40 digits, by gamma functions. */
    @Test
    void longHorizons() {
        int next = 1_000_000_000;
        OpportunityHistory none = BgBb.newCustomer();
        assertThat(DONORS.expectedTransactions(none, next)).isCloseTo(4128.100746990941, within(1e-11 * 4128));
        assertThat(DONORS.withValues(1.204, .75, 1, 2.783).expectedTransactions(none, next))
                .isCloseTo(33.49137623758285, within(1e-12 * 33));
        assertThat(DONORS.probabilityOfTransactions(none, 5, next)).isCloseTo(0.03401928828129968, within(1e-13));
        assertThat(DONORS.probabilityOfTransactions(none, 0, next)).isCloseTo(0.2872759434941904, within(1e-12));
        assertThat(DONORS.probabilityOfTransaction(none, next)).isCloseTo(1 - 0.2872759434941904, within(1e-12));
        assertThat(DONORS.discountedTransactions(none, next, 1e-9)).isBetween(0.3 * 4128.1, 4128.1);
    }

    @Test
    void aRateIsConvertedToTheTimeBetweenOpportunities() {
        DiscountRate rate = DiscountRate.annual(0.1);
        BgBb monthly = new BgBb(1.204, .750, .657, 2.783, PeriodUnit.MONTH);
        double perMonth = Math.pow(1.1, 1.0 / 12) - 1;
        assertThat(DONORS.discountedTransactions(SILENT, rate)).isEqualTo(DONORS.discountedTransactions(SILENT, 0.1));
        assertThat(monthly.discountedTransactions(SILENT, rate).orElseThrow())
                .isCloseTo(monthly.discountedTransactions(SILENT, perMonth).orElseThrow(), within(1e-10));
    }

    @Test
    void withoutDiscountForEverIsFiniteOnlyIfLivesAre() {
        assertThat(DONORS.discountedTransactions(SILENT, DiscountRate.none())).isEmpty();
        BgBb shortLived = DONORS.withValues(1.204, .750, 3, 2.783);
        assertThat(shortLived
                        .discountedTransactions(SILENT, DiscountRate.none())
                        .orElseThrow())
                .isCloseTo(shortLived.expectedTransactions(SILENT, 1_000_000), within(1e-9));
    }

    @Test
    void stopsAddingWhatIsWorthNothing() {
        assertThat(DONORS.discountedTransactions(SILENT, Integer.MAX_VALUE, 0.1))
                .isCloseTo(DONORS.discountedTransactions(SILENT, 0.1).orElseThrow(), within(1e-12));
    }

    @Test
    void forecastsInTheOrderGiven() {
        OpportunityHistory active = new OpportunityHistory("active", 6, 6, 6);
        OpportunityHistory twin = new OpportunityHistory("twin", 3, 4, 6);
        List<PurchaseForecast> forecasts = DONORS.forecast(List.of(SILENT, active, twin), 5);
        assertThat(forecasts).extracting(PurchaseForecast::customerId).containsExactly("silent", "active", "twin");
        assertThat(forecasts.get(2))
                .isEqualTo(new PurchaseForecast(
                        "twin",
                        DONORS.probabilityAlive(SILENT),
                        DONORS.probabilityOfTransaction(SILENT, 5),
                        DONORS.expectedTransactions(SILENT, 5)));
        assertThat(forecasts.get(1).probabilityAlive()).isOne();
    }
}
