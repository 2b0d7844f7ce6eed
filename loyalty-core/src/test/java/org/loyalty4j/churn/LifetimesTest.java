package org.loyalty4j.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.loyalty4j.data.Customer;

class LifetimesTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final LocalDate JOINED = AS_OF.minusDays(100);

    private static Lifetimes lifetimes(Lifetime... rows) {
        return Lifetimes.ofLifetimes(List.of(rows));
    }

    @Test
    void aLeaveDateKnownByTheLastDayEndsALifetime() {
        assertThat(Lifetimes.of(List.of(new Customer("a", JOINED, JOINED.plusDays(30))), AS_OF))
                .isEqualTo(lifetimes(Lifetime.ended(30)));
        assertThat(Lifetimes.of(List.of(new Customer("a", JOINED, AS_OF)), AS_OF))
                .isEqualTo(lifetimes(Lifetime.ended(100)));
    }

    @Test
    void allOthersGoOn() {
        assertThat(Lifetimes.of(List.of(Customer.since("a", JOINED)), AS_OF))
                .isEqualTo(lifetimes(Lifetime.goingOn(100)));
        // The notice is given, but until then the customer is there, and may yet change their mind.
        assertThat(Lifetimes.of(List.of(new Customer("a", JOINED, AS_OF.plusDays(1))), AS_OF))
                .isEqualTo(lifetimes(Lifetime.goingOn(100)));
        assertThat(Lifetimes.of(List.of(Customer.since("a", AS_OF)), AS_OF)).isEqualTo(lifetimes(Lifetime.goingOn(0)));
        assertThat(Lifetimes.of(List.of(new Customer("a", AS_OF, AS_OF)), AS_OF))
                .isEqualTo(lifetimes(Lifetime.ended(0)));
    }

    @Test
    void thoseWhoJoinLaterAreLeftOutAndCounted() {
        Lifetimes lifetimes =
                Lifetimes.of(List.of(Customer.since("a", JOINED), Customer.since("b", AS_OF.plusDays(1))), AS_OF);
        assertThat(lifetimes.size()).isEqualTo(1);
        assertThat(lifetimes.joinedAfter()).isEqualTo(1);
        assertThat(lifetimes).hasToString("Lifetimes: 1, of which 0 ended; left out: 1 who joined later");
    }

    @Test
    void eachSpellIsALifetime() {
        List<Customer> spells = List.of(
                new Customer("a", JOINED.plusDays(50), null),
                new Customer("a", JOINED, JOINED.plusDays(20)),
                new Customer("b", JOINED, JOINED),
                new Customer("b", JOINED, null));
        Lifetimes each = Lifetimes.of(spells, AS_OF);
        assertThat(each.size()).isEqualTo(4);
        assertThat(each.returns()).isEqualTo(2);
        assertThat(each.ended()).isEqualTo(2);
        assertThat(each.censored()).isEqualTo(2);
        assertThat(each).hasToString("Lifetimes: 4, of which 2 ended, 2 after a return");
        List<Customer> reversed = new ArrayList<>(spells);
        Collections.reverse(reversed);
        for (List<Customer> order : List.of(spells, reversed)) {
            assertThat(Lifetimes.ofFirstSpells(order, AS_OF))
                    .isEqualTo(lifetimes(Lifetime.ended(20), Lifetime.ended(0)));
        }
        assertThat(Lifetimes.ofFirstSpells(spells.subList(0, 1), AS_OF)).isEqualTo(lifetimes(Lifetime.goingOn(50)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lifetimes.of(List.of(Customer.since("a", JOINED), Customer.since("a", AS_OF)), AS_OF))
                .withMessage("customers must not have overlapping spells, but customer a was there from 2026-03-22 and"
                        + " from 2026-06-30");
    }

    @Test
    void recordsThatBeginLate() {
        LocalDate from = JOINED.plusDays(40);
        Lifetimes lifetimes = Lifetimes.observedFrom(
                List.of(
                        Customer.since("old", JOINED),
                        new Customer("left on the first day", JOINED, from),
                        new Customer("left before", JOINED, from.minusDays(1)),
                        new Customer("new", from.plusDays(10), from.plusDays(30))),
                from,
                AS_OF);
        assertThat(lifetimes.leftBefore()).isEqualTo(1);
        assertThat(lifetimes).hasToString("Lifetimes: 3, of which 2 ended; left out: 1 who were gone before");
        assertThat(SurvivalCurve.of(lifetimes, 0.95))
                .usingRecursiveComparison()
                .isEqualTo(SurvivalCurve.of(
                        lifetimes(new Lifetime(40, 100, false), new Lifetime(40, 40, true), Lifetime.ended(20)), 0.95));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lifetimes.observedFrom(List.of(), AS_OF.plusDays(1), AS_OF))
                .withMessage("observedFrom must not be after asOf 2026-06-30, but was 2026-07-01");
    }

    @Test
    void theRestOfLife() {
        Lifetimes all = lifetimes(
                Lifetime.ended(5),
                Lifetime.goingOn(7),
                Lifetime.ended(10),
                Lifetime.ended(12),
                new Lifetime(11, 20, true));
        assertThat(all.afterDays(0)).isSameAs(all);
        Lifetimes rest = all.afterDays(8);
        assertThat(rest.size()).isEqualTo(3);
        assertThat(rest.ended()).isEqualTo(3);
        assertThat(rest.leftBefore()).isEqualTo(2);
        assertThat(SurvivalCurve.of(rest, 0.95).firstDay()).isEqualTo(8);
        assertThat(SurvivalCurve.of(rest, 0.95).survivalAt(10).orElseThrow().value())
                .isEqualTo(0.5);
        assertThat(all.afterDays(10).size()).isEqualTo(3);
        assertThat(all.afterDays(11).size()).isEqualTo(2);
        assertThat(all.afterDays(21)).hasToString("Lifetimes: 0, of which 0 ended; left out: 5 who were gone before");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> all.afterDays(-1))
                .withMessage("fromDay must be in [0, inf), but was -1");
    }

    @Test
    void areValues() {
        Lifetimes a = lifetimes(Lifetime.ended(3), Lifetime.goingOn(4));
        assertThat(a)
                .isEqualTo(lifetimes(Lifetime.goingOn(4), Lifetime.ended(3)))
                .hasSameHashCodeAs(lifetimes(Lifetime.goingOn(4), Lifetime.ended(3)))
                .isNotEqualTo(lifetimes(Lifetime.ended(4), Lifetime.goingOn(3)))
                .isNotEqualTo(lifetimes(Lifetime.ended(3)))
                .isNotEqualTo("lifetimes");
        assertThat(Lifetime.ended(3)).hasToString("left after 3 days");
        assertThat(new Lifetime(2, 3, false)).hasToString("from day 2, more than 3 days");
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesTheImpossible() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lifetime.ended(-1))
                .withMessage("durationDays must be in [0, inf), but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lifetime(4, 3, true))
                .withMessage("observedFromDays must be in [0, 3], but was 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lifetimes.of(List.of(Customer.since("a", LocalDate.of(-1, 1, 1))), AS_OF))
                .withMessageStartingWith("joinedOn must be in [0001-01-01");
        assertThatNullPointerException()
                .isThrownBy(() -> Lifetimes.ofLifetimes(Arrays.asList(Lifetime.ended(1), null)))
                .withMessage("lifetimes[1]");
        assertThatNullPointerException().isThrownBy(() -> Lifetimes.ofLifetimes(Collections.singletonList(null)));
    }
}
