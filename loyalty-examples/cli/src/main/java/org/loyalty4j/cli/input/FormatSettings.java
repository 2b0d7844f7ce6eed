package org.loyalty4j.cli.input;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Settings by which one file differs in format from the others.
 *
 * @param values the settings by key, as {@link FileFormat#withSettings} takes them
 */
public record FormatSettings(Map<String, String> values) {
    /** No difference. */
    public static final FormatSettings NONE = new FormatSettings(Map.of());

    public FormatSettings {
        values = Map.copyOf(values);
    }

    /**
     * Reads settings as a user writes them: {@code delimiter=;,charset=windows-31j,header=no}.
     *
     * @param text the settings, parted by commas
     * @return the settings
     * @throws IllegalArgumentException if a key is unknown, given twice, or has a senseless value
     */
    public static FormatSettings parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String entry : text.split(",", -1)) {
            int equals = entry.indexOf('=');
            if (equals < 1 || equals == entry.length() - 1) {
                throw new IllegalArgumentException("expected key=value, but was " + entry);
            }
            if (values.put(entry.substring(0, equals).strip(), entry.substring(equals + 1)) != null) {
                throw new IllegalArgumentException("setting " + entry.substring(0, equals) + " is given twice");
            }
        }
        FileFormat.withDefaults().withSettings(values);
        return new FormatSettings(values);
    }
}
