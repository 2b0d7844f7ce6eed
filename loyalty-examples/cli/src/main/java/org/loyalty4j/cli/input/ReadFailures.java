package org.loyalty4j.cli.input;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Puts what can go wrong in the middle of a file into words. */
final class ReadFailures {
    private ReadFailures() {}

    static InputException of(String source, long line, Charset charset, UncheckedIOException failure) {
        return InputException.at(source, Math.max(line, 1), problem(charset, failure.getCause()), failure);
    }

    private static String problem(Charset charset, @Nullable IOException failure) {
        if (failure instanceof CharacterCodingException) {
            return "the bytes are not " + charset.name() + " text, expected another --charset such as "
                    + (charset.equals(StandardCharsets.UTF_8)
                            ? "Windows-31J or Shift_JIS (Japanese), windows-1252 (Western) or UTF-16"
                            : "UTF-8");
        }
        if (failure instanceof EOFException) {
            return "the gzip data ends too early, expected a complete gzip file";
        }
        if (failure instanceof ZipException) {
            return "the gzip data is broken (" + failure.getMessage() + "), expected a complete gzip file";
        }
        return "cannot be read on: " + (failure == null ? "unknown reason" : failure.getMessage());
    }
}
