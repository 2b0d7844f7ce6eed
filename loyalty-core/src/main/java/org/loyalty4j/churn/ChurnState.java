package org.loyalty4j.churn;

import org.loyalty4j.LocalizedText;

/**
 * Where a customer without a contract stands at the end of a period, given a threshold of silence. Every customer is in exactly
 * one state; the first of these rules that holds decides:
 *
 * <ol>
 *   <li>no purchase until the end: {@link #PROSPECT};
 *   <li>the last purchase more than {@code thresholdDays} before the end: {@link #LAPSED};
 *   <li>no purchase in the period: {@link #QUIET};
 *   <li>the first purchase ever in the period: {@link #NEW};
 *   <li>a purchase in the period more than {@code thresholdDays} after the one before: {@link #REACTIVATED};
 *   <li>else {@link #RETURNING}.
 * </ol>
 *
 * <p>Worked example, months and a threshold of 60 days: a customer who buys on 10 January, 5 February and 20 July is NEW in January,
 * RETURNING in February, QUIET in March (54 days of silence on the 31st), LAPSED from April to June, REACTIVATED in July, QUIET in
 * August and LAPSED from September on (72 days on the 30th).
 *
 * <p>Lapsed is a word about silence, not about intent: some of the lapsed come back, and {@link FalseChurnCurve} says how many.
 */
public enum ChurnState {
    /** No purchase yet. */
    PROSPECT("prospect", "Prospect", "未購入"),
    /** First bought in this period. */
    NEW("new", "New", "新規"),
    /** Bought in this period, and never more than the threshold after the purchase before. */
    RETURNING("returning", "Returning", "継続"),
    /** Bought in this period after a silence above the threshold. */
    REACTIVATED("reactivated", "Reactivated", "復帰"),
    /** Did not buy in this period, and is not yet silent for longer than the threshold. */
    QUIET("quiet", "Quiet", "静観"),
    /** Silent for longer than the threshold. */
    LAPSED("lapsed", "Lapsed", "休眠");

    private final String key;
    private final LocalizedText label;

    ChurnState(String key, String english, String japanese) {
        this.key = key;
        this.label = new LocalizedText(english, japanese);
    }

    /**
     * A stable key for files and databases.
     *
     * @return the key, such as {@code lapsed}
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
