package org.loyalty4j.cli.report;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The report's own words in one language: never the language of the machine. */
final class Texts {

    static final String BUNDLE = "org.loyalty4j.cli.report.messages";

    private final Locale locale;
    private final ResourceBundle bundle;

    Texts(Locale locale) {
        this.locale = supported(locale);
        this.bundle = ResourceBundle.getBundle(
                BUNDLE,
                this.locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Japanese and every kind of English stay as they are; any other language is answered in English. */
    private static Locale supported(Locale wanted) {
        String language = wanted.getLanguage();
        return language.equals("ja") || language.equals("en") ? wanted : Locale.ENGLISH;
    }

    Locale locale() {
        return locale;
    }

    /** The text of a key, its placeholders filled. */
    String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /** A number with its noun, such as "1 customer" and "12 customers". */
    String count(String noun, long number) {
        return get("count." + noun, number);
    }
}
