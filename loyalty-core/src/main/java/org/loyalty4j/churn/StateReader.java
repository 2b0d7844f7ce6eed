package org.loyalty4j.churn;

import org.loyalty4j.internal.Checks;
import org.loyalty4j.summary.PurchaseDays;

/** Walks through the periods of one customer after another and says the state at the end of each; for one thread. */
final class StateReader {
    private final PurchaseDays days;
    private final int thresholdDays;

    private int customer;
    private int seen; // purchases until the end of the last period asked for

    StateReader(PurchaseDays days, int thresholdDays) {
        this.days = days;
        this.thresholdDays = (int) Checks.positive((long) thresholdDays, "thresholdDays");
    }

    /** Turns to a customer, whose periods are then asked for in order of time. */
    void turnTo(int nextCustomer) {
        customer = nextCustomer;
        seen = 0;
    }

    /** Whether no purchase of the customer lies after the last period asked for. */
    boolean isAtLastPurchase() {
        return seen == days.count(customer);
    }

    /** The state at the end of a period. */
    ChurnState in(int firstDay, int lastDay) {
        int count = days.count(customer);
        boolean bought = false;
        boolean first = false;
        boolean awoke = false;
        while (seen < count && days.epochDay(customer, seen) <= lastDay) {
            int day = days.epochDay(customer, seen);
            if (day >= firstDay) {
                bought = true;
                first |= seen == 0;
                awoke |= seen > 0 && day - days.epochDay(customer, seen - 1) > thresholdDays;
            }
            seen++;
        }
        if (seen == 0) {
            return ChurnState.PROSPECT;
        }
        if (lastDay - days.epochDay(customer, seen - 1) > thresholdDays) {
            return ChurnState.LAPSED;
        }
        if (!bought) {
            return ChurnState.QUIET;
        }
        return first ? ChurnState.NEW : awoke ? ChurnState.REACTIVATED : ChurnState.RETURNING;
    }
}
