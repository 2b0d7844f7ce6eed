package org.loyalty4j.profile;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Horizon;
import org.loyalty4j.Scale;
import org.loyalty4j.btyd.ModelAdvice;
import org.loyalty4j.btyd.ModelAdviser;
import org.loyalty4j.data.Customer;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.SurveyResponse;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.quadrant.BehaviourAxis;
import org.loyalty4j.quadrant.CutRule;
import org.loyalty4j.quadrant.Playbook;
import org.loyalty4j.quadrant.QuadrantClassifier;
import org.loyalty4j.rfm.RfmScorer;
import org.loyalty4j.rfm.RfmScores;
import org.loyalty4j.rfm.RfmWeights;
import org.loyalty4j.rfm.SegmentMap;
import org.loyalty4j.summary.PurchaseRhythm;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.SpendFrequencyCorrelation;
import org.loyalty4j.survey.AnswerSelection;
import org.loyalty4j.survey.SurveyAnswers;

/**
 * The whole analysis, configured once and run on any data: purchases, RFM, value, churn, survey scores and the quadrant.
 *
 * <p>The defaults: {@link PurchaseRules#withDefaults()}; {@link RfmScorer#withDefaults()} with equal weights and the
 * {@linkplain SegmentMap#standard() standard segments}; the question of {@link Scale#NPS}, each customer's latest answer;
 * behaviour cut at 50 (the middle of the buyers), attitude cut at 85 (between 8 and 9 on 0..10, so that promoters are
 * high); {@link Playbook#standard()}. No value is estimated until {@link #withValue} names margin, horizon and discount
 * rate. Each {@code with} method returns a changed copy.
 */
