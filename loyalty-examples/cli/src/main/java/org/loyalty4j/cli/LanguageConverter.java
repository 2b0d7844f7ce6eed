package org.loyalty4j.cli;

import java.util.Locale;

/** Reads one of the languages in which the command speaks. */
public final class LanguageConverter extends OptionConverter<Locale> {
    /** Creates the converter. */
    public LanguageConverter() {
        super(LanguageConverter::parse);
    }

    private static Locale parse(String value) {
        return switch (value) {
            case "en" -> Locale.ENGLISH;
            case "ja" -> Locale.JAPANESE;
            default -> throw new IllegalArgumentException("`" + value + "` is not one of en and ja");
        };
    }
}
