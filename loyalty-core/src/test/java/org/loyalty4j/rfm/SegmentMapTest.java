package org.loyalty4j.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.loyalty4j.LocalizedText;
import org.loyalty4j.Proportion;
import org.loyalty4j.summary.PurchaseSummary;
import org.loyalty4j.support.Base;

/** Segments: their rules, their map and their table. */
class SegmentMapTest {
    private static final Segment GOLD = new Segment("gold", new LocalizedText("Gold", "金"));
    private static final Segment REST = new Segment("rest", new LocalizedText("Rest", "その他"));
    private static final ScoreRange ANY = ScoreRange.of(1, 3);

    @Test
    void theStandardMapHasTheUsualElevenInTwoLanguages() {
        List<Segment> segments = SegmentMap.standard().segments();
        assertThat(segments.stream().map(Segment::toString))
                .containsExactlyInAnyOrder(
                        "Champions",
                        "Loyal Customers",
                        "Potential Loyalists",
                        "New Customers",
                        "Promising",
                        "Need Attention",
                        "About To Sleep",
                        "At Risk",
                        "Can't Lose Them",
                        "Hibernating",
                        "Lost");
        assertThat(segments.stream().map(segment -> segment.name().japanese())).doesNotHaveDuplicates();
        assertThat(segments.stream().map(Segment::key)).doesNotHaveDuplicates().doesNotContain("no_purchase");
        assertThat(SegmentMap.standard()).hasToString("SegmentMap: 11 rules, 11 segments, 5 bins");
    }

