package org.loyalty4j.profile;

import java.io.Serializable;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.CalendarPeriods;
import org.loyalty4j.Scale;
import org.loyalty4j.data.SurveyResponse;
import org.loyalty4j.internal.MinorUnits;
import org.loyalty4j.rfm.RfmScores;
import org.loyalty4j.rfm.Segment;
import org.loyalty4j.rfm.SegmentMap;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.survey.AnswerAges;
import org.loyalty4j.survey.AnswerNoise;
import org.loyalty4j.survey.AnswerRule;
import org.loyalty4j.survey.NonResponseBounds;
import org.loyalty4j.survey.Nps;
import org.loyalty4j.survey.NpsGroup;
import org.loyalty4j.survey.NpsTrend;
import org.loyalty4j.survey.PostStratification;
import org.loyalty4j.survey.ResponseBias;
import org.loyalty4j.survey.ResponseTable;
import org.loyalty4j.survey.SmallStrata;
import org.loyalty4j.survey.SurveyAnswer;
import org.loyalty4j.survey.SurveyAnswers;
import org.loyalty4j.survey.WeightedEstimate;

/**
 * What the answers say of the whole base: who gave them, how those who did not differ, and the score by segment, over time and
 * weighted up.
 *
 * <p>The base are the customers of the report whose contract had not ended by its date, and all of them if no contracts are known:
 * who has left cannot be asked. Respondents who are not in the base are in the plain scores only.
 */
