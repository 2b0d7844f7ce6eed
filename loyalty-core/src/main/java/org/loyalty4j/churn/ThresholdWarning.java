package org.loyalty4j.churn;

import org.loyalty4j.LocalizedText;

/** What to beware of in an estimated threshold of silence. */
public enum ThresholdWarning {
    /** No threshold keeps the wanted rate: too many come back after any silence, or too few are silent to tell. */
    NOT_REACHED("No threshold keeps the wanted false-churn rate", "目標の誤判定率に収まるしきい値がありません"),
    /** The holdout is shorter than the threshold: who comes back after it is not seen, and the rate is too low. */
    HOLDOUT_TOO_SHORT(
            "The holdout is shorter than the threshold, so the false-churn rate is understated",
            "検証期間がしきい値より短いため、誤判定率は過小評価されています"),
    /** At a higher threshold the rate is above the wanted one again, beyond chance: look for a season in the data. */
    RISES_AGAIN(
            "At a higher threshold the false-churn rate is above the wanted one again", "より長いしきい値で誤判定率が再び目標を上回っています"),
    /** More than a tenth of the holdout lies after the last row of the log: it looks emptier than it was, perhaps. */
    LOG_ENDS_EARLY(
            "The log ends well before the holdout does, so the false-churn rate may be understated",
            "検証期間の終わりより前にデータが途切れており、誤判定率は過小評価の可能性があります");

    private final LocalizedText label;

    ThresholdWarning(String english, String japanese) {
        this.label = new LocalizedText(english, japanese);
    }

    /**
     * The warning for people.
     *
     * @return a sentence in English and Japanese
     */
    public LocalizedText label() {
        return label;
    }
}
