package org.loyalty4j.profile;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Proportion;
import org.loyalty4j.Scale;
import org.loyalty4j.btyd.ModelAdvice;
import org.loyalty4j.churn.InactivityView;
import org.loyalty4j.churn.RepeatRate;
import org.loyalty4j.data.DataReport;
import org.loyalty4j.internal.MinorUnits;
import org.loyalty4j.internal.RowList;
import org.loyalty4j.quadrant.CutSensitivity;
import org.loyalty4j.quadrant.QuadrantColumn;
import org.loyalty4j.quadrant.QuadrantPosition;
import org.loyalty4j.quadrant.QuadrantProbabilities;
import org.loyalty4j.quadrant.QuadrantShares;
import org.loyalty4j.quadrant.QuadrantTable;
import org.loyalty4j.quadrant.ReaskedAnswers;
import org.loyalty4j.rfm.RfmScores;
import org.loyalty4j.rfm.SegmentMap;
import org.loyalty4j.rfm.SegmentTable;
import org.loyalty4j.summary.Concentration;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.survey.AnswerCounts;
import org.loyalty4j.survey.AnswerRule;
import org.loyalty4j.survey.Nps;
import org.loyalty4j.survey.SurveyAnswers;

/** The result of a {@link LoyaltyAnalysis}: every aggregate, and one profile a customer. */
public final class LoyaltyReport implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int[] SILENCE_DAYS = {30, 60, 90, 180, 365, 730};

    private final LoyaltyAnalysis analysis;
    private final PurchaseSummaries purchases;
    private final DataReport dataReport;
    private final Concentration concentration;
    private final RfmScores scores;
    private final SegmentMap segmentMap;
    private final SegmentTable segments;
    private final RepeatRate repeatRate;
    private final InactivityView inactivity;
    private final SurveyAnswers answers;
    private final Coordinates coordinates;
    private final LoyaltyCuts cuts;
    private final LoyaltySurvey survey;
    private final LoyaltyChurn churn;
    private final QuadrantTable quadrants;
    private final double @Nullable [] highBehaviour; // null where behaviour is observed
    private final CustomerProfiler profiler;
    private final @Nullable QuadrantProbabilities quadrantProbabilities;
    private final @Nullable AverageBuyerValue averageBuyerValue;
    private final @Nullable ModelAdvice modelAdvice;
    private final @Nullable LoyaltyForecast forecast;

    /** The thresholds of {@link #inactivity}. */
    static int[] silenceDays() {
        return SILENCE_DAYS.clone();
    }

    LoyaltyReport(
            LoyaltyAnalysis analysis,
            PurchaseSummaries purchases,
            DataReport dataReport,
            RfmScores scores,
            SegmentMap segmentMap,
            SurveyAnswers answers,
            Coordinates coordinates,
            LoyaltyCuts cuts,
            LoyaltySurvey survey,
            LoyaltyChurn churn,
            @Nullable ModelAdvice modelAdvice,
            @Nullable LoyaltyForecast forecast,
            CustomerReader reader,
            @Nullable DistanceErrors distance) {
        this.analysis = analysis;
        this.purchases = purchases;
        this.dataReport = dataReport;
        this.concentration = purchases.concentration();
        this.scores = scores;
        this.segmentMap = segmentMap;
        this.segments = SegmentTable.of(purchases, scores, segmentMap);
        this.repeatRate = RepeatRate.of(purchases);
        this.inactivity = InactivityView.of(purchases, SILENCE_DAYS);
        this.answers = answers;
        this.coordinates = coordinates;
        this.cuts = cuts;
        this.survey = survey;
        this.churn = churn;
        this.quadrants = QuadrantTable.of(positions(), purchases, answers);
        this.highBehaviour = distance == null || forecast == null
                ? null
                : Behaviour.probabilitiesAtLeast(
                        cuts, distance, purchases, forecast, analysis.parallel().threads());
        ReaskedAnswers reasked = hasSingleAnswers() && coordinates.knownCount() > 0
                ? ReaskedAnswers.of(positions(), survey.noise())
                : null;
        this.quadrantProbabilities =
                reasked == null ? null : QuadrantProbabilities.of(positions(), reasked, highBehaviour);
        this.profiler = new CustomerProfiler(
                reader,
                cuts,
                segmentMap,
                forecast == null ? null : forecast.models(),
                distance,
                reasked,
                churn.inactiveAfterDays());
        this.averageBuyerValue = analysis.value()
                .flatMap(assumptions -> AverageBuyerValue.of(purchases, assumptions))
                .orElse(null);
        this.modelAdvice = modelAdvice;
        this.forecast = forecast;
    }

    /**
     * The analysis that was run, with every choice made for it.
     *
     * @return the analysis
     */
    public LoyaltyAnalysis analysis() {
        return analysis;
    }

    /**
     * The last day observed.
     *
     * @return the day
     */
    public LocalDate asOf() {
        return purchases.asOf();
    }

    /**
     * Where every transaction went, and how many customers came only after {@link #asOf}: they are not in this report.
     *
     * @return the counts
     */
    public DataReport dataReport() {
        return dataReport;
    }

    /**
     * What each customer has bought, prospects included, in order of id.
     *
     * @return one summary a customer
     */
    public PurchaseSummaries purchases() {
        return purchases;
    }

    /**
     * How unevenly the buyers share in the sales.
     *
     * @return the concentration of net spend
     */
    public Concentration concentration() {
        return concentration;
    }

    /**
     * The RFM scores and their cut points.
     *
     * @return the scores, in the order of the purchases
     */
    public RfmScores rfm() {
        return scores;
    }

    /**
     * The rules that name the segments.
     *
     * @return the map
     */
    public SegmentMap segmentMap() {
        return segmentMap;
    }

    /**
     * What is in each segment.
     *
     * @return one row a segment
     */
    public SegmentTable segments() {
        return segments;
    }

    /**
     * How many buyers came back.
     *
     * @return the repeat-purchase rate
     */
    public RepeatRate repeatRate() {
        return repeatRate;
    }

    /**
     * How many buyers have been silent for more than 30, 60, 90, 180, 365 and 730 days.
     *
     * @return the view
     */
    public InactivityView inactivity() {
        return inactivity;
    }

    /**
     * Who is leaving: by contract, by silence and by forecast.
     *
     * @return the churn
     */
    public LoyaltyChurn churn() {
        return churn;
    }

    /**
     * What the answers say of the whole base.
     *
     * @return the survey
     */
    public LoyaltySurvey survey() {
        return survey;
    }

    /**
     * The one answer of each customer who gave one, whether or not the customer is among the purchases.
     *
     * @return the answers
     */
    public SurveyAnswers answers() {
        return answers;
    }

    /**
     * How often each answer was given.
     *
     * @return the counts; empty without answers, or if these are means
     */
    public Optional<AnswerCounts> answerCounts() {
        return answers.respondents() == 0 || answers.rule() == AnswerRule.MEAN
                ? Optional.empty()
                : Optional.of(AnswerCounts.of(answers));
    }

    /**
     * The Net Promoter Score.
     *
     * @return the score; empty without answers, if these are means, or if the question's scale is not 0..10
     */
    public Optional<Nps> nps() {
        return answerCounts().filter(counts -> counts.scale().equals(Scale.NPS)).map(Nps::of);
    }

    /**
     * How many of the customers have answered. It is no {@link org.loyalty4j.survey.ResponseRate}: who was asked is not
     * known here.
     *
     * @return customers of this report whose answer counts, of all of its customers
     */
    public Proportion answered() {
        return new Proportion(coordinates.knownCount(), purchases.size());
    }

    /**
     * The respondents who are not among the customers of this report: they are in the survey scores but in no quadrant.
     *
     * @return how many there are
     */
    public long respondentsUnknown() {
        return (long) answers.respondents() - coordinates.knownCount();
    }

    /**
     * What was fitted to this base, for the next analysis to be compared with this one.
     *
     * @return the cut points
     */
    public LoyaltyCuts cuts() {
        return cuts;
    }

    /**
     * What is in each quadrant.
     *
     * @return five rows, the unknown attitude among them
     */
    public QuadrantTable quadrants() {
        return quadrants;
    }

    /**
     * What is in each quadrant, with intervals: the shares of the whole base, weighted up from those who answered
     * ({@link LoyaltySurvey#weights}), without customers whose contract has ended, and columns of {@code revenue} and, with a forecast, {@code no_purchase_probability} and
     * {@code residual_value}.
     *
     * @param confidence the confidence level, in (0, 1)
     * @return the table of {@link #quadrants()} with more in it
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     */
    public QuadrantTable quadrants(double confidence) {
        List<QuadrantPosition> positions = positions();
        double[] revenue = IntStream.range(0, purchases.size())
                .mapToDouble(customer -> MinorUnits.inMajor(purchases.totalMinor(customer), purchases.scale()))
                .toArray();
        QuadrantTable table = quadrants
                .with(QuadrantShares.of(ofBase(positions), survey.weights(), confidence))
                .with("revenue", QuadrantColumn.of(positions, revenue, confidence));
        for (ForecastColumn column : churn.forecastColumns(purchases.size())) {
            table = table.with(
                    column.name(), QuadrantColumn.of(positions, column.values(), column.known(), confidence));
        }
        return table;
    }

    private List<QuadrantPosition> ofBase(List<QuadrantPosition> positions) {
        int[] base = survey.base();
        return new RowList<>(base.length, row -> positions.get(base[row]));
    }

    /**
     * How sure each customer's quadrant is, given the noise of answers and, where behaviour is by expected purchases, the
     * uncertainty of the model.
     *
     * @return one row a customer in the order of the purchases; empty if no customer's answer is known, or answers are means
     */
    public Optional<QuadrantProbabilities> quadrantProbabilities() {
        return Optional.ofNullable(quadrantProbabilities);
    }

    /**
     * How many customers change quadrant if a cut moves by some points, or every answer by a step.
     *
     * @param points how far the cuts move, in points of the axis; in (0, inf)
     * @return the counts
     * @throws IllegalArgumentException if points is out of range
     */
    public CutSensitivity cutSensitivity(double points) {
        return CutSensitivity.of(positions(), points, answers.scale());
    }

    /** Whether each attitude is one answer and not a mean of several. */
    boolean hasSingleAnswers() {
        return answers.rule() != AnswerRule.MEAN;
    }

    /**
     * What the average buyer brings over the horizon.
     *
     * @return the value; empty unless {@link LoyaltyAnalysis#withValue} was given, or if no time has passed since the
     *     first purchases or more was refunded than bought
     */
    public Optional<AverageBuyerValue> averageBuyerValue() {
        return Optional.ofNullable(averageBuyerValue);
    }

    /**
     * What the data say of the models that could forecast the buyers.
     *
     * @return the advice; empty unless {@link LoyaltyAnalysis#withForecast} was given
     */
    public Optional<ModelAdvice> modelAdvice() {
        return Optional.ofNullable(modelAdvice);
    }

    /**
     * What the buyers are expected to do.
     *
     * @return the forecast; empty unless {@link LoyaltyAnalysis#withForecast} was given, or where {@link #modelAdvice} is to use
     *     no model and the plan names none
     */
    public Optional<LoyaltyForecast> forecast() {
        return Optional.ofNullable(forecast);
    }

    /**
     * The position of each customer between behaviour and attitude.
     *
     * @return an immutable random-access list in the order of the purchases
     */
    public List<QuadrantPosition> positions() {
        return new RowList<>(purchases.size(), this::position);
    }

    /**
     * The profile of each customer.
     *
     * @return an immutable random-access list in the order of the purchases
     */
    public List<LoyaltyProfile> profiles() {
        return new RowList<>(purchases.size(), this::profile);
    }

    /**
     * The profile of one customer.
     *
     * @param customerId the customer's id
     * @return the profile; empty if the customer is not among the purchases
     */
    public Optional<LoyaltyProfile> profileOf(String customerId) {
        OptionalInt customer = purchases.customerIndex(customerId);
        return customer.isPresent() ? Optional.of(profile(customer.getAsInt())) : Optional.empty();
    }

    private QuadrantPosition position(int customer) {
        return cuts.classifier()
                .position(
                        purchases.customerId(customer),
                        coordinates.behaviour(customer),
                        coordinates.attitude(customer));
    }

    private LoyaltyProfile profile(int customer) {
        String id = purchases.customerId(customer);
        return profiler.profile(
                purchases.get(customer),
                new CustomerProfiler.Known(
                        scores.of(customer).orElse(null),
                        coordinates.behaviour(customer),
                        highBehaviour == null ? null : Double.valueOf(highBehaviour[customer]),
                        survey.answerOf(customer, id),
                        forecast().flatMap(f -> f.forecastOf(customer)).orElse(null),
                        forecast().flatMap(f -> f.valueOf(customer)).orElse(null),
                        churn.stateOf(customer),
                        churn.leftOn(id)));
    }

    /**
     * What was learnt of this base, for the profile of any one customer: of a customer of this report by the same records it is the
     * same to the bit.
     *
     * @return the profiler, which holds no customer
     */
    public CustomerProfiler profiler() {
        return profiler;
    }

    @Override
    public String toString() {
        return "LoyaltyReport: " + dataReport().buyers() + " buyers and "
                + dataReport().prospects() + " prospects as of " + asOf() + ", " + answers.respondents() + " answers";
    }
}
