package org.loyalty4j.rfm;

import org.loyalty4j.summary.PurchaseSummary;

/** What the M of RFM measures. */
public enum MonetaryBasis {
    /** Net spend in total. */
    TOTAL,
    /** Net spend per purchase occasion, which does not count frequency a second time. */
    MEAN_PER_OCCASION;

    double of(PurchaseSummary summary) {
        return this == TOTAL
                ? summary.totalSpend().doubleValue()
                : summary.meanSpend().orElseThrow();
    }
}
