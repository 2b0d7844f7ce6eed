package org.loyalty4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Estimate;
import org.loyalty4j.Proportion;
import org.loyalty4j.Scale;

class AnswerOutcomesTest {
    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);

    private static SurveyAnswers answers(Map<String, Integer> scores) {
        return new SurveyAnswers(
                Scale.NPS,
                AnswerRule.LATEST,
                DAY,
                new TreeMap<>(scores)
                        .entrySet().stream()
                                .map(entry -> new SurveyAnswer(entry.getKey(), DAY, entry.getValue(), 1))
                                .toList(),
                0,
                0,
                0);
    }

    private static final SurveyAnswers ANSWERS =
            answers(Map.of("a", 10, "b", 9, "c", 9, "d", 8, "e", 7, "f", 0, "g", 6, "h", 3));

    private static final List<LaterOutcome> OUTCOMES = List.of(
            new LaterOutcome("z", true, 30, null),
            new LaterOutcome("a", true, 100, false),
            new LaterOutcome("b", true, 80, false),
            new LaterOutcome("c", false, 0, true),
            new LaterOutcome("d", true, 40, false),
            new LaterOutcome("e", false, 0, false),
            new LaterOutcome("f", false, 0, true),
            new LaterOutcome("g", true, 20, null));

    @Test
    void groupsSideBySide() {
        AnswerOutcomes outcomes = AnswerOutcomes.of(ANSWERS, OUTCOMES);
        assertThat(outcomes.of(NpsGroup.PROMOTER))
                .isEqualTo(new GroupOutcome(
                        NpsGroup.PROMOTER,
                        new Proportion(2, 3),
                        ColumnSummary.of(new double[] {0, 80, 100}),
                        new Proportion(1, 3)));
        assertThat(outcomes.of(NpsGroup.DETRACTOR).churned()).isEqualTo(new Proportion(1, 1));
        assertThat(outcomes.silent().customers()).isEqualTo(1);
        assertThat(outcomes.answersWithoutOutcome()).isEqualTo(1);
        assertThat(outcomes).hasToString("""
                        group       customers  repeat, %   mean value median value   churn, %
                        Promoters           3      66.67        60.00        80.00      33.33
                        Passives            2      50.00        20.00        20.00       0.00
                        Detractors          2      50.00        10.00        10.00     100.00
                        No answer           1     100.00        30.00        30.00          \s
                        without a known outcome: 1""");
    }

    @Test
    void aPointIsHalfAPercentOfTheCustomersFromDetractorToPromoter() {
        AnswerOutcomes outcomes = AnswerOutcomes.of(ANSWERS, OUTCOMES);
        PointOfNps point = PointOfNps.of(outcomes, 0.95);
        assertThat(value(point)).isCloseTo((60.0 - 10) / 200, within(1e-12));
        Estimate repeat = Objects.requireNonNull(point.repeatRate());
        assertThat(repeat.value()).isCloseTo((2.0 / 3 - 0.5) / 200, within(1e-12));
        assertThat(point.compared()).isEqualTo(5);
        assertThat(point.valueFor(1000).orElseThrow().value()).isCloseTo(250, within(1e-9));
        double up = value(PointOfNps.between(outcomes, NpsGroup.PASSIVE, NpsGroup.PROMOTER, 0.95));
        double down = value(PointOfNps.between(outcomes, NpsGroup.DETRACTOR, NpsGroup.PASSIVE, 0.95));
        assertThat((up + down) / 2).isCloseTo(value(point), within(1e-12));
        assertThat(point.toString())
                .startsWith("With a point of NPS goes later value of 0.2500 [")
                .endsWith("per customer (association; 5 compared, 0 left out)");
        assertThat(PointOfNps.caution().in(Locale.JAPANESE)).contains("相関");
        assertThatThrownBy(() -> PointOfNps.between(outcomes, NpsGroup.PROMOTER, NpsGroup.PASSIVE, 0.95))
                .hasMessage("lower must answer below PASSIVE, but was PROMOTER");
    }

    private static double value(PointOfNps point) {
        return Objects.requireNonNull(point.value()).value();
    }

    @Test
    void nothingIsKnownWithoutAnswers() {
        PointOfNps point = PointOfNps.of(AnswerOutcomes.of(answers(Map.of()), OUTCOMES), 0.95);
        assertThat(point).isEqualTo(new PointOfNps(null, null, null, 0, 0));
        assertThat(point.valueFor(5)).isEmpty();
        assertThat(point)
                .hasToString("With a point of NPS goes later value of unknown size per customer"
                        + " (association; 0 compared, 0 left out)");
    }

    /** Heavy buyers answer higher and buy more whatever they answer: a point is worth nothing. */
    @Test
    void strataTakeAwayWhatWasThereBefore() {
        Random random = new Random(1);
        Map<String, Integer> scores = new TreeMap<>();
        Map<String, String> strata = new TreeMap<>();
        List<LaterOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            String id = String.format(Locale.ROOT, "C%04d", i);
            boolean heavy = i % 2 == 0;
            strata.put(id, heavy ? "heavy" : "light");
            scores.put(id, random.nextDouble() < (heavy ? 0.7 : 0.3) ? 10 : 2);
            outcomes.add(new LaterOutcome(id, heavy, (heavy ? 300 : 100) + 50 * random.nextGaussian(), null));
        }
        PointOfNps crude = PointOfNps.of(AnswerOutcomes.of(answers(scores), outcomes), 0.95);
        assertThat(value(crude)).isBetween(0.36, 0.44);
        PointOfNps within = PointOfNps.withinStrata(answers(scores), outcomes, strata, 0.95);
        Estimate value = Objects.requireNonNull(within.value());
        assertThat(value.interval().contains(0)).isTrue();
        assertThat(value.interval().width()).isBetween(0.02, 0.05);
        assertThat(within.compared()).isEqualTo(4000);

        strata.put("C0000", "alone");
        assertThat(PointOfNps.withinStrata(answers(scores), outcomes, strata, 0.95)
                        .leftOut())
                .isEqualTo(1);
        strata.remove("C0000");
        assertThatThrownBy(() -> PointOfNps.withinStrata(answers(scores), outcomes, strata, 0.95))
                .hasMessage("stratumByCustomer must hold every customer with an outcome, but lacked C0000");
    }

    /** One stratum is the plain comparison; Welch's interval comes out of both. */
    @Test
    void oneStratumIsThePlainComparison() {
        Map<String, String> one = new TreeMap<>();
        OUTCOMES.forEach(outcome -> one.put(outcome.customerId(), "all"));
        Estimate plain = Objects.requireNonNull(
                PointOfNps.of(AnswerOutcomes.of(ANSWERS, OUTCOMES), 0.9).value());
        Estimate within = Objects.requireNonNull(
                PointOfNps.withinStrata(ANSWERS, OUTCOMES, one, 0.9).value());
        assertThat(within.value()).isCloseTo(plain.value(), within(1e-12));
        assertThat(within.interval().lower()).isCloseTo(plain.interval().lower(), within(1e-9));
    }

    @Test
    void refusesWhatMakesNoSense() {
        LaterOutcome twice = new LaterOutcome("a", true, 1, null);
        assertThatThrownBy(() -> AnswerOutcomes.of(ANSWERS, List.of(twice, twice)))
                .hasMessage("outcomes[1] must be the only one of its customer, but a had one before");
        assertThatThrownBy(() -> new LaterOutcome("a", true, Double.NaN, null))
                .hasMessage("value must be finite, but was NaN");
        List<GroupOutcome> rows = AnswerOutcomes.of(ANSWERS, OUTCOMES).rows();
        assertThatThrownBy(() -> new AnswerOutcomes(rows.subList(0, 3), 0)).hasMessage("rows must be 4, but were 3");
        assertThatThrownBy(() -> new AnswerOutcomes(rows.subList(1, 4), 0))
                .hasMessage("rows[0] must not be of PASSIVE; the order is [PROMOTER, PASSIVE, DETRACTOR], no answer");
        assertThatThrownBy(() -> NpsGroup.of(8.5))
                .hasMessage("answer must be a whole number on the scale 0..10, but was 8.5");
        assertThatThrownBy(() -> NpsGroup.of(11)).isInstanceOf(IllegalArgumentException.class);
        assertThat(NpsGroup.of(0)).isEqualTo(NpsGroup.DETRACTOR);
        assertThat(NpsGroup.PASSIVE.key()).isEqualTo("passive");
    }

    @Test
    void referralsAreKeptApart() {
        List<Referral> referrals = List.of(
                new Referral("a", "n1", 10),
                new Referral("a", "n2", 30),
                new Referral("f", "n3", 5),
                new Referral("unknown", "n4", 50));
        ReferralValue brought = ReferralValue.observed(ANSWERS, referrals);
        assertThat(brought.of(NpsGroup.PROMOTER).referrers()).isEqualTo(new Proportion(1, 3));
        assertThat(brought.of(NpsGroup.PROMOTER).referred().mean()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(brought.of(NpsGroup.PROMOTER).value().mean()).isCloseTo(40.0 / 3, within(1e-12));
        assertThat(brought.referralsOfOthers()).isEqualTo(1);
        assertThat(brought.promotersMinusDetractors(0.95).orElseThrow().value())
                .isCloseTo(40.0 / 3 - 5.0 / 3, within(1e-12));
        assertThat(brought).hasToString("""
                        group       customers  referrers  referred each   value of these
                        Promoters           3          1          0.667            13.33
                        Passives            2          0          0.000             0.00
                        Detractors          3          1          0.333             1.67
                        by customers who did not answer: 1""");
        assertThat(ReferralValue.observed(answers(Map.of()), referrals).toString())
                .contains("Promoters           0");
        assertThatThrownBy(() -> ReferralValue.observed(ANSWERS, List.of(referrals.get(0), referrals.get(0))))
                .hasMessage("referrals[1] must be the only one of the customer who came, but n1 had one before");
        assertThatThrownBy(() -> new Referral("a", "a", 1))
                .hasMessage("referredId must not be the referrer, but was a");
        assertThatThrownBy(() -> new ReferralValue(List.of(), 0))
                .hasMessage("rows must be of [PROMOTER, PASSIVE, DETRACTOR], but were of []");
    }

    @Test
    void referralsAtStatedRates() {
        StatedReferrals stated = new StatedReferrals(0.4, 0.1, -0.05, 200);
        assertThat(stated.valuePerCustomer(NpsGroup.PROMOTER)).isEqualTo(80);
        assertThat(stated.valueOf(new Nps(10, 5, 20))).isCloseTo(800 + 100 - 200, within(1e-9));
        assertThat(stated)
                .hasToString(
                        "Stated: 0.4 customers per promoter, 0.1 per passive, -0.05 per detractor, each worth 200.0");
        assertThatThrownBy(() -> new StatedReferrals(1, 1, Double.NaN, 1))
                .hasMessage("perDetractor must be finite, but was NaN");
    }

    @Test
    void aSummaryHoldsNoNumberThatSoFewValuesDoNotHave() {
        assertThatThrownBy(() -> new ColumnSummary(0, 3.0, null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mean must be null with customers = 0, but was 3.0");
        assertThatThrownBy(() -> new ColumnSummary(0, null, 3.0, null))
                .hasMessage("median must be null with customers = 0, but was 3.0");
        assertThatThrownBy(() -> new ColumnSummary(1, 3.0, 3.0, 0.0))
                .hasMessage("standardDeviation must be null with customers = 1, but was 0.0");
    }
}
