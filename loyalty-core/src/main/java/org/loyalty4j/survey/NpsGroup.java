package org.loyalty4j.survey;

import org.loyalty4j.LocalizedText;
import org.loyalty4j.Scale;

/** The three kinds of customers that the Net Promoter Score tells apart. */
public enum NpsGroup {
    /** Answered 9 or 10. */
    PROMOTER(9, 10, new LocalizedText("Promoters", "推奨者")),
    /** Answered 7 or 8. */
    PASSIVE(7, 8, new LocalizedText("Passives", "中立者")),
    /** Answered 0 to 6. */
    DETRACTOR(0, 6, new LocalizedText("Detractors", "批判者"));

    private final int lowest;
    private final int highest;
    private final LocalizedText label;

    NpsGroup(int lowest, int highest, LocalizedText label) {
        this.lowest = lowest;
        this.highest = highest;
        this.label = label;
    }

    /**
     * The group of an answer.
     *
     * @param answer the answer, a whole number in [0, 10]
     * @return the group whose answers it is one of
     * @throws IllegalArgumentException if the answer is off the scale, or not whole
     */
    public static NpsGroup of(double answer) {
        for (NpsGroup group : values()) {
            if (answer == Math.rint(answer) && answer >= group.lowest && answer <= group.highest) {
                return group;
            }
        }
        throw new IllegalArgumentException(
                "answer must be a whole number on the scale " + Scale.NPS + ", but was " + answer);
    }

    /**
     * The name of the group for people.
     *
     * @return the name, in the plural
     */
    public LocalizedText label() {
        return label;
    }

    /**
     * The name of the group for files.
     *
     * @return {@code promoter}, {@code passive} or {@code detractor}
     */
    public String key() {
        return switch (this) {
            case PROMOTER -> "promoter";
            case PASSIVE -> "passive";
            case DETRACTOR -> "detractor";
        };
    }
}
