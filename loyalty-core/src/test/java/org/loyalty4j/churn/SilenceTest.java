package org.loyalty4j.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Proportion;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.summary.HoldoutSplit;
import org.loyalty4j.summary.PurchaseDays;
import org.loyalty4j.support.Row;

/** Thresholds, silences, rhythms and agreement at their edges. */
class SilenceTest {
    private static final PurchaseRules RULES = PurchaseRules.withDefaults();

    /** So many customers who last bought some days before day 100, of whom the first few come back on day 150. */
    private static void add(List<Row> rows, int silence, int customers, int returning) {
        for (int c = 0; c < customers; c++) {
            String id = silence + "-" + c;
            rows.add(new Row(id, 100 - silence, 100L));
            if (c < returning) {
                rows.add(new Row(id, 150, 100L));
            }
        }
    }

    private static HoldoutSplit split(List<Row> rows, int end) {
        return HoldoutSplit.of(Row.log(rows), RULES, Row.date(100), Row.date(end));
    }

    @Test
    void theSmallestThresholdThatKeepsTheRateIsChosen() {
        List<Row> rows = new ArrayList<>();
        add(rows, 5, 100, 80);
        add(rows, 40, 100, 20);
        add(rows, 90, 300, 3);
        FalseChurnCurve curve = FalseChurnCurve.of(split(rows, 150));
        assertThat(curve).hasSize(90);
        assertThat(curve.buyers()).isEqualTo(500);
        assertThat(curve.holdoutDays()).isEqualTo(50);
        assertThat(curve.silentInHoldout()).isEqualTo(new Proportion(397, 500));
        assertThat(curve.get(5)).isEqualTo(new FalseChurn(5, new Proportion(23, 400), new Proportion(20, 397)));
        assertThat(curve.get(5))
                .hasToString("more than 5 days: 400 called, 5.8 % of them came back, 5.0 % of the silent missed");

        InactivityThreshold tenPercent = curve.threshold(0.10, 0.95);
        assertThat(tenPercent.days()).hasValue(5);
        assertThat(tenPercent.warnings()).isEmpty();
        assertThat(tenPercent)
                .hasToString("at most 10.00 % false churn: more than 5 days: 400 called, 5.8 % of them came back, "
                        + "5.0 % of the silent missed (holdout of 50 days)");
        // 5.75 % is below 6 %, but its upper bound is not.
        assertThat(curve.threshold(0.06, 0.95).days()).hasValue(40);
        InactivityThreshold onePercent = curve.threshold(0.01, 0.95);
        assertThat(onePercent.days()).isEmpty();
        assertThat(onePercent.lowest()).isEqualTo(curve.get(40));
        assertThat(onePercent.toString())
                .startsWith("at most 1.000 % false churn: no threshold; the lowest is more than 40 days: 300 called")
                .endsWith("(holdout of 50 days). No threshold keeps the wanted false-churn rate");
    }

    @Test
    void aHoldoutShorterThanTheThresholdIsWarnedOf() {
        List<Row> rows = new ArrayList<>();
        add(rows, 5, 100, 80);
        add(rows, 40, 100, 60);
        add(rows, 90, 300, 3);
        FalseChurnCurve curve = FalseChurnCurve.of(split(rows, 130)); // the returns on day 150 are not seen
        assertThat(curve.threshold(0.1, 0.95).days()).hasValue(0);
        List<Row> back = new ArrayList<>(rows);
        for (int c = 0; c < 100; c++) {
            back.add(new Row("40-" + c, 110, 100L));
        }
        InactivityThreshold late = FalseChurnCurve.of(split(back, 130)).threshold(0.1, 0.95);
        assertThat(late.days()).hasValue(40);
        assertThat(late.warnings()).containsExactly(ThresholdWarning.HOLDOUT_TOO_SHORT);
        assertThat(late.toString()).contains("The holdout is shorter than the threshold");
    }

    @Test
    void aSeasonIsWarnedOf() {
        List<Row> rows = new ArrayList<>();
        add(rows, 10, 2000, 0);
        add(rows, 50, 100, 90); // bought 50 days before, and buy again in their season
        InactivityThreshold threshold = FalseChurnCurve.of(split(rows, 150)).threshold(0.1, 0.95);
        assertThat(threshold.days()).hasValue(0);
        assertThat(threshold.warnings()).containsExactly(ThresholdWarning.RISES_AGAIN);
    }

