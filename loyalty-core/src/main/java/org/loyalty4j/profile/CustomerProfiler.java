package org.loyalty4j.profile;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.btyd.PurchaseForecast;
import org.loyalty4j.churn.ChurnState;
import org.loyalty4j.churn.ChurnStates;
import org.loyalty4j.internal.MinorUnits;
import org.loyalty4j.ltv.CustomerValue;
import org.loyalty4j.quadrant.AttitudeAxis;
import org.loyalty4j.quadrant.BehaviourAxis;
import org.loyalty4j.quadrant.ColumnAxis;
import org.loyalty4j.quadrant.LoyaltyQuadrant;
import org.loyalty4j.quadrant.QuadrantPosition;
import org.loyalty4j.quadrant.QuadrantProbability;
import org.loyalty4j.quadrant.ReaskedAnswers;
import org.loyalty4j.rfm.RfmScore;
import org.loyalty4j.rfm.Segment;
import org.loyalty4j.rfm.SegmentMap;
import org.loyalty4j.summary.PurchaseSummary;
import org.loyalty4j.survey.SurveyAnswer;

/**
 * Everything that an analysis has learnt of a base, and the profile of any one customer that follows from it: the same to the bit
 * as in the {@link LoyaltyReport} of the base. It is small and may ride to wherever the customers are.
 *
 * <pre>{@code
 * CustomerProfiler profiler = report.profiler();
 * profiler.profile(profiler.reader().read("C1", 2, rows, responses, spells));
 * }</pre>
 */
public final class CustomerProfiler implements Serializable {
    private static final long serialVersionUID = 1L;

    private final CustomerReader reader;
    private final LoyaltyCuts cuts;
    private final SegmentMap segmentMap;
    private final @Nullable ForecastModels models;
    private final @Nullable DistanceErrors distance; // where behaviour is forecast
    private final @Nullable ReaskedAnswers reasked; // null if answers are means, or nobody answered
    private final @Nullable Integer inactiveAfterDays;

    CustomerProfiler(
            CustomerReader reader,
            LoyaltyCuts cuts,
            SegmentMap segmentMap,
            @Nullable ForecastModels models,
            @Nullable DistanceErrors distance,
            @Nullable ReaskedAnswers reasked,
            OptionalInt inactiveAfterDays) {
        this.reader = reader;
        this.cuts = cuts;
        this.segmentMap = segmentMap;
        this.models = models;
        this.distance = distance;
        this.reasked = reasked;
        this.inactiveAfterDays = inactiveAfterDays.isPresent() ? Integer.valueOf(inactiveAfterDays.getAsInt()) : null;
    }

    /** What is known of a customer beside the purchases before a profile is put together. */
    record Known(
            @Nullable RfmScore score,
            double behaviour,
            @Nullable Double highBehaviour,
            @Nullable SurveyAnswer answer,
            @Nullable PurchaseForecast forecast,
            @Nullable CustomerValue value,
            @Nullable ChurnState state,
            @Nullable LocalDate leftOn) {}

    /**
     * The profile of a customer, who need not be of the base that was learnt of.
     *
     * @param facts what is known of the customer, read by {@link #reader} or one like it
     * @return the profile; empty unless the customer {@linkplain CustomerFacts#isKnown is known} by the last day observed
     */
    public Optional<LoyaltyProfile> profile(CustomerFacts facts) {
        CustomerFacts.Purchases bought = facts.bought();
        return bought == null
                ? Optional.empty()
                : Optional.of(profile(facts, bought, forecast(bought.summary()), value(bought.summary())));
    }

    private @Nullable PurchaseForecast forecast(PurchaseSummary purchases) {
        return models == null ? null : models.forecast(purchases).orElse(null);
    }

    private @Nullable CustomerValue value(PurchaseSummary purchases) {
        return models == null ? null : models.value(purchases).orElse(null);
    }

    /**
     * The profiles of many customers, one after the other: what follows from equal histories is computed once for some thousands of
     * them.
     *
     * @param facts what is known of the customers
     * @return the profiles of those who are {@linkplain CustomerFacts#isKnown known}, in their order; customers are drawn as
     *     profiles are
     */
    public Iterator<LoyaltyProfile> profiles(Iterator<CustomerFacts> facts) {
        return new ProfileIterator(Objects.requireNonNull(facts, "facts"), this::profiles);
    }

    private List<LoyaltyProfile> profiles(List<CustomerFacts> batch) {
        List<CustomerFacts> known =
                batch.stream().filter(CustomerFacts::isKnown).toList();
        List<PurchaseSummary> buyers = known.stream()
                .map(facts -> facts.purchases().orElseThrow())
                .filter(PurchaseSummary::hasPurchase)
                .toList();
        List<PurchaseForecast> forecasts = models == null ? List.of() : models.forecasts(buyers);
        List<CustomerValue> values = models == null ? List.of() : models.values(buyers);
        List<LoyaltyProfile> profiles = new ArrayList<>(known.size());
        int buyer = 0;
        for (CustomerFacts facts : known) {
            CustomerFacts.Purchases bought = Objects.requireNonNull(facts.bought());
            boolean buys = bought.summary().hasPurchase();
            profiles.add(profile(
                    facts,
                    bought,
                    buys && !forecasts.isEmpty() ? forecasts.get(buyer) : null,
                    buys && !values.isEmpty() ? values.get(buyer) : null));
            buyer += buys ? 1 : 0;
        }
        return profiles;
    }

