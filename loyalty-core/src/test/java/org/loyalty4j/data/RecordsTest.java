package org.loyalty4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Customer, Transaction, SurveyResponse and PurchaseRules. */
class RecordsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

    @Test
    void aCustomerIsActiveFromJoiningToTheDayBeforeLeaving() {
        Customer left = new Customer("a", DAY, DAY.plusDays(2));
        assertThat(left.isActiveOn(DAY.minusDays(1))).isFalse();
        assertThat(left.isActiveOn(DAY)).isTrue();
        assertThat(left.isActiveOn(DAY.plusDays(1))).isTrue();
        assertThat(left.isActiveOn(DAY.plusDays(2))).isFalse();
        assertThat(Customer.since("a", DAY).isActiveOn(LocalDate.MAX)).isTrue();
        assertThat(new Customer("a", DAY, DAY).isActiveOn(DAY)).isFalse();
    }

    @Test
    void nobodyLeavesBeforeJoining() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Customer("a", DAY, DAY.minusDays(1)))
                .withMessage("leftOn must not be before joinedOn 2026-05-01, but was 2026-04-30");
    }

    @Test
    void idsAreNotBlank() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Customer.since(" ", DAY))
                .withMessage("id must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Transaction("", DAY, BigDecimal.ONE))
                .withMessage("customerId must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SurveyResponse("\t", DAY, 9))
                .withMessage("customerId must not be blank");
    }

    @Test
    void rulesChangeOneThingAtATime() {
        PurchaseRules defaults = PurchaseRules.withDefaults();
        assertThat(defaults)
                .isEqualTo(
                        new PurchaseRules(RefundPolicy.NET_PER_DAY, MergePolicy.PER_DAY, ZeroAmountPolicy.NO_OCCASION));
        assertThat(defaults.withRefunds(RefundPolicy.DROP)
                        .withMerge(MergePolicy.EACH_ROW)
                        .withZeroAmounts(ZeroAmountPolicy.OCCASION))
                .isEqualTo(new PurchaseRules(RefundPolicy.DROP, MergePolicy.EACH_ROW, ZeroAmountPolicy.OCCASION));
    }
}
