package org.loyalty4j.ltv;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.summary.PurchaseSummary;

/**
 * What one customer has spent so far: exact, net of refunds, looking back only.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if the id is blank.
 *
 * @param customerId the customer's id, not blank
 * @param asOf the last day observed
 * @param netSpend net spend in the major unit; 0 without a purchase, negative if more was refunded than bought
 */
public record HistoricValue(String customerId, LocalDate asOf, BigDecimal netSpend) implements Serializable {

    public HistoricValue {
        Checks.notBlank(customerId, "customerId");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(netSpend, "netSpend");
    }

    /**
     * The historic value of a customer.
     *
     * @param summary what the customer had bought
     * @return the net spend, with the decimals of the log
     */
    public static HistoricValue of(PurchaseSummary summary) {
        return new HistoricValue(summary.customerId(), summary.asOf(), summary.totalSpend());
    }

    /**
     * What of the spend was left after its costs, at one margin for all of it: an estimate, therefore a double.
     *
     * @param margin the margin as a share of the spend, in [0, 1]
     * @return {@code netSpend * margin}
     * @throws IllegalArgumentException if the margin is not in [0, 1]
     */
    public double atMargin(double margin) {
        return Values.finite(netSpend.doubleValue() * Checks.inClosed(margin, 0, 1, "margin"));
    }

    @Override
    public String toString() {
        return customerId + ": " + netSpend.toPlainString() + " as of " + asOf;
    }
}
