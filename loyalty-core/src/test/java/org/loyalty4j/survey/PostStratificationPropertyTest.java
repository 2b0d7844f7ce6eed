package org.loyalty4j.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.loyalty4j.Interval;

class PostStratificationPropertyTest {
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");

    /** A customer is a stratum, and an answer of which 11 and above mean none. */
    private record Base(int[] stratum, BitSet answered, double[] answers) {
        static Base of(List<Integer> strata, List<Integer> scores) {
            int n = Math.min(strata.size(), scores.size());
            BitSet answered = new BitSet();
            double[] answers = new double[n];
            for (int i = 0; i < n; i++) {
                answered.set(i, scores.get(i) <= 10);
                answers[i] = scores.get(i) <= 10 ? scores.get(i) : Double.NaN;
            }
            return new Base(strata.stream().limit(n).mapToInt(Integer::intValue).toArray(), answered, answers);
        }

        PostStratification weights(int minimum, SmallStrata rule) {
            return PostStratification.of(stratum, NAMES, answered, minimum, rule);
        }

        BitSet promoters() {
            BitSet promoters = new BitSet();
            IntStream.range(0, answers.length).filter(i -> answers[i] >= 9).forEach(promoters::set);
            return promoters;
        }
    }

    @Property(seed = "1", tries = 200)
    void nobodyIsLostAndNothingLeavesItsRange(
            @ForAll @Size(max = 60) List<@IntRange(max = 4) Integer> strata,
            @ForAll @Size(max = 60) List<@IntRange(max = 25) Integer> scores,
            @ForAll @IntRange(min = 2, max = 5) int minimum,
            @ForAll SmallStrata rule) {
        Base base = Base.of(strata, scores);
        PostStratification weights = base.weights(minimum, rule);
        long uncovered =
                weights.uncovered().stream().mapToLong(PostStratum::customers).sum();
        assertThat(weights.covered() + uncovered).isEqualTo(weights.population());
        assertThat(weights.strata())
                .allSatisfy(stratum -> assertThat(stratum.respondents()).isGreaterThanOrEqualTo(minimum));
        if (rule == SmallStrata.COLLAPSE && base.answered().cardinality() >= minimum) {
            assertThat(weights.uncovered()).isEmpty();
            assertThat(weights.respondents()).isEqualTo(base.answered().cardinality());
        }
        weights.share(base.promoters(), 0.95).ifPresent(share -> {
            Interval interval = share.estimate().interval();
            assertThat(share.estimate().value()).isBetween(interval.lower(), interval.upper());
            assertThat(interval.lower()).isBetween(0.0, 1.0);
            assertThat(interval.upper()).isBetween(0.0, 1.0);
            assertThat(interval.width()).isPositive();
        });
        weights.nps(base.answers(), 0.95).ifPresent(nps -> {
            assertThat(nps.estimate().value()).isBetween(-100.0, 100.0);
            assertThat(nps.estimate().interval().lower()).isBetween(-100.0, 100.0);
            assertThat(nps.estimate().interval().upper()).isBetween(-100.0, 100.0);
        });
        assertThat(weights.nps(base.answers(), 0.95).isPresent())
                .isEqualTo(!weights.strata().isEmpty());
    }

    @Property(seed = "1", tries = 100)
    void theOrderOfTheCustomersDoesNotMatter(
            @ForAll @Size(min = 5, max = 60) List<@IntRange(max = 4) Integer> strata,
            @ForAll @Size(min = 5, max = 60) List<@IntRange(max = 15) Integer> scores,
            @ForAll long seed) {
        int n = Math.min(strata.size(), scores.size());
        List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        Base base = Base.of(strata, scores);
        Base shuffled = Base.of(
                order.stream().map(strata::get).toList(),
                order.stream().map(scores::get).toList());
        PostStratification one = base.weights(2, SmallStrata.COLLAPSE);
        PostStratification other = shuffled.weights(2, SmallStrata.COLLAPSE);
        assertThat(other.strata()).isEqualTo(one.strata());
        assertThat(other.mean(shuffled.answers(), 0.9)).isEqualTo(one.mean(base.answers(), 0.9));
        assertThat(other.nps(shuffled.answers(), 0.9)).isEqualTo(one.nps(base.answers(), 0.9));
        assertThat(other.share(shuffled.promoters(), 0.9)).isEqualTo(one.share(base.promoters(), 0.9));
    }
}
