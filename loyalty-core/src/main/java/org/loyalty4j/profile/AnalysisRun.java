package org.loyalty4j.profile;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Scale;
import org.loyalty4j.btyd.ModelAdvice;
import org.loyalty4j.churn.FalseChurnCurve;
import org.loyalty4j.data.Customer;
import org.loyalty4j.data.SurveyResponse;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.quadrant.BehaviourAxis;
import org.loyalty4j.quadrant.ColumnAxis;
import org.loyalty4j.quadrant.CutRule;
import org.loyalty4j.quadrant.QuadrantClassifier;
import org.loyalty4j.rfm.RfmScale;
import org.loyalty4j.rfm.RfmScores;
import org.loyalty4j.rfm.SegmentMap;
import org.loyalty4j.summary.HoldoutSplit;
import org.loyalty4j.summary.PurchaseDays;
import org.loyalty4j.summary.PurchaseRhythm;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.summary.RepeatHistories;
import org.loyalty4j.survey.AnswerNoise;
import org.loyalty4j.survey.AnswerRule;
import org.loyalty4j.survey.SurveyAnswers;

/** One run of an analysis on one base: every part in the order in which they rest on each other. */
final class AnalysisRun {
    static final int DAYS_APART_OF_A_PAIR = 90;
    private static final int LEAST_PAIRS = 30;
    private static final double ONE_STEP = 1;

    private final LoyaltyAnalysis analysis;
    private final List<SurveyResponse> responses;
    private final List<Customer> customers;
    private final LocalDate asOf;
    private final KnownCustomers known;
    private final PurchaseSummaries purchases;

    AnalysisRun(
            LoyaltyAnalysis analysis,
            TransactionLog log,
            List<SurveyResponse> responses,
            List<Customer> customers,
            LocalDate asOf) {
        this.analysis = analysis;
        this.responses = Objects.requireNonNull(responses, "responses");
        this.customers = Objects.requireNonNull(customers, "customers");
        this.asOf = asOf;
        this.known = KnownCustomers.on(asOf, log, customers);
        this.purchases = PurchaseSummaries.of(
                known.log(), analysis.rules(), asOf, analysis.parallel().threads());
        if (purchases.dataReport().buyers() == 0) {
            throw noBuyers(asOf, purchases.size());
        }
    }

    static IllegalArgumentException noBuyers(LocalDate asOf, long customers) {
        return new IllegalArgumentException(
                "the log must hold a purchase by " + asOf + ", but none of its " + customers + " customers has one");
    }

    LoyaltyReport report() {
        PurchaseDays days = PurchaseDays.of(known.log(), analysis.rules(), asOf);
        Parts parts = new Parts();
        Parts.Part<SurveyAnswers> answered =
                parts.add(() -> analysis.answers().select(responses, analysis.scale(), asOf));
        LoyaltyChurn.Seen seen = new LoyaltyChurn.Seen(parts, analysis, known.log(), days, customers);
        Parts.Part<Outlook> outlook = parts.add(() -> outlook(days));
        Parts.Part<RfmScores> scored = parts.add(() -> analysis.frozenCuts()
                .map(cuts -> cuts.rfmScale().score(purchases))
                .orElseGet(() -> analysis.scorer().score(purchases)));
        Parts.Part<Tried> tried = parts.add(this::tried);
        Parts.Part<AnswerNoise> noise = parts.add(this::noise);
        parts.run(analysis.parallel());
        return report(days, answered.result(), seen, outlook.result(), scored.result(), tried.result(), noise.result());
    }

    private LoyaltyReport report(
            PurchaseDays days,
            SurveyAnswers answers,
            LoyaltyChurn.Seen seen,
            Outlook outlook,
            RfmScores scores,
            Tried tried,
            AnswerNoise noise) {
        Optional<LoyaltyCuts> frozen = analysis.frozenCuts();
        SegmentMap map = segmentMap(analysis, scores.scale());
        Behaviour behaviour = new Behaviour(
                purchases, scores, frozen.map(LoyaltyCuts::measure).orElse(analysis.behaviour()), outlook.forecast());
        LoyaltyCuts axes = frozen.orElseGet(() -> axes(scores, behaviour));
        Coordinates coordinates =
                Coordinates.of(purchases, behaviour.positions(axes.behaviourAxis(), axes.columnAxis()), answers);
        LoyaltyCuts cuts = frozen.isPresent() ? axes : withFittedCuts(axes, coordinates, answers);
        LoyaltyChurn churn =
                new LoyaltyChurn(analysis.churn(), days, tried.falseChurn(), purchases, seen, outlook.forecast());
        return new LoyaltyReport(
                analysis,
                purchases,
                known.complete(purchases.dataReport()),
                scores,
                map,
                answers,
                coordinates,
                cuts,
                new LoyaltySurvey(
                        purchases,
                        churn.staying(purchases),
                        scores,
                        map,
                        answers,
                        responses,
                        noise,
                        analysis.churn().calendar(),
                        tried.later()),
                churn,
                outlook.advice(),
                outlook.forecast(),
                new CustomerReader(analysis, known.log().firstDate().orElse(asOf), asOf),
                behaviour.distance(cuts, frozen.isPresent(), analysis.parallel().threads()));
    }

