package org.loyalty4j.cli.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the one result of a command goes: to standard output, or into a file that appears, whole, with {@link #commit()} and
 * not at all without.
 */
public final class ResultOutput implements AutoCloseable {
    private static final Path STDOUT = Path.of("standard output");

    private final Path target;
    private final @Nullable Path temporary;
    private final Writer writer;

    private ResultOutput(Path target, @Nullable Path temporary, Writer writer) {
        this.target = target;
        this.temporary = temporary;
        this.writer = writer;
    }

    /**
     * Opens the place of a result.
     *
     * @param file the file as the user named it; null for standard output
     * @param standard the standard output
     * @param input a file that is read meanwhile and must not be replaced; null if there is none
     * @return the place
     * @throws OutputException if nothing can be written there
     */
    public static ResultOutput open(@Nullable Path file, PrintWriter standard, @Nullable Path input) {
        if (file == null) {
            return new ResultOutput(STDOUT, null, standard);
        }
        try {
            if (Files.isDirectory(file)) {
                throw OutputException.of(file, "is a folder, expected a file or a name for a new one");
            }
            if (input != null && Files.exists(input) && Files.exists(file) && Files.isSameFile(input, file)) {
                throw OutputException.of(file, "is read and would be replaced, expected another --out");
            }
            Path absolute = file.toAbsolutePath().normalize();
            Path folder = Objects.requireNonNullElse(absolute.getParent(), absolute);
            Files.createDirectories(folder);
            Path temporary = folder.resolve(
                    "." + absolute.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
            return new ResultOutput(file, temporary, Files.newBufferedWriter(temporary));
        } catch (IOException failed) {
            throw OutputException.of(file, failed);
        }
    }

    /**
     * Takes the result.
     *
     * @return the writer, which this object closes
     */
    public Writer writer() {
        return writer;
    }

    /**
     * Finds out early that nobody reads on, as at the end of a pipe: a {@link PrintWriter} keeps that to itself.
     *
     * @throws OutputException if what was written is lost
     */
    public void check() {
        if (writer instanceof PrintWriter standard && standard.checkError()) {
            throw OutputException.of(target, "cannot be written, expected a reader at the end of the pipe");
        }
    }

    /**
     * Ends the result.
     *
     * @throws OutputException if it cannot be written; a file that was there is there unchanged
     */
    public void commit() {
        try {
            if (temporary == null) {
                writer.flush();
                check();
            } else {
                writer.close();
                Files.move(
                        temporary,
                        target.toAbsolutePath().normalize(),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException failed) {
            throw OutputException.of(target, failed);
        }
    }

    /** Removes what was not committed; standard output stays open. */
    @Override
    public void close() {
        if (temporary == null) {
            return;
        }
        try (Writer open = writer) {
            Files.deleteIfExists(temporary);
        } catch (IOException failed) {
            throw OutputException.of(target, failed);
        }
    }
}
