package org.loyalty4j.survey;

import org.loyalty4j.LocalizedText;

/**
 * Where an item lies in the importance-performance table, by the mean of the items on both axes.
 *
 * @see <a href="https://doi.org/10.1177/002224297704100112">Martilla and James (1977)</a>
 */
public enum DriverQuadrant {
    /** Important and below the other items. */
    CONCENTRATE_HERE("concentrate_here", "Concentrate here", "重点的に改善"),
    /** Important and at least as good as the other items. */
    KEEP_UP("keep_up", "Keep up the good work", "現状を維持"),
    /** Of less importance and below the other items. */
    LOW_PRIORITY("low_priority", "Low priority", "優先度は低い"),
    /** Of less importance and at least as good as the other items. */
    POSSIBLE_OVERKILL("possible_overkill", "Possible overkill", "過剰の可能性");

    private final String key;
    private final LocalizedText label;

    DriverQuadrant(String key, String english, String japanese) {
        this.key = key;
        this.label = new LocalizedText(english, japanese);
    }

    static DriverQuadrant of(boolean important, boolean good) {
        if (important) {
            return good ? KEEP_UP : CONCENTRATE_HERE;
        }
        return good ? POSSIBLE_OVERKILL : LOW_PRIORITY;
    }

    /**
     * A stable name for files.
     *
     * @return lower case letters and underscores
     */
    public String key() {
        return key;
    }

    /**
     * The name for people.
     *
     * @return English and Japanese
     */
    public LocalizedText label() {
        return label;
    }
}
