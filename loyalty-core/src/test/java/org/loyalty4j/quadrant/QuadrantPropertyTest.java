package org.loyalty4j.quadrant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.loyalty4j.rfm.RfmScore;
import org.loyalty4j.rfm.RfmScorer;
import org.loyalty4j.rfm.RfmWeights;
import org.loyalty4j.support.Base;

class QuadrantPropertyTest {

    @Provide
    Arbitrary<Double> positions() {
        return Arbitraries.oneOf(
                Arbitraries.doubles().between(0, 100),
                Arbitraries.integers().between(0, 4).map(quarter -> 25.0 * quarter));
    }

    @Provide
    Arbitrary<List<Double>> someFractions() {
        return positions().list().ofMinSize(1).ofMaxSize(120);
    }

    @Provide
    Arbitrary<List<Base.Raw>> raws() {
        return Base.raws();
    }

    @Provide
    Arbitrary<RfmWeights> weights() {
        return Arbitraries.of(
                RfmWeights.equal(),
                new RfmWeights(1, 0, 0),
                new RfmWeights(0.2, 0.3, 0.5),
                new RfmWeights(1e308, 1, 0),
                new RfmWeights(Double.MIN_VALUE, 0, Double.MIN_VALUE));
    }

    @Property(tries = 1000, seed = "1")
    void everyPositionIsInTheOneQuadrantThatItsDistancesSay(
            @ForAll("positions") double behaviour,
            @ForAll("positions") double attitude,
            @ForAll("positions") double behaviourCut,
            @ForAll("positions") double attitudeCut) {
        QuadrantPosition position =
                new QuadrantClassifier(behaviourCut, attitudeCut).position("C", behaviour, attitude);
        boolean buys = position.behaviourDistance() >= 0;
        boolean likes = position.attitudeDistance().orElseThrow() >= 0;
        Set<LoyaltyQuadrant> possible = EnumSet.complementOf(EnumSet.of(LoyaltyQuadrant.UNKNOWN_ATTITUDE));
        possible.removeAll(
                buys
                        ? EnumSet.of(LoyaltyQuadrant.LATENT_LOYALTY, LoyaltyQuadrant.NO_LOYALTY)
                        : EnumSet.of(LoyaltyQuadrant.TRUE_LOYALTY, LoyaltyQuadrant.SPURIOUS_LOYALTY));
        possible.removeAll(
                likes
                        ? EnumSet.of(LoyaltyQuadrant.SPURIOUS_LOYALTY, LoyaltyQuadrant.NO_LOYALTY)
                        : EnumSet.of(LoyaltyQuadrant.TRUE_LOYALTY, LoyaltyQuadrant.LATENT_LOYALTY));
        assertThat(possible).containsExactly(position.quadrant());
        assertThat(Math.abs(position.behaviourDistance())).isLessThanOrEqualTo(100);
    }

    @Property(seed = "1")
    void theCutItselfIsHigh(@ForAll("positions") double cut, @ForAll("positions") double other) {
        QuadrantClassifier classifier = new QuadrantClassifier(cut, other);
        assertThat(classifier.position("C", cut, other).quadrant()).isEqualTo(LoyaltyQuadrant.TRUE_LOYALTY);
        assertThat(classifier.position("C", cut, null).quadrant()).isEqualTo(LoyaltyQuadrant.UNKNOWN_ATTITUDE);
    }

    @Property(seed = "1")
    void behaviourIsThePercentileOfTheComposite(
            @ForAll("raws") List<Base.Raw> raws, @ForAll("weights") RfmWeights weights) {
        List<RfmScore> base =
                RfmScorer.withDefaults().score(Base.summaries(raws, 2)).scores();
        BehaviourAxis axis = BehaviourAxis.fit(base, weights);
        for (RfmScore score : base) {
            double composite = score.composite(weights);
            long lower =
                    base.stream().filter(s -> s.composite(weights) < composite).count();
            long same =
                    base.stream().filter(s -> s.composite(weights) == composite).count();
            assertThat(axis.position(score))
                    .isEqualTo(100 * (lower + same / 2.0) / base.size())
                    .isBetween(0.0, 100.0);
        }
    }

    @Property(seed = "1")
    void behaviourOfLaterCustomersRisesWithTheComposite(
            @ForAll("raws") List<Base.Raw> raws,
            @ForAll("raws") List<Base.Raw> later,
            @ForAll("weights") RfmWeights weights) {
        List<RfmScore> base =
                RfmScorer.withDefaults().score(Base.summaries(raws, 2)).scores();
        BehaviourAxis axis = BehaviourAxis.fit(base, weights);
        List<RfmScore> others = new ArrayList<>(RfmScorer.withDefaults()
                .withBins(7)
                .score(Base.summaries(later, 2))
                .scores());
        others.sort((a, b) -> Double.compare(a.composite(weights), b.composite(weights)));
        double before = 0;
        for (RfmScore score : others) {
            double position = axis.position(score);
            assertThat(position).isBetween(before, 100.0);
            before = position;
        }
    }

    @Property(tries = 1000, seed = "1")
    void aPercentileHasItsShareOnEachSide(
            @ForAll("someFractions") List<Double> positions, @ForAll @IntRange(max = 100) int percent) {
        double[] values = positions.stream().mapToDouble(Double::doubleValue).toArray();
        double cut = CutRule.percentile(percent).fit(values);
        Arrays.sort(values);
        assertThat(cut).isBetween(values[0], values[values.length - 1]);
        // Type 7: at most percent of the n - 1 gaps lie below, and no more above.
        long below = Arrays.stream(values).filter(v -> v < cut).count();
        long above = Arrays.stream(values).filter(v -> v > cut).count();
        long gaps = values.length - 1L;
        assertThat((below - 1) * 100).isLessThanOrEqualTo(percent * gaps);
        assertThat((above - 1) * 100).isLessThanOrEqualTo((100 - percent) * gaps);
        if (percent * gaps % 100 == 0) {
            assertThat(cut).isEqualTo(values[(int) (percent * gaps / 100)]);
        }
    }
}
