package org.loyalty4j.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Horizon;
import org.loyalty4j.Proportion;
import org.loyalty4j.data.Customer;

class CustomerFlowTest {
    private static final LocalDate START = LocalDate.of(2026, 6, 1);
    private static final LocalDate END = LocalDate.of(2026, 7, 1);
    private static final LocalDate BEFORE = LocalDate.of(2020, 1, 1);

    private static CustomerFlow flow(Customer... customers) {
        return CustomerFlow.between(List.of(customers), START, END);
    }

    private static CustomerFlow expected(
            long atStart, long joined, long leftOfAtStart, long leftOfJoined, long exposureDays) {
        return new CustomerFlow(START, END, atStart, joined, leftOfAtStart, leftOfJoined, exposureDays);
    }

    @Test
    void onesWhoStay() {
        assertThat(flow(Customer.since("A", BEFORE))).isEqualTo(expected(1, 0, 0, 0, 30));
        assertThat(flow(new Customer("A", BEFORE, END))).isEqualTo(expected(1, 0, 0, 0, 30));
        assertThat(flow(Customer.since("A", START.plusDays(10)))).isEqualTo(expected(0, 1, 0, 0, 20));
    }

    @Test
    void theWindowHoldsItsFirstDayAndNotItsEnd() {
        assertThat(flow(Customer.since("A", START))).isEqualTo(expected(0, 1, 0, 0, 30));
        assertThat(flow(Customer.since("A", START.minusDays(1)))).isEqualTo(expected(1, 0, 0, 0, 30));
        assertThat(flow(Customer.since("A", END.minusDays(1)))).isEqualTo(expected(0, 1, 0, 0, 1));
        assertThat(flow(Customer.since("A", END))).isEqualTo(expected(0, 0, 0, 0, 0));
        assertThat(flow(new Customer("A", BEFORE, START))).isEqualTo(expected(1, 0, 1, 0, 0));
        assertThat(flow(new Customer("A", BEFORE, START.minusDays(1)))).isEqualTo(expected(0, 0, 0, 0, 0));
        assertThat(flow(new Customer("A", BEFORE, END.minusDays(1)))).isEqualTo(expected(1, 0, 1, 0, 29));
    }

    @Test
    void onesWhoJoinAndLeaveWithin() {
        assertThat(flow(new Customer("A", START, END.minusDays(1)))).isEqualTo(expected(0, 1, 0, 1, 29));
        assertThat(flow(new Customer("A", START, START))).isEqualTo(expected(0, 1, 0, 1, 0));
    }

    @Test
    void oneWhoCameBackIsTwoSpells() {
        CustomerFlow flow =
                flow(Customer.since("A", START.plusDays(20)), new Customer("A", BEFORE, START.plusDays(10)));
        assertThat(flow).isEqualTo(expected(1, 1, 1, 0, 20));
        assertThat(flow.atEnd()).isEqualTo(1);
        assertThat(flow(new Customer("A", BEFORE, START.plusDays(10)), Customer.since("A", START.plusDays(10))))
                .isEqualTo(expected(1, 1, 1, 0, 30));
    }

