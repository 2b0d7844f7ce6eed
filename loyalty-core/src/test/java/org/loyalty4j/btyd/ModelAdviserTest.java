package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.summary.PurchaseRhythm;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.SpendFrequencyCorrelation;
import org.loyalty4j.summary.WeightedHistory;

/** What the adviser says of histories made for it, at its limits and just beyond. */
class ModelAdviserTest {
    // Fast to fit; the findings do not depend on the candidates.
    private static final ModelAdviser ADVISER =
            ModelAdviser.withDefaults().withCandidates(List.of(PurchaseModelChoice.of(PurchaseModelKind.NBD)));

    private static RepeatHistogram histogram(WeightedHistory... rows) {
        return RepeatHistogram.of(List.of(rows), PeriodUnit.DAY);
    }

    /** 150 one-time buyers and 50 who bought three times more; T is 300 days for some, 200 for most. */
    private static List<WeightedHistory> good() {
        return new ArrayList<>(List.of(
                new WeightedHistory(0, 0, 300, 10),
                new WeightedHistory(0, 0, 200, 140),
                new WeightedHistory(3, 90, 200, 25),
                new WeightedHistory(3, 150, 200, 25)));
    }

    private static RepeatHistogram with(WeightedHistory row) {
        List<WeightedHistory> rows = good();
        rows.add(row);
        return RepeatHistogram.of(rows, PeriodUnit.DAY);
    }

    private static Optional<AdviceFinding> finding(AdviceTopic topic, RepeatHistogram histogram) {
        return ADVISER.advise(histogram).finding(topic);
    }

    @Test
    void withoutABuyerOrARepeaterThereIsNoModel() {
        ModelAdvice nobody = ADVISER.advise(histogram());
        assertThat(nobody.choice()).isEmpty();
        assertThat(nobody.comparison()).isEmpty();
        assertThat(nobody.findings()).extracting(AdviceFinding::topic).containsExactly(AdviceTopic.NO_CUSTOMERS);
        ModelAdvice once = ADVISER.advise(histogram(new WeightedHistory(0, 0, 10, 1_000)));
        assertThat(once.choice()).isEmpty();
        assertThat(once.findings()).extracting(AdviceFinding::topic).containsExactly(AdviceTopic.NO_REPEATERS);
        assertThat(once)
                .hasToString(
                        "Use no model.\nSTOP no-repeaters: None of 1,000 buyers has bought again: no model can tell"
                                + " how often they will.\n");
    }

    @Test
    void threadsChangeNothing() {
        RepeatHistogram data = RepeatHistogram.of(good(), PeriodUnit.DAY);
        ModelAdviser adviser = ModelAdviser.withDefaults();
        ModelAdvice advice = adviser.advise(data);
        for (int threads : new int[] {2, 3, 7}) {
            ModelAdvice parallel = adviser.withParallelism(threads).advise(data);
            assertThat(parallel).isEqualTo(advice).hasToString(advice.toString());
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> adviser.withParallelism(1025))
                .withMessage("parallelism must be in [1, 1024], but was 1025");
    }

    @Test
    void ofGoodDataItSaysTheChoiceAndWhoBoughtOnce() {
        ModelAdvice advice = ADVISER.advise(RepeatHistogram.of(good(), PeriodUnit.DAY));
        assertThat(advice.findings())
                .extracting(AdviceFinding::topic)
                .containsExactly(AdviceTopic.ONE_TIMERS, AdviceTopic.CHOICE);
        assertThat(advice.choice()).contains(PurchaseModelChoice.of(PurchaseModelKind.NBD));
        AdviceFinding once = advice.findings().get(0);
        assertThat(once.number()).isEqualTo(0.75);
        assertThat(once.text().english()).startsWith("75 % of the buyers have bought once.");
        assertThat(once.text().in(Locale.JAPANESE)).startsWith("購入者の 75 %");
        assertThat(advice.findings().get(1).text().english()).isEqualTo("NBD was the only one compared.");
        assertThat(advice.toString()).startsWith("Use NBD.\nINFO one-timers: 75 %");
    }

