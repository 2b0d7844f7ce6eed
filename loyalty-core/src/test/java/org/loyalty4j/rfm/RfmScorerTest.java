package org.loyalty4j.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loyalty4j.summary.PurchaseSummary;
import org.loyalty4j.support.Base;

/** The scorer, its scale and the scores. */
class RfmScorerTest {
    private static final List<PurchaseSummary> TEN = Base.ofFrequencies(1, 1, 1, 1, 1, 1, 2, 3, 4, 9);

    @ParameterizedTest
    @CsvSource({"QUANTILE,   1 1 1 1 1 1 4 4 5 5", "MID_RANK,   2 2 2 2 2 2 4 4 5 5", "RANK_TILES, 1 1 2 2 3 3 4 4 5 5"
    })
    void scoresTheExampleOfBinningRule(BinningRule rule, String expected) {
        RfmScores scores = RfmScorer.withDefaults().withRule(rule).score(TEN);
        List<Integer> wanted =
                Arrays.stream(expected.split(" ")).map(Integer::valueOf).toList();
        assertThat(scores.scores().stream().map(RfmScore::f)).containsExactlyElementsOf(wanted);
        assertThat(scores.scores().stream().map(RfmScore::r)).containsExactlyElementsOf(wanted);
        assertThat(scores.scores().stream().map(RfmScore::m)).containsExactlyElementsOf(wanted);
        boolean tiles = rule == BinningRule.RANK_TILES;
        assertThat(scores.scale().degenerateAxes()).hasSize(tiles ? 0 : 3);
        assertThat(scores.scale().recencyCuts().reachedBins()).isEqualTo(tiles ? 5 : 3);
    }

    @Test
    void fixedCutsAreInclusive() {
        RfmScorer scorer =
                RfmScorer.withDefaults().withFixedCuts(new double[] {98, 91}, new double[] {2, 9}, new double[] {4, 4});
        RfmScores scores = scorer.score(TEN);
        assertThat(scores.scores().stream().map(RfmScore::toString))
                .containsExactly(
                        "C0000 1-1-1",
                        "C0001 1-1-1",
                        "C0002 1-1-1",
                        "C0003 1-1-1",
                        "C0004 1-1-1",
                        "C0005 1-1-1",
                        "C0006 2-2-1",
                        "C0007 2-2-1",
                        "C0008 2-2-3",
                        "C0009 3-3-3");
        assertThat(scores.scale().rule()).isEqualTo(BinningRule.FIXED_CUTS);
        assertThat(scorer).hasToString("RfmScorer: 3 bins, FIXED_CUTS, INDEPENDENT, M as TOTAL");
        assertThat(scorer.withBins(4)).hasToString("RfmScorer: 4 bins, QUANTILE, INDEPENDENT, M as TOTAL");
        assertThat(scorer.withRule(BinningRule.MID_RANK))
                .hasToString("RfmScorer: 3 bins, MID_RANK, INDEPENDENT, M as TOTAL");
        assertThat(scorer.withMonetaryBasis(MonetaryBasis.MEAN_PER_OCCASION)
                        .score(TEN)
                        .scores())
                .allMatch(score -> score.m() == 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scorer.withNesting(Nesting.NESTED))
                .withMessage("fixed cuts cannot be nested");
    }

