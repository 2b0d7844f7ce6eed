package org.loyalty4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.loyalty4j.CalendarPeriods;
import org.loyalty4j.data.SurveyResponse;

class NpsTrendTest {
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);

    static final NpsTrend FOUR_MONTHS = NpsTrend.of(List.of(
            month(0, new Nps(30, 40, 30)),
            month(1, new Nps(40, 35, 25)),
            month(2, new Nps(20, 10, 10)),
            month(3, new Nps(55, 30, 15))));

    private static NpsPeriod month(int month, Nps nps) {
        return new NpsPeriod(JANUARY.plusMonths(month), JANUARY.plusMonths(month + 1), nps);
    }

    @Test
    void readsResponsesByTheCalendar() {
        List<SurveyResponse> responses = List.of(
                new SurveyResponse("A", JANUARY, 10),
                new SurveyResponse("A", JANUARY.plusDays(3), 6),
                new SurveyResponse("B", JANUARY.plusDays(30), 9),
                new SurveyResponse("A", LocalDate.of(2026, 3, 5), 9),
                new SurveyResponse("C", LocalDate.of(2026, 3, 11), 0));
        NpsTrend trend = NpsTrend.of(responses, CalendarPeriods.months(), LocalDate.of(2026, 3, 10));
        assertThat(trend.periods())
                .containsExactly(
                        month(0, new Nps(1, 0, 1)),
                        month(1, new Nps(0, 0, 0)),
                        new NpsPeriod(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 11), new Nps(1, 0, 0)));
        assertThat(trend.superseded()).isEqualTo(1);
        assertThat(trend.afterAsOf()).isEqualTo(1);
        assertThat(trend.slopePerYear(0.95)).isPresent();
        assertThat(trend.departurePValue()).isEmpty();
        assertThat(trend.changes().get(0).value()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        NpsTrend.of(List.of(new SurveyResponse("A", JANUARY, 11)), CalendarPeriods.months(), JANUARY))
                .withMessage("responses[0].score must be on the scale 0..10, but was 11 (customer A)");
    }

    @Test
    void theLatestOfAPeriodCountsAndOnOneDayTheLowestInAnyOrder() {
        List<SurveyResponse> responses = new ArrayList<>(List.of(
                new SurveyResponse("A", JANUARY, 0),
                new SurveyResponse("A", JANUARY.plusDays(9), 10),
                new SurveyResponse("A", JANUARY.plusDays(9), 8),
                new SurveyResponse("A", JANUARY.plusDays(9), 9),
                new SurveyResponse("B", JANUARY.plusDays(2), 3)));
        for (int draw = 0; draw < 20; draw++) {
            Collections.shuffle(responses, new Random(draw));
            NpsTrend trend = NpsTrend.of(responses, CalendarPeriods.months(), JANUARY.plusDays(30));
            assertThat(trend.periods()).containsExactly(month(0, new Nps(0, 1, 1)));
            assertThat(trend.superseded()).isEqualTo(3);
        }
    }

    @Test
    void aLineThroughTwoIsTheirDifference() {
        NpsTrend two = NpsTrend.of(List.of(month(0, new Nps(30, 40, 30)), month(2, new Nps(40, 35, 25))));
        NpsDifference change = two.changes().get(0);
        double years = 59 / 365.25; // between the middles of January and March
        assertThat(two.slopePerYear(0.95).orElseThrow().value())
                .isCloseTo(change.value().orElseThrow() / years, within(1e-9));
        assertThat(two.slopePerYear(0.95).orElseThrow().interval().upper())
                .isCloseTo(change.adjustedWald(0.95).orElseThrow().interval().upper() / years, within(1e-9));
        assertThat(two.pValue().orElseThrow()).isCloseTo(change.pValue().orElseThrow(), within(1e-12));
    }

    @Test
    void showsADepartureFromALine() {
        Nps low = new Nps(200, 400, 400);
        Nps high = new Nps(400, 400, 200);
        NpsTrend trend = NpsTrend.of(List.of(month(0, low), month(1, high), month(2, low), month(3, high)));
        assertThat(trend.departurePValue().orElseThrow()).isLessThan(1e-6);
        assertThat(FOUR_MONTHS.departurePValue().orElseThrow()).isGreaterThan(0.5);
    }

    @Test
    void fewAnswersAPeriodAreNoDeparture() {
        Random random = new Random(4);
        int periods = 24;
        for (int n : new int[] {1, 3, 10, 30}) {
            int found = 0;
            for (int draw = 0; draw < 500; draw++) {
                List<NpsPeriod> drawn = new ArrayList<>();
                for (int month = 0; month < periods; month++) {
                    int promoters =
                            (int) random.doubles(n).filter(u -> u < 0.75).count();
                    drawn.add(month(month, new Nps(promoters, 0, n - promoters)));
                }
                found += NpsTrend.of(drawn).departurePValue().orElseThrow() < 0.05 ? 1 : 0;
            }
            assertThat(found).as("of 500 at %s answers a month", n).isBetween(n == 1 ? 0 : 5, 45);
        }
        NpsTrend falling = NpsTrend.of(List.of(
                new NpsPeriod(JANUARY, JANUARY.plusDays(30), new Nps(7, 0, 0)),
                new NpsPeriod(JANUARY.plusDays(30), JANUARY.plusDays(60), new Nps(0, 3, 0)),
                new NpsPeriod(JANUARY.plusDays(60), JANUARY.plusDays(90), new Nps(0, 0, 5))));
        assertThat(falling.departurePValue()).hasValue(1);
        NpsPeriod alike = month(0, new Nps(2, 0, 0));
        assertThat(NpsTrend.of(List.of(alike, month(1, new Nps(1, 0, 0)), month(2, new Nps(4, 0, 0))))
                        .departurePValue())
                .hasValue(1);
    }

    @Test
    void oneScoreIsNoTrend() {
        assertThat(NpsTrend.of(List.of(), CalendarPeriods.quarters(), JANUARY).periods())
                .isEmpty();
        NpsTrend one = NpsTrend.of(List.of(month(0, new Nps(1, 2, 3)), month(1, new Nps(0, 0, 0))));
        assertThat(one.slopePerYear(0.95)).isEmpty();
        assertThat(one.pValue()).isEmpty();
        assertThat(one.toString()).endsWith("no slope");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.slopePerYear(95))
                .withMessage("confidence must be in (0, 1), but was 95.0");
    }

    @Test
    void refusesPeriodsOutOfOrder() {
        NpsPeriod first = month(0, new Nps(1, 1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NpsTrend.of(List.of(first, first)))
                .withMessage("periods must follow each other, but periods[1] starts on 2026-01-01 before 2026-02-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NpsPeriod(JANUARY, JANUARY, new Nps(1, 1, 1)))
                .withMessage("endExclusive must be after startInclusive 2026-01-01, but was 2026-01-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NpsTrend(List.of(), -1, 0))
                .withMessage("superseded must be in [0, inf), but was -1");
    }

    @Test
    void printsATable() {
        assertThat(FOUR_MONTHS).hasToString("""
                        from        to          answers     NPS  95 % interval
                        2026-01-01  2026-01-31      100     0.0  [-15.1, 15.1]
                        2026-02-01  2026-02-28      100    15.0  [-0.8, 30.0]
                        2026-03-01  2026-03-31       40    25.0  [-1.9, 48.2]
                        2026-04-01  2026-04-30      100    40.0  [24.6, 53.2]
                        slope a year 160.5  [76.9, 241.5], p 0.0002""");
        assertThat(FOUR_MONTHS.periods().get(0))
                .hasToString("2026-01-01 to 2026-01-31: NPS 0.0 (30 promoters, 40 passives, 30 detractors)");
    }
}
