package org.loyalty4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Estimate;
import org.loyalty4j.Proportion;
import org.loyalty4j.Scale;

class PostStratificationTest {

    /** The strata of the table of {@link SmallStrata}. */
    private static final long[][] FOUR = {{0, 50}, {5, 40}, {1, 10}, {4, 20}};

    private static BitSet bits(IntStream indices) {
        return indices.collect(BitSet::new, BitSet::set, BitSet::or);
    }

    /** Customers stratum by stratum, of which the first answered. */
    private static PostStratification of(long[][] respondentsOfCustomers, int minimum, SmallStrata rule) {
        int[] stratum = IntStream.range(0, respondentsOfCustomers.length)
                .flatMap(h -> IntStream.generate(() -> h).limit(respondentsOfCustomers[h][1]))
                .toArray();
        BitSet answered = new BitSet();
        int first = 0;
        for (long[] counts : respondentsOfCustomers) {
            answered.set(first, first + (int) counts[0]);
            first += (int) counts[1];
        }
        List<String> names = List.of("A", "B", "C", "D").subList(0, respondentsOfCustomers.length);
        return PostStratification.of(stratum, names, answered, minimum, rule);
    }

    @Test
    void theWorkedExampleOfTheSmallStrata() {
        PostStratification collapsed = of(FOUR, 2, SmallStrata.COLLAPSE);
        assertThat(collapsed.strata())
                .containsExactly(new PostStratum(List.of("A", "B"), 90, 5), new PostStratum(List.of("C", "D"), 30, 5));
        assertThat(collapsed.uncovered()).isEmpty();
        assertThat(collapsed.covered()).isEqualTo(120);

        PostStratification leftOut = of(FOUR, 2, SmallStrata.LEAVE_OUT);
        assertThat(leftOut.strata())
                .containsExactly(new PostStratum(List.of("B"), 40, 5), new PostStratum(List.of("D"), 20, 4));
        assertThat(leftOut.uncovered())
                .containsExactly(new PostStratum(List.of("A"), 50, 0), new PostStratum(List.of("C"), 10, 1));
        assertThat(leftOut.covered()).isEqualTo(60);
        assertThat(leftOut.population()).isEqualTo(120);
    }

    @Test
    void oneStratumIsThePlainEstimate() {
        PostStratification one = of(new long[][] {{10, 200}}, 2, SmallStrata.COLLAPSE);
        assertThat(one.designEffect()).hasValue(1);
        WeightedEstimate share = one.share(bits(IntStream.range(0, 3)), 0.95).orElseThrow();
        close(share.estimate(), new Proportion(3, 10).wilson(0.95).orElseThrow());
        assertThat(share.effectiveSampleSize()).isCloseTo(10, within(1e-12));

        double[] answers = {10, 10, 9, 9, 9, 8, 7, 7, 3, 0};
        double[] column = new double[200];
        System.arraycopy(answers, 0, column, 0, 10);
        WeightedEstimate nps = one.nps(column, 0.9).orElseThrow();
        close(nps.estimate(), new Nps(5, 3, 2).adjustedWald(0.9).orElseThrow());
        WeightedEstimate mean = one.mean(column, 0.9).orElseThrow();
        close(
                mean.estimate(),
                AnswerCounts.of(Scale.NPS, 1, 0, 0, 1, 0, 0, 0, 2, 1, 3, 2)
                        .mean(0.9)
                        .orElseThrow());
        assertThat(mean.designEffect()).isCloseTo(1, within(1e-12));
    }

    private static void close(Estimate actual, Estimate expected) {
        assertThat(actual.value()).isCloseTo(expected.value(), within(1e-12));
        assertThat(actual.interval().lower()).isCloseTo(expected.interval().lower(), within(1e-9));
        assertThat(actual.interval().upper()).isCloseTo(expected.interval().upper(), within(1e-9));
    }

