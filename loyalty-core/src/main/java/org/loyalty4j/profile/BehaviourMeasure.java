package org.loyalty4j.profile;

import org.loyalty4j.LocalizedText;

/** What the behaviour axis of the quadrant measures. */
public enum BehaviourMeasure {
    /** The RFM composite: what customers did. Observed, and so certain. The default. */
    RFM_COMPOSITE("rfm", "RFM composite", "RFM総合スコア"),
    /** The purchases to be expected within the horizon of the forecast: what customers are to do. An estimate. */
    EXPECTED_PURCHASES("expected_purchases", "Expected purchases", "予測購買回数"),
    /** The share of the base's spend that is spent by customers who spend less: where the money is. Observed. */
    SHARE_OF_SPEND("spend", "Share of spend", "売上構成比");

    private final String key;
    private final LocalizedText label;

    BehaviourMeasure(String key, String english, String japanese) {
        this.key = key;
        this.label = new LocalizedText(english, japanese);
    }

    /**
     * A stable key for files and databases.
     *
     * @return the key, such as {@code rfm}
     */
    public String key() {
        return key;
    }

    /**
     * The name for people.
     *
     * @return the name in English and Japanese
     */
    public LocalizedText label() {
        return label;
    }
}