    @Test
    void ofALogThatEndsEarlyTheHoldoutLooksEmpty() {
        List<Row> rows = new ArrayList<>();
        add(rows, 10, 100, 0);
        InactivityThreshold threshold = FalseChurnCurve.of(split(rows, 150)).threshold(0.1, 0.95);
        assertThat(threshold.warnings()).containsExactly(ThresholdWarning.LOG_ENDS_EARLY);
    }

    @Test
    void nobodyWasSilent() {
        FalseChurnCurve curve = FalseChurnCurve.of(split(List.of(new Row("a", 100, 100L)), 101));
        assertThat(curve).isEmpty();
        InactivityThreshold none = curve.threshold(0.1, 0.95);
        assertThat(none.days()).isEmpty();
        assertThat(none.lowest()).isNull();
        assertThat(none.toString()).startsWith("at most 10.00 % false churn: nobody was silent (holdout of 1 days)");
        SilenceCurve silences =
                SilenceCurve.of(PurchaseDays.of(Row.log(new Row("a", 100, 100L)), RULES, Row.date(100)));
        assertThat(silences).isEmpty();
        assertThat(silences.stillSilent(0)).hasValue(1);
        assertThat(silences.stillSilent(1)).isEmpty();
        assertThat(silences.endedLater(0, 1, 0.95)).isEmpty();
    }

    @Test
    void noneOrAllOfTheSilencesEnded() {
        TransactionLog log = Row.log(
                new Row("a", 0, 100L),
                new Row("a", 10, 100L),
                new Row("b", 0, 100L),
                new Row("b", 10, 100L),
                new Row("c", 0, 100L),
                new Row("c", 10, 100L));
        SilenceCurve curve = SilenceCurve.of(PurchaseDays.of(log, RULES, Row.date(15)));
        assertThat(curve.endedLater(0, 5, 0.95)).isEqualTo(new Proportion(0, 3).exact(0.95));
        assertThat(curve.endedLater(5, 5, 0.95)).isEqualTo(new Proportion(3, 3).exact(0.95));
        assertThat(curve.stillSilent(10)).hasValue(0);
        assertThat(curve.stillSilent(99)).hasValue(0);
        assertThat(curve.get(9)).hasToString("day 10: 3 of 3 ended, 0.00 % last longer");
        assertThat(curve.toString())
                .startsWith("6 silences, of which 3 ended\n       day    at risk      ended   last longer");
        SilenceCurve one = SilenceCurve.of(
                PurchaseDays.of(Row.log(new Row("a", 0, 100L), new Row("a", 10, 100L)), RULES, Row.date(15)));
        assertThat(one.endedLater(0, 10, 0.95)).isEmpty();
    }

    @Test
    void aSilenceIsJudgedByTheOwnRhythm() {
        TransactionLog.Builder log = TransactionLog.builder(2);
        for (int day = 0; day <= 360; day += 7) {
            log.add("weekly", (int) Row.date(day).toEpochDay(), 100);
        }
        for (int day = 0; day <= 360; day += 180) {
            log.add("half-yearly", (int) Row.date(day).toEpochDay(), 100);
        }
        log.add("once", (int) Row.date(357).toEpochDay(), 100);
        log.addCustomer("prospect");
        PurchaseDays days = PurchaseDays.of(log.build(), RULES, Row.date(400));
        BaseRhythm rhythm = new BaseRhythm(1.5, 1.2, 40, 0.1);
        RelativeSilences silences = RelativeSilences.of(days, rhythm);
        assertThat(silences).hasSize(3);
        assertThat(silences.buyers()).containsExactly(0, 1, 3);
        assertThat(silences.stream().map(RelativeSilence::customerId)).containsExactly("half-yearly", "once", "weekly");
        RelativeSilence halfYearly = silences.get(0);
        RelativeSilence once = silences.get(1);
        RelativeSilence weekly = silences.get(2);
        assertThat(halfYearly.probability()).isGreaterThan(0.7);
        assertThat(once.probability()).isEqualTo(rhythm.longerThan(0, 0, 43)).isBetween(0.3, 0.7);
        assertThat(weekly.probability()).isLessThan(0.01);
        assertThat(silences.unusual(0.05)).isEqualTo(1);
        assertThat(silences.probability(2)).isEqualTo(weekly.probability());
        assertThat(once.ownMeanGapDays()).isEmpty();
        assertThat(weekly.ownMeanGapDays()).hasValue(7);
        assertThat(weekly.typicalGapDays()).isCloseTo(rhythm.exceededWith(0.5, 51, 357), within(0.0));
        assertThat(weekly.timesTypical()).isEqualTo(43 / weekly.typicalGapDays());
        assertThat(once.toString()).startsWith("once: silent for 43 days, ").endsWith(" of such gaps are longer");
        assertThat(rhythm.longerThan(0, 0, 0)).isEqualTo(1);
        assertThat(rhythm.toString())
                .startsWith("BaseRhythm: k 1.500, r 1.200, alpha 40.00 days, dropout 0.100; a typ");
    }

