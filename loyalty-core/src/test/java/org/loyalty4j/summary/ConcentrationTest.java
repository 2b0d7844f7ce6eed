package org.loyalty4j.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConcentrationTest {
    private static Concentration of(Long... spends) {
        return Concentration.of(ConcentrationPropertyTest.summaries(List.of(spends)));
    }

    @Test
    void oneOfFiveSpendsAlmostEverything() {
        Concentration concentration = of(100L, 8000L, 400L, 1000L, 500L);
        assertThat(concentration.customers()).isEqualTo(5);
        assertThat(concentration.sales()).isEqualTo(new BigDecimal("100.00"));
        assertThat(concentration.topShare(0.2)).hasValue(0.8);
        assertThat(concentration.topShare(0.3).orElseThrow()).isCloseTo(0.85, within(1e-15));
        assertThat(concentration.topShare(0)).hasValue(0);
        assertThat(concentration.topShare(1)).hasValue(1);
        assertThat(concentration.gini().orElseThrow()).isCloseTo(0.656, within(1e-15));
        assertThat(concentration.lorenz(5))
                .extracting(Concentration.LorenzPoint::salesShare)
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-15 ? 0 : Double.compare(a, b))
                .containsExactly(0.0, 0.01, 0.05, 0.1, 0.2, 1.0);
        assertThat(concentration)
                .hasToString("Concentration of 5 buyers: the top 20 % make 80.0 % of sales, Gini 0.656");
    }

    @Test
    void ofFewerThanTenBuyersSomeDecilesAreEmpty() {
        List<Concentration.Decile> deciles = of(10L, 20L).deciles();
        assertThat(deciles).hasSize(10);
        assertThat(deciles.subList(0, 2))
                .extracting(Concentration.Decile::sales)
                .containsExactly(new BigDecimal("0.20"), new BigDecimal("0.10"));
        assertThat(deciles.subList(2, 10))
                .allMatch(
                        decile -> decile.customers() == 0 && decile.salesShare().orElseThrow() == 0);
    }

    @Test
    void withoutSalesSharesAreUndefined() {
        for (Concentration none : List.of(of(), of(0L, 0L), of(-5L, 5L), of(-10L, 3L))) {
            assertThat(none.gini()).isEmpty();
            assertThat(none.topShare(0.2)).isEmpty();
            assertThat(none.lorenz(4)).isEmpty();
            assertThat(none.deciles())
                    .hasSize(10)
                    .allMatch(decile -> decile.salesShare().isEmpty());
        }
        assertThat(of(-10L, 3L)).hasToString("Concentration of 2 buyers: undefined, sales are -0.07");
    }

    @Test
    void aNegativeSpendDipsTheCurve() {
        Concentration concentration = of(-100L, 200L);
        assertThat(concentration.lorenz(2).get(1).salesShare()).isEqualTo(-1);
        assertThat(concentration.gini()).hasValue(1.5);
    }

    @Test
    void prospectsArePassedOver() {
        LocalDate day = LocalDate.of(2025, 1, 1);
        List<PurchaseSummary> summaries = new ArrayList<>(ConcentrationPropertyTest.summaries(List.of(100L, 100L)));
        summaries.add(new PurchaseSummary("p", day, 0, 0, null, null, -40, 0, 2));
        assertThat(Concentration.of(summaries).customers()).isEqualTo(2);
        assertThat(Concentration.of(summaries).sales()).isEqualTo(new BigDecimal("2.00"));
        summaries.add(new PurchaseSummary("yen", day, 0, 0, null, null, 0, 0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Concentration.of(summaries))
                .withMessage("scale must be 2 in all summaries, but was 0 (customer yen)");
    }

    @Test
    void refusesWhatIsOutOfRange() {
        for (double bad : new double[] {-0.01, 1.01, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> of(1L).topShare(bad))
                    .withMessage("fraction must be in [0, 1], but was " + bad);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(1L).lorenz(0))
                .withMessage("steps must be in [1, inf), but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(Long.MAX_VALUE, 1L))
                .withMessage("the sales must sum to less than 2^63 minor units");
    }
}
