package org.loyalty4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Proportion;
import org.loyalty4j.Scale;

class NonResponseTest {
    private static final LocalDate END = LocalDate.of(2026, 6, 30);

    @Test
    void theTableCountsEveryStratum() {
        ResponseTable table = ResponseTable.of(
                new int[] {0, 0, 1, 1, 1}, List.of("frequent", "seldom", "empty"), BitSet.valueOf(new long[] {0b01011
                }));
        assertThat(table.rows())
                .containsExactly(
                        new ResponseTable.Row("frequent", new ResponseRate(2, 2)),
                        new ResponseTable.Row("seldom", new ResponseRate(1, 3)),
                        new ResponseTable.Row("empty", new ResponseRate(0, 0)));
        assertThat(table.overall()).isEqualTo(new ResponseRate(3, 5));
        assertThat(table).hasToString("""
                        stratum     customers    responded  rate, %     95 % interval
                        frequent            2            2   100.00    34.24   100.00
                        seldom              3            1    33.33     6.15    79.23
                        empty               0            0                          \s
                        all                 5            3    60.00    23.07    88.24
                        """);
        assertThatThrownBy(() -> ResponseTable.of(new int[0], List.of("a", "a"), new BitSet()))
                .hasMessage("rows must have one stratum each, but had two of a");
    }

    @Test
    void theBiasSplitsAColumn() {
        ResponseBias bias =
                ResponseBias.of("orders", new double[] {5, 1, 7, 2, 3}, BitSet.valueOf(new long[] {0b00101}));
        assertThat(bias.answered()).isEqualTo(ColumnSummary.of(new double[] {7, 5}));
        assertThat(bias.silent()).isEqualTo(ColumnSummary.of(new double[] {1, 2, 3}));
        assertThat(bias.difference(0.95).orElseThrow().value()).isEqualTo(4);
        assertThat(bias)
                .hasToString("orders: answered 2 customers, mean 6.000, median 6.000; "
                        + "silent 3 customers, mean 2.000, median 2.000; standardised difference 3.266");

        ResponseBias nobody = ResponseBias.of("orders", new double[] {5, 5}, new BitSet());
        assertThat(nobody.answered().mean()).isNull();
        assertThat(nobody.difference(0.95)).isEmpty();
        assertThat(nobody.standardisedDifference()).isEmpty();
        assertThat(nobody).hasToString("orders: answered no customers; silent 2 customers, mean 5.000, median 5.000");
        assertThatThrownBy(() -> ResponseBias.of("orders", new double[] {Double.NaN}, new BitSet()))
                .hasMessage("valueByCustomer[0] must be finite, but was NaN");
        assertThatThrownBy(() -> ResponseBias.of("orders", new double[1], BitSet.valueOf(new long[] {2})))
                .hasMessage("answered must hold indices in [0, 1), but held 1");
    }

