package org.loyalty4j.quadrant;

import org.jspecify.annotations.Nullable;
import org.loyalty4j.LocalizedText;

/** What became of a customer between two dates. */
public enum QuadrantChange {
    /** In the same quadrant, or of unknown attitude, both times. */
    STAYED("stayed", "Stayed", "変化なし"),
    /** Higher on one axis or both, lower on none. */
    ROSE("rose", "Rose", "上昇"),
    /** Lower on one axis or both, higher on none. */
    FELL("fell", "Fell", "下降"),
    /** Higher on one axis and lower on the other: between latent and spurious loyalty. */
    CROSSED("crossed", "Up on one axis, down on the other", "一方が上昇し他方が下降"),
    /** Of unknown attitude before, and known after. */
    BECAME_KNOWN("became_known", "Attitude became known", "態度が判明"),
    /** Of known attitude before, and unknown after: the answer has aged out. */
    BECAME_UNKNOWN("became_unknown", "Attitude no longer known", "態度が不明に"),
    /** Not a customer before. */
    ENTERED("entered", "Entered", "新規"),
    /** No longer a customer after. */
    LEFT("left", "Left", "離脱");

    private final String key;
    private final LocalizedText label;

    QuadrantChange(String key, String english, String japanese) {
        this.key = key;
        this.label = new LocalizedText(english, japanese);
    }

    /** The change from one quadrant to another; null stands for not being a customer, and not for both. */
    static QuadrantChange between(@Nullable LoyaltyQuadrant from, @Nullable LoyaltyQuadrant to) {
        if (from == null) {
            return ENTERED;
        }
        if (to == null) {
            return LEFT;
        }
        if (from == to) {
            return STAYED;
        }
        if (from == LoyaltyQuadrant.UNKNOWN_ATTITUDE) {
            return BECAME_KNOWN;
        }
        if (to == LoyaltyQuadrant.UNKNOWN_ATTITUDE) {
            return BECAME_UNKNOWN;
        }
        int rise = height(to) - height(from);
        return rise > 0 ? ROSE : rise < 0 ? FELL : CROSSED;
    }

    /** On how many axes a quadrant is high: of two different ones, more is higher on none fewer. */
    private static int height(LoyaltyQuadrant quadrant) {
        return switch (quadrant) {
            case TRUE_LOYALTY -> 2;
            case LATENT_LOYALTY, SPURIOUS_LOYALTY -> 1;
            default -> 0;
        };
    }

    /**
     * A stable key for files and databases.
     *
     * @return the key, such as {@code rose}
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