    @Test
    void nothingIsCoveredWhereOneAnsweredInAll() {
        PostStratification one = of(new long[][] {{1, 5}, {0, 3}}, 2, SmallStrata.COLLAPSE);
        assertThat(one.strata()).isEmpty();
        assertThat(one.uncovered()).containsExactly(new PostStratum(List.of("A", "B"), 8, 1));
        assertThat(one.share(new BitSet(), 0.95)).isEmpty();
        assertThat(one.mean(new double[8], 0.95)).isEmpty();
        assertThat(one.nps(new double[8], 0.95)).isEmpty();
        assertThat(one.designEffect()).isEmpty();
        assertThat(one.effectiveSampleSize()).isEmpty();
        assertThat(one).hasToString("None of 8 customers covered");
        assertThat(PostStratification.of(List.of(), new BitSet()).population()).isZero();
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> PostStratification.of(new int[] {0, 2}, List.of("a", "b"), new BitSet()))
                .hasMessage("stratumOfCustomer[1] must be in [0, 2), but was 2");
        assertThatThrownBy(() -> PostStratification.of(new int[] {0}, List.of("a"), bits(IntStream.of(4))))
                .hasMessage("answered must hold indices in [0, 1), but held 4");
        assertThatThrownBy(() -> of(FOUR, 1, SmallStrata.COLLAPSE))
                .hasMessage("minimum must be in [2, 2147483647], but was 1");
        PostStratification one = of(new long[][] {{2, 3}}, 2, SmallStrata.COLLAPSE);
        assertThatThrownBy(() -> one.mean(new double[] {1, Double.NaN, 1}, 0.95))
                .hasMessage("valueByCustomer[1] must be finite, but was NaN");
        assertThatThrownBy(() -> one.nps(new double[] {1, 11, 1}, 0.95))
                .hasMessage("answerByCustomer[1] must be a whole number in [0, 10], but was 11.0");
        assertThatThrownBy(() -> one.nps(bits(IntStream.of(1)), bits(IntStream.of(1)), 0.95))
                .hasMessage("promoters must not be detractors, but customer 1 was both");
        assertThatThrownBy(() -> one.share(new BitSet(), 1)).hasMessage("confidence must be in (0, 1), but was 1.0");
        assertThatThrownBy(() -> one.mean(new double[2], 0.95))
                .hasMessage("valueByCustomer must have 3 elements, but had 2");
    }

    @Test
    void aStratumApartIsNeverCollapsed() {
        List<String> names = List.of("prospects", "rare", "often");
        int[] strata = {0, 0, 0, 1, 1, 2, 2, 2};
        // One prospect answered, one rare buyer and two who buy often.
        PostStratification few = PostStratification.of(
                strata, names, bits(IntStream.of(0, 3, 5, 6)), 2, SmallStrata.COLLAPSE, Set.of("prospects"));
        assertThat(few.strata()).hasSize(1);
        assertThat(few.strata().get(0).names()).containsExactly("rare", "often");
        assertThat(few.uncovered().get(0).names()).containsExactly("prospects");
        assertThat(few.covered()).isEqualTo(5);
        assertThat(few.population()).isEqualTo(8);
        // Enough prospects speak for themselves, and not for the rare buyers beside them.
        PostStratification enough = PostStratification.of(
                strata, names, bits(IntStream.of(0, 1, 3, 5)), 2, SmallStrata.COLLAPSE, Set.of("prospects"));
        assertThat(enough.strata()).hasSize(2);
        assertThat(enough.strata().get(0).names()).containsExactly("prospects");
        assertThat(enough.uncovered()).isEmpty();
        // Only they answered.
        PostStratification alone = PostStratification.of(
                strata, names, bits(IntStream.of(0, 1)), 2, SmallStrata.COLLAPSE, Set.of("prospects"));
        assertThat(alone.strata()).hasSize(1);
        assertThat(alone.covered()).isEqualTo(3);
        assertThat(alone.uncovered().get(0).names()).containsExactly("rare", "often");
        assertThatThrownBy(() ->
                        PostStratification.of(strata, names, new BitSet(), 2, SmallStrata.COLLAPSE, Set.of("nobody")))
                .hasMessage("apart must be of the strata [prospects, rare, often], but was nobody");
    }
}