    @Test
    void fewerBinsHaveFewerSegments() {
        assertThat(SegmentMap.standard(2).segments()).hasSize(6);
        assertThat(SegmentMap.standard(100).segments()).hasSize(11);
        for (int bins = 2; bins <= 20; bins++) {
            assertThat(SegmentMap.standard(bins).bins()).isEqualTo(bins);
        }
        for (int bins : new int[] {1, 101}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SegmentMap.standard(bins))
                    .withMessage("bins must be in [2, 100], but was " + bins);
            assertThatIllegalArgumentException().isThrownBy(() -> SegmentMap.builder(bins));
        }
    }

    @Test
    void theFirstRuleThatMatchesDecides() {
        SegmentMap map = SegmentMap.builder(3)
                .rule(GOLD, ScoreRange.of(3), ANY, ScoreRange.of(2, 3))
                .otherwise(REST)
                .build();
        assertThat(map.segmentOf(3, 1, 2)).isEqualTo(GOLD);
        assertThat(map.segmentOf(3, 1, 1)).isEqualTo(REST);
        assertThat(map.segmentOf(2, 3, 3)).isEqualTo(REST);
        assertThat(map.rules()).hasSize(2);
        RfmScore score = new RfmScore(
                "a", 3, 1, 2, 1, 1, 1, RfmScorer.withDefaults().withBins(3).fit(Base.ofFrequencies(1)));
        assertThat(map.segmentOf(score)).isEqualTo(GOLD);
        assertThat(map.explain(score)).hasToString("a 3-1-2 first matches rule 1 (Gold: R 3, F 1-3, M 2-3)");
        assertThat(map)
                .isEqualTo(SegmentMap.builder(3)
                        .rule(GOLD, ScoreRange.of(3), ANY, ScoreRange.of(2, 3))
                        .otherwise(REST)
                        .build());
        assertThat(map).isNotEqualTo(SegmentMap.builder(3).otherwise(REST).build());
    }

    @Test
    void refusesHolesAndDeadRulesAndOtherBins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentMap.builder(3)
                        .rule(GOLD, ScoreRange.of(1), ANY, ANY)
                        .build())
                .withMessage("the rules must cover every cell, but none matches R 2, F 1, M 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentMap.builder(3).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentMap.builder(3)
                        .otherwise(REST)
                        .rule(GOLD, ScoreRange.of(3), ANY, ANY)
                        .build())
                .withMessage("each rule must be the first to match some cell, but rule 2 (Gold: R 3, F 1-3, M 1-3)"
                        + " never is");
        RfmScore three = new RfmScore(
                "a", 3, 1, 2, 1, 1, 1, RfmScorer.withDefaults().withBins(3).fit(Base.ofFrequencies(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentMap.standard().explain(three))
                .withMessage("score must be on a scale of 5 bins, but was on one of 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentMap.standard().segmentOf(1, 6, 1))
                .withMessage("f must be in [1, 5], but was 6");
    }

    @Test
    void rangesAndSegmentsAreChecked() {
        assertThat(ScoreRange.of(2, 4).contains(1)).isFalse();
        assertThat(ScoreRange.of(2, 4).contains(2)).isTrue();
        assertThat(ScoreRange.of(2, 4).contains(4)).isTrue();
        assertThat(ScoreRange.of(2, 4).contains(5)).isFalse();
        assertThat(ScoreRange.of(2, 4)).hasToString("2-4");
        assertThat(ScoreRange.of(2)).hasToString("2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoreRange.of(0, 2))
                .withMessage("lowest must be in [1, 2], but was 0");
        assertThatIllegalArgumentException().isThrownBy(() -> ScoreRange.of(3, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Segment("", new LocalizedText("a", "b")))
                .withMessage("key must not be blank");
    }

    @Test
    void theTableSumsUpEachSegment() {
        List<PurchaseSummary> base = Base.summaries(
                List.of(
                        new Base.Raw(1, 5, 1_000),
                        new Base.Raw(2, 4, 501),
                        new Base.Raw(300, 1, 100),
                        new Base.Raw(0, 0, -50)),
                2);
        SegmentMap map = SegmentMap.builder(2)
                .rule(GOLD, ScoreRange.of(2), ScoreRange.of(1, 2), ScoreRange.of(1, 2))
                .otherwise(REST)
                .build();
        RfmScores scores = RfmScorer.withDefaults()
                .withFixedCuts(new double[] {30}, new double[] {2}, new double[] {5})
                .score(base);
        SegmentTable table = SegmentTable.of(base, scores, map);
        SegmentSummary gold = table.get(0);
        assertThat(gold)
                .isEqualTo(new SegmentSummary(
                        GOLD, 2, 4, 9, new BigDecimal("15.01"), new SegmentSummary.Medians(1.5, 4.5, 7.505)));
        assertThat(gold.share()).isEqualTo(new Proportion(2, 4));
        assertThat(gold.meanOrderValue()).hasValue(15.01 / 9);
        assertThat(table.get(1).customers()).isEqualTo(1);
        SegmentSummary none = table.get(2);
        assertThat(none.segment()).isEqualTo(Segment.NO_PURCHASE);
        assertThat(none.revenue()).isEqualTo(new BigDecimal("-0.50"));
        assertThat(none.meanOrderValue()).isEmpty();
        assertThat(none.medians()).isNull();
        assertThat(table.toString().lines())
                .containsExactly(
                        "segment               customers     orders          revenue",
                        "Gold                          2          9            15.01",
                        "Rest                          1          1             1.00",
                        "No Purchase                   1          0            -0.50");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentTable.of(base.subList(0, 2), scores, map))
                .withMessage("scores must be of the same 2 customers as the summaries, but were of 4");
        assertThatIllegalArgumentException().isThrownBy(() -> SegmentTable.of(base, scores, SegmentMap.standard()));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> SegmentTable.of(List.of(base.get(1), base.get(0), base.get(2), base.get(3)), scores, map))
                .withMessage("scores[0] must be of customer " + base.get(1).customerId() + ", but was of "
                        + base.get(0).customerId());
        List<PurchaseSummary> yen = Base.summaries(List.of(new Base.Raw(1, 5, 1_000)), 0);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> SegmentTable.of(List.of(base.get(0), yen.get(0), base.get(2), base.get(3)), scores, map))
                .withMessage("scale must be 2 in all summaries, but was 0 (customer "
                        + yen.get(0).customerId() + ")");
    }

    @Test
    void aSummaryChecksItsCounts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SegmentSummary(GOLD, -1, 2, 0, BigDecimal.ZERO, null))
                .withMessage("customers must be in [0, 2], but was -1");
        assertThatIllegalArgumentException().isThrownBy(() -> new SegmentSummary(GOLD, 3, 2, 0, BigDecimal.ZERO, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SegmentSummary(GOLD, 1, 2, -1, BigDecimal.ZERO, null))
                .withMessage("orders must be in [0, inf), but was -1");
    }
}
