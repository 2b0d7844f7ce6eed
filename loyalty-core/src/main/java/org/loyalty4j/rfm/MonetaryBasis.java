package org.loyalty4j.rfm;

import org.loyalty4j.internal.MinorUnits;
import org.loyalty4j.summary.PurchaseSummary;

/** What the M of RFM measures. */
public enum MonetaryBasis {
    /** Net spend in total. */
    TOTAL,
    /** Net spend per purchase occasion, which does not count frequency a second time. */
    MEAN_PER_OCCASION;

    double of(PurchaseSummary summary) {
        return of(summary.totalMinor(), summary.frequency(), summary.scale());
    }

    /** Of a customer with a purchase. */
    double of(long totalMinor, int frequency, int scale) {
        return this == TOTAL ? MinorUnits.inMajor(totalMinor, scale) : MinorUnits.mean(totalMinor, frequency, scale);
    }
}
