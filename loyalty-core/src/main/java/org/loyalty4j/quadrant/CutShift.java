package org.loyalty4j.quadrant;

import org.loyalty4j.LocalizedText;

/** A small change of a cut, or of all answers, that a quadrant should not hang on. */
public enum CutShift {
    /** The behaviour cut a little lower: some rise. */
    BEHAVIOUR_CUT_LOWER("behaviour_cut_lower", "Behaviour cut lower", "行動の境界を下げる"),
    /** The behaviour cut a little higher: some fall. */
    BEHAVIOUR_CUT_HIGHER("behaviour_cut_higher", "Behaviour cut higher", "行動の境界を上げる"),
    /** The attitude cut a little lower: some rise. */
    ATTITUDE_CUT_LOWER("attitude_cut_lower", "Attitude cut lower", "態度の境界を下げる"),
    /** The attitude cut a little higher: some fall. */
    ATTITUDE_CUT_HIGHER("attitude_cut_higher", "Attitude cut higher", "態度の境界を上げる"),
    /** Each answer a step worse, but for those that are the worst already: some fall. */
    ANSWERS_WORSE("answers_worse", "Every answer one step worse", "全回答を一段階下げる"),
    /** Each answer a step better, but for those that are the best already: some rise. */
    ANSWERS_BETTER("answers_better", "Every answer one step better", "全回答を一段階上げる");

    private final String key;
    private final LocalizedText label;

    CutShift(String key, String english, String japanese) {
        this.key = key;
        this.label = new LocalizedText(english, japanese);
    }

    /**
     * A stable key for files and databases.
     *
     * @return the key, such as {@code behaviour_cut_lower}
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