    @Test
    void smallBasesAreToldWithTheirSize() {
        RepeatHistogram small = histogram(new WeightedHistory(0, 0, 200, 150), new WeightedHistory(3, 90, 200, 49));
        assertThat(finding(AdviceTopic.FEW_CUSTOMERS, small).orElseThrow().number())
                .isEqualTo(199);
        assertThat(finding(AdviceTopic.FEW_REPEATERS, small).orElseThrow().number())
                .isEqualTo(49);
        assertThat(finding(AdviceTopic.FEW_CUSTOMERS, small)
                        .orElseThrow()
                        .text()
                        .english())
                .startsWith("Only 199 buyers");
    }

    @Test
    void rowsOfOneDayAreSeenByTheirNumber() {
        assertThat(finding(AdviceTopic.SAME_DAY_ROWS, with(new WeightedHistory(5, 5, 200, 7))))
                .isEmpty();
        assertThat(finding(AdviceTopic.SAME_DAY_ROWS, with(new WeightedHistory(6, 5, 200, 7)))
                        .orElseThrow()
                        .number())
                .isEqualTo(7);
        // The same in weeks, where ages are rounded.
        RepeatHistogram daily = with(new WeightedHistory(199, 199, 199, 3)).in(PeriodUnit.WEEK);
        assertThat(finding(AdviceTopic.SAME_DAY_ROWS, daily)).isEmpty();
    }

    @Test
    void littleTimeIsMeasuredInGaps() {
        RepeatHistogram enough = histogram(new WeightedHistory(1, 20, 60, 300));
        RepeatHistogram little = histogram(new WeightedHistory(1, 20, 59, 300));
        assertThat(finding(AdviceTopic.LITTLE_TIME, enough)).isEmpty();
        assertThat(finding(AdviceTopic.LITTLE_TIME, little).orElseThrow().number())
                .isEqualTo(2.95);
        assertThat(finding(AdviceTopic.LITTLE_TIME, little).orElseThrow().text().english())
                .contains("is 3.0 times");
    }

    @Test
    void manyBornAtOnceMayBeOlder() {
        // 300 days observed: 30 % is three times the even share of the first 30 days.
        RepeatHistogram even = histogram(new WeightedHistory(1, 20, 300, 90), new WeightedHistory(1, 20, 270, 210));
        RepeatHistogram many = histogram(new WeightedHistory(1, 20, 271, 91), new WeightedHistory(1, 20, 300, 209));
        assertThat(finding(AdviceTopic.LEFT_TRUNCATION, even)).isEmpty();
        assertThat(finding(AdviceTopic.LEFT_TRUNCATION, many).orElseThrow().number())
                .isEqualTo(1);
        assertThat(finding(AdviceTopic.LEFT_TRUNCATION, histogram(new WeightedHistory(1, 20, 90, 300))))
                .isEmpty();
    }

    @Test
    void farHorizonsRestOnTheModel() {
        RepeatHistogram data = RepeatHistogram.of(good(), PeriodUnit.DAY);
        assertThat(ADVISER.withHorizon(Horizon.days(600)).advise(data).finding(AdviceTopic.LONG_HORIZON))
                .isEmpty();
        assertThat(ADVISER.withHorizon(Horizon.days(630))
                        .advise(data)
                        .finding(AdviceTopic.LONG_HORIZON)
                        .orElseThrow()
                        .number())
                .isEqualTo(2.1);
    }

    @Test
    void spendThatGoesWithFrequencyIsTold() {
        RepeatHistogram data = RepeatHistogram.of(good(), PeriodUnit.DAY);
        for (double rank : new double[] {-0.31, -0.3, 0.3, 0.31}) {
            Optional<AdviceFinding> finding = ADVISER.withSpendCorrelation(new SpendFrequencyCorrelation(100, 0, rank))
                    .advise(data)
                    .finding(AdviceTopic.SPEND_CORRELATION);
            assertThat(finding.isPresent()).isEqualTo(Math.abs(rank) > 0.3);
            finding.ifPresent(f -> assertThat(f.text().english())
                    .contains(String.format(Locale.ROOT, "(rank correlation %+.2f)", rank)));
        }
    }

    /** Many pairs of gaps with shares 1/2 -+ the root of the variance that k has. */
    private static PurchaseRhythm rhythm(double k, int pairs, double spread) {
        double variance = 1 / (4 * (2 * k + 1));
        return new PurchaseRhythm(pairs, 0.5, variance, variance * variance * (1 + spread), 1_000_000, 0);
    }

