package org.loyalty4j.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Small files that are read as a whole. */
public final class TextFile {
    private TextFile() {}

    /**
     * Reads a file of UTF-8 text, plain or packed by gzip.
     *
     * @param file the file
     * @return its text
     * @throws InputException if it cannot be read
     */
    public static String read(Path file) {
        try (InputStream in = Bytes.open(file, Progress.NONE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw InputException.in(file.toString(), "cannot be read: " + failed.getMessage(), failed);
        }
    }
}
