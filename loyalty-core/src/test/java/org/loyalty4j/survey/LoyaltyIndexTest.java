package org.loyalty4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Estimate;
import org.loyalty4j.Scale;

class LoyaltyIndexTest {
    private static final LocalDate END = LocalDate.of(2026, 6, 30);

    /** Answers of customers C00, C01, ..; -1 is none. */
    static SurveyAnswers answers(Scale scale, int... scores) {
        List<SurveyAnswer> answers = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] >= 0) {
                answers.add(new SurveyAnswer(String.format(Locale.ROOT, "C%02d", i), END.minusDays(i), scores[i], 1));
            }
        }
        return new SurveyAnswers(scale, AnswerRule.LATEST, END, answers, 0, 0, 0);
    }

    private static final SurveyItem RECOMMEND = SurveyItem.of("recommend", answers(Scale.NPS, 10, 8, 5, 0, 9, -1, 7));
    private static final SurveyItem SATISFIED =
            SurveyItem.of("satisfied", answers(Scale.likert(5), 5, 4, 2, 1, 5, 3, -1));
    private static final SurveyItem SWITCH =
            SurveyItem.reversed("would switch", answers(Scale.likert(5), 1, 2, 3, 5, 2, 3, -1));

    @Test
    void isTheMeanOfTheItemsInPercentOfMaximum() {
        IndexScores index = LoyaltyIndex.withDefaults().score(List.of(RECOMMEND, SATISFIED, SWITCH));
        assertThat(index.scores())
                .containsExactly(
                        new IndexScore("C00", END, 100, 3),
                        new IndexScore("C01", END.minusDays(1), (80 + 75 + 75) / 3.0, 3),
                        new IndexScore("C02", END.minusDays(2), (50 + 25 + 50) / 3.0, 3),
                        new IndexScore("C03", END.minusDays(3), 0, 3),
                        new IndexScore("C04", END.minusDays(4), (90 + 100 + 75) / 3.0, 3));
        assertThat(index.complete()).isEqualTo(5);
        assertThat(index.tooFew()).isEqualTo(2);
        assertThat(index.items()).containsExactly("recommend", "satisfied", "would switch");
        assertThat(index.toString())
                .startsWith("Index of 3 items for 5 customers, 5 of them complete; 2 with too few answers; alpha 0.98");
    }

    @Test
    void mayTakeTheItemsAnswered() {
        IndexScores index = LoyaltyIndex.withDefaults().withLeastItems(2).score(List.of(RECOMMEND, SATISFIED, SWITCH));
        assertThat(index.scores()).hasSize(6);
        assertThat(index.scores().get(5)).isEqualTo(new IndexScore("C05", END.minusDays(5), 50, 2));
        assertThat(index.tooFew()).isEqualTo(1);
        assertThat(index.complete()).isEqualTo(5);
        assertThat(LoyaltyIndex.withDefaults()
                        .withLeastItems(1)
                        .score(List.of(RECOMMEND, SATISFIED, SWITCH))
                        .scores())
                .hasSize(7);
        assertThat(LoyaltyIndex.withDefaults().leastItems()).isEmpty();
        assertThat(LoyaltyIndex.withDefaults().withLeastItems(2).leastItems()).hasValue(2);
        assertThat(LoyaltyIndex.withDefaults()).hasToString("Index over all items");
        assertThat(LoyaltyIndex.withDefaults().withLeastItems(2)).hasToString("Index over at least 2 items");
    }

    @Test
    void canBeAnAttitudeAxis() {
        IndexScores index = LoyaltyIndex.withDefaults().score(List.of(RECOMMEND, SATISFIED));
        SurveyAnswers answers = index.answers();
        assertThat(answers.scale()).isEqualTo(new Scale(0, 100));
        assertThat(answers.answerOf("C01")).contains(new SurveyAnswer("C01", END.minusDays(1), 77.5, 2));
        Estimate mean = index.mean(0.95).orElseThrow();
        assertThat(mean.value())
                .isCloseTo(
                        index.scores().stream()
                                .mapToDouble(IndexScore::percent)
                                .average()
                                .orElseThrow(),
                        within(1e-12));
        assertThat(mean.interval().contains(mean.value())).isTrue();
    }

    @Test
    void aNeedlessItemShows() {
        SurveyItem wrongWay = SurveyItem.of("would switch", SWITCH.answers());
        ItemAnalysis wrong = LoyaltyIndex.withDefaults()
                .score(List.of(RECOMMEND, SATISFIED, wrongWay))
                .analysis()
                .orElseThrow();
        assertThat(wrong.itemTotalCorrelation(2).orElseThrow()).isLessThan(-0.9);
        assertThat(wrong.alphaIfDeleted(2).orElseThrow())
                .isGreaterThan(wrong.alpha().orElseThrow());
    }

    @Test
    void mayBeUndefined() {
        SurveyItem none = SurveyItem.of("none", answers(Scale.NPS));
        IndexScores empty = LoyaltyIndex.withDefaults().score(List.of(RECOMMEND, none));
        assertThat(empty.scores()).isEmpty();
        assertThat(empty.mean(0.95)).isEmpty();
        assertThat(empty.analysis()).isEmpty();
        assertThat(empty).hasToString("Index of 2 items for 0 customers, 0 of them complete; 6 with too few answers");
        SurveyItem same = SurveyItem.of("same", answers(Scale.NPS, 7, 7, 7));
        ItemAnalysis constant = LoyaltyIndex.withDefaults()
                .score(List.of(same, SurveyItem.of("also", same.answers())))
                .analysis()
                .orElseThrow();
        assertThat(constant.alpha()).isEmpty();
        assertThat(constant.alpha(0.95)).isEmpty();
        assertThat(constant.alphaDistributionFree(0.95)).isEmpty();
        assertThat(constant.standardisedAlpha()).isEmpty();
        assertThat(constant.meanCorrelation()).isEmpty();
        assertThat(constant.itemTotalCorrelation(0)).isEmpty();
        assertThat(constant.alphaIfDeleted(0)).isEmpty();
    }

    @Test
    void perfectAgreementIsAnAlphaOfOne() {
        ItemAnalysis analysis = LoyaltyIndex.withDefaults()
                .score(List.of(RECOMMEND, SurveyItem.of("again", RECOMMEND.answers())))
                .analysis()
                .orElseThrow();
        assertThat(analysis.alpha().orElseThrow()).isCloseTo(1, within(1e-14));
        assertThat(analysis.standardisedAlpha().orElseThrow()).isCloseTo(1, within(1e-14));
        assertThat(analysis.alpha(0.95).orElseThrow().interval().width()).isCloseTo(0, within(1e-12));
        assertThat(analysis.alphaDistributionFree(0.95)).isEmpty();
        // The opposite: r = -1, for which the standardised alpha of two items has no bound.
        ItemAnalysis opposite = LoyaltyIndex.withDefaults()
                .score(List.of(RECOMMEND, SurveyItem.reversed("not", RECOMMEND.answers())))
                .analysis()
                .orElseThrow();
        assertThat(opposite.alpha()).isEmpty();
        assertThat(opposite.standardisedAlpha()).isEmpty();
    }

    @Test
    void refusesWhatMakesNoSense() {
        LoyaltyIndex index = LoyaltyIndex.withDefaults();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> index.score(List.of(RECOMMEND)))
                .withMessage("items.size must be in [2, 2147483647], but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> index.score(List.of(RECOMMEND, RECOMMEND)))
                .withMessage("items[1].name must be unique, but was recommend");
        SurveyAnswers earlier = new SurveyAnswers(Scale.NPS, AnswerRule.LATEST, END.minusDays(1), List.of(), 0, 0, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> index.score(List.of(RECOMMEND, SurveyItem.of("x", earlier))))
                .withMessage("items[1].answers.asOf must be 2026-06-30 as that of the first, but was 2026-06-29");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> index.withLeastItems(0))
                .withMessage("items must be in [1, inf), but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SurveyItem.of(" ", earlier))
                .withMessage("name must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IndexScore("A", END, 101, 1))
                .withMessage("percent must be in [0, 100], but was 101.0");
        List<List<Double>> covariances = List.of(List.of(1.0, 0.0), List.of(0.0, -1.0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ItemAnalysis(List.of("a", "b"), 2, List.of(1.0, 2.0), covariances, null))
                .withMessage("covariances[1][1] must be in [0, inf), but was -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ItemAnalysis(List.of("a", "b"), 1, List.of(1.0, 2.0), covariances, null))
                .withMessage("respondents must be in [2, inf), but was 1");
        ItemAnalysis analysis =
                index.score(List.of(RECOMMEND, SATISFIED)).analysis().orElseThrow();
        assertThatThrownBy(() -> analysis.alphaIfDeleted(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> analysis.itemTotalCorrelation(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void itemsThatAreAllTheSameHaveAnAlphaOfOneAndAnInterval() {
        for (int k = 2; k < 12; k++) {
            for (int customers = 2; customers < 20; customers++) {
                int[] given = new Random(k).ints(customers, 0, 11).toArray();
                List<SurveyItem> items = IntStream.range(0, k)
                        .mapToObj(i -> SurveyItem.of("item " + i, answers(Scale.NPS, given)))
                        .toList();
                ItemAnalysis analysis =
                        LoyaltyIndex.withDefaults().score(items).analysis().orElseThrow();
                analysis.alpha(0.95).ifPresent(alpha -> {
                    assertThat(alpha.value()).isEqualTo(1, within(1e-12)).isLessThanOrEqualTo(1);
                    assertThat(alpha.interval().width()).isEqualTo(0, within(1e-12));
                });
            }
        }
    }

    @Test
    void printsATable() {
        assertThat(LoyaltyIndex.withDefaults()
                        .score(List.of(RECOMMEND, SATISFIED, SWITCH))
                        .analysis()
                        .orElseThrow())
                .hasToString("""
                        alpha 0.982 of 3 items over 5 customers
                                        mean      sd  item-total  alpha if deleted
                        recommend       64.0    40.4       0.992             0.953
                        satisfied       60.0    45.4       0.947             0.993
                        would switch    60.0    37.9       0.964             0.977""");
        assertThat(SWITCH.toString()).startsWith("would switch (reversed): 6 answers");
        assertThat(SATISFIED.toString()).startsWith("satisfied: 6 answers");
    }
}
