package org.loyalty4j.quadrant;

import org.loyalty4j.LocalizedText;

/**
 * The four kinds of loyalty of Dick and Basu (1994), and the customers of whom one half is not known.
 *
 * @see <a href="https://doi.org/10.1177/0092070394222001">Dick and Basu (1994)</a>
 */
public enum LoyaltyQuadrant {
    /** High behaviour, high attitude: the true fan. */
    TRUE_LOYALTY("true_loyalty", "True loyalty", "真のロイヤルティ", "buys and likes", "購買も好意も高い"),
    /** Low behaviour, high attitude: the silent admirer, who likes more than buys. */
    LATENT_LOYALTY("latent_loyalty", "Latent loyalty", "潜在的ロイヤルティ", "likes more than buys", "好意は高いが購買は少ない"),
    /** High behaviour, low attitude: the captive, who buys more than likes. */
    SPURIOUS_LOYALTY("spurious_loyalty", "Spurious loyalty", "見せかけのロイヤルティ", "buys more than likes", "購買は多いが好意は低い"),
    /** Low behaviour, low attitude. */
    NO_LOYALTY("no_loyalty", "No loyalty", "ロイヤルティなし", "neither buys nor likes much", "購買も好意も低い"),
    /** No answer from which to read the attitude: neither high nor low, and shown with its size. */
    UNKNOWN_ATTITUDE("unknown_attitude", "Unknown attitude", "態度不明", "no answer", "回答なし");

    private final String key;
    private final LocalizedText label;
    private final LocalizedText meaning;

    LoyaltyQuadrant(String key, String english, String japanese, String meaning, String meaningInJapanese) {
        this.key = key;
        this.label = new LocalizedText(english, japanese);
        this.meaning = new LocalizedText(meaning, meaningInJapanese);
    }

    /**
     * A stable key for files and databases.
     *
     * @return the key, such as {@code true_loyalty}
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

    /**
     * What the quadrant says of a customer, in a few words.
     *
     * @return such as {@code buys more than likes}, in English and Japanese
     */
    public LocalizedText meaning() {
        return meaning;
    }
}
