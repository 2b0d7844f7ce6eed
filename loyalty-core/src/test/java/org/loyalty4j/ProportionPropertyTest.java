package org.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class ProportionPropertyTest {

    @Provide
    Arbitrary<Proportion> shares() {
        return Arbitraries.longs()
                .between(1, 1_000_000)
                .flatMap(n -> Arbitraries.longs().between(0, n).map(x -> new Proportion(x, n)));
    }

    @Property(seed = "1")
    void intervalsHoldTheShareAndStayWithin0And1(
            @ForAll("shares") Proportion share, @ForAll @DoubleRange(min = 0.5, max = 0.99) double confidence) {
        for (Estimate estimate : new Estimate[] {
            share.wilson(confidence).orElseThrow(),
            share.exact(confidence).orElseThrow(),
            share.midP(confidence).orElseThrow()
        }) {
            assertThat(estimate.interval().contains(estimate.value())).isTrue();
            assertThat(estimate.interval().lower()).isBetween(0.0, 1.0);
            assertThat(estimate.interval().upper()).isBetween(0.0, 1.0);
            assertThat(estimate.interval().width()).isPositive();
        }
    }

    @Property(seed = "1")
    void theComplementHasTheMirroredInterval(@ForAll("shares") Proportion share) {
        Interval interval = share.wilson(0.95).orElseThrow().interval();
        Interval complement = share.complement().wilson(0.95).orElseThrow().interval();
        assertThat(complement.lower()).isCloseTo(1 - interval.upper(), within(1e-12));
        assertThat(complement.upper()).isCloseTo(1 - interval.lower(), within(1e-12));
    }

    @Property(seed = "1")
    void moreConfidenceIsAWiderInterval(@ForAll("shares") Proportion share) {
        assertThat(share.wilson(0.99).orElseThrow().interval().width())
                .isGreaterThan(share.wilson(0.9).orElseThrow().interval().width());
    }

    @Property(seed = "1", tries = 300)
    void midPLiesWithinTheExactInterval(@ForAll("shares") Proportion share) {
        Interval exact = share.exact(0.95).orElseThrow().interval();
        Interval midP = share.midP(0.95).orElseThrow().interval();
        assertThat(midP.lower()).isGreaterThanOrEqualTo(exact.lower() - 1e-12);
        assertThat(midP.upper()).isLessThanOrEqualTo(exact.upper() + 1e-12);
    }

    @Property(seed = "1", tries = 300)
    void theDifferenceTurnsWithItsSidesAndStaysWithinItsRange(
            @ForAll("shares") Proportion first, @ForAll("shares") Proportion second) {
        Estimate difference = first.minus(second, 0.95).orElseThrow();
        Estimate turned = second.minus(first, 0.95).orElseThrow();
        assertThat(difference.value()).isEqualTo(-turned.value());
        assertThat(difference.interval().lower()).isEqualTo(-turned.interval().upper());
        assertThat(difference.interval().lower()).isBetween(-1.0, 1.0);
        assertThat(difference.interval().contains(difference.value())).isTrue();
    }
}
