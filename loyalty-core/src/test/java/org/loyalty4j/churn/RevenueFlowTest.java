package org.loyalty4j.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Estimate;
import org.loyalty4j.Horizon;
import org.loyalty4j.Interval;
import org.loyalty4j.Proportion;

class RevenueFlowTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final LocalDate END = LocalDate.of(2026, 4, 1);
    private static final LocalDate LONG_AGO = LocalDate.of(2025, 1, 1);

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount);
    }

    private static List<Subscription> example() {
        LocalDate change = LocalDate.of(2026, 2, 10);
        return List.of(
                Subscription.since("stays", LONG_AGO, money("100")),
                new Subscription("grows", LONG_AGO, change, money("100")),
                Subscription.since("grows", change, money("150")),
                new Subscription("shrinks", LONG_AGO, change, money("80")),
                Subscription.since("shrinks", change, money("60.50")),
                new Subscription("leaves", LONG_AGO, START, money("40")),
                new Subscription("leaves later", LONG_AGO, END, money("30")),
                new Subscription("adds a product", LONG_AGO, null, money("50")),
                Subscription.since("adds a product", change, money("5")),
                Subscription.since("new", START, money("20")),
                new Subscription("back", LONG_AGO, LONG_AGO.plusDays(9), money("70")),
                Subscription.since("back", change, money("10")),
                new Subscription("came and went", change, change.plusDays(9), money("99")),
                new Subscription("free trial", LONG_AGO, START, money("0")),
                Subscription.since("free trial", START, money("7")),
                Subscription.since("later", END, money("1000")));
    }

    @Test
    void whereTheRevenueWent() {
        RevenueFlow flow = RevenueFlow.between(example(), START, END);
        assertThat(flow)
                .hasToString(
                        "2026-01-01 to 2026-04-01 (exclusive), a month: 400 (6) at start - 40 (1) churned - 19.50 (1)"
                                + " contraction + 55 (2) expansion + 27 (2) new + 10 (1) reactivated = 432.50 (8) at end");
        assertThat(flow.days()).isEqualTo(90);
        assertThat(flow.grossRetention(0.95).orElseThrow().value()).isCloseTo(340.5 / 400, within(1e-15));
        assertThat(flow.netRetention(0.95).orElseThrow().value()).isCloseTo(395.5 / 400, within(1e-15));
        assertThat(flow.netRetention(0.95).orElseThrow().churn().value()).isCloseTo(4.5 / 400, within(1e-15));
        assertThat(flow.quickRatio().orElseThrow()).isCloseTo(92 / 59.5, within(1e-12));
        assertThat(flow.startInclusive()).isEqualTo(START);
        assertThat(flow.endExclusive()).isEqualTo(END);
        List<Subscription> reversed = new ArrayList<>(example());
        Collections.reverse(reversed);
        assertThat(RevenueFlow.between(reversed, START, END))
                .usingRecursiveComparison()
                .isEqualTo(flow);
    }

    @Test
    void windowsChain() {
        RevenueFlow first = RevenueFlow.between(example(), START, LocalDate.of(2026, 2, 10));
        RevenueFlow second = RevenueFlow.between(example(), LocalDate.of(2026, 2, 10), END);
        assertThat(first.atEnd()).isEqualTo(second.atStart());
        assertThat(second.atEnd())
                .isEqualTo(RevenueFlow.between(example(), START, END).atEnd());
    }

    @Test
    void changesMayBeGiven() {
        List<RevenueChange> changes = RevenueChange.between(example(), START, END);
        assertThat(changes)
                .contains(new RevenueChange("back", money("0"), money("10"), true))
                .contains(new RevenueChange("free trial", money("0"), money("7"), false))
                .contains(new RevenueChange("grows", money("100"), money("150"), true))
                .extracting(RevenueChange::customerId)
                .doesNotContain("came and went", "later")
                .isSorted();
        assertThat(RevenueFlow.of(changes, START, END))
                .usingRecursiveComparison()
                .isEqualTo(RevenueFlow.between(example(), START, END));
    }

    @Test
    void ofEqualCustomersTheGrossRateIsTheCustomerRate() {
        List<RevenueChange> changes = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            changes.add(new RevenueChange("c" + i, money("9.99"), i < 4 ? money("0") : money("9.99"), true));
        }
        RevenueFlow flow = RevenueFlow.of(changes, START, END);
        assertThat(flow.effectiveCustomers()).isCloseTo(50, within(1e-12));
        Estimate wilson = new Proportion(46, 50).wilson(0.95).orElseThrow();
        RevenueRetention gross = flow.grossRetention(0.95).orElseThrow();
        assertThat(gross.value()).isCloseTo(0.92, within(1e-15));
        assertThat(gross.estimate().interval().lower())
                .isCloseTo(wilson.interval().lower(), within(1e-12));
        assertThat(gross.estimate().interval().upper())
                .isCloseTo(wilson.interval().upper(), within(1e-12));
        // Nobody has expanded, so net is gross.
        RevenueRetention net = flow.netRetention(0.95).orElseThrow();
        assertThat(net.value()).isEqualTo(gross.value());
        assertThat(net.estimate().interval().lower())
                .isCloseTo(gross.estimate().interval().lower(), within(1e-15));
        assertThat(gross.period()).isEqualTo(Horizon.days(90));
        assertThat(gross.annualised().value()).isCloseTo(StrictMath.pow(0.92, 365.25 / 90), within(1e-12));
        assertThat(gross.per(Horizon.days(90)).estimate()).isEqualTo(gross.estimate());
        assertThat(gross.churn().interval().lower())
                .isEqualTo(1 - gross.estimate().interval().upper());
        assertThat(gross).hasToString("Revenue retention 0.9200 [0.8116, 0.9685] at 95 % in 90 days");
    }

    @Test
    void aFewLargeCustomersMakeASmallBase() {
        List<RevenueChange> changes = new ArrayList<>();
        changes.add(new RevenueChange("whale", money("1000"), money("1200"), true));
        for (int i = 0; i < 99; i++) {
            changes.add(new RevenueChange("c" + i, money("1"), money("1"), true));
        }
        RevenueFlow flow = RevenueFlow.of(changes, START, END);
        assertThat(flow.effectiveCustomers()).isCloseTo(1099.0 * 1099 / 1000099, within(1e-9));
        Interval net = flow.netRetention(0.95).orElseThrow().estimate().interval();
        assertThat(net.lower()).isLessThan(0.5);
        assertThat(net.upper()).isGreaterThan(1.18);
        assertThat(flow.quickRatio()).isEmpty();
    }

    @Test
    void withoutRevenueThereIsNoRate() {
        RevenueFlow nothing = RevenueFlow.between(List.of(), START, END);
        assertThat(nothing.grossRetention(0.95)).isEmpty();
        assertThat(nothing.netRetention(0.95)).isEmpty();
        assertThat(nothing.effectiveCustomers()).isZero();
        assertThat(nothing.quickRatio()).isEmpty();
        RevenueFlow allGone = RevenueFlow.of(List.of(new RevenueChange("a", money("1"), money("0"), true)), START, END);
        assertThat(allGone.netRetention(0.95).orElseThrow().value()).isZero();
        assertThat(allGone.netRetention(0.95).orElseThrow().annualised().value())
                .isZero();
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesTheImpossible() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RevenueFlow.between(List.of(), START, START))
                .withMessage("endExclusive must be after startInclusive 2026-01-01, but was 2026-01-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subscription.since("a", START, money("-1")))
                .withMessage("monthlyAmount must be in [0, inf), but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subscription.since("a", START, money("1E+100000000")))
                .withMessage("monthlyAmount must have at most 9 decimals and 18 digits, but was 1E+100000000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subscription.since("a", START, money("0.0000000001")))
                .withMessage("monthlyAmount must have at most 9 decimals and 18 digits, but was 1E-10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Subscription("a", START, LONG_AGO, money("1")))
                .withMessage("endExclusive must not be before startInclusive 2026-01-01, but was 2025-01-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RevenueRetention(Horizon.days(0), new Estimate(1, new Interval(0, 2, 0.9))))
                .withMessage("period.length must be in (0, inf), but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RevenueFlow.between(example(), START, END)
                        .netRetention(0.95)
                        .orElseThrow()
                        .per(Horizon.days(0)))
                .withMessage("target.length must be in (0, inf), but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RevenuePart(1, money("-1")))
                .withMessage("monthlyAmount must be in [0, inf), but was -1");
        for (double confidence : new double[] {0, 1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RevenueFlow.between(example(), START, END).grossRetention(confidence))
                    .withMessage("confidence must be in (0, 1), but was " + confidence);
        }
        assertThatNullPointerException()
                .isThrownBy(() -> RevenueFlow.of(Collections.singletonList(null), START, END))
                .withMessage("changes[0]");
    }
}
