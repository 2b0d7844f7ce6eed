package org.loyalty4j.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NumbersTest {

    private final Numbers euros = new Numbers(Locale.ENGLISH, "d MMMM uuuu", "EUR", 2);
    private final Numbers yen = new Numbers(Locale.JAPAN, "uuuu年M月d日", "円", 0);

    @Test
    void moneyIsExactAndNamesItsCurrency() {
        assertThat(euros.money(new BigDecimal("90071992547409931.07"))).isEqualTo("90,071,992,547,409,931.07 EUR");
        assertThat(yen.money(new BigDecimal("1234567"))).isEqualTo("1,234,567 円");
        assertThat(new Numbers(Locale.ENGLISH, "d", "", 2).money(new BigDecimal("-3.5")))
                .isEqualTo("−3.50");
    }

    @Test
    void headlinesAreWholeOnceTheyAreLong() {
        assertThat(euros.headline(new BigDecimal("9999.99"))).isEqualTo("9,999.99 EUR");
        assertThat(euros.headline(new BigDecimal("10000.50"))).isEqualTo("10,001 EUR");
    }

    @Test
    void scoresHaveASignUnlessTheyRoundToZero() {
        assertThat(euros.signed(12.6)).isEqualTo("+13");
        assertThat(euros.signed(-12.6)).isEqualTo("−13");
        assertThat(euros.signed(-0.4)).isEqualTo("0");
    }

    @Test
    void sharesAndLevels() {
        assertThat(euros.percent(0.1234)).isEqualTo("12.3%");
        assertThat(euros.level(0.95)).isEqualTo("95%");
        assertThat(euros.level(0.999)).isEqualTo("99.9%");
    }

    @Test
    void datesAreInTheirLanguage() {
        LocalDate day = LocalDate.of(1998, 6, 30);
        assertThat(euros.date(day)).isEqualTo("30 June 1998");
        assertThat(yen.date(day)).isEqualTo("1998年6月30日");
    }
}