    @ParameterizedTest
    @CsvSource({"1.49, 1", "1.5, 2", "2.4, 2", "2.6, 3", "40, 12"})
    void regularPurchasesHavePhases(double k, int phases) {
        ModelAdvice advice =
                ADVISER.withRhythm(rhythm(k + 1e-9, 1_000, 0)).advise(RepeatHistogram.of(good(), PeriodUnit.DAY));
        assertThat(advice.choice().orElseThrow().k()).isEqualTo(phases);
        assertThat(advice.choice().orElseThrow().kind().phased()).isEqualTo(phases > 1);
        assertThat(advice.finding(AdviceTopic.REGULAR_PURCHASES).isPresent()).isEqualTo(phases > 1);
    }

    @Test
    void ofAnotherRhythmTheModelOfRegularPurchasesIsFittedAndJudged() {
        RepeatHistogram data = RepeatHistogram.of(good(), PeriodUnit.DAY);
        ModelAdvice advice = ADVISER.withRhythm(rhythm(3, 1_000, 0)).advise(data);
        PurchaseModelChoice choice = advice.choice().orElseThrow();
        Fit<?> bg = ModelFitter.bgCnbd(3).fit(data);
        Fit<?> mbg = ModelFitter.mbgCnbd(3).fit(data);
        Fit<?> better = bg.logLikelihood() > mbg.logLikelihood() ? bg : mbg;
        assertThat(choice.name()).isEqualTo(better.model().name());
        assertThat(advice.finding(AdviceTopic.UNCERTAIN_FIT).isPresent())
                .isEqualTo(better.status() != FitStatus.CONVERGED);
        assertThat(advice.finding(AdviceTopic.REGULAR_PURCHASES)
                        .orElseThrow()
                        .text()
                        .english())
                .contains("BG/CNBD-3 or MBG/CNBD-3, is worth trying");
        assertThat(advice.finding(AdviceTopic.CHOICE).orElseThrow().text().english())
                .startsWith("Use " + choice.name() + " for the regular purchases.");
    }

    @Test
    void aModelOfRegularPurchasesThatCannotBeReliedOnIsLeftAside() {
        ModelComparison others = new ModelComparison(List.of(compared("nbd", FitStatus.CONVERGED, -90)));
        ModelAdvice advice =
                ModelAdviser.adviseRegular(compared("mbgcnbd-3", FitStatus.NOT_IDENTIFIED, -50), others, List.of());
        assertThat(advice.choice()).contains(PurchaseModelChoice.of(PurchaseModelKind.NBD));
        assertThat(advice.finding(AdviceTopic.UNCERTAIN_FIT)
                        .orElseThrow()
                        .text()
                        .english())
                .isEqualTo("MBG/CNBD-3 was left aside: its fit ended with NOT_IDENTIFIED.");
        ModelAdvice boundary =
                ModelAdviser.adviseRegular(compared("mbgcnbd-3", FitStatus.AT_BOUNDARY, -50), others, List.of());
        assertThat(boundary.choice()).contains(PurchaseModelChoice.parse("mbgcnbd-3"));
        assertThat(boundary.findings())
                .extracting(AdviceFinding::topic)
                .containsExactly(AdviceTopic.CHOICE, AdviceTopic.UNCERTAIN_FIT);
    }

    @Test
    void theChoiceIsSaidAsItWasMade() {
        ComparedModel good = compared("bgnbd", FitStatus.CONVERGED, -90);
        ComparedModel boundary = compared("nbd", FitStatus.AT_BOUNDARY, -89.5);
        ComparedModel lost = compared("mbgnbd", FitStatus.NOT_IDENTIFIED, -50);
        ComparedModel regular = compared("mbgcnbd-3", FitStatus.ITERATION_LIMIT, -50);
        assertThat(choice(regular, good, boundary))
                .isEqualTo("Use BG/NBD; NBD is as good (AIC lower by 1.0), but ran into a simpler model.");
        assertThat(choice(regular, good, lost)).isEqualTo("Use BG/NBD: no other fit can be relied on.");
        assertThat(choice(regular, lost, regular)).isEqualTo("Use MBG/NBD for want of a better one.");
    }