    /** mpmath 1.3, 50 digits: the root of betainc(r, k, 0, x, regularized=True) = p, and 60 (1 - x)/x. */
    @Test
    void rareSilencesOfExtremeRhythmsKeepTheirDigits() {
        assertThat(new BaseRhythm(1, 0.02, 60, 0).exceededWith(1e-3, 0, 0)).isCloseTo(60e150, withinPercentage(1e-8));
        assertThat(new BaseRhythm(2.5, 0.02, 60, 0).exceededWith(1e-4, 0, 0))
                .isCloseTo(2.13430995470595514e+202, withinPercentage(1e-8));
        assertThat(new BaseRhythm(0.05, 2, 60, 0).exceededWith(0.9, 0, 0))
                .isCloseTo(2.261336897238004215e-19, withinPercentage(1e-8));
        assertThatThrownBy(() -> new BaseRhythm(1, 0.02, 60, 0).exceededWith(1e-9, 0, 0))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the silence exceeded with probability 1.0E-9 is too long");
        assertThat(new BaseRhythm(1, 1e-4, 60, 0).toString()).endsWith("a typical gap is too long to say");
    }

    @Test
    void theOwnRhythmIsTriedOnTheSameCustomers() {
        List<Row> rows = new ArrayList<>();
        add(rows, 5, 10, 8);
        add(rows, 90, 30, 3);
        HoldoutSplit split = split(rows, 150);
        BaseRhythm rhythm = new BaseRhythm(1.5, 2, 10, 0.1);
        RelativeSilences then = RelativeSilences.of(PurchaseDays.of(Row.log(rows), RULES, Row.date(100)), rhythm);
        PersonalFalseChurnCurve curve = PersonalFalseChurnCurve.of(split, then, 0.1, 0.99);
        assertThat(curve).hasToString("""
                        probability of at most 0.100: 30 called, 10.0 % of them came back, 6.9 % of the silent missed
                        probability of at most 0.990: 40 called, 27.5 % of them came back, 0.0 % of the silent missed""");
        assertThat(curve.threshold(0.3, 0.95)).contains(curve.get(0));
        assertThat(curve.threshold(0.1, 0.95)).isEmpty();
        RelativeSilences later = RelativeSilences.of(PurchaseDays.of(Row.log(rows), RULES, Row.date(101)), rhythm);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PersonalFalseChurnCurve.of(split, later, 0.1))
                .withMessage("silences must be as of the calibrationEnd " + Row.date(100) + ", but were as of "
                        + Row.date(101));
        RelativeSilences others =
                RelativeSilences.of(PurchaseDays.of(Row.log(new Row("a", 1, 1L)), RULES, Row.date(100)), rhythm);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PersonalFalseChurnCurve.of(split, others, 0.1))
                .withMessage("silences must be of the buyers of the calibration");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PersonalFalseChurnCurve.of(split, then, 0.1, 0.1))
                .withMessage("probabilities[1] must be above 0.1, but was 0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PersonalFalseChurnCurve.of(split, then, Double.NaN))
                .withMessage("probabilities[0] must be in (0, 1), but was NaN");
    }

    @Test
    void agreementAtTheEdges() {
        ChurnAgreement none = ChurnAgreement.of(new BitSet(), new double[0], 0.5);
        assertThat(none.customers()).isZero();
        assertThat(none.kappa(0.95)).isEmpty();
        assertThat(none.concordance(0.95)).isEmpty();
        assertThat(none.agreement().value()).isEmpty();
        BitSet silent = new BitSet();
        silent.set(1);
        ChurnAgreement perfect = ChurnAgreement.of(silent, new double[] {0.2, 0.9}, 0.5);
        assertThat(perfect).isEqualTo(new ChurnAgreement(0.5, 1, 0, 0, 1, 2));
        assertThat(perfect.kappa(0.95).orElseThrow().value()).isEqualTo(1);
        assertThat(perfect.kappa(0.95).orElseThrow().interval().upper()).isLessThan(1);
        assertThat(new ChurnAgreement(0.5, 0, 0, 0, 7, 0).kappa(0.95)).isEmpty();
        assertThat(perfect.concordance(0.95).orElseThrow().value()).isEqualTo(1);
        assertThat(perfect).hasToString("""
                                       model: leaving model: staying
                                silent              1              0
                            not silent              0              1
                        agreement 100.00 % (2 of 2)""");
    }

    @Test
    void refusesTheImpossible() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FalseChurn(-1, new Proportion(0, 0), new Proportion(0, 0)))
                .withMessage("thresholdDays must be in [0, inf), but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FalseChurn(1, new Proportion(1, 3), new Proportion(2, 3)))
                .withMessage(
                        "missed must leave the 2 customers who were called and stayed silent, but was 66.67 % (2 of 3)");
        FalseChurnCurve curve = FalseChurnCurve.of(split(List.of(new Row("a", 90, 100L)), 110));
        for (double wrong : new double[] {0, 1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> curve.threshold(wrong, 0.95))
                    .withMessage("falseChurn must be in (0, 1), but was " + wrong);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> curve.threshold(0.1, wrong))
                    .withMessage("confidence must be in (0, 1), but was " + wrong);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new InactivityThreshold(wrong, 0.95, null, null, 1, Set.of()))
                    .withMessage("target must be in (0, 1), but was " + wrong);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FalseChurnCurve.of(split(List.of(new Row("a", 90, 100L)), 110), 3, 3))
                .withMessage("thresholdDays[1] must be above 3, but was 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BaseRhythm(0, 1, 1, 0))
                .withMessage("k must be in (0, inf), but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BaseRhythm(1, Double.NaN, 1, 0))
                .withMessage("r must be in (0, inf), but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BaseRhythm(1, 1, Double.POSITIVE_INFINITY, 0))
                .withMessage("alphaDays must be in (0, inf), but was Infinity");
        for (double wrong : new double[] {1, -0.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new BaseRhythm(1, 1, 1, wrong))
                    .withMessage("dropout must be in [0, 1), but was " + wrong);
        }
        BaseRhythm rhythm = new BaseRhythm(1, 1, 1, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rhythm.longerThan(0, 3, 1))
                .withMessage("sumOfGapsDays must be 0 without gaps, but was 3.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rhythm.longerThan(-1, 3, 1))
                .withMessage("gaps must be in [0, inf), but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rhythm.longerThan(1, 3, Double.NaN))
                .withMessage("silenceDays must be in [0, inf), but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rhythm.exceededWith(1, 1, 3))
                .withMessage("probability must be in (0, 1), but was 1.0");
        BitSet silent = new BitSet();
        silent.set(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChurnAgreement.of(silent, new double[] {0.1, 0.2}, 0.5))
                .withMessage("silent must be of the 2 customers with a probability, but has row 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChurnAgreement.of(new BitSet(), new double[] {0.1, Double.NaN}, 0.5))
                .withMessage("noPurchaseProbability[1] must be in [0, 1], but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChurnAgreement(0.5, 1, 0, 0, 1, 3))
                .withMessage("halfWins must be in [0, 2], but was 3");
        SilenceCurve silences = SilenceCurve.of(PurchaseDays.of(Row.log(new Row("a", 0, 1L)), RULES, Row.date(3)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> silences.endedLater(-1, 1, 0.95))
                .withMessage("thresholdDays must be in [0, inf), but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> silences.endedLater(0, 0, 0.95))
                .withMessage("withinDays must be in [1, inf), but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SilenceStep(1, 1, 2, 0.5))
                .withMessage("ended must be in [0, 1], but was 2");
    }
}
