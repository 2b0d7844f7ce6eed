package org.loyalty4j.cli.input;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a text file is written: header, delimiter, characters and dates.
 *
 * @param header true if the first row names the columns
 * @param delimiter what parts the columns
 * @param charset the encoding of the characters
 * @param datePattern the pattern of the dates as {@link java.time.format.DateTimeFormatter} reads it; null for ISO dates
 *     such as {@code 2011-12-09}, alone or followed by a time
 * @param zone the calendar in which a point in time becomes a day; null if every date is a local one
 */
public record FileFormat(
        boolean header,
        Delimiter delimiter,
        Charset charset,
        @Nullable String datePattern,
        @Nullable ZoneId zone) {

    public FileFormat {
        Objects.requireNonNull(delimiter, "delimiter");
        Objects.requireNonNull(charset, "charset");
        if (datePattern != null) {
            DateParser.check(datePattern);
        }
    }

    /**
     * Comma-separated UTF-8 with a header and ISO dates.
     *
     * @return the format
     */
    public static FileFormat withDefaults() {
        return new FileFormat(true, Delimiter.COMMA, StandardCharsets.UTF_8, null, null);
    }

    /**
     * The same format with or without a header.
     *
     * @param newHeader true if the first row names the columns
     * @return the format
     */
    public FileFormat withHeader(boolean newHeader) {
        return new FileFormat(newHeader, delimiter, charset, datePattern, zone);
    }

    /**
     * The same format with another delimiter.
     *
     * @param newDelimiter what parts the columns
     * @return the format
     */
    public FileFormat withDelimiter(Delimiter newDelimiter) {
        return new FileFormat(header, newDelimiter, charset, datePattern, zone);
    }

    /**
     * The same format in another encoding.
     *
     * @param newCharset the encoding
     * @return the format
     */
    public FileFormat withCharset(Charset newCharset) {
        return new FileFormat(header, delimiter, newCharset, datePattern, zone);
    }

    /**
     * The same format with another date pattern.
     *
     * @param newDatePattern the pattern, such as {@code yyyyMMdd}; null for ISO dates
     * @return the format
     * @throws IllegalArgumentException if it is not a pattern of dates
     */
    public FileFormat withDatePattern(@Nullable String newDatePattern) {
        return new FileFormat(header, delimiter, charset, newDatePattern, zone);
    }

    /**
     * The same format with another zone.
     *
     * @param newZone the calendar in which a point in time becomes a day; null if every date is a local one
     * @return the format
     */
    public FileFormat withZone(@Nullable ZoneId newZone) {
        return new FileFormat(header, delimiter, charset, datePattern, newZone);
    }

    /**
     * The same format with some settings replaced, as in {@code delimiter=;,charset=windows-31j}.
     *
     * @param settings values by key: {@code header} (yes or no), {@code delimiter}, {@code charset},
     *     {@code date-pattern} ({@code iso} for the default) and {@code zone}
     * @return the format
     * @throws IllegalArgumentException if a key is not known or a value makes no sense
     */
    public FileFormat withSettings(Map<String, String> settings) {
        FileFormat format = this;
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            String value = setting.getValue();
            format = switch (setting.getKey()) {
                case "header" -> format.withHeader(yesOrNo(value));
                case "delimiter" -> format.withDelimiter(Delimiter.parse(value));
                case "charset" -> format.withCharset(charset(value));
                case "date-pattern" -> format.withDatePattern(value.equals("iso") ? null : value);
                case "zone" -> format.withZone(zone(value));
                default ->
                    throw new IllegalArgumentException("unknown setting " + setting.getKey()
                            + ", expected header, delimiter, charset, date-pattern or zone");
            };
        }
        return format;
    }

    static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "unknown charset " + name + ", expected one such as UTF-8, Windows-31J or Shift_JIS", unknown);
        }
    }

    static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException(
                    "unknown zone " + id + ", expected one such as Asia/Tokyo, UTC or +09:00", unknown);
        }
    }

    private static boolean yesOrNo(String text) {
        return switch (text) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw new IllegalArgumentException("header must be yes or no, but was " + text);
        };
    }
}