    /** What is to come of the buyers; without a plan to forecast it nothing. */
    private record Outlook(
            @Nullable ModelAdvice advice, @Nullable LoyaltyForecast forecast) {}

    private Outlook outlook(PurchaseDays days) {
        ForecastPlan plan = analysis.forecast().orElse(null);
        if (plan == null) {
            return new Outlook(null, null);
        }
        int parallelism = analysis.parallel().threads();
        RepeatHistories histories = purchases.repeatHistories(plan.unit());
        ForecastModels.BaseHistograms histograms = new ForecastModels.BaseHistograms(
                histories.histogram(), purchases.spendHistories().histogram(), PurchaseRhythm.of(days));
        ModelAdvice advice = ForecastModels.advice(plan, histograms, parallelism);
        return new Outlook(
                advice,
                ForecastModels.of(plan, advice, histograms, analysis.value().orElse(null), parallelism)
                        .map(models -> new LoyaltyForecast(purchases, known.log(), models, histories, parallelism))
                        .orElse(null));
    }

    /** What was tried on the last third of the time observed; where that is too short nothing. */
    private record Tried(
            @Nullable FalseChurnCurve falseChurn, @Nullable LaterBehaviour later) {}

    private Tried tried() {
        return Holdout.calibrationEnd(known.log(), asOf, Integer.MAX_VALUE)
                .map(end -> HoldoutSplit.of(known.log(), analysis.rules(), end, asOf))
                .map(split -> new Tried(FalseChurnCurve.of(split), later(split)))
                .orElseGet(() -> new Tried(null, null));
    }

    static SegmentMap segmentMap(LoyaltyAnalysis analysis, RfmScale scale) {
        return analysis.segments().orElseGet(() -> SegmentMap.standard(scale.bins()));
    }

    /** The axes of this base, with cuts still to be fitted to the positions on them. */
    private LoyaltyCuts axes(RfmScores scores, Behaviour behaviour) {
        BehaviourAxis composites = BehaviourAxis.fit(scores.scores(), analysis.weights());
        ColumnAxis columnAxis = behaviour.fitColumnAxis();
        return new LoyaltyCuts(
                scores.scale(), composites, analysis.behaviour(), columnAxis, new QuadrantClassifier(0, 0));
    }

    private LoyaltyCuts withFittedCuts(LoyaltyCuts axes, Coordinates coordinates, SurveyAnswers answers) {
        return new LoyaltyCuts(
                axes.rfmScale(),
                axes.behaviourAxis(),
                axes.measure(),
                axes.columnAxis(),
                new QuadrantClassifier(
                        analysis.behaviourCut().fit(coordinates.behaviours()),
                        attitudeCut(
                                analysis.attitudeCut(),
                                Counted.ofEach(coordinates.knownAttitudes()),
                                answers.respondents())));
    }

    /** The cut on the attitude axis, from where the customers who answered stand. */
    static double attitudeCut(CutRule rule, Counted attitudes, long respondents) {
        if (attitudes.values().length == 0 && rule.kind() != CutRule.Kind.FIXED) {
            throw new IllegalArgumentException("attitude cut " + rule
                    + " needs the answer of a customer of the log, but " + respondents
                    + " answers are of none: give a fixed cut");
        }
        return rule.fit(attitudes.values(), attitudes.customers());
    }

    /** The noise of an analysis: stated, or seen in enough pairs of answers, or one step of the scale. */
    static AnswerNoise noise(LoyaltyAnalysis analysis, Optional<AnswerNoise> seen) {
        return analysis.answerNoise()
                .or(() -> seen.filter(noise -> noise.pairs() >= LEAST_PAIRS))
                .orElseGet(() -> AnswerNoise.ofSteps(ONE_STEP, analysis.scale()));
    }

    private AnswerNoise noise() {
        return noise(
                analysis,
                analysis.answerNoise().isPresent()
                        ? Optional.empty()
                        : AnswerNoise.estimate(observed(responses, asOf), analysis.scale(), DAYS_APART_OF_A_PAIR));
    }

    /** The responses that had been given by a day. */
    static List<SurveyResponse> observed(List<SurveyResponse> responses, LocalDate asOf) {
        return responses.stream()
                .filter(response -> !response.date().isAfter(asOf))
                .toList();
    }

    private @Nullable LaterBehaviour later(HoldoutSplit split) {
        if (!analysis.scale().equals(Scale.NPS) || analysis.answers().rule() == AnswerRule.MEAN) {
            return null;
        }
        SurveyAnswers before = analysis.answers().select(responses, analysis.scale(), split.calibrationEnd());
        return before.respondents() == 0 ? null : LaterBehaviour.of(split, before, analysis.scorer(), customers);
    }
}
