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
import org.loyalty4j.data.Customer;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.SurveyResponse;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.internal.Parallel;
import org.loyalty4j.quadrant.CutRule;
import org.loyalty4j.quadrant.Playbook;
import org.loyalty4j.rfm.RfmScorer;
import org.loyalty4j.rfm.RfmWeights;
import org.loyalty4j.rfm.SegmentMap;
import org.loyalty4j.survey.AnswerNoise;
import org.loyalty4j.survey.AnswerSelection;

/**
 * The whole analysis, configured once and run on any data: purchases, RFM, value, churn, survey scores and the quadrant.
 *
 * <p>The defaults: {@link PurchaseRules#withDefaults()}; {@link RfmScorer#withDefaults()} with equal weights and the
 * {@linkplain SegmentMap#standard() standard segments}; the question of {@link Scale#NPS}, each customer's latest answer;
 * behaviour cut at 50 (the middle of the buyers), attitude cut at 85 (between 8 and 9 on 0..10, so that promoters are
 * high); {@link ChurnPlan#withDefaults()}; {@link Playbook#standard()}. No value is estimated until {@link #withValue} names margin, horizon and discount
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
    private final BehaviourMeasure behaviour;
    private final @Nullable AnswerNoise answerNoise; // null to estimate it
    private final ChurnPlan churn;
    private final @Nullable ValueAssumptions value;
    private final @Nullable ForecastPlan forecast;
    private final @Nullable LoyaltyCuts frozen;
    private final int parallelism;

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
        this.behaviour = Objects.requireNonNull(draft.behaviour, "behaviour");
        this.answerNoise = draft.answerNoise;
        this.churn = Objects.requireNonNull(draft.churn, "churn");
        this.value = draft.value;
        this.forecast = draft.forecast;
        this.frozen = draft.frozen;
        this.parallelism = new Parallel(draft.parallelism).threads();
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
     * @param answerSelection which of a customer's responses counts, and for how long; turned round if the best answer is the
     *     lowest number
     * @return the changed analysis
     * @throws IllegalArgumentException if the scale is 0..10 and answers are turned round: the analysis takes 0..10 for the Net
     *     Promoter question, whose best answer is 10
     */
    public LoyaltyAnalysis withSurvey(Scale questionScale, AnswerSelection answerSelection) {
        if (answerSelection.isReversed() && questionScale.equals(Scale.NPS)) {
            throw new IllegalArgumentException(
                    "questionScale must not be that of the Net Promoter question, 0..10, if answers are turned round");
        }
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
     * This analysis with another behaviour axis.
     *
     * @param measure what the axis measures; the expected purchases need {@link #withForecast}
     * @return the changed analysis
     */
    public LoyaltyAnalysis withBehaviour(BehaviourMeasure measure) {
        return with(draft -> draft.behaviour = measure);
    }

    /**
     * This analysis with a stated noise of an answer, from which the confidence of quadrants follows. Without it the noise is
     * estimated from customers who answered twice within 90 days, if there are at least 30 such pairs, and taken as one step of
     * the scale if not; {@link LoyaltySurvey#noise} tells which.
     *
     * @param noise the noise, on the scale of the question
     * @return the changed analysis
     */
    public LoyaltyAnalysis withAnswerNoise(AnswerNoise noise) {
        return with(draft -> draft.answerNoise = Objects.requireNonNull(noise, "noise"));
    }

    /**
     * This analysis with another reading of churn.
     *
     * @param plan the threshold of silence, the periods of the calendar, and what is known of the contracts
     * @return the changed analysis
     */
    public LoyaltyAnalysis withChurn(ChurnPlan plan) {
        return with(draft -> draft.churn = plan);
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
     * This analysis on some threads: at most so many parts of the report at once, the calling thread doing some of them, and
     * within the parts that fit models or forecast up to so many threads again. For a while there may thus be more threads than
     * asked for. The report is the same to the bit on any number of them.
     *
     * @param threads how many parts at once, and how many threads for the work of each, in [1, 1024]; one by default, which
     *     starts no thread
     * @return the changed analysis
     * @throws IllegalArgumentException if the number is out of range
     */
    public LoyaltyAnalysis withParallelism(int threads) {
        return with(draft -> draft.parallelism = threads);
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
     * What the behaviour axis measures, unless {@linkplain #withFrozenCuts an earlier analysis} says so.
     *
     * @return the measure
     */
    public BehaviourMeasure behaviour() {
        return behaviour;
    }

    /**
     * How the churn is read.
     *
     * @return the plan
     */
    public ChurnPlan churn() {
        return churn;
    }

    /**
     * What to do for the customers of each quadrant and segment.
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
     *     customer overlap, {@link ChurnPlan#recordsFrom} is after {@code asOf}, or the log has {@code long} ids and a customer's is
     *     none
     */
    public LoyaltyReport run(
            TransactionLog log, List<SurveyResponse> responses, List<Customer> customers, LocalDate asOf) {
        return new AnalysisRun(this, log, responses, customers, asOf).report();
    }

    /**
     * What reads the customers of a base one by one, where they are nowhere together: on a cluster, or in a stream. What is counted
     * of them teaches the same as {@link #run}, to the bit.
     *
     * @param firstDate the earliest day of any row of any customer
     * @param asOf the last day observed
     * @return the reader
     * @throws IllegalArgumentException if {@code asOf} is before {@code firstDate}, a day is not in the years 1 to 9999, or the RFM
     *     scores are nested or rank tiles, which need all customers at once
     */
    public CustomerReader reader(LocalDate firstDate, LocalDate asOf) {
        return CustomerReader.toCount(this, firstDate, asOf);
    }

    /**
     * Runs the analysis on two dates, and follows the customers from the earlier to the later by one ruler: the cuts of the later
     * report, or those {@linkplain #withFrozenCuts given}. The movement is then the customers' and not the cuts'. The states of
     * churn are told by one threshold of silence as well, that of the later report, as far as it has one. Customers whose contract
     * had ended by a date are in no quadrant of it.
     *
     * @param log the transactions
     * @param responses the survey responses; may be empty
     * @param customers the customers on the books; may be empty
     * @param earlier the last day observed of the earlier date
     * @param asOf the last day observed, after {@code earlier}
     * @return both reports and the movement between them
     * @throws IllegalArgumentException as {@link #run(TransactionLog, List, List, LocalDate)} does on either date, and if
     *     {@code earlier} is not before {@code asOf}
     */
    public LoyaltyComparison compare(
            TransactionLog log,
            List<SurveyResponse> responses,
            List<Customer> customers,
            LocalDate earlier,
            LocalDate asOf) {
        if (!earlier.isBefore(asOf)) {
            throw new IllegalArgumentException("earlier must be before asOf " + asOf + ", but was " + earlier);
        }
        LoyaltyReport after = run(log, responses, customers, asOf);
        LoyaltyReport before = forComparisonWith(after).run(log, responses, customers, earlier);
        return new LoyaltyComparison(before, after);
    }

    /**
     * This analysis as far as it says where customers stood: by the cuts, the threshold of silence, and for expected purchases the
     * model, of a report.
     */
    private LoyaltyAnalysis forComparisonWith(LoyaltyReport report) {
        LoyaltyAnalysis measured = withFrozenCuts(report.cuts());
        return measured.with(draft -> {
            draft.value = null;
            report.churn().inactiveAfterDays().ifPresent(days -> draft.churn = churn.withInactiveAfterDays(days));
            draft.forecast = report.cuts().measure() != BehaviourMeasure.EXPECTED_PURCHASES
                    ? null
                    : report.forecast()
                            .map(known ->
                                    known.plan().withChoice(known.choice()).withoutBacktest())
                            .orElse(null);
        });
    }

    RfmScorer scorer() {
        return scorer.withParallelism(parallelism);
    }

    Parallel parallel() {
        return new Parallel(parallelism);
    }

    Optional<SegmentMap> segments() {
        return Optional.ofNullable(segments);
    }

    /**
     * The scale of the survey question.
     *
     * @return the scale
     */
    public Scale scale() {
        return scale;
    }

    Optional<AnswerNoise> answerNoise() {
        return Optional.ofNullable(answerNoise);
    }

    @Override
    public String toString() {
        return "LoyaltyAnalysis: " + rules + ", "
                + (frozen == null
                        ? scorer + ", cuts " + behaviourCut + " and " + attitudeCut
                        : "the cuts of an earlier analysis")
                + (behaviour == BehaviourMeasure.RFM_COMPOSITE ? "" : ", behaviour by " + behaviour.label())
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
        private BehaviourMeasure behaviour = BehaviourMeasure.RFM_COMPOSITE;
        private @Nullable AnswerNoise answerNoise;
        private ChurnPlan churn = ChurnPlan.withDefaults();
        private @Nullable ValueAssumptions value;
        private @Nullable ForecastPlan forecast;
        private @Nullable LoyaltyCuts frozen;
        private int parallelism = 1;

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
            behaviour = analysis.behaviour;
            answerNoise = analysis.answerNoise;
            churn = analysis.churn;
            value = analysis.value;
            forecast = analysis.forecast;
            frozen = analysis.frozen;
            parallelism = analysis.parallelism;
        }
    }
}