    @Test
    void summariesOfFewValues() {
        ColumnSummary one = ColumnSummary.of(new double[] {4});
        assertThat(one.standardDeviation()).isNull();
        assertThat(one.mean(0.95)).isEmpty();
        assertThat(one.minus(one, 0.95)).isEmpty();
        ColumnSummary alike = ColumnSummary.of(new double[] {4, 4});
        assertThat(alike.minus(alike, 0.95).orElseThrow().interval().width()).isZero();
        assertThat(new ResponseBias("x", alike, alike).standardisedDifference()).isEmpty();
        assertThat(ColumnSummary.of(new double[] {1, 2, 3, 10}).median()).isEqualTo(2.5);
        assertThatThrownBy(() -> ColumnSummary.of(new double[] {1, Double.POSITIVE_INFINITY}))
                .hasMessage("values[1] must be finite, but was Infinity");
        assertThatThrownBy(() -> new ColumnSummary(1, null, 1.0, null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void boundsHoldWhateverTheSilentThink() {
        NonResponseBounds share = NonResponseBounds.of(new Proportion(30, 40), 100);
        assertThat(share.worst()).isEqualTo(0.3);
        assertThat(share.best()).isEqualTo(0.9);
        assertThat(share.observed()).isEqualTo(0.75);
        // For a half, 20 of the 60 silent must have it.
        assertThat(share.silentFigureFor(0.5).getAsDouble()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(share.silentFigureFor(0.95)).isEmpty();
        assertThat(share).hasToString("0.7500 among 40 who answered; for all 100 between 0.3000 and 0.9000");

        NonResponseBounds nps = NonResponseBounds.of(new Nps(20, 10, 10), 100);
        assertThat(nps.worst()).isEqualTo(-50);
        assertThat(nps.best()).isEqualTo(70);
        assertThat(nps.silentFigureFor(0).getAsDouble()).isCloseTo(-1000.0 / 60, within(1e-12));

        NonResponseBounds mean = NonResponseBounds.of(AnswerCounts.of(Scale.likert(5), 0, 0, 0, 0, 4), 5);
        assertThat(mean.worst()).isCloseTo(4.2, within(1e-12));
        assertThat(mean.best()).isEqualTo(5);
        assertThat(NonResponseBounds.of(new Proportion(0, 0), 7))
                .isEqualTo(new NonResponseBounds(0, null, 1, 0, 7))
                .hasToString("unknown among 0 who answered; for all 7 between 0.000 and 1.000");
        assertThat(NonResponseBounds.of(new Proportion(0, 0), 7).silentFigureFor(0.4))
                .hasValue(0.4);
        assertThat(NonResponseBounds.of(new Proportion(3, 7), 7).silentFigureFor(3.0 / 7))
                .isEmpty();
        assertThatThrownBy(() -> NonResponseBounds.of(new Proportion(3, 7), 6))
                .hasMessage("observed.trials must be in [0, 6], but was 7");
        assertThatThrownBy(() -> new NonResponseBounds(2, null, 1, 0, 1))
                .hasMessage("worst must not exceed best, but was 2.0 > 1.0");
        assertThatThrownBy(() -> NonResponseBounds.of(new Proportion(0, 0), 0))
                .hasMessage("population must be in [1, inf), but was 0");
    }

    private static SurveyAnswers answers(int... scoresAndAges) {
        List<SurveyAnswer> answers = new ArrayList<>();
        for (int i = 0; i < scoresAndAges.length; i += 2) {
            answers.add(new SurveyAnswer(
                    String.format(Locale.ROOT, "C%03d", i), END.minusDays(scoresAndAges[i + 1]), scoresAndAges[i], 1));
        }
        return new SurveyAnswers(Scale.NPS, AnswerRule.LATEST, END, answers, 0, 0, 0);
    }

    @Test
    void agesInBands() {
        AnswerAges ages = AnswerAges.of(answers(9, 400, 3, 0, 8, 90, 10, 91));
        assertThat(ages.medianDays()).hasValue(90.5);
        assertThat(ages.olderThan(90)).isEqualTo(new Proportion(2, 4));
        assertThat(ages.olderThan(400)).isEqualTo(new Proportion(0, 4));
        assertThat(ages.bands(90, 365))
                .containsExactly(
                        new AgeBand(0, 90, new Proportion(2, 4)),
                        new AgeBand(91, 365, new Proportion(1, 4)),
                        new AgeBand(366, null, new Proportion(1, 4)));
        assertThat(ages.bands(90, 365).get(2)).hasToString("366 days or more: 25.00 % (1 of 4)");
        assertThat(ages.bands(90, 365).get(1)).hasToString("91 to 365 days: 25.00 % (1 of 4)");
        assertThat(ages).hasToString("4 answers, 0 to 400 days old, median 90.5");
        assertThat(AnswerAges.of(answers()).medianDays()).isEmpty();
        assertThat(AnswerAges.of(answers()).olderThan(1).value()).isEmpty();
        assertThat(AnswerAges.of(answers())).hasToString("no answers");
        assertThatThrownBy(() -> ages.bands(90, 90))
                .hasMessage("oldestDays[1] must be in [91, 2147483646], but was 90");
        assertThatThrownBy(() -> ages.olderThan(-1)).hasMessage("days must be in [0, inf), but was -1");
    }

    @Test
    void answersFadeByHalves() {
        HalfLife half = new HalfLife(100);
        assertThat(half.weight(0)).isEqualTo(1);
        assertThat(half.weight(200)).isEqualTo(0.25);
        // A promoter of today, and a detractor of half the weight.
        WeightedEstimate nps = half.nps(answers(10, 0, 2, 100), 0.95).orElseThrow();
        assertThat(nps.estimate().value()).isCloseTo(100.0 / 3, within(1e-12));
        assertThat(nps.effectiveSampleSize()).isCloseTo(1.8, within(1e-12));
        assertThat(half.effectiveSampleSize(answers())).isEmpty();
        assertThat(half.nps(answers(), 0.95)).isEmpty();
        // Very old answers of one day weigh alike, however little.
        WeightedEstimate old =
                half.nps(answers(10, 300_000, 10, 300_000, 7, 300_000), 0.95).orElseThrow();
        assertThat(old.estimate().interval().lower())
                .isCloseTo(
                        new Nps(2, 1, 0)
                                .adjustedWald(0.95)
                                .orElseThrow()
                                .interval()
                                .lower(),
                        within(1e-9));
        assertThat(old.designEffect()).isEqualTo(1);
        assertThat(half).hasToString("half-life of 100.0 days");
        assertThatThrownBy(() -> new HalfLife(0)).hasMessage("days must be in (0, inf), but was 0.0");
    }
}