    private static String choice(ComparedModel regular, ComparedModel... others) {
        return ModelAdviser.adviseRegular(regular, new ModelComparison(List.of(others)), List.of())
                .finding(AdviceTopic.CHOICE)
                .orElseThrow()
                .text()
                .english();
    }

    @Test
    void bothModelsOfRegularPurchasesAreCandidates() {
        SimulatedBase base = PurchaseSimulator.of(new BgCnbd(3, 2, 6, 1, 2.5, PeriodUnit.WEEK), 11)
                .newCustomers(1_000, Horizon.weeks(40));
        long gaps = 0;
        double logs = 0;
        for (SimulatedPurchases customer : base) {
            double last = 0;
            for (double time : customer.times()) {
                gaps++;
                logs += Math.log(7 * (time - last));
                last = time;
            }
        }
        ModelAdvice advice = ADVISER.withRhythm(new PurchaseRhythm(1_000, 0.5, 1 / 28.0, 1 / 784.0, gaps, logs))
                .advise(base.histories().histogram());
        assertThat(advice.comparison().orElseThrow().models())
                .extracting(model -> model.choice().key())
                .containsExactly("bgcnbd-3", "mbgcnbd-3", "nbd");
        assertThat(advice.choice()).contains(PurchaseModelChoice.parse("bgcnbd-3"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 6})
    void aModelThatRanIntoABoundaryIsNotBeatenByOneThatFitsWorse(long seed) {
        // Nearly all drop out alike: the models with dropout end at a boundary, and NBD, without dropout, converges.
        PurchaseSimulator simulator = PurchaseSimulator.of(new BgNbd(0.6, 6, 20_000, 180_000, PeriodUnit.WEEK), seed);
        RepeatHistogram data =
                simulator.newCustomers(1_000, Horizon.weeks(78)).histories().histogram();
        ModelAdvice advice = ModelAdviser.withDefaults().advise(data);
        ModelComparison comparison = advice.comparison().orElseThrow();
        double lowest = comparison.models().stream()
                .mapToDouble(ComparedModel::aic)
                .min()
                .orElseThrow();
        assertThat(comparison.winner().aic()).isLessThan(lowest + 2);
        assertThat(advice.choice().orElseThrow().kind()).isNotEqualTo(PurchaseModelKind.NBD);
        assertThat(comparison.models())
                .filteredOn(model -> model.fit().status() == FitStatus.CONVERGED)
                .extracting(model -> model.choice().key())
                .containsExactly("nbd");
        assertThat(advice.finding(AdviceTopic.UNCERTAIN_FIT)
                        .orElseThrow()
                        .text()
                        .english())
                .contains("ended at a boundary: its forecasts can be used");
    }

    @Test
    void aShapeIsBelievedBeyondTwoStandardErrors() {
        RepeatHistogram data = RepeatHistogram.of(good(), PeriodUnit.DAY);
        // At k = 2, Var = 1/20 and se = sqrt(spread / pairs) / 8 / Var.
        PurchaseRhythm vague = rhythm(2, 25, 1.1);
        assertThat(vague.standardError().orElseThrow()).isEqualTo(Math.sqrt(1.1 / 25) * 2.5, within(1e-12));
        assertThat(ADVISER.withRhythm(vague).advise(data).finding(AdviceTopic.REGULAR_PURCHASES))
                .isEmpty();
        assertThat(ADVISER.withRhythm(rhythm(2, 100, 1.1)).advise(data).finding(AdviceTopic.REGULAR_PURCHASES))
                .isPresent();
        // One pair says nothing, and perfectly equal gaps are as regular as can be.
        assertThat(ADVISER.withRhythm(rhythm(5, 1, 0)).advise(data).findings()).hasSize(2);
        assertThat(ADVISER.withRhythm(new PurchaseRhythm(30, 0.5, 0, 0, 5, 0))
                        .advise(data)
                        .choice()
                        .orElseThrow()
                        .k())
                .isEqualTo(12);
        assertThat(ADVISER.withRhythm(rhythm(0.6, 1_000, 0.1)).advise(data).finding(AdviceTopic.BURSTS))
                .isPresent();
        assertThat(ADVISER.withRhythm(rhythm(0.7, 1_000, 0.1)).advise(data).finding(AdviceTopic.BURSTS))
                .isEmpty();
    }

    private static ComparedModel compared(String key, FitStatus status, double logLikelihood) {
        PurchaseModelChoice choice = PurchaseModelChoice.parse(key);
        Boundary boundary = status == FitStatus.AT_BOUNDARY ? Boundary.NO_DROPOUT : null;
        Outcome outcome = new Outcome(
                logLikelihood, 10, 5, status, boundary, null, List.of(0.0, 0.0, 0.0, 0.0), 1, 1, false, List.of());
        return new ComparedModel(choice, new Fit<>(new BgNbd(1, 1, 1, 1, PeriodUnit.DAY), outcome), logLikelihood);
    }

    @Test
    void theLowestAicComesFirst() {
        ModelComparison comparison = new ModelComparison(List.of(
                compared("bgnbd", FitStatus.AT_BOUNDARY, -110),
                compared("mbgnbd", FitStatus.CONVERGED, -101),
                compared("mbgcnbd-2", FitStatus.CONVERGED, -100.5),
                compared("nbd", FitStatus.NOT_IDENTIFIED, -80)));
        assertThat(comparison.models())
                .extracting(model -> model.choice().key())
                .containsExactly("mbgnbd", "mbgcnbd-2", "bgnbd", "nbd");
        assertThat(comparison.winner().aic()).isEqualTo(8 + 202);
        assertThat(comparison.lead()).hasValue(1); // one parameter more
        assertThat(comparison).hasToString("""
                        model          parameters   log-likelihood            AIC  fit
                        MBG/NBD                 4          -101.00         210.00  CONVERGED
                        MBG/CNBD-2              5          -100.50         211.00  CONVERGED
                        BG/NBD                  4          -110.00         228.00  AT_BOUNDARY NO_DROPOUT
                        NBD                     4           -80.00         168.00  NOT_IDENTIFIED
                        """);
        assertThat(new ModelComparison(comparison.models().subList(0, 1)).lead())
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelComparison(List.of()))
                .withMessage("models.size must be in [1, inf), but was 0");
    }

