package org.loyalty4j.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.summary.PurchaseSummary;
import org.loyalty4j.support.Base;
import org.loyalty4j.support.Draw;
import org.loyalty4j.support.Row;

class RfmScorerPropertyTest {

    @Provide
    Arbitrary<List<Base.Raw>> raws() {
        return Base.raws();
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        return Draw.rowsWithABuyer();
    }

    /** Every scorer that finds its cuts itself, with 2 to 10 bins. */
    @Provide
    Arbitrary<RfmScorer> scorers() {
        return scorers(BinningRule.QUANTILE, BinningRule.MID_RANK, BinningRule.RANK_TILES);
    }

    /** Those that keep equal values together. */
    @Provide
    Arbitrary<RfmScorer> fairScorers() {
        return scorers(BinningRule.QUANTILE, BinningRule.MID_RANK);
    }

    private static Arbitrary<RfmScorer> scorers(BinningRule... rules) {
        return Combinators.combine(
                        Arbitraries.integers().between(2, 10),
                        Arbitraries.of(rules),
                        Arbitraries.of(Nesting.values()),
                        Arbitraries.of(MonetaryBasis.values()))
                .as((bins, rule, nesting, basis) -> RfmScorer.withDefaults()
                        .withBins(bins)
                        .withRule(rule)
                        .withNesting(nesting)
                        .withMonetaryBasis(basis));
    }

    /** A customer's place on an axis, as an exact fraction: higher is better. */
    private record Place(BigInteger numerator, BigInteger denominator) implements Comparable<Place> {
        static Place of(long numerator, long denominator) {
            return new Place(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
        }

        @Override
        public int compareTo(Place other) {
            return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
        }
    }

    private static Function<PurchaseSummary, Place> place(RfmAxis axis, MonetaryBasis basis) {
        return switch (axis) {
            case RECENCY -> s -> Place.of(-s.recencyDays().orElseThrow(), 1);
            case FREQUENCY -> s -> Place.of(s.frequency(), 1);
            case MONETARY -> s -> Place.of(s.totalMinor(), basis == MonetaryBasis.TOTAL ? 1 : s.frequency());
        };
    }

    private static int score(RfmScore score, RfmAxis axis) {
        return switch (axis) {
            case RECENCY -> score.r();
            case FREQUENCY -> score.f();
            case MONETARY -> score.m();
        };
    }

    /** Calls a check for each group of customers who are cut together, with their places and scores. */
    private static void onEachAxis(List<PurchaseSummary> all, RfmScores scores, AxisCheck check) {
        List<PurchaseSummary> buyers =
                all.stream().filter(PurchaseSummary::hasPurchase).toList();
        List<RfmScore> given = scores.scores();
        assertThat(given.stream().map(RfmScore::customerId))
                .containsExactlyElementsOf(
                        buyers.stream().map(PurchaseSummary::customerId).toList());
        for (RfmAxis axis : RfmAxis.values()) {
            Function<PurchaseSummary, Place> place = place(axis, scores.scale().monetaryBasis());
            Map<String, List<Integer>> groups = IntStream.range(0, buyers.size())
                    .boxed()
                    .collect(Collectors.groupingBy(
                            i -> cutTogether(axis, given.get(i), scores.scale().nesting())));
            for (List<Integer> group : groups.values()) {
                check.check(
                        group.stream().map(i -> place.apply(buyers.get(i))).toList(),
                        group.stream().mapToInt(i -> score(given.get(i), axis)).toArray());
            }
        }
    }

    private static String cutTogether(RfmAxis axis, RfmScore score, Nesting nesting) {
        if (nesting == Nesting.INDEPENDENT || axis == RfmAxis.RECENCY) {
            return "all";
        }
        return axis == RfmAxis.FREQUENCY ? "R" + score.r() : "R" + score.r() + "F" + score.f();
    }

    private interface AxisCheck {
        void check(List<Place> places, int[] scores);
    }

    private static long behind(List<Place> places, Place place) {
        return places.stream().filter(other -> other.compareTo(place) < 0).count();
    }

    private static long level(List<Place> places, Place place) {
        return places.stream().filter(other -> other.compareTo(place) == 0).count();
    }

    @Property(seed = "1")
    void quantileScoresByTheShareStrictlyBehind(
            @ForAll("raws") List<Base.Raw> raws,
            @ForAll @IntRange(min = 2, max = 10) int bins,
            @ForAll Nesting nesting,
            @ForAll MonetaryBasis basis) {
        List<PurchaseSummary> all = Base.summaries(raws, 2);
        RfmScores scores = RfmScorer.withDefaults()
                .withBins(bins)
                .withNesting(nesting)
                .withMonetaryBasis(basis)
                .score(all);
        onEachAxis(all, scores, (places, given) -> {
            for (int i = 0; i < given.length; i++) {
                // The best s with behind >= (s - 1)/k n.
                long behind = behind(places, places.get(i));
                int expected = 1;
                while (expected < bins && behind * bins >= (long) expected * places.size()) {
                    expected++;
                }
                assertThat(given[i]).isEqualTo(expected);
            }
        });
    }

