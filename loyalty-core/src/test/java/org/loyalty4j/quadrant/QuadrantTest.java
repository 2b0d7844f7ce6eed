package org.loyalty4j.quadrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loyalty4j.rfm.RfmScore;
import org.loyalty4j.rfm.RfmScorer;
import org.loyalty4j.rfm.RfmWeights;
import org.loyalty4j.support.Base;

/** Axes, cuts and positions. */
class QuadrantTest {

    @ParameterizedTest
    @CsvSource({
        "50, 80, TRUE_LOYALTY, 0, 0",
        "49.9, 80, LATENT_LOYALTY, -0.1, 0",
        "50, 79, SPURIOUS_LOYALTY, 0, -1",
        "0, 0, NO_LOYALTY, -50, -80",
        "100, 100, TRUE_LOYALTY, 50, 20"
    })
    void theCutBelongsToTheHighSide(double behaviour, double attitude, LoyaltyQuadrant quadrant, double b, double a) {
        QuadrantPosition position = new QuadrantClassifier(50, 80).position("C1", behaviour, attitude);
        assertThat(position.quadrant()).isEqualTo(quadrant);
        assertThat(position.behaviourDistance()).isEqualTo(b, within(1e-12));
        assertThat(position.attitudeDistance().orElseThrow()).isEqualTo(a);
    }

    @Test
    void withoutAnAnswerTheAttitudeIsUnknown() {
        QuadrantPosition position = new QuadrantClassifier(50, 0).position("C1", 72.25, null);
        assertThat(position.quadrant()).isEqualTo(LoyaltyQuadrant.UNKNOWN_ATTITUDE);
        assertThat(position.attitudeDistance()).isEmpty();
        assertThat(position).hasToString("C1: behaviour 72.3, attitude unknown, Unknown attitude");
        assertThat(new QuadrantClassifier(50, 85).position("C1", 72.5, 90.0))
                .hasToString("C1: behaviour 72.5, attitude 90.0, True loyalty");
    }

    @Test
    void positionsAndCutsAreInTheAxis() {
        QuadrantClassifier classifier = new QuadrantClassifier(0, 100);
        for (double bad : new double[] {-0.001, 100.001, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new QuadrantClassifier(bad, 50))
                    .withMessage("behaviourCut must be in [0, 100], but was " + bad);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new QuadrantClassifier(50, bad))
                    .withMessage("attitudeCut must be in [0, 100], but was " + bad);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> classifier.position("a", bad, 50.0))
                    .withMessage("behaviour must be in [0, 100], but was " + bad);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> classifier.position("a", 50, bad))
                    .withMessage("attitude must be in [0, 100], but was " + bad);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CutRule.fixed(bad))
                    .withMessage("position must be in [0, 100], but was " + bad);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CutRule.percentile(bad))
                    .withMessage("percent must be in [0, 100], but was " + bad);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CutRule.fixed(10).fit(new double[] {1, bad}))
                    .withMessage("positions[1] must be in [0, 100], but was " + bad);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> classifier.position(" ", 1, 1.0));
    }

    @Test
    void cutsAreFixedOrAtAPercentile() {
        double[] positions = {40, 10, 30, 20};
        assertThat(CutRule.fixed(33).fit(positions)).isEqualTo(33);
        assertThat(CutRule.fixed(33).fit(new double[0])).isEqualTo(33);
        assertThat(CutRule.median().fit(positions)).isEqualTo(25);
        assertThat(CutRule.percentile(0).fit(positions)).isEqualTo(10);
        assertThat(CutRule.percentile(100).fit(positions)).isEqualTo(40);
        assertThat(CutRule.percentile(90).fit(positions)).isEqualTo(37, within(1e-12)); // quantile(type = 7) in R
        assertThat(positions).containsExactly(40, 10, 30, 20);
        assertThat(CutRule.median().fit(new double[] {7})).isEqualTo(7);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CutRule.median().fit(new double[0]))
                .withMessage("positions must not be empty for a cut at the 50.0 % percentile");
        assertThat(CutRule.median()).hasToString("at the 50.0 % percentile");
        assertThat(CutRule.fixed(85)).hasToString("at 85.0");
    }

    @Test
    void wholePercentilesOf101PositionsAreThosePositions() {
        double[] positions = IntStream.rangeClosed(0, 100).asDoubleStream().toArray();
        for (int percent = 0; percent <= 100; percent++) {
            assertThat(CutRule.percentile(percent).fit(positions)).isEqualTo(percent);
        }
    }

    @Test
    void behaviourIsAMidRankPercentile() {
        List<RfmScore> base = RfmScorer.withDefaults()
                .score(Base.ofFrequencies(1, 2, 3, 4, 5))
                .scores();
        BehaviourAxis axis = BehaviourAxis.fit(base, RfmWeights.equal());
        assertThat(base.stream().map(axis::position)).containsExactly(10.0, 30.0, 50.0, 70.0, 90.0);
        assertThat(axis.weights()).isEqualTo(RfmWeights.equal());
        assertThat(axis).hasToString("BehaviourAxis: percentile of the RFM composite among 5 buyers");
        List<RfmScore> two = RfmScorer.withDefaults()
                .withBins(2)
                .score(Base.ofFrequencies(1, 2))
                .scores();
        BehaviourAxis narrow = BehaviourAxis.fit(base.subList(1, 3), RfmWeights.equal());
        assertThat(narrow.position(two.get(0))).isZero();
        assertThat(narrow.position(two.get(1))).isEqualTo(100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BehaviourAxis.fit(List.of(), RfmWeights.equal()))
                .withMessage("base must not be empty");
    }
}
