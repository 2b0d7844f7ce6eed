package org.loyalty4j.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Finds the public data sets that lie beside the repository, in a folder {@code shared/data}. A fresh clone does not have
 * them: then the test that asks is skipped, and says so.
 */
public final class SharedData {
    private SharedData() {}

    /** The path of a data set, or the end of the test that asked for it. */
    public static Path require(String relativePath) {
        Path start = Path.of("").toAbsolutePath();
        return Stream.iterate(start, folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared").resolve("data").resolve(relativePath))
                .filter(Files::isReadable)
                .findFirst()
                .orElseGet(() -> {
                    String message = "NOT TESTED: no shared/data/" + relativePath + " in any folder above " + start;
                    System.err.println("*** " + message + " ***");
                    Assumptions.abort(message);
                    throw new AssertionError(message);
                });
    }
}
