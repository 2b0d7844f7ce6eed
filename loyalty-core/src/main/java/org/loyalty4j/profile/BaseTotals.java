package org.loyalty4j.profile;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Proportion;
import org.loyalty4j.Scale;
import org.loyalty4j.churn.ChurnState;
import org.loyalty4j.churn.InactivityView;
import org.loyalty4j.churn.RepeatRate;
import org.loyalty4j.churn.SilentShare;
import org.loyalty4j.data.DataReport;
import org.loyalty4j.internal.PairCounts;
import org.loyalty4j.internal.SortableDoubles;
import org.loyalty4j.internal.SpendTally;
import org.loyalty4j.quadrant.LoyaltyQuadrant;
import org.loyalty4j.quadrant.QuadrantRow;
import org.loyalty4j.rfm.RfmAxis;
import org.loyalty4j.rfm.RfmScore;
import org.loyalty4j.rfm.Segment;
import org.loyalty4j.rfm.SegmentSummary;
import org.loyalty4j.summary.PurchaseSummary;
import org.loyalty4j.survey.AnswerCounts;
import org.loyalty4j.survey.AnswerRule;
import org.loyalty4j.survey.Nps;
import org.loyalty4j.survey.NpsGroup;
import org.loyalty4j.survey.SurveyAnswer;

/**
 * The customers of a base added up by segment, quadrant and state: a third look at them, once it is known where each stands.
 *
 * <p>Customers may be added in any order, and totals made in many places merged in any order: the {@linkplain #summary() summary}
 * is the same, and equal to what {@link LoyaltyReport} says. Mutable, for one thread; from {@link CustomerProfiler#newTotals}.
 */
