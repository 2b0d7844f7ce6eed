package org.loyalty4j.profile;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.btyd.PurchaseForecast;
import org.loyalty4j.ltv.CustomerValue;
import org.loyalty4j.ltv.HistoricValue;
import org.loyalty4j.quadrant.LoyaltyQuadrant;
import org.loyalty4j.quadrant.PlaybookAction;
import org.loyalty4j.quadrant.QuadrantPosition;
import org.loyalty4j.rfm.RfmScore;
import org.loyalty4j.rfm.Segment;
import org.loyalty4j.summary.PurchaseSummary;

/**
 * All that is known of one customer.
 *
 * @param purchases what the customer has bought
 * @param rfm the scores; null for a prospect, who has none
 * @param segment the RFM segment; {@link Segment#NO_PURCHASE} for a prospect
 * @param position where the customer stands between behaviour and attitude
 * @param forecast what the customer is expected to do; null for a prospect, or without a forecast
 * @param residualValue what the customer is expected still to bring; null for a prospect, or without such a value
 * @param actions what the playbook recommends, the most important first
 */
public record LoyaltyProfile(
        PurchaseSummary purchases,
        @Nullable RfmScore rfm,
        Segment segment,
        QuadrantPosition position,
        @Nullable PurchaseForecast forecast,
        @Nullable CustomerValue residualValue,
        List<PlaybookAction> actions)
        implements Serializable {

    public LoyaltyProfile {
        Objects.requireNonNull(purchases, "purchases");
        Objects.requireNonNull(segment, "segment");
        Objects.requireNonNull(position, "position");
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

    @Override
    public String toString() {
        return (rfm == null ? customerId() : rfm.toString()) + ", " + segment + ", "
                + quadrant().label() + ", " + purchases.totalSpend().toPlainString() + " so far";
    }
}