public final class LoyaltySurvey implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LEAST_RESPONDENTS_OF_A_CELL = 5;

    private final SurveyAnswers answers;
    private final AnswerNoise noise;
    private final int[] base;
    private final double[] scores; // of the customers who answered
    private final BitSet answered;
    private final PostStratification weights;
    private final ResponseTable responseByCell;
    private final ResponseTable responseBySegment;
    private final List<ResponseBias> bias;
    private final List<SegmentNps> npsBySegment;
    private final @Nullable NpsTrend trend;
    private final @Nullable LaterBehaviour later;

    LoyaltySurvey(
            PurchaseSummaries purchases,
            int[] base,
            RfmScores rfm,
            SegmentMap map,
            SurveyAnswers answers,
            List<SurveyResponse> responses,
            AnswerNoise noise,
            CalendarPeriods calendar,
            @Nullable LaterBehaviour later) {
        this.answers = answers;
        this.noise = noise;
        this.later = later;
        this.scores = new double[purchases.size()];
        this.answered = new BitSet(purchases.size());
        for (SurveyAnswer answer : answers.answers()) {
            purchases.customerIndex(answer.customerId()).ifPresent(customer -> {
                scores[customer] = answer.score();
                answered.set(customer);
            });
        }
        this.base = base;
        BehaviourCells cells = BehaviourCells.of(rfm);
        BitSet ofBase = ofBase(answered);
        int[] cellOfBase = ofBase(cells.cellOfCustomer());
        this.weights = PostStratification.of(
                cellOfBase,
                cells.names(),
                ofBase,
                LEAST_RESPONDENTS_OF_A_CELL,
                SmallStrata.COLLAPSE,
                Set.of(BehaviourCells.PROSPECTS));
        this.responseByCell = ResponseTable.of(cellOfBase, cells.names(), ofBase);
        List<Segment> segments = Stream.concat(map.segments().stream(), Stream.of(Segment.NO_PURCHASE))
                .distinct()
                .toList();
        int[] segmentOf = IntStream.range(0, purchases.size())
                .map(customer ->
                        segments.indexOf(rfm.of(customer).map(map::segmentOf).orElse(Segment.NO_PURCHASE)))
                .toArray();
        this.responseBySegment = ResponseTable.of(
                ofBase(segmentOf), segments.stream().map(Segment::key).toList(), ofBase);
        this.bias = bias(purchases);
        this.npsBySegment = isNps() ? npsBySegment(segments, segmentOf) : List.of();
        this.trend = isNps() && !responses.isEmpty() ? NpsTrend.of(responses, calendar, answers.asOf()) : null;
    }

    private int[] ofBase(int[] ofCustomer) {
        return IntStream.of(base).map(customer -> ofCustomer[customer]).toArray();
    }

    private BitSet ofBase(BitSet customers) {
        BitSet rows = new BitSet(base.length);
        IntStream.range(0, base.length).filter(row -> customers.get(base[row])).forEach(rows::set);
        return rows;
    }

    private boolean isNps() {
        return answers.scale().equals(Scale.NPS) && answers.rule() != AnswerRule.MEAN;
    }

    private List<ResponseBias> bias(PurchaseSummaries purchases) {
        int[] buyers = IntStream.of(base).filter(purchases::hasPurchase).toArray();
        double[] purchaseDays = new double[buyers.length];
        double[] recencyDays = new double[buyers.length];
        double[] spend = new double[buyers.length];
        BitSet buyersWhoAnswered = new BitSet(buyers.length);
        for (int i = 0; i < buyers.length; i++) {
            purchaseDays[i] = purchases.purchaseDays(buyers[i]);
            recencyDays[i] = purchases.recencyDays(buyers[i]);
            spend[i] = MinorUnits.inMajor(purchases.totalMinor(buyers[i]), purchases.scale());
            buyersWhoAnswered.set(i, answered.get(buyers[i]));
        }
        return List.of(
                ResponseBias.of("purchase_days", purchaseDays, buyersWhoAnswered),
                ResponseBias.of("recency_days", recencyDays, buyersWhoAnswered),
                ResponseBias.of("spend", spend, buyersWhoAnswered));
    }

    private List<SegmentNps> npsBySegment(List<Segment> segments, int[] segmentOf) {
        long[][] counts = new long[segments.size()][NpsGroup.values().length];
        answered.stream()
                .forEach(customer -> counts[segmentOf[customer]][
                        NpsGroup.of(scores[customer]).ordinal()]++);
        return IntStream.range(0, segments.size())
                .mapToObj(i -> new SegmentNps(segments.get(i), nps(counts[i])))
                .toList();
    }

    private static Nps nps(long[] count) {
        return new Nps(
                count[NpsGroup.PROMOTER.ordinal()],
                count[NpsGroup.PASSIVE.ordinal()],
                count[NpsGroup.DETRACTOR.ordinal()]);
    }

    /**
     * How noisy one answer is: the analysis's, or estimated from customers who answered twice.
     *
     * @return the noise
     */
    public AnswerNoise noise() {
        return noise;
    }

    /**
     * How old the answers are.
     *
     * @return the ages of all answers that count
     */
    public AnswerAges ages() {
        return AnswerAges.of(answers);
    }

    /**
     * Who answered, by cell of recency and frequency. It is the share of the base with an answer: who was asked is not known here.
     *
     * @return one row a cell, prospects first
     */
    public ResponseTable responseByCell() {
        return responseByCell;
    }

    /**
     * Who answered, by RFM segment.
     *
     * @return one row a segment, by its key, prospects last
     */
    public ResponseTable responseBySegment() {
        return responseBySegment;
    }

    /**
     * How buyers who answered differ from buyers who did not: in the days they bought on ({@code purchase_days}), the days since
     * their last purchase ({@code recency_days}), and what they spent ({@code spend}).
     *
     * @return the three comparisons
     */
    public List<ResponseBias> bias() {
        return bias;
    }

    /**
     * The customers who could be asked: all but those whose contract had ended by the date of the report.
     *
     * @return their places in the purchases of the report, ascending; a copy
     */
    public int[] base() {
        return base.clone();
    }

    /**
     * What weights the answers up to the base: cells of recency and frequency, of which those with fewer than five answers are
     * collapsed with a neighbour. Prospects have no neighbours: if fewer than five of them answered they are uncovered, for buyers
     * do not speak for those who never bought.
     *
     * @return the weights, of customers in the order of {@link #base}
     */
    public PostStratification weights() {
        return weights;
    }

    /**
     * The Net Promoter Score of the whole base, if those who did not answer think like those of their cell who did.
     *
     * @param confidence the confidence level, in (0, 1)
     * @return the score; empty if the answers are no whole numbers on 0..10, or too few
     * @throws IllegalArgumentException if confidence is not in (0, 1)
     */
    public Optional<WeightedEstimate> npsOfBase(double confidence) {
        return isNps()
                ? weights.nps(
                        IntStream.of(base)
                                .mapToDouble(customer -> scores[customer])
                                .toArray(),
                        confidence)
                : Optional.empty();
    }

    /**
     * What the score of the whole base is at worst and at best, whatever those who did not answer think.
     *
     * @return the bounds; empty if the answers are no whole numbers on 0..10
     */
    public Optional<NonResponseBounds> npsBounds() {
        return npsOfAnswers().map(nps -> NonResponseBounds.of(nps, base.length));
    }

    /**
     * The Net Promoter Score of the customers of the base who answered, not weighted: what {@link #npsOfBase} is to be compared
     * with. Other than {@link LoyaltyReport#nps} it leaves out those whose contract has ended and those who are not in the report.
     *
     * @return the score; empty if the answers are no whole numbers on 0..10
     */
    public Optional<Nps> npsOfAnswers() {
        if (!isNps()) {
            return Optional.empty();
        }
        long[] counts = new long[NpsGroup.values().length];
        IntStream.of(base)
                .filter(answered::get)
                .forEach(customer -> counts[NpsGroup.of(scores[customer]).ordinal()]++);
        return Optional.of(nps(counts));
    }

    /**
     * The Net Promoter Score by RFM segment, of all customers of the report who answered.
     *
     * @return one row a segment, prospects last; empty if the answers are no whole numbers on 0..10
     */
    public List<SegmentNps> npsBySegment() {
        return npsBySegment;
    }

    /**
     * The Net Promoter Score over time, each response in the period in which it was given.
     *
     * @return the trend; empty without responses, or if the scale is not 0..10
     */
    public Optional<NpsTrend> trend() {
        return Optional.ofNullable(trend);
    }

    /**
     * What promoters, passives and detractors did after they answered.
     *
     * @return the comparison; empty if the scale is not 0..10, or fewer than seven days could be held out
     */
    public Optional<LaterBehaviour> later() {
        return Optional.ofNullable(later);
    }

    /** The answer of a customer of the base. */
    @Nullable
    SurveyAnswer answerOf(int customer, String customerId) {
        return answered.get(customer) ? answers.answerOf(customerId).orElse(null) : null;
    }

    @Override
    public String toString() {
        return "LoyaltySurvey: " + responseByCell.overall().responded() + " of " + base.length + " customers answered";
    }
}
