package org.loyalty4j.ltv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.btyd.GammaGamma;
import org.loyalty4j.btyd.Nbd;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.data.ZeroAmountPolicy;
import org.loyalty4j.summary.PurchaseSummaries;

class CustomerValuesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final ValueTerms YEAR = ValueTerms.within(Horizon.years(1), DiscountRate.annual(0.1));
    private static final ResidualValue PROCEDURE = ResidualValue.of(ValueSamples.PURCHASES, ValueSamples.SPEND);

    /** A prospect, a one-time buyer, two alike who spend differently, and one whose repeat purchase was free. */
    private static PurchaseSummaries base() {
        TransactionLog.Builder log = TransactionLog.builder(2).addCustomer("a prospect");
        buy(log, "b once", 30, "5");
        buy(log, "c cheap", 30, "5");
        buy(log, "c cheap", 10, "2");
        buy(log, "d dear", 30, "5");
        buy(log, "d dear", 10, "200");
        buy(log, "e free", 20, "5");
        buy(log, "e free", 10, "0");
        return PurchaseSummaries.of(
                log.build(), PurchaseRules.withDefaults().withZeroAmounts(ZeroAmountPolicy.OCCASION), DAY);
    }

    private static void buy(TransactionLog.Builder log, String id, int daysAgo, String amount) {
        log.add(id, DAY.minusDays(daysAgo), new BigDecimal(amount));
    }

    @Test
    void everyBuyerHasTheValueOfTheCustomerAlone() {
        PurchaseSummaries base = base();
        CustomerValues values = PROCEDURE.values(base, YEAR.withMargin(0.5));

        assertThat(values.terms()).isEqualTo(YEAR.withMargin(0.5));
        assertThat(values)
                .extracting(CustomerValue::customerId)
                .containsExactly("b once", "c cheap", "d dear", "e free");
        double total = 0;
        for (int i = 0; i < values.size(); i++) {
            ValueCase alone =
                    ValueCase.of(base.get(i + 1), YEAR.withMargin(0.5)).orElseThrow();
            assertThat(values.get(i)).isEqualTo(PROCEDURE.value(alone));
            total += values.get(i).value();
        }
        assertThat(values.total()).isCloseTo(total, within(1e-12 * total));
        assertThat(values.get(0).expectedSpend()).isEqualTo(values.get(3).expectedSpend());
        assertThat(values.get(1).discountedPurchases()).isEqualTo(values.get(2).discountedPurchases());
        assertThat(values.get(1).expectedSpend()).isLessThan(values.get(2).expectedSpend());
        assertThat(values).hasToString(values.stream().toList().toString());
    }

    @Test
    void aSpendWithoutMeanIsRefusedAtOnce() {
        ResidualValue heavyTail = ResidualValue.of(ValueSamples.PURCHASES, new GammaGamma(2, 0.9, 10));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> heavyTail.values(base(), YEAR))
                .withMessageStartingWith("the expected spend of a customer with 0 repeat purchases is undefined")
                .withMessageEndingWith("use withMedianSpend()");
        assertThat(heavyTail.withMedianSpend().values(base(), YEAR).total()).isPositive();
    }

    /** With p x + q above 1 for everybody, nobody needs the mean of the base. */
    @Test
    void theMeanOfTheBaseIsNotNeededWhereEverySpendIsKnown() {
        TransactionLog.Builder log = TransactionLog.builder(2);
        buy(log, "c", 30, "5");
        buy(log, "c", 10, "2");

        assertThat(ResidualValue.of(ValueSamples.PURCHASES, new GammaGamma(2, 0.9, 10))
                        .values(PurchaseSummaries.of(log.build(), DAY), YEAR)
                        .total())
                .isPositive();
    }

    @Test
    void aValueWithoutBoundIsRefusedAtOnce() {
        ResidualValue neverLeaving = ResidualValue.of(new Nbd(0.4, 12, PeriodUnit.WEEK), ValueSamples.SPEND);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> neverLeaving.values(base(), ValueTerms.forEver(DiscountRate.none())))
                .withMessage(
                        "the value for ever has no bound under Nbd[r=0.4, alpha=12.0, unit=WEEK] at 0.000 % a year:"
                                + " give a horizon or a rate above 0");
    }

    @Test
    void aBaseWithoutBuyersIsWorthNothing() {
        CustomerValues values = PROCEDURE.values(
                PurchaseSummaries.of(TransactionLog.builder(2).addCustomer("a").build(), DAY), YEAR);

        assertThat(values).isEmpty();
        assertThat(values.total()).isZero();
    }
}
