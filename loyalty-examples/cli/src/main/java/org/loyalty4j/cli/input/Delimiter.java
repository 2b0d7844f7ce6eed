package org.loyalty4j.cli.input;

/**
 * What parts the columns of a file: one character, or any run of white space.
 *
 * @param character the character between two columns; a blank for runs of white space
 * @param whitespace true if any run of blanks and tabs parts two columns and leading ones are ignored
 */
public record Delimiter(char character, boolean whitespace) {
    /** The comma, the default. */
    public static final Delimiter COMMA = new Delimiter(',', false);

    /** Runs of blanks and tabs, as in tables aligned for the eye. */
    public static final Delimiter WHITESPACE = new Delimiter(' ', true);

    public Delimiter {
        if (character == '"' || character == '\n' || character == '\r') {
            throw new IllegalArgumentException("delimiter must not be a quote or a line break");
        }
    }

    /**
     * Reads a delimiter as a user writes it.
     *
     * @param text one character, or one of {@code comma}, {@code semicolon}, {@code tab}, {@code pipe} and
     *     {@code whitespace}
     * @return the delimiter
     * @throws IllegalArgumentException if it is none of these
     */
    public static Delimiter parse(String text) {
        return switch (text) {
            case "comma" -> COMMA;
            case "semicolon" -> new Delimiter(';', false);
            case "tab", "\\t" -> new Delimiter('\t', false);
            case "pipe" -> new Delimiter('|', false);
            case "whitespace" -> WHITESPACE;
            default -> {
                if (text.length() != 1) {
                    throw new IllegalArgumentException(
                            "delimiter must be one character, comma, semicolon, tab, pipe or whitespace, but was "
                                    + text);
                }
                yield new Delimiter(text.charAt(0), false);
            }
        };
    }

    @Override
    public String toString() {
        if (whitespace) {
            return "whitespace";
        }
        return character == '\t' ? "tab" : String.valueOf(character);
    }
}