    @Test
    void asManyFixedCutsAsBinsAllow() {
        double[] up = IntStream.rangeClosed(1, 99).asDoubleStream().toArray();
        double[] down = IntStream.rangeClosed(1, 99).mapToDouble(i -> 100 - i).toArray();
        RfmScores scores = RfmScorer.withDefaults().withFixedCuts(down, up, up).score(Base.ofFrequencies(99));
        assertThat(scores.scores().get(0)).hasToString("C0000 100-100-100");
        double[] tooMany = new double[100];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RfmScorer.withDefaults().withFixedCuts(tooMany, tooMany, tooMany))
                .withMessage("there must be at most 99 cuts, but were 100");
    }

    @Test
    void refusesBadCutsAndBins() {
        RfmScorer scorer = RfmScorer.withDefaults();
        double[] one = {1};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scorer.withFixedCuts(one, one, new double[] {1, 2}))
                .withMessage(
                        "recencyDays, frequency and monetary must have the same number of cuts, but had 1, 1 and 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scorer.withFixedCuts(new double[0], new double[0], new double[0]))
                .withMessage("cuts must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scorer.withFixedCuts(new double[] {30, 90}, new double[] {1, 2}, new double[] {1, 2}))
                .withMessage("cuts must go from worse to better, but were [at least as good as 30, at least as good as"
                        + " 90]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scorer.withFixedCuts(one, one, new double[] {Double.NaN}))
                .withMessage("value must be finite, but was NaN");
        for (int bins : new int[] {-1, 1, 101}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> scorer.withBins(bins))
                    .withMessage("bins must be in [2, 100], but was " + bins);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scorer.withRule(BinningRule.FIXED_CUTS))
                .withMessage("binningRule FIXED_CUTS needs its cuts: call withFixedCuts");
    }

    @Test
    void nobodyCannotBeScored() {
        List<PurchaseSummary> prospects = Base.summaries(Collections.nCopies(3, new Base.Raw(0, 0, 0)), 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RfmScorer.withDefaults().score(prospects))
                .withMessage("summaries must hold a customer with a purchase, but held none of 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RfmScorer.withDefaults().fit(List.of()));
    }

    @Test
    void prospectsHaveNoScoreAndDoNotCount() {
        List<PurchaseSummary> base = Base.summaries(
                List.of(new Base.Raw(0, 0, 0), new Base.Raw(9, 1, 5), new Base.Raw(0, 0, -7), new Base.Raw(1, 3, 9)),
                2);
        RfmScores scores = RfmScorer.withDefaults().withBins(2).score(base);
        assertThat(scores.customerCount()).isEqualTo(4);
        assertThat(scores.of(0)).isEmpty();
        assertThat(scores.of(1).orElseThrow()).hasToString("C0001 1-1-1");
        assertThat(scores.of(2)).isEmpty();
        assertThat(scores.of(3).orElseThrow()).hasToString("C0003 2-2-2");
        assertThat(scores.scale().score(base.get(0))).isEmpty();
        assertThat(scores).hasToString("RfmScores of 2 buyers and 2 prospects, 2 bins");
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> scores.of(4));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> scores.of(-1));
    }

    @Test
    void equalMeansScoreTheSameInAnyUnit() {
        // 0.70 in one purchase, 2.10 in three: 2.1 / 3 is 0.7000000000000001.
        List<Base.Raw> raws = List.of(new Base.Raw(1, 1, 70), new Base.Raw(1, 3, 210), new Base.Raw(1, 1, 71));
        RfmScorer scorer = RfmScorer.withDefaults().withBins(3).withMonetaryBasis(MonetaryBasis.MEAN_PER_OCCASION);
        for (int scale = 0; scale <= 9; scale++) {
            assertThat(scorer.score(Base.summaries(raws, scale)).scores())
                    .extracting(RfmScore::m)
                    .containsExactly(1, 1, 3);
        }
    }

    @Test
    void aSingleCustomerIsTheWorstAndSaysSo() {
        RfmScores scores = RfmScorer.withDefaults().score(Base.ofFrequencies(3));
        assertThat(scores.scores().get(0)).hasToString("C0000 1-1-1");
        assertThat(scores.scale().degenerateAxes()).hasSize(3).allMatch(axis -> axis.reachedBins() == 1);
        RfmScores tiles =
                RfmScorer.withDefaults().withRule(BinningRule.RANK_TILES).score(Base.ofFrequencies(3, 4));
        assertThat(tiles.scores()).extracting(RfmScore::f).containsExactly(1, 2);
    }

    @Test
    void nestedCellsWithoutCustomersFallBackOnTheWholeBase() {
        RfmScale scale = RfmScorer.withDefaults()
                .withBins(2)
                .withNesting(Nesting.NESTED)
                .fit(Base.summaries(
                        List.of(new Base.Raw(5, 1, 10), new Base.Raw(5, 1, 20), new Base.Raw(5, 1, 30)), 0));
        // All are level on R and F: R 2 and F 2 are empty, and a newcomer there is cut as the whole base is.
        assertThat(scale.frequencyCuts()).hasSize(2);
        assertThat(scale.monetaryCuts()).hasSize(4);
        assertThat(scale.monetaryCuts().get(3).reachedBins()).isZero();
        assertThat(scale.score(Base.summary("new", new Base.Raw(0, 9, 30), 0)).orElseThrow())
                .hasToString("new 2-2-2");
        assertThat(scale.score(Base.summary("new", new Base.Raw(0, 9, 15), 0)).orElseThrow())
                .hasToString("new 2-2-1");
        assertThat(scale).hasToString("RfmScale: R [better than 5], F and M nested, 2 bins");
    }

    @Test
    void theScaleSaysItsCuts() {
        RfmScale scale = RfmScorer.withDefaults().withBins(2).fit(TEN);
        assertThat(scale).hasToString("RfmScale: R [better than 99], F [better than 1], M [better than 1]");
        assertThat(scale.bins()).isEqualTo(2);
    }

    @Test
    void aScaleMustFitTogether() {
        AxisCuts r = new AxisCuts(RfmAxis.RECENCY, List.of(new Cut(30, true)), 2);
        AxisCuts f = new AxisCuts(RfmAxis.FREQUENCY, List.of(new Cut(3, true)), 2);
        AxisCuts m = new AxisCuts(RfmAxis.MONETARY, List.of(new Cut(99.5, true)), 2);
        RfmScale scale = new RfmScale(
                BinningRule.FIXED_CUTS, Nesting.INDEPENDENT, MonetaryBasis.TOTAL, r, List.of(f), List.of(m));
        assertThat(scale.score(Base.summary("a", new Base.Raw(30, 3, 9949), 2)).orElseThrow())
                .hasToString("a 2-2-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RfmScale(
                        BinningRule.FIXED_CUTS, Nesting.INDEPENDENT, MonetaryBasis.TOTAL, f, List.of(f), List.of(m)))
                .withMessageStartingWith("the cuts of RECENCY must be 1 of 2 bins each, but were");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RfmScale(
                        BinningRule.FIXED_CUTS, Nesting.NESTED, MonetaryBasis.TOTAL, r, List.of(f), List.of(m)));
        AxisCuts three = new AxisCuts(RfmAxis.MONETARY, List.of(new Cut(1, true), new Cut(2, true)), 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RfmScale(
                        BinningRule.FIXED_CUTS,
                        Nesting.INDEPENDENT,
                        MonetaryBasis.TOTAL,
                        r,
                        List.of(f),
                        List.of(three)))
                .withMessageStartingWith("the cuts of MONETARY must be 1 of 2 bins each");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AxisCuts(RfmAxis.MONETARY, List.of(new Cut(1, true)), 3))
                .withMessage("reachedBins must be in [0, 2], but was 3");
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> m.score(bad))
                    .withMessage("value must be finite, but was " + bad);
        }
    }

    @Test
    void explanationsReadAsSentences() {
        RfmScores scores = RfmScorer.withDefaults().score(TEN);
        assertThat(scores.scores().get(6).explain())
                .extracting(AxisExplanation::toString)
                .containsExactly(
                        "recency 98 scores 4: better than 99, not better than 97",
                        "frequency 2 scores 4: better than 1, not better than 3",
                        "monetary 2 scores 4: better than 1, not better than 3");
        assertThat(scores.scores().get(9).explain().get(1)).hasToString("frequency 9 scores 5: better than 3");
        assertThat(scores.scores().get(0).explain().get(1)).hasToString("frequency 1 scores 1: not better than 1");
        RfmScores tiles =
                RfmScorer.withDefaults().withRule(BinningRule.RANK_TILES).score(TEN);
        assertThat(tiles.scores().get(0).explain().get(1))
                .hasToString("frequency 1 scores 1: not at least as good as 1 (equal values are split by their order)");
        assertThat(new Cut(0.125, true)).hasToString("at least as good as 0.125");
        assertThat(new Cut(1234567.89, false)).hasToString("better than 1234567.89");
    }

    @Test
    void aScoreIsOnItsScaleAndOfABuyer() {
        RfmScale scale = RfmScorer.withDefaults().fit(TEN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RfmScore("a", 0, 1, 1, 1, 1, 1, scale))
                .withMessage("r must be in [1, 5], but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RfmScore("a", 1, 6, 1, 1, 1, 1, scale))
                .withMessage("f must be in [1, 5], but was 6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RfmScore("a", 1, 1, 6, 1, 1, 1, scale))
                .withMessage("m must be in [1, 5], but was 6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RfmScore("a", 1, 1, 1, -1, 1, 1, scale))
                .withMessage("recencyDays must be in [0, inf), but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RfmScore("a", 1, 1, 1, 1, 0, 1, scale))
                .withMessage("frequency must be in [1, inf), but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RfmScore("a", 1, 1, 1, 1, 1, Double.NaN, scale))
                .withMessage("monetary must be finite, but was NaN");
    }

    @Test
    void theCompositeWeighsTheScores() {
        RfmScore score =
                new RfmScore("a", 5, 3, 1, 1, 1, 1, RfmScorer.withDefaults().fit(TEN));
        assertThat(score.composite(RfmWeights.equal())).isEqualTo(50);
        assertThat(score.composite(new RfmWeights(1, 0, 0))).isEqualTo(100);
        assertThat(score.composite(new RfmWeights(0, 0, 1))).isZero();
        assertThat(score.composite(new RfmWeights(1e308, 0, 0))).isEqualTo(100);
        assertThat(score.composite(new RfmWeights(0, Double.MIN_VALUE, 0))).isEqualTo(50);
        assertThat(score.composite(new RfmWeights(0.2, 0.3, 0.5))).isCloseTo(35, within(1e-12));
        for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RfmWeights(1, bad, 1))
                    .withMessage("frequency must be in [0, inf), but was " + bad);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RfmWeights(0, 0, 0))
                .withMessage("the sum of the weights must be in (0, inf), but was 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new RfmWeights(Double.MAX_VALUE, Double.MAX_VALUE, 0));
    }

    @Test
    void fewerDaysAreBetterAndMoreOfTheRest() {
        assertThat(RfmAxis.RECENCY.isBetter(1, 2)).isTrue();
        assertThat(RfmAxis.RECENCY.isBetter(2, 2)).isFalse();
        assertThat(RfmAxis.FREQUENCY.isBetter(1, 2)).isFalse();
        assertThat(RfmAxis.MONETARY.isBetter(2, -2)).isTrue();
    }

    @Test
    void aDistributionMustFitTheScorer() {
        List<PurchaseSummary> base = Base.ofFrequencies(1, 2, 3);
        RfmDistribution totals = RfmDistribution.of(base, MonetaryBasis.TOTAL);
        assertThat(totals)
                .hasToString(
                        "RfmDistribution of 3 buyers: 3 distinct recencies, 3 frequencies, 3 monetary values (TOTAL)");
        assertThat(totals.on(RfmAxis.FREQUENCY))
                .hasToString("AxisDistribution of frequency: 3 customers, 3 distinct values");
        assertThat(totals.on(RfmAxis.FREQUENCY).axis()).isEqualTo(RfmAxis.FREQUENCY);
        assertThat(RfmDistribution.builder(MonetaryBasis.TOTAL).add(totals))
                .hasToString("RfmDistribution.Builder: " + totals);
        assertThat(totals).isNotEqualTo(RfmDistribution.of(base, MonetaryBasis.MEAN_PER_OCCASION));
        RfmScorer scorer = RfmScorer.withDefaults();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scorer.withMonetaryBasis(MonetaryBasis.MEAN_PER_OCCASION)
                        .fit(totals))
                .withMessage("distribution must be of MEAN_PER_OCCASION, but was of TOTAL");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scorer.withNesting(Nesting.NESTED).fit(totals))
                .withMessage("NESTED needs the customers themselves, not the distribution of their values");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scorer.withRule(BinningRule.RANK_TILES).fit(totals))
                .withMessage("RANK_TILES needs the customers themselves, not the distribution of their values");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scorer.fit(RfmDistribution.of(List.of(), MonetaryBasis.TOTAL)))
                .withMessage("distribution must hold a customer with a purchase, but was empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> totals.plus(RfmDistribution.of(base, MonetaryBasis.MEAN_PER_OCCASION)))
                .withMessage("monetaryBasis must be TOTAL in both, but was MEAN_PER_OCCASION");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scorer.withParallelism(0))
                .withMessage("parallelism must be in [1, 1024], but was 0");
    }

    @Test
    void oneScoreIsReadWithoutTheRecord() {
        List<PurchaseSummary> base =
                Base.summaries(List.of(new Base.Raw(3, 2, 100), new Base.Raw(0, 0, 0), new Base.Raw(9, 1, 500)), 2);
        RfmScores scores = RfmScorer.withDefaults().score(base);
        assertThat(scores.hasScore(0)).isTrue();
        assertThat(scores.hasScore(1)).isFalse();
        RfmScore last = scores.of(2).orElseThrow();
        assertThat(List.of(scores.r(2), scores.f(2), scores.m(2))).containsExactly(last.r(), last.f(), last.m());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scores.r(1))
                .withMessage("customer C0001 has no purchase");
    }
}
