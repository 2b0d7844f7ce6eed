package org.loyalty4j.churn;

import org.loyalty4j.LocalizedText;

/** What the customers counted in a cell of a cohort triangle did. The two are never in one triangle. */
public enum CohortMeasure {
    /** They were on the books at the end of the period: contracts, memberships, subscriptions. */
    STAYED(new LocalizedText("still there at the end of the period", "期末時点で継続")),
    /** They bought in the period. Those who did not may well buy again. */
    BOUGHT(new LocalizedText("bought in the period", "期中に購入"));

    private final LocalizedText label;

    CohortMeasure(LocalizedText label) {
        this.label = label;
    }

    /**
     * What the customers did, for people to read.
     *
     * @return the text
     */
    public LocalizedText label() {
        return label;
    }
}
