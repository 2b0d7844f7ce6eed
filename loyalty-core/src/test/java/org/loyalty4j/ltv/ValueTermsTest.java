package org.loyalty4j.ltv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Horizon;
import org.loyalty4j.Interval;

class ValueTermsTest {
    private static final DiscountRate TEN_PERCENT = DiscountRate.annual(0.1);

    @Test
    void areInSalesUnlessAMarginIsGiven() {
        ValueTerms year = ValueTerms.within(Horizon.years(1), TEN_PERCENT);

        assertThat(year).isEqualTo(new ValueTerms(1, Horizon.years(1), TEN_PERCENT));
        assertThat(year.withMargin(0.35)).isEqualTo(new ValueTerms(0.35, Horizon.years(1), TEN_PERCENT));
        assertThat(year.horizon()).isEqualTo(Horizon.years(1));
        assertThat(ValueTerms.forEver(TEN_PERCENT).horizon()).isNull();
        assertThat(ValueTerms.forEver(TEN_PERCENT).withMargin(0).margin()).isZero();
    }

    @Test
    void sayWhatTheyAre() {
        assertThat(ValueTerms.within(Horizon.years(1), TEN_PERCENT).withMargin(0.35))
                .hasToString("within 1 year, discounted by 10.00 % a year, margin 0.35");
        assertThat(ValueTerms.forEver(TEN_PERCENT)).hasToString("for ever, discounted by 10.00 % a year, margin 1.0");
    }

    @Test
    void refuseMarginsOutOfRange() {
        for (double margin : new double[] {-0.1, 1.01, 35, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ValueTerms.forEver(TEN_PERCENT).withMargin(margin))
                    .withMessage("margin must be in [0, 1], but was " + margin);
        }
    }

    @Test
    void aValueSaysWhatItIsMadeOf() {
        assertThat(new CustomerValue("a", 2, 30, 0.5, null))
                .hasToString("a: 30.00 (2.000 purchases of 30.00 at a margin of 0.5000)");
        assertThat(new CustomerValue("a", 2, 30, 0.5, new Interval(20, 40, 0.9)))
                .hasToString("a: 30.00 (2.000 purchases of 30.00 at a margin of 0.5000), [20.00, 40.00] at 90 %");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CustomerValue("a", -1, 30, 0.5, null))
                .withMessage("discountedPurchases must be in [0, inf), but was -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CustomerValue("a", 2, 0, 0.5, null))
                .withMessage("expectedSpend must be in (0, inf), but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CustomerValue("a", 2, 30, 1.5, null))
                .withMessage("margin must be in [0, 1], but was 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CustomerValue(" ", 2, 30, 0.5, null))
                .withMessage("customerId must not be blank");
    }
}