public final class LoyaltyAnalysis implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double MIDDLE_OF_BUYERS = 50;
    private static final double PROMOTERS = 85;

    private final PurchaseRules rules;
    private final RfmScorer scorer;
    private final RfmWeights weights;
    private final @Nullable SegmentMap segments; // null for the standard map
    private final Scale scale;
    private final AnswerSelection answers;
    private final CutRule behaviourCut;
    private final CutRule attitudeCut;
    private final Playbook playbook;
    private final @Nullable ValueAssumptions value;
    private final @Nullable ForecastPlan forecast;
    private final @Nullable LoyaltyCuts frozen;

    private LoyaltyAnalysis(Draft draft) {
        this.rules = Objects.requireNonNull(draft.rules, "rules");
        this.scorer = Objects.requireNonNull(draft.scorer, "scorer");
        this.weights = Objects.requireNonNull(draft.weights, "weights");
        this.segments = draft.segments;
        this.scale = Objects.requireNonNull(draft.scale, "scale");
        this.answers = Objects.requireNonNull(draft.answers, "answers");
        this.behaviourCut = Objects.requireNonNull(draft.behaviourCut, "behaviourCut");
        this.attitudeCut = Objects.requireNonNull(draft.attitudeCut, "attitudeCut");
        this.playbook = Objects.requireNonNull(draft.playbook, "playbook");
        this.value = draft.value;
        this.forecast = draft.forecast;
        this.frozen = draft.frozen;
    }

    private LoyaltyAnalysis with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return new LoyaltyAnalysis(draft);
    }

    /**
     * The analysis with every default.
     *
     * @return the analysis
     */
    public static LoyaltyAnalysis withDefaults() {
        return new LoyaltyAnalysis(new Draft());
    }

    /**
     * This analysis with other purchase rules.
     *
     * @param purchaseRules what counts as a purchase occasion
     * @return the changed analysis
     */
    public LoyaltyAnalysis withRules(PurchaseRules purchaseRules) {
        return with(draft -> draft.rules = purchaseRules);
    }

    /**
     * This analysis with another RFM scorer.
     *
     * @param rfmScorer how customers are scored
     * @return the changed analysis
     */
    public LoyaltyAnalysis withRfm(RfmScorer rfmScorer) {
        return with(draft -> draft.scorer = rfmScorer);
    }

    /**
     * This analysis with other weights in the composite of the behaviour axis.
     *
     * @param rfmWeights how much R, F and M count
     * @return the changed analysis
     */
    public LoyaltyAnalysis withWeights(RfmWeights rfmWeights) {
        return with(draft -> draft.weights = rfmWeights);
    }

    /**
     * This analysis with other segments.
     *
     * @param segmentMap the segments, made for as many bins as the scorer has
     * @return the changed analysis
     */
    public LoyaltyAnalysis withSegments(SegmentMap segmentMap) {
        return with(draft -> draft.segments = Objects.requireNonNull(segmentMap, "segmentMap"));
    }

    /**
     * This analysis with another survey question or another choice of the answer that counts.
     *
     * @param questionScale the scale of the question
     * @param answerSelection which of a customer's responses counts, and for how long
     * @return the changed analysis
     */
    public LoyaltyAnalysis withSurvey(Scale questionScale, AnswerSelection answerSelection) {
        return with(draft -> {
            draft.scale = questionScale;
            draft.answers = answerSelection;
        });
    }

    /**
     * This analysis with other cuts between low and high.
     *
     * @param behaviour how the cut on the behaviour axis is found
     * @param attitude how the cut on the attitude axis is found
     * @return the changed analysis
     */
    public LoyaltyAnalysis withQuadrantCuts(CutRule behaviour, CutRule attitude) {
        return with(draft -> {
            draft.behaviourCut = behaviour;
            draft.attitudeCut = attitude;
        });
    }

    /**
     * This analysis with another playbook.
     *
     * @param actions what to do for the customers of each quadrant
     * @return the changed analysis
     */
    public LoyaltyAnalysis withPlaybook(Playbook actions) {
        return with(draft -> draft.playbook = actions);
    }

    /**
     * This analysis with an estimate of the average buyer's value to come.
     *
     * @param margin the margin as a share of the order value, in [0, 1]
     * @param horizon how far ahead the value looks
     * @param discountRate what a year's wait costs
     * @return the changed analysis
     * @throws IllegalArgumentException if the margin is out of range
     */
    public LoyaltyAnalysis withValue(double margin, Horizon horizon, DiscountRate discountRate) {
        return with(draft -> draft.value = new ValueAssumptions(margin, horizon, discountRate));
    }

    /**
     * This analysis with a forecast of each buyer: the probability of being alive and of buying again, the expected purchases,
     * and, {@linkplain #withValue with assumptions of value}, the residual value.
     *
     * @param plan how far to look ahead, and by which model
     * @return the changed analysis
     */
    public LoyaltyAnalysis withForecast(ForecastPlan plan) {
        return with(draft -> draft.forecast = Objects.requireNonNull(plan, "plan"));
    }

    /**
     * This analysis with the cut points of an earlier one, so that its customers can be compared with these: RFM scores,
     * behaviour percentiles and quadrants are read off the earlier base, and nothing is fitted anew. What
     * {@link #withRfm}, {@link #withWeights} and {@link #withQuadrantCuts} say is then of no effect.
     *
     * @param cuts the cut points of an earlier report
     * @return the changed analysis
     */
    public LoyaltyAnalysis withFrozenCuts(LoyaltyCuts cuts) {
        return with(draft -> draft.frozen = Objects.requireNonNull(cuts, "cuts"));
    }

    /**
     * What counts as a purchase occasion.
     *
     * @return the rules
     */
    public PurchaseRules rules() {
        return rules;
    }

    /**
     * How much R, F and M count on the behaviour axis.
     *
     * @return the weights
     */
    public RfmWeights weights() {
        return weights;
    }

    /**
     * Which of a customer's survey responses counts, and for how long.
     *
     * @return the selection
     */
    public AnswerSelection answers() {
        return answers;
    }

    /**
     * How the cut on the behaviour axis is found.
     *
     * @return the rule
     */
    public CutRule behaviourCut() {
        return behaviourCut;
    }

    /**
     * How the cut on the attitude axis is found.
     *
     * @return the rule
     */
    public CutRule attitudeCut() {
        return attitudeCut;
    }

    /**
     * What the value of the average buyer rests on besides the data.
     *
     * @return margin, horizon and discount rate; empty if no value is asked for
     */
    public Optional<ValueAssumptions> value() {
        return Optional.ofNullable(value);
    }

    /**
     * How the future of the buyers is forecast.
     *
     * @return the plan; empty if no forecast is asked for
     */
    public Optional<ForecastPlan> forecast() {
        return Optional.ofNullable(forecast);
    }

    /**
     * The cut points taken over from an earlier analysis.
     *
     * @return the cut points; empty if this analysis fits its own
     */
    public Optional<LoyaltyCuts> frozenCuts() {
        return Optional.ofNullable(frozen);
    }

    /**
     * What to do for the customers of each quadrant.
     *
     * @return the playbook
     */
    public Playbook playbook() {
        return playbook;
    }

    /**
     * Runs the analysis on customers without contracts.
     *
     * @param log the transactions
     * @param responses the survey responses; may be empty
     * @param asOf the last day observed; what is dated later is left out and counted
     * @return the report
     * @throws IllegalArgumentException if {@code asOf} is before every transaction, nobody has bought by then, or a refund is
     *     met under {@link org.loyalty4j.data.RefundPolicy#REJECT}; if a response is off the scale, or the attitude cut is a
     *     percentile and no customer has answered; or if the segments are for other bins than the scores
     */
    public LoyaltyReport run(TransactionLog log, List<SurveyResponse> responses, LocalDate asOf) {
        return run(log, responses, List.of(), asOf);
    }

    /**
     * Runs the analysis on customers whose joining and leaving is known as well. Customers without a transaction become
     * prospects of the report.
     *
     * @param log the transactions
     * @param responses the survey responses; may be empty
     * @param customers the customers on the books; may be empty
     * @param asOf the last day observed; what is dated later is left out and counted
     * @return the report
     * @throws IllegalArgumentException as {@link #run(TransactionLog, List, LocalDate)} does, and if two spells of one
     *     customer overlap, or the log has {@code long} ids and a customer's is none
     */
    public LoyaltyReport run(
            TransactionLog log, List<SurveyResponse> responses, List<Customer> customers, LocalDate asOf) {
        Objects.requireNonNull(responses, "responses");
        Objects.requireNonNull(customers, "customers");
        KnownCustomers known = KnownCustomers.on(asOf, log, customers);
        PurchaseSummaries purchases = PurchaseSummaries.of(known.log(), rules, asOf);
        if (purchases.dataReport().buyers() == 0) {
            throw new IllegalArgumentException("the log must hold a purchase by " + asOf + ", but none of its "
                    + purchases.size() + " customers has one");
        }
        RfmScores scores =
                frozen == null ? scorer.score(purchases) : frozen.rfmScale().score(purchases);
        SegmentMap map = segments == null ? SegmentMap.standard(scores.scale().bins()) : segments;
        SurveyAnswers selected = answers.select(responses, scale, asOf);
        BehaviourAxis axis = frozen == null ? BehaviourAxis.fit(scores.scores(), weights) : frozen.behaviourAxis();
        Coordinates coordinates = Coordinates.of(purchases, scores, axis, selected);
        QuadrantClassifier classifier = frozen == null
                ? new QuadrantClassifier(
                        behaviourCut.fit(coordinates.behaviours()),
                        fitAttitudeCut(attitudeCut, coordinates.knownAttitudes(), selected))
                : frozen.classifier();
        return new LoyaltyReport(
                this,
                purchases,
                scores,
                map,
                selected,
                coordinates,
                new LoyaltyCuts(scores.scale(), axis, classifier),
                customers,
                forecast == null ? null : advice(known.log(), purchases, forecast),
                known);
    }

    private ModelAdvice advice(TransactionLog log, PurchaseSummaries purchases, ForecastPlan plan) {
        ModelAdviser adviser = ModelAdviser.withDefaults()
                .withHorizon(plan.horizon())
                .withRhythm(PurchaseRhythm.of(log, rules, purchases.asOf()));
        ModelAdviser informed = SpendFrequencyCorrelation.of(
                        purchases.spendHistories().histogram())
                .map(adviser::withSpendCorrelation)
                .orElse(adviser);
        RepeatHistogram histogram = purchases.repeatHistories(plan.unit()).histogram();
        return plan.choice()
                .map(choice -> new ModelAdvice(choice, null, informed.findings(histogram)))
                .orElseGet(() -> informed.advise(histogram));
    }

    private static double fitAttitudeCut(CutRule rule, double[] attitudes, SurveyAnswers answers) {
        if (attitudes.length == 0 && rule.kind() != CutRule.Kind.FIXED) {
            throw new IllegalArgumentException(
                    "attitude cut " + rule + " needs the answer of a customer of the log, but " + answers.respondents()
                            + " answers are of none: give a fixed cut");
        }
        return rule.fit(attitudes);
    }

    @Override
    public String toString() {
        return "LoyaltyAnalysis: " + rules + ", "
                + (frozen == null
                        ? scorer + ", cuts " + behaviourCut + " and " + attitudeCut
                        : "the cuts of an earlier analysis")
                + ", survey on " + scale + ", " + answers + (value == null ? "" : ", " + value)
                + (forecast == null ? "" : ", " + forecast);
    }

    /** The choices of an analysis being changed, the defaults to begin with. */
    private static final class Draft {
        private PurchaseRules rules = PurchaseRules.withDefaults();
        private RfmScorer scorer = RfmScorer.withDefaults();
        private RfmWeights weights = RfmWeights.equal();
        private @Nullable SegmentMap segments;
        private Scale scale = Scale.NPS;
        private AnswerSelection answers = AnswerSelection.withDefaults();
        private CutRule behaviourCut = CutRule.fixed(MIDDLE_OF_BUYERS);
        private CutRule attitudeCut = CutRule.fixed(PROMOTERS);
        private Playbook playbook = Playbook.standard();
        private @Nullable ValueAssumptions value;
        private @Nullable ForecastPlan forecast;
        private @Nullable LoyaltyCuts frozen;

        Draft() {}

        Draft(LoyaltyAnalysis analysis) {
            rules = analysis.rules;
            scorer = analysis.scorer;
            weights = analysis.weights;
            segments = analysis.segments;
            scale = analysis.scale;
            answers = analysis.answers;
            behaviourCut = analysis.behaviourCut;
            attitudeCut = analysis.attitudeCut;
            playbook = analysis.playbook;
            value = analysis.value;
            forecast = analysis.forecast;
            frozen = analysis.frozen;
        }
    }
}
