package org.loyalty4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.loyalty4j.CalendarPeriods;
import org.loyalty4j.Estimate;
import org.loyalty4j.Scale;
import org.loyalty4j.data.SurveyResponse;

class SurveyPropertyTest {
    private static final LocalDate END = LocalDate.of(2026, 6, 30);

    /** Few customers and few days, so that ties are common; some responses are after the end. */
    @Provide
    Arbitrary<List<SurveyResponse>> responses() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 8),
                        Arbitraries.integers().between(-2, 6),
                        Arbitraries.integers().between(0, 10))
                .as((customer, age, score) -> new SurveyResponse("C" + customer, END.minusDays(age), score))
                .list()
                .ofMaxSize(60);
    }

    @Property(seed = "1")
    void theOrderOfTheResponsesDoesNotMatter(
            @ForAll("responses") List<SurveyResponse> responses,
            @ForAll AnswerRule rule,
            @ForAll @IntRange(max = 6) int maxAgeDays,
            @ForAll long seed) {
        AnswerSelection selection =
                AnswerSelection.withDefaults().withRule(rule).withMaxAgeDays(maxAgeDays);
        List<SurveyResponse> shuffled = new ArrayList<>(responses);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(selection.select(shuffled, Scale.NPS, END)).isEqualTo(selection.select(responses, Scale.NPS, END));
    }

    @Property(seed = "1")
    void everyResponseIsAccountedFor(
            @ForAll("responses") List<SurveyResponse> responses,
            @ForAll AnswerRule rule,
            @ForAll @IntRange(max = 6) int maxAgeDays) {
        SurveyAnswers answers = AnswerSelection.withDefaults()
                .withRule(rule)
                .withMaxAgeDays(maxAgeDays)
                .select(responses, Scale.NPS, END);
        assertThat(answers.read()).isEqualTo(responses.size());
        assertThat(answers.afterAsOf())
                .isEqualTo(responses.stream().filter(r -> r.date().isAfter(END)).count());
        assertThat(answers.answers())
                .allSatisfy(answer ->
                        assertThat(answers.answerOf(answer.customerId())).contains(answer));
    }

    @Property(seed = "1")
    void aMeanLiesBetweenTheAnswersItIsMadeOf(@ForAll("responses") List<SurveyResponse> responses) {
        SurveyAnswers means =
                AnswerSelection.withDefaults().withRule(AnswerRule.MEAN).select(responses, Scale.NPS, END);
        for (SurveyAnswer mean : means.answers()) {
            List<Integer> scores = responses.stream()
                    .filter(r -> r.customerId().equals(mean.customerId())
                            && !r.date().isAfter(END))
                    .map(SurveyResponse::score)
                    .toList();
            assertThat(mean.responses()).isEqualTo(scores.size());
            assertThat(mean.score()).isBetween((double) Collections.min(scores), (double) Collections.max(scores));
        }
    }

    @Property(seed = "1")
    void theNpsAddsUpAndKeepsToItsRange(@ForAll("responses") List<SurveyResponse> responses) {
        SurveyAnswers answers = AnswerSelection.withDefaults().select(responses, Scale.NPS, END);
        Nps nps = Nps.of(answers);
        assertThat(nps.respondents()).isEqualTo(answers.respondents());
        nps.score().ifPresent(score -> assertThat(score).isBetween(-100.0, 100.0));
        assertThat(nps.score().isPresent()).isEqualTo(nps.respondents() > 0);
    }

    @Property(seed = "1")
    void theIntervalOfTheNpsKeepsToItsRangeAndTurnsWithTheScore(
            @ForAll @LongRange(max = 1_000_000) long promoters,
            @ForAll @LongRange(max = 1_000_000) long passives,
            @ForAll @LongRange(min = 1, max = 1_000_000) long detractors) {
        Estimate nps =
                new Nps(promoters, passives, detractors).adjustedWald(0.95).orElseThrow();
        Estimate turned =
                new Nps(detractors, passives, promoters).adjustedWald(0.95).orElseThrow();
        assertThat(nps.interval().lower()).isBetween(-100.0, 100.0);
        assertThat(nps.interval().upper()).isBetween(-100.0, 100.0);

        assertThat(turned.value()).isEqualTo(-nps.value());
        assertThat(turned.interval().lower()).isCloseTo(-nps.interval().upper(), within(1e-9));
    }

    @Property(seed = "1")
    void theTopBoxesGrowToEverybodyAndTheMeanStaysOnTheScale(
            @ForAll List<@LongRange(max = 1000) Long> any, @ForAll @IntRange(min = 2, max = 11) int points) {
        long[] counts = new long[points];
        for (int i = 0; i < any.size(); i++) {
            counts[i % points] += any.get(i);
        }
        AnswerCounts answers = AnswerCounts.of(Scale.likert(points), counts);
        for (int boxes = 1; boxes < points; boxes++) {
            assertThat(answers.top(boxes).successes() + answers.between(1, points - boxes))
                    .isEqualTo(answers.respondents());
        }
        answers.mean().ifPresent(mean -> assertThat(mean).isBetween(1.0, (double) points));
    }

    @Property(seed = "1", tries = 300)
    void tangosIntervalHoldsTheScoreKeepsToItsRangeAndTurnsWithIt(
            @ForAll @LongRange(max = 1_000_000) long promoters,
            @ForAll @LongRange(max = 1_000_000) long passives,
            @ForAll @LongRange(min = 1, max = 1_000_000) long detractors) {
        Estimate nps = new Nps(promoters, passives, detractors).tango(0.95).orElseThrow();
        Estimate turned = new Nps(detractors, passives, promoters).tango(0.95).orElseThrow();
        assertThat(nps.interval().contains(nps.value())).isTrue();
        assertThat(nps.interval().width()).isPositive();
        assertThat(nps.interval().lower()).isGreaterThanOrEqualTo(-100);
        assertThat(nps.interval().upper()).isLessThanOrEqualTo(100);
        assertThat(turned.interval().lower()).isEqualTo(-nps.interval().upper());
    }

    @Property(seed = "1", tries = 200)
    void trendAndNoiseDoNotDependOnTheOrderOfTheResponses(
            @ForAll("responses") List<SurveyResponse> responses, @ForAll long seed) {
        List<SurveyResponse> shuffled = new ArrayList<>(responses);
        Collections.shuffle(shuffled, new Random(seed));
        NpsTrend trend = NpsTrend.of(responses, CalendarPeriods.weeksFrom(DayOfWeek.MONDAY), END);
        assertThat(NpsTrend.of(shuffled, CalendarPeriods.weeksFrom(DayOfWeek.MONDAY), END))
                .isEqualTo(trend);
        long answers = trend.periods().stream()
                .mapToLong(period -> period.nps().respondents())
                .sum();
        assertThat(answers + trend.superseded() + trend.afterAsOf()).isEqualTo(responses.size());
        assertThat(AnswerNoise.estimate(shuffled, Scale.NPS, 3))
                .isEqualTo(AnswerNoise.estimate(responses, Scale.NPS, 3));
    }

    @Property(seed = "1", tries = 200)
    void theMeanOnTheScaleKeepsToItAndHoldsTheMean(
            @ForAll List<@LongRange(max = 1000) Long> any,
            @ForAll @IntRange(min = 2, max = 11) int points,
            @ForAll @IntRange(min = 1, max = 99) int percent) {
        long[] counts = new long[points];
        for (int i = 0; i < any.size(); i++) {
            counts[i % points] += any.get(i);
        }
        AnswerCounts answers = AnswerCounts.of(Scale.likert(points), counts);
        answers.meanOnScale(percent / 100.0).ifPresent(mean -> {
            assertThat(mean.interval().contains(mean.value())).isTrue();
            assertThat(mean.interval().lower()).isGreaterThanOrEqualTo(1);
            assertThat(mean.interval().upper()).isLessThanOrEqualTo(points);
        });
        assertThat(answers.reversed().reversed()).isEqualTo(answers);
    }
}