    @Test
    void refusesOverlappingSpells() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> flow(Customer.since("A", START), new Customer("A", BEFORE, START.plusDays(1))))
                .withMessage("customers must not have overlapping spells, but customer A was there from 2020-01-01"
                        + " until 2026-06-02 and from 2026-06-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> flow(Customer.since("A", START), Customer.since("A", START)))
                .withMessage("customers must not have overlapping spells, but customer A was there from 2026-06-01 and"
                        + " from 2026-06-01");
    }

    /** The worked example of Denominator. */
    private static CustomerFlow example() {
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            customers.add(new Customer("old" + i, BEFORE, i < 6 ? START.plusDays(15) : null));
        }
        for (int i = 0; i < 50; i++) {
            customers.add(new Customer("new" + i, START.plusDays(15), i < 1 ? START.plusDays(20) : null));
        }
        return CustomerFlow.between(customers, START, END);
    }

    @Test
    void theWorkedExample() {
        CustomerFlow flow = example();
        assertThat(flow).isEqualTo(expected(100, 50, 6, 1, 3650));
        assertThat(flow.left()).isEqualTo(7);
        assertThat(flow.atEnd()).isEqualTo(143);
        assertThat(flow.days()).isEqualTo(30);
        assertThat(flow.retentionRate()).isEqualTo(new Proportion(94, 100));
        assertThat(flow.churnRate(Denominator.AT_START, 0.95).orElseThrow().value())
                .isEqualTo(0.06);
        assertThat(flow.churnRate(Denominator.AVERAGE, 0.95).orElseThrow().value())
                .isCloseTo(7 / 121.5, within(1e-15));
        assertThat(flow.churnRate(Denominator.EXPOSURE, 0.95).orElseThrow().value())
                .isCloseTo(7 * 30 / 3650.0, within(1e-15));
        assertThat(flow)
                .hasToString("2026-06-01 to 2026-07-01 (exclusive): 100 at start + 50 joined - 7 left = 143 at end,"
                        + " 3650 customer-days");
    }

    @Test
    void aRateSaysWhatItIs() {
        ChurnRate rate = example().churnRate(Denominator.AT_START, 0.95).orElseThrow();
        assertThat(rate.denominator()).isEqualTo(Denominator.AT_START);
        assertThat(rate.period()).isEqualTo(Horizon.days(30));
        assertThat(rate.estimate())
                .isEqualTo(new Proportion(6, 100).wilson(0.95).orElseThrow());
        assertThat(rate).hasToString("Churn 0.06000 [0.02779, 0.1248] at 95 % in 30 days (AT_START)");
    }

    @Test
    void nothingIsKnownWithoutADenominator() {
        CustomerFlow nobody = flow();
        assertThat(nobody).isEqualTo(expected(0, 0, 0, 0, 0));
        for (Denominator denominator : Denominator.values()) {
            assertThat(nobody.churnRate(denominator, 0.95)).isEmpty();
        }
        assertThat(nobody.retentionRate().value()).isEmpty();
        CustomerFlow onlyNew = flow(Customer.since("A", START));
        assertThat(onlyNew.churnRate(Denominator.AT_START, 0.95)).isEmpty();
        assertThat(onlyNew.churnRate(Denominator.AVERAGE, 0.95)).isPresent();
        assertThat(onlyNew.churnRate(Denominator.EXPOSURE, 0.95)).isPresent();
        // One day too short to be seen: it left, and was never there.
        CustomerFlow glimpse = flow(new Customer("A", START, START));
        assertThat(glimpse.churnRate(Denominator.AVERAGE, 0.95)).isEmpty();
        assertThat(glimpse.churnRate(Denominator.EXPOSURE, 0.95)).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesTheImpossible() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomerFlow.between(List.of(), START, START))
                .withMessage("endExclusive must be after startInclusive 2026-06-01, but was 2026-06-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> expected(-1, 0, 0, 0, 0))
                .withMessage("atStart must be in [0, inf), but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> expected(0, -1, 0, 0, 0))
                .withMessage("joined must be in [0, inf), but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> expected(1, 2, 2, 0, 0))
                .withMessage("leftOfAtStart must be in [0, 1], but was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> expected(1, 2, 0, -1, 0))
                .withMessage("leftOfJoined must be in [0, 2], but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> expected(1, 2, 0, 0, 91))
                .withMessage("exposureDays must be in [0, 90], but was 91");
        for (double confidence : new double[] {0, 1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> flow().churnRate(Denominator.EXPOSURE, confidence))
                    .withMessage("confidence must be in (0, 1), but was " + confidence);
        }
        assertThatNullPointerException().isThrownBy(() -> flow().churnRate(null, 0.95));
    }
}
