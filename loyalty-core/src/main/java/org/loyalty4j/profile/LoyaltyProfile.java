package org.loyalty4j.profile;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.btyd.PurchaseForecast;
import org.loyalty4j.ltv.CustomerValue;
import org.loyalty4j.ltv.HistoricValue;
import org.loyalty4j.quadrant.LoyaltyQuadrant;
import org.loyalty4j.quadrant.PlaybookAction;
import org.loyalty4j.quadrant.QuadrantPosition;
import org.loyalty4j.quadrant.QuadrantProbability;
import org.loyalty4j.quadrant.Recommendation;
import org.loyalty4j.rfm.RfmScore;
import org.loyalty4j.rfm.Segment;
import org.loyalty4j.summary.PurchaseSummary;
import org.loyalty4j.survey.SurveyAnswer;

/**
 * All that is known of one customer.
 *
 * @param purchases what the customer has bought
 * @param rfm the scores; null for a prospect, who has none
 * @param segment the RFM segment; {@link Segment#NO_PURCHASE} for a prospect
 * @param position where the customer stands between behaviour and attitude
 * @param probability how sure the quadrant is; null if answers are means
 * @param answer the answer behind the attitude; null without one
 * @param forecast what the customer is expected to do; null for a prospect, or without a forecast
 * @param residualValue what the customer is expected still to bring; null for a prospect, or without such a value
 * @param churn what is known of the customer's going
 * @param actions what the playbook recommends, the most important first
 */
public record LoyaltyProfile(
        PurchaseSummary purchases,
        @Nullable RfmScore rfm,
        Segment segment,
        QuadrantPosition position,
        @Nullable QuadrantProbability probability,
        @Nullable SurveyAnswer answer,
        @Nullable PurchaseForecast forecast,
        @Nullable CustomerValue residualValue,
        ChurnSignal churn,
        List<PlaybookAction> actions)
        implements Serializable {

    public LoyaltyProfile {
        Objects.requireNonNull(purchases, "purchases");
        Objects.requireNonNull(segment, "segment");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(churn, "churn");
        actions = List.copyOf(actions);
    }

    /**
     * The customer's id.
     *
     * @return the id
     */
    public String customerId() {
        return purchases.customerId();
    }

    /**
     * What the customer has brought so far.
     *
     * @return the net spend
     */
    public HistoricValue historicValue() {
        return HistoricValue.of(purchases);
    }

    /**
     * The customer's quadrant.
     *
     * @return one of the four, or the unknown attitude
     */
    public LoyaltyQuadrant quadrant() {
        return position.quadrant();
    }

    /**
     * The age of the answer behind the attitude.
     *
     * @return days from the answer to the last day observed, in [0, inf); empty without an answer
     */
    public OptionalInt attitudeAgeDays() {
        return answer == null
                ? OptionalInt.empty()
                : OptionalInt.of(
                        (int) (purchases.asOf().toEpochDay() - answer.date().toEpochDay()));
    }

    /**
     * The probability of the quadrant that the customer was put into.
     *
     * @return the probability, in [0, 1]; empty where the attitude is not known, or is a mean of answers
     */
    public OptionalDouble quadrantConfidence() {
        return probability == null ? OptionalDouble.empty() : probability.confidence();
    }

    /**
     * What to do next, and why, in a sentence that names the customer's quadrant and segment.
     *
     * @return the first of the actions
     */
    public Recommendation next() {
        return new Recommendation(actions.get(0), quadrant(), segment);
    }

    @Override
    public String toString() {
        return (rfm == null ? customerId() : rfm.toString()) + ", " + segment + ", "
                + quadrant().label() + ", " + purchases.totalSpend().toPlainString() + " so far";
    }
}
