package org.loyalty4j.churn;

import java.io.Serializable;
import java.util.List;
import org.loyalty4j.Proportion;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.summary.PurchaseSummary;

/**
 * How many buyers came back: the share with a purchase on a day after the first.
 *
 * <p>A second receipt on the first day is no return. Customers who never bought are counted apart, for they are not among the
 * buyers. Young customers have had less time to return, so rates of customers of different age do not compare.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a count is negative or more customers returned than bought.
 *
 * @param repeatBuyers buyers with at least two purchase days, in [0, buyers]
 * @param buyers customers with at least one purchase, in [0, inf)
 * @param prospects customers without a purchase, in [0, inf)
 */
public record RepeatRate(long repeatBuyers, long buyers, long prospects) implements Serializable {

    public RepeatRate {
        Checks.notNegative(buyers, "buyers");
        Checks.partOf(repeatBuyers, buyers, "repeatBuyers");
        Checks.notNegative(prospects, "prospects");
    }

    /**
     * The repeat rate of the customers summarised.
     *
     * @param summaries what each customer had bought, in any order
     * @return the repeat rate
     */
    public static RepeatRate of(List<PurchaseSummary> summaries) {
        long repeatBuyers = 0;
        long buyers = 0;
        for (int c = 0; c < summaries.size(); c++) {
            int days = summaries instanceof PurchaseSummaries columns
                    ? columns.purchaseDays(c)
                    : summaries.get(c).purchaseDays();
            buyers += days >= 1 ? 1 : 0;
            repeatBuyers += days >= 2 ? 1 : 0;
        }
        return new RepeatRate(repeatBuyers, buyers, summaries.size() - buyers);
    }

    /**
     * The share of buyers who returned.
     *
     * @return repeat buyers of buyers; {@link Proportion#wilson} gives its interval
     */
    public Proportion share() {
        return new Proportion(repeatBuyers, buyers);
    }

    @Override
    public String toString() {
        return "Repeat rate " + share();
    }
}