public final class BaseTotals implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final LoyaltyQuadrant[] QUADRANTS = LoyaltyQuadrant.values();

    private final CustomerProfiler profiler;
    private final List<Segment> segments; // that without purchase last
    private final SpendTally[] bySegment;
    private final SpendTally[] byQuadrant;
    private final long[][] answersByQuadrant = new long[QUADRANTS.length][NpsGroup.values().length];
    private final long[] states = new long[ChurnState.values().length];
    private final PairCounts recencies = new PairCounts(); // of buyers in days; the second number is 0
    private final PairCounts[] raw = new PairCounts[RfmAxis.values().length]; // of buyers, by segment and value
    private final PairCounts scores = new PairCounts(); // of all answers, by score; the second number is 0
    private DataReport dataReport = DataReport.empty();
    private long repeatBuyers;
    private long left;
    private long answered; // of the customers
    private @Nullable Integer scale; // null without a customer

    BaseTotals(CustomerProfiler profiler) {
        this.profiler = profiler;
        this.segments = new ArrayList<>(profiler.segmentMap().segments());
        segments.remove(Segment.NO_PURCHASE);
        segments.add(Segment.NO_PURCHASE);
        this.bySegment = new SpendTally[segments.size()];
        this.byQuadrant = new SpendTally[QUADRANTS.length];
        Arrays.setAll(bySegment, s -> new SpendTally());
        Arrays.setAll(byQuadrant, q -> new SpendTally());
        Arrays.setAll(raw, axis -> new PairCounts());
    }

    /**
     * Adds a customer.
     *
     * @param facts what is known of the customer, who was not added before
     * @return these totals
     * @throws IllegalArgumentException if the customer's money has other decimals than that of the customers before
     * @throws ArithmeticException if the spend of a segment or quadrant overflows
     */
    public BaseTotals add(CustomerFacts facts) {
        CustomerFacts.Purchases bought = facts.bought();
        if (bought != null) {
            scale = BaseCounts.sameScale(scale, bought.summary().scale());
        }
        dataReport = dataReport.plus(facts.dataReport());
        SurveyAnswer answer = facts.answer().orElse(null);
        if (answer != null) {
            scores.add(Double.doubleToLongBits(answer.score()), 0);
        }
        if (bought != null) {
            add(bought.summary(), profiler.place(facts, bought), answer);
            left += facts.leftOn().isPresent() ? 1 : 0;
        }
        return this;
    }

    private void add(PurchaseSummary purchases, CustomerProfiler.Place place, @Nullable SurveyAnswer answer) {
        int segment = segments.indexOf(place.segment());
        int quadrant = place.quadrant().ordinal();
        bySegment[segment].add(purchases.frequency(), purchases.totalMinor());
        byQuadrant[quadrant].add(purchases.frequency(), purchases.totalMinor());
        if (answer != null) {
            answered++;
            if (isNps()) {
                answersByQuadrant[quadrant][NpsGroup.of(answer.score()).ordinal()]++;
            }
        }
        RfmScore score = place.score();
        if (score != null) {
            repeatBuyers += purchases.purchaseDays() > 1 ? 1 : 0;
            recencies.add(score.recencyDays(), 0);
            addRaw(RfmAxis.RECENCY, segment, score.recencyDays());
            addRaw(RfmAxis.FREQUENCY, segment, score.frequency());
            addRaw(RfmAxis.MONETARY, segment, score.monetary());
        }
        ChurnState state = place.state();
        if (state != null) {
            states[state.ordinal()]++;
        }
    }

    private void addRaw(RfmAxis axis, int segment, double value) {
        raw[axis.ordinal()].add(segment, SortableDoubles.bits(value + 0.0)); // -0 becomes 0
    }

    private boolean isNps() {
        LoyaltyAnalysis analysis = profiler.reader().analysis();
        return analysis.scale().equals(Scale.NPS) && analysis.answers().rule() != AnswerRule.MEAN;
    }

    /**
     * Adds the customers of other totals.
     *
     * @param other totals of other customers by an equal profiler, which stay as they are
     * @return these totals
     * @throws IllegalArgumentException if the segments or the decimals of the money differ
     * @throws ArithmeticException if the spend of a segment or quadrant overflows
     */
    public BaseTotals merge(BaseTotals other) {
        if (!segments.equals(other.segments)) {
            throw new IllegalArgumentException(
                    "other must be of the segments " + segments + ", but was of " + other.segments);
        }
        Integer otherScale = other.scale;
        if (otherScale != null) {
            scale = BaseCounts.sameScale(scale, otherScale);
        }
        addAll(bySegment, other.bySegment);
        addAll(byQuadrant, other.byQuadrant);
        for (int q = 0; q < QUADRANTS.length; q++) {
            addAll(answersByQuadrant[q], other.answersByQuadrant[q]);
        }
        addAll(states, other.states);
        recencies.addAll(other.recencies);
        for (int axis = 0; axis < raw.length; axis++) {
            raw[axis].addAll(other.raw[axis]);
        }
        scores.addAll(other.scores);
        dataReport = dataReport.plus(other.dataReport);
        repeatBuyers += other.repeatBuyers;
        left += other.left;
        answered += other.answered;
        return this;
    }

    private static void addAll(SpendTally[] sums, SpendTally[] more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i].addAll(more[i]);
        }
    }

    private static void addAll(long[] sums, long[] more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += more[i];
        }
    }

    /**
     * The totals so far.
     *
     * @return what the report of these customers says
     * @throws ArithmeticException if the spend of all overflows
     */
    public BaseSummary summary() {
        long customers = dataReport.customers();
        long total = Arrays.stream(byQuadrant).mapToLong(SpendTally::minor).reduce(0, Math::addExact);
        LoyaltyAnalysis analysis = profiler.reader().analysis();
        return new BaseSummary(
                dataReport,
                inMajor(total),
                segments(customers),
                quadrants(customers),
                new RepeatRate(repeatBuyers, dataReport.buyers(), dataReport.prospects()),
                inactivity(),
                states(),
                left,
                new Proportion(answered, customers),
                analysis.answers().rule() == AnswerRule.MEAN || scores.size() == 0 ? null : answers(analysis.scale()));
    }

    private BigDecimal inMajor(long minor) {
        return BigDecimal.valueOf(minor, scale == null ? 0 : scale);
    }

    private List<SegmentSummary> segments(long customers) {
        SegmentMedians medians = new SegmentMedians(segments.size(), raw);
        List<SegmentSummary> rows = new ArrayList<>();
        for (int s = 0; s < bySegment.length; s++) {
            rows.add(new SegmentSummary(
                    segments.get(s),
                    bySegment[s].customers(),
                    customers,
                    bySegment[s].orders(),
                    inMajor(bySegment[s].minor()),
                    medians.of(s)));
        }
        return rows;
    }

    private List<QuadrantRow> quadrants(long customers) {
        List<QuadrantRow> rows = new ArrayList<>();
        for (LoyaltyQuadrant quadrant : QUADRANTS) {
            SpendTally tally = byQuadrant[quadrant.ordinal()];
            long[] answers = answersByQuadrant[quadrant.ordinal()];
            rows.add(new QuadrantRow(
                    quadrant,
                    tally.customers(),
                    customers,
                    inMajor(tally.minor()),
                    !isNps()
                            ? null
                            : new Nps(
                                    answers[NpsGroup.PROMOTER.ordinal()],
                                    answers[NpsGroup.PASSIVE.ordinal()],
                                    answers[NpsGroup.DETRACTOR.ordinal()])));
        }
        return rows;
    }

    private InactivityView inactivity() {
        List<SilentShare> rows = new ArrayList<>();
        for (int days : LoyaltyReport.silenceDays()) {
            long[] silent = {0};
            recencies.forEach((recency, none, customers) -> silent[0] += recency > days ? customers : 0);
            rows.add(new SilentShare(days, new Proportion(silent[0], dataReport.buyers())));
        }
        return new InactivityView(rows, dataReport.prospects());
    }

    private Map<ChurnState, Long> states() {
        Map<ChurnState, Long> counts = new EnumMap<>(ChurnState.class);
        if (profiler.inactiveAfterDays().isPresent()) {
            for (ChurnState state : ChurnState.values()) {
                counts.put(state, states[state.ordinal()]);
            }
        }
        return counts;
    }

    private AnswerCounts answers(Scale question) {
        long[] counts = new long[question.maximum() - question.minimum() + 1];
        scores.forEach((score, none, customers) ->
                counts[(int) Double.longBitsToDouble(score) - question.minimum()] += customers);
        return AnswerCounts.of(question, counts);
    }

    @Override
    public String toString() {
        return "BaseTotals: " + dataReport.buyers() + " buyers and " + dataReport.prospects() + " prospects";
    }
}