    @Property(seed = "1")
    void midRankScoresByTheShareBehindAndHalfOfThoseLevel(
            @ForAll("raws") List<Base.Raw> raws,
            @ForAll @IntRange(min = 2, max = 10) int bins,
            @ForAll Nesting nesting,
            @ForAll MonetaryBasis basis) {
        List<PurchaseSummary> all = Base.summaries(raws, 2);
        RfmScores scores = RfmScorer.withDefaults()
                .withBins(bins)
                .withRule(BinningRule.MID_RANK)
                .withNesting(nesting)
                .withMonetaryBasis(basis)
                .score(all);
        onEachAxis(all, scores, (places, given) -> {
            for (int i = 0; i < given.length; i++) {
                long twice = 2 * behind(places, places.get(i)) + level(places, places.get(i));
                int expected = 1;
                while (expected < bins && twice * bins >= 2L * expected * places.size()) {
                    expected++;
                }
                assertThat(given[i]).isEqualTo(expected);
            }
        });
    }

    @Property(seed = "1")
    void tilesAreOfEqualSizeAndInOrder(
            @ForAll("raws") List<Base.Raw> raws,
            @ForAll @IntRange(min = 2, max = 10) int bins,
            @ForAll Nesting nesting) {
        List<PurchaseSummary> all = Base.summaries(raws, 2);
        RfmScores scores = RfmScorer.withDefaults()
                .withBins(bins)
                .withRule(BinningRule.RANK_TILES)
                .withNesting(nesting)
                .score(all);
        onEachAxis(all, scores, (places, given) -> {
            int[] sizes = new int[bins];
            for (int i = 0; i < given.length; i++) {
                sizes[given[i] - 1]++;
                for (int j = 0; j < i; j++) {
                    int order = places.get(j).compareTo(places.get(i));
                    if (order <= 0) {
                        assertThat(given[j]).isLessThanOrEqualTo(given[i]); // equals in the order of the list
                    } else {
                        assertThat(given[j]).isGreaterThanOrEqualTo(given[i]);
                    }
                }
            }
            for (int tile = 1; tile < bins; tile++) {
                assertThat(sizes[tile - 1] - sizes[tile]).isBetween(0, 1);
            }
            assertThat(sizes[0] - sizes[bins - 1]).isBetween(0, 1);
        });
    }

    @Property(seed = "1")
    void betterValuesNeverScoreWorse(@ForAll("raws") List<Base.Raw> raws, @ForAll("scorers") RfmScorer scorer) {
        List<PurchaseSummary> all = Base.summaries(raws, 2);
        onEachAxis(all, scorer.score(all), (places, given) -> {
            for (int i = 0; i < given.length; i++) {
                for (int j = 0; j < given.length; j++) {
                    if (places.get(i).compareTo(places.get(j)) > 0) {
                        assertThat(given[i]).isGreaterThanOrEqualTo(given[j]);
                    }
                }
            }
        });
    }

    @Property(seed = "1")
    void equalValuesScoreTheSame(@ForAll("raws") List<Base.Raw> raws, @ForAll("fairScorers") RfmScorer scorer) {
        List<PurchaseSummary> all = Base.summaries(raws, 2);
        onEachAxis(all, scorer.score(all), (places, given) -> {
            for (int i = 0; i < given.length; i++) {
                for (int j = 0; j < i; j++) {
                    if (places.get(i).compareTo(places.get(j)) == 0) {
                        assertThat(given[i]).isEqualTo(given[j]);
                    }
                }
            }
        });
    }

    @Property(seed = "1")
    void theScaleScoresItsOwnBaseAsTheBulkDoes(
            @ForAll("raws") List<Base.Raw> raws, @ForAll("fairScorers") RfmScorer scorer) {
        List<PurchaseSummary> all = Base.summaries(raws, 2);
        RfmScores scores = scorer.score(all);
        for (int c = 0; c < all.size(); c++) {
            assertThat(scores.scale().score(all.get(c))).isEqualTo(scores.of(c));
        }
        assertThat(scorer.fit(all)).isEqualTo(scores.scale());
    }

    @Property(seed = "1")
    void explanationsNameTheCutsOnBothSides(
            @ForAll("raws") List<Base.Raw> raws, @ForAll("fairScorers") RfmScorer scorer) {
        for (RfmScore score : scorer.score(Base.summaries(raws, 2)).scores()) {
            for (AxisExplanation explanation : score.explain()) {
                assertThat(explanation.score()).isEqualTo(score(score, explanation.axis()));
                Cut reached = explanation.reached();
                Cut next = explanation.next();
                assertThat(reached == null || reached.isReachedBy(explanation.value(), explanation.axis()))
                        .isTrue();
                assertThat(next != null && next.isReachedBy(explanation.value(), explanation.axis()))
                        .isFalse();
            }
        }
    }

