package org.loyalty4j;

import java.io.Serializable;
import java.util.Locale;
import org.loyalty4j.internal.Checks;

/**
 * A name or a sentence for people to read, in English and in Japanese.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a text is blank.
 *
 * @param english the English text, not blank
 * @param japanese the Japanese text, not blank
 */
public record LocalizedText(String english, String japanese) implements Serializable {

    public LocalizedText {
        Checks.notBlank(english, "english");
        Checks.notBlank(japanese, "japanese");
    }

    /**
     * The text in the language of a locale.
     *
     * @param locale the locale wanted
     * @return the Japanese text for a Japanese locale, the English one for every other
     */
    public String in(Locale locale) {
        return locale.getLanguage().equals(Locale.JAPANESE.getLanguage()) ? japanese : english;
    }

    @Override
    public String toString() {
        return english;
    }
}
