package org.loyalty4j.cli.input;

import org.jspecify.annotations.Nullable;

/**
 * The input cannot be read, and the run stops: one line that says where, what is wrong and what is expected.
 *
 * <p>Unchecked, because it crosses the callbacks of the CSV parser. A single row that cannot be used is no exception but
 * a {@link RejectReason}.
 */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private InputException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * A problem with a whole file or query: {@code sales.csv: does not exist, expected ...}.
     *
     * @param source the file as the user named it
     * @param problem what is wrong and what is expected
     * @return the exception
     */
    public static InputException in(String source, String problem) {
        return in(source, problem, null);
    }

    static InputException in(String source, String problem, @Nullable Throwable cause) {
        return new InputException(source + ": " + oneLine(problem), cause);
    }

    /**
     * A problem in one line: {@code sales.csv:17: ...}.
     *
     * @param source the file as the user named it
     * @param line the physical line, from 1
     * @param problem what is wrong and what is expected
     * @return the exception
     */
    public static InputException at(String source, long line, String problem) {
        return at(source, line, problem, null);
    }

    static InputException at(String source, long line, String problem, @Nullable Throwable cause) {
        return new InputException(source + ":" + line + ": " + oneLine(problem), cause);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }
}