    @Property(seed = "1")
    void theOrderOfTheListDoesNotMatter(
            @ForAll("raws") List<Base.Raw> raws, @ForAll("fairScorers") RfmScorer scorer, @ForAll Random random) {
        List<PurchaseSummary> all = Base.summaries(raws, 2);
        List<PurchaseSummary> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        assertThat(scorer.score(shuffled).scores())
                .containsExactlyInAnyOrderElementsOf(scorer.score(all).scores());
    }

    @Property(seed = "1")
    void anySplitAndOrderOfTheLogGivesTheSameScoresAndSegments(
            @ForAll("rows") List<Row> rows, @ForAll("scorers") RfmScorer scorer, @ForAll Random random) {
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        int cut = random.nextInt(rows.size() + 1);
        TransactionLog merged = Row.log(shuffled.subList(cut, rows.size())).merge(Row.log(shuffled.subList(0, cut)));
        PurchaseSummaries expected = PurchaseSummaries.of(Row.log(rows), Row.date(Draw.LAST_DAY));
        PurchaseSummaries actual = PurchaseSummaries.of(merged, Row.date(Draw.LAST_DAY));
        assertThat(actual).isEqualTo(expected);
        assertThat(actual.dataReport()).isEqualTo(expected.dataReport());
        RfmScores scores = scorer.score(actual);
        assertThat(scores.scores()).isEqualTo(scorer.score(expected).scores());
        SegmentMap map = SegmentMap.standard(scores.scale().bins());
        assertThat(SegmentTable.of(actual, scores, map))
                .isEqualTo(SegmentTable.of(expected, scorer.score(expected), map));
    }

    @Property(seed = "1")
    void theUnitOfMoneyDoesNotMatter(@ForAll("raws") List<Base.Raw> raws, @ForAll("scorers") RfmScorer scorer) {
        RfmScores yen = scorer.score(Base.summaries(raws, 0));
        RfmScores thousands = scorer.score(Base.summaries(raws, 3));
        SegmentMap map = SegmentMap.standard(yen.scale().bins());
        assertThat(thousands.scores().stream().map(RfmScore::toString))
                .containsExactlyElementsOf(
                        yen.scores().stream().map(RfmScore::toString).toList());
        assertThat(thousands.scores().stream().map(map::segmentOf))
                .containsExactlyElementsOf(
                        yen.scores().stream().map(map::segmentOf).toList());
    }

    @Property(seed = "1")
    void theTableAddsUpToTheBase(@ForAll("raws") List<Base.Raw> raws, @ForAll("scorers") RfmScorer scorer) {
        List<PurchaseSummary> all = Base.summaries(raws, 2);
        RfmScores scores = scorer.score(all);
        SegmentMap map = SegmentMap.standard(scores.scale().bins());
        SegmentTable table = SegmentTable.of(all, scores, map);
        assertThat(table).hasSize(map.segments().size() + 1);
        assertThat(table.stream().mapToLong(SegmentSummary::customers).sum()).isEqualTo(all.size());
        assertThat(table.stream().mapToLong(SegmentSummary::orders).sum())
                .isEqualTo(all.stream().mapToLong(PurchaseSummary::frequency).sum());
        assertThat(table.stream()
                        .map(row -> row.revenue().movePointRight(2).longValueExact())
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(all.stream().mapToLong(PurchaseSummary::totalMinor).sum());
        assertThat(table.get(table.size() - 1).customers())
                .isEqualTo(all.stream().filter(s -> !s.hasPurchase()).count());
        for (SegmentSummary row : table) {
            assertThat(row.medians() != null).isEqualTo(row.orders() > 0);
        }
    }

    @Property(seed = "1")
    void theCompositeRisesWithEachScore(
            @ForAll @IntRange(min = 2, max = 10) int bins,
            @ForAll @IntRange(max = 9) int wR,
            @ForAll @IntRange(max = 9) int wF,
            @ForAll @IntRange(min = 1, max = 9) int wM) {
        RfmScale scale = RfmScorer.withDefaults().withBins(bins).fit(Base.ofFrequencies(1, 2, 3));
        RfmWeights weights = new RfmWeights(wR, wF, wM);
        for (int s = 1; s <= bins; s++) {
            double low = new RfmScore("C", s, 1, 1, 0, 1, 1, scale).composite(weights);
            assertThat(low).isBetween(0.0, 100.0);
            if (s > 1) {
                double before = new RfmScore("C", s - 1, 1, 1, 0, 1, 1, scale).composite(weights);
                assertThat(low > before).isEqualTo(wR > 0);
            }
        }
        assertThat(new RfmScore("C", 1, 1, 1, 0, 1, 1, scale).composite(weights))
                .isEqualTo(0);
        assertThat(new RfmScore("C", bins, bins, bins, 0, 1, 1, scale).composite(weights))
                .isEqualTo(100);
    }
}
