package org.loyalty4j.ltv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;

class UnitEconomicsTest {
    private static final DiscountRate TEN = DiscountRate.annual(0.1);

    private static UnitEconomics economics(double cac, double margin, double retention, FirstPayment firstPayment) {
        return new UnitEconomics(
                new AcquisitionCost(cac, 1), new RetentionFormula(margin, retention, PeriodUnit.MONTH, firstPayment));
    }

    @Test
    void theExampleOfThePackage() {
        RetentionFormula customer = new RetentionFormula(25, 0.9, PeriodUnit.MONTH, FirstPayment.NOW);
        assertThat(customer.value(TEN)).isCloseTo(233.4, within(0.05));
        UnitEconomics economics = new UnitEconomics(new AcquisitionCost(50_000, 400), customer);
        // 25 (1 - 0.9^7) / 0.1 = 130.4 covers 125, six payments bring 117.1; the seventh falls after six months.
        assertThat(economics.paybackWithChurn()).contains(Horizon.months(6));
        assertThat(economics.paybackWithChurn()).hasToString("Optional[6 months]");
        assertThat(economics.payback()).contains(Horizon.months(4));
        assertThat(economics.paybackDiscounted(TEN)).contains(Horizon.months(6));
        assertThat(economics.ltvToCac(DiscountRate.none()).orElseThrow()).isCloseTo(2, within(1e-12));
        assertThat(economics.ltvToCac(DiscountRate.none(), Horizon.months(1)).orElseThrow())
                .isCloseTo(0.2, within(1e-15));
    }

    @Test
    void aCostIsSharedByThoseWhoWereWon() {
        assertThat(new AcquisitionCost(50_000, 400).perCustomer()).hasValue(125);
        assertThat(new AcquisitionCost(0, 400).perCustomer()).hasValue(0);
        assertThat(new AcquisitionCost(50_000, 0).perCustomer()).isEmpty();
        assertThat(new AcquisitionCost(50_000, 400).ltvToCac(375)).hasValue(3);
        assertThat(new AcquisitionCost(50_000, 400).ltvToCac(-125)).hasValue(-1);
        assertThat(new AcquisitionCost(50_000, 0).ltvToCac(375)).isEmpty();
        assertThat(new AcquisitionCost(0, 400).ltvToCac(375)).isEmpty();
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new AcquisitionCost(1e-300, 1).ltvToCac(1e300));
    }

    @Test
    void thePaymentThatCoversTheCostCounts() {
        for (int payments = 1; payments <= 200; payments++) {
            // 0.1 is no binary fraction: sums and products of it differ in the last digits.
            double cost = 0.1 * payments;
            assertThat(economics(cost, 0.1, 1, FirstPayment.END_OF_FIRST_PERIOD_CERTAIN)
                            .payback())
                    .contains(Horizon.months(payments));
            assertThat(economics(cost, 0.1, 1, FirstPayment.NOW).payback()).contains(Horizon.months(payments - 1));
        }
        assertThat(economics(1.01, 1, 1, FirstPayment.NOW).payback()).contains(Horizon.months(1));
    }

    @Test
    void aCostOfExactlySoManyShrinkingPaymentsTakesNoMore() {
        double sum = 0;
        for (int payments = 1; payments <= 40; payments++) {
            sum += 10 * Math.pow(0.9, payments - 1);
            assertThat(economics(sum, 10, 0.9, FirstPayment.NOW).paybackWithChurn())
                    .contains(Horizon.months(payments - 1));
        }
    }

    @Test
    void simplePaybackForgetsThatCustomersLeave() {
        UnitEconomics economics = economics(100, 30, 0.5, FirstPayment.END_OF_FIRST_PERIOD_IF_RETAINED);
        assertThat(economics.payback()).contains(Horizon.months(4));
        assertThat(economics.paybackWithChurn()).isEmpty();
        assertThat(economics.paybackDiscounted(TEN)).isEmpty();
    }

    @Test
    void neverPaidBack() {
        // The endless sum is 100: it comes near 100 and never gets there.
        assertThat(economics(100, 10, 0.9, FirstPayment.NOW).paybackWithChurn()).isEmpty();
        assertThat(economics(99.9, 10, 0.9, FirstPayment.NOW).paybackWithChurn())
                .isPresent();
        assertThat(economics(100, 0, 1, FirstPayment.NOW).payback()).isEmpty();
        assertThat(economics(100, -5, 1, FirstPayment.NOW).payback()).isEmpty();
        assertThat(economics(100, 200, 0, FirstPayment.END_OF_FIRST_PERIOD_IF_RETAINED)
                        .paybackWithChurn())
                .isEmpty();
        assertThat(economics(100, 99, 0, FirstPayment.NOW).paybackWithChurn()).isEmpty();
        assertThat(economics(1e300, 1e-300, 1, FirstPayment.NOW).payback()).isEmpty();
    }

    @Test
    void discountingDelaysThePayback() {
        UnitEconomics economics = economics(100, 10, 1, FirstPayment.END_OF_FIRST_PERIOD_CERTAIN);
        assertThat(economics.payback()).contains(Horizon.months(10));
        assertThat(economics.paybackDiscounted(DiscountRate.none())).contains(Horizon.months(10));
        // Python: next(n for n in range(1, 99) if sum(10 / 1.1 ** (k / 12) for k in range(1, n + 1)) >= 100) = 11
        assertThat(economics.paybackDiscounted(TEN)).contains(Horizon.months(11));
    }

    @Test
    void aCustomerWhoCostNothingIsPaidBackAtOnce() {
        assertThat(economics(0, 10, 0.9, FirstPayment.NOW).payback()).contains(Horizon.months(0));
        assertThat(economics(0, 0, 0.9, FirstPayment.END_OF_FIRST_PERIOD_CERTAIN)
                        .payback())
                .contains(Horizon.months(0));
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesTheImpossible() {
        RetentionFormula customer = new RetentionFormula(25, 0.9, PeriodUnit.MONTH, FirstPayment.NOW);
        UnitEconomics nobodyWon = new UnitEconomics(new AcquisitionCost(100, 0), customer);
        assertThat(nobodyWon.payback()).isEmpty();
        assertThat(nobodyWon.ltvToCac(TEN)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AcquisitionCost(-1, 1))
                .withMessage("spend must be in [0, inf), but was -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AcquisitionCost(1, -1))
                .withMessage("customersAcquired must be in [0, inf), but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AcquisitionCost(1, 1).ltvToCac(Double.NaN))
                .withMessage("lifetimeValue must be finite, but was NaN");
        assertThatNullPointerException()
                .isThrownBy(() -> new UnitEconomics(null, customer))
                .withMessage("cost");
        assertThatNullPointerException()
                .isThrownBy(() -> new UnitEconomics(new AcquisitionCost(1, 1), null))
                .withMessage("customer");
    }
}
