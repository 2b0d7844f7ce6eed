package org.loyalty4j.cli.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The results cannot be written: one line that says where and why. */
public final class OutputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private OutputException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static OutputException of(Path where, String problem) {
        return new OutputException(where + ": " + problem, null);
    }

    /**
     * Puts a failure to write into words.
     *
     * @param where the folder or file that was to be written
     * @param failure what happened
     * @return the exception
     */
    public static OutputException of(Path where, IOException failure) {
        return new OutputException(where + ": cannot be written: " + problem(failure), failure);
    }

    /**
     * Puts a failure to write into words.
     *
     * @param where the folder or file that was to be written
     * @param failure what happened
     * @return the exception
     */
    public static OutputException of(Path where, UncheckedIOException failure) {
        return of(where, Objects.requireNonNull(failure.getCause(), "cause"));
    }

    private static String problem(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "the folder does not exist and cannot be made";
        }
        String reason = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
        String text = reason == null ? failure.getClass().getSimpleName() : reason;
        return text.toLowerCase(Locale.ROOT).contains("no space left") ? "the disk is full" : text;
    }
}