    private static List<String> order(ComparedModel... models) {
        return new ModelComparison(List.of(models))
                .models().stream().map(model -> model.choice().key()).toList();
    }

    @Test
    void aFitAtABoundaryCountsAsItsLikelihoodSays() {
        ComparedModel boundary = compared("bgnbd", FitStatus.AT_BOUNDARY, -90);
        assertThat(order(compared("nbd", FitStatus.CONVERGED, -95), boundary)).containsExactly("bgnbd", "nbd");
        assertThat(order(compared("nbd", FitStatus.CONVERGED, -91), boundary)).containsExactly("bgnbd", "nbd");
        // As good, and with standard errors.
        ComparedModel near = compared("nbd", FitStatus.CONVERGED, -90.9);
        ComparedModel nearer = compared("paretonbd", FitStatus.CONVERGED, -90.5);
        ComparedModel other = compared("mbgnbd", FitStatus.AT_BOUNDARY, -90.2);
        assertThat(order(boundary, other, near, nearer)).containsExactly("paretonbd", "bgnbd", "mbgnbd", "nbd");
        assertThat(new ModelComparison(List.of(boundary, near)).lead().orElseThrow())
                .isCloseTo(-1.8, within(1e-12));
        assertThat(order(
                        compared("nbd", FitStatus.ITERATION_LIMIT, -1),
                        compared("bgnbd", FitStatus.NOT_IDENTIFIED, -2),
                        boundary))
                .containsExactly("bgnbd", "bgnbd", "nbd");
    }

    @Test
    void candidatesHaveNoPhases() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ADVISER.withCandidates(List.of()))
                .withMessage("newCandidates.size must be in [1, inf), but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ADVISER.withCandidates(List.of(PurchaseModelChoice.parse("bgcnbd-2"))))
                .withMessage("newCandidates must have no phases, which follow from the rhythm, but had bgcnbd-2");
        assertThat(ADVISER).hasToString("ModelAdviser comparing [nbd]");
        assertThat(AdviceTopic.SAME_DAY_ROWS.key()).isEqualTo("same-day-rows");
    }
}