    private LoyaltyProfile profile(
            CustomerFacts facts,
            CustomerFacts.Purchases bought,
            @Nullable PurchaseForecast forecast,
            @Nullable CustomerValue value) {
        PurchaseSummary purchases = bought.summary();
        RfmScore score = cuts.rfmScale().score(purchases).orElse(null);
        return profile(
                purchases,
                new Known(
                        score,
                        behaviour(purchases, score, forecast),
                        highBehaviour(purchases, forecast),
                        facts.answer().orElse(null),
                        forecast,
                        value,
                        state(bought),
                        facts.leftOn().orElse(null)));
    }

    /** Where a customer stands by silence; null without a threshold. */
    private @Nullable ChurnState state(CustomerFacts.Purchases bought) {
        return inactiveAfterDays == null
                ? null
                : ChurnStates.stateOf(
                        bought.days(),
                        0,
                        inactiveAfterDays,
                        reader.analysis().churn().calendar());
    }

    /** Where a customer stands: what a base is added up by. */
    record Place(
            Segment segment,
            @Nullable RfmScore score,
            LoyaltyQuadrant quadrant,
            @Nullable ChurnState state) {}

    /** Where a customer stands, without what is only of the profile. */
    Place place(CustomerFacts facts, CustomerFacts.Purchases bought) {
        PurchaseSummary purchases = bought.summary();
        RfmScore score = cuts.rfmScale().score(purchases).orElse(null);
        boolean forecast = cuts.measure() == BehaviourMeasure.EXPECTED_PURCHASES;
        double behaviour = behaviour(purchases, score, forecast ? forecast(purchases) : null);
        return new Place(
                segment(score),
                score,
                position(purchases, behaviour, facts.answer().orElse(null)).quadrant(),
                state(bought));
    }

    private QuadrantPosition position(PurchaseSummary purchases, double behaviour, @Nullable SurveyAnswer answer) {
        Double attitude = answer == null
                ? null
                : Double.valueOf(AttitudeAxis.position(reader.analysis().scale(), answer));
        return cuts.classifier().position(purchases.customerId(), behaviour, attitude);
    }

    private Segment segment(@Nullable RfmScore score) {
        return score == null ? Segment.NO_PURCHASE : segmentMap.segmentOf(score);
    }

    /**
     * Totals of nobody, to which customers are added: the aggregates of a base.
     *
     * @return the totals
     */
    public BaseTotals newTotals() {
        return new BaseTotals(this);
    }

    private double behaviour(PurchaseSummary purchases, @Nullable RfmScore score, @Nullable PurchaseForecast forecast) {
        ColumnAxis axis = cuts.columnAxis();
        if (score == null) {
            return BehaviourAxis.PROSPECT;
        }
        return axis == null ? cuts.behaviourAxis().position(score) : axis.position(measured(purchases, forecast));
    }

    /** The number by which a buyer is placed on a column axis. */
    private double measured(PurchaseSummary purchases, @Nullable PurchaseForecast forecast) {
        return cuts.measure() == BehaviourMeasure.EXPECTED_PURCHASES
                ? Objects.requireNonNull(forecast, "forecast").expectedPurchases()
                : MinorUnits.inMajor(purchases.totalMinor(), purchases.scale());
    }

    /** The chance of the behaviour to be high; null where it is observed. */
    private @Nullable Double highBehaviour(PurchaseSummary purchases, @Nullable PurchaseForecast forecast) {
        ColumnAxis axis = cuts.columnAxis();
        if (distance == null || axis == null || models == null) {
            return null;
        }
        double cut = cuts.classifier().behaviourCut();
        if (forecast == null) {
            return BehaviourAxis.PROSPECT >= cut ? 1.0 : 0.0;
        }
        double error = distance.of(purchases.repeatHistory(models.plan().unit()).orElseThrow());
        if (!Double.isFinite(error)) {
            return null; // of a customer unlike any of the base
        }
        return axis.probabilitiesAtLeast(cut, new double[] {forecast.expectedPurchases()}, new double[] {error})[0];
    }

    /** Puts a profile together. */
    LoyaltyProfile profile(PurchaseSummary purchases, Known known) {
        QuadrantPosition position = position(purchases, known.behaviour(), known.answer());
        Segment segment = segment(known.score());
        return new LoyaltyProfile(
                purchases,
                known.score(),
                segment,
                position,
                probability(position, known.highBehaviour()),
                known.answer(),
                known.forecast(),
                known.value(),
                ChurnSignal.of(known.state(), known.leftOn(), known.forecast(), known.value()),
                reader.analysis().playbook().actions(position.quadrant(), segment));
    }

    private @Nullable QuadrantProbability probability(QuadrantPosition position, @Nullable Double highBehaviour) {
        return reasked == null ? null : reasked.probabilityOf(position, highBehaviour);
    }

    /**
     * What reads a customer's records for this profiler.
     *
     * @return the reader
     */
    public CustomerReader reader() {
        return reader;
    }

    /**
     * The cut points: of the scores, of the axes and between the quadrants.
     *
     * @return the cut points, as {@link LoyaltyReport#cuts} has them
     */
    public LoyaltyCuts cuts() {
        return cuts;
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
     * The threshold of silence used.
     *
     * @return days of silence that a lapsed customer exceeds, as {@link LoyaltyChurn#inactiveAfterDays} has them
     */
    public OptionalInt inactiveAfterDays() {
        return inactiveAfterDays == null ? OptionalInt.empty() : OptionalInt.of(inactiveAfterDays);
    }

    @Override
    public String toString() {
        return "CustomerProfiler as of " + reader.asOf() + (models == null ? "" : ", forecasts by " + models.fit())
                + (inactiveAfterDays == null ? "" : ", lapsed after " + inactiveAfterDays + " days of silence");
    }
}
