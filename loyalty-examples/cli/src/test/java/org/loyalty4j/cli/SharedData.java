package org.loyalty4j.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Published data sets that lie beside the repository and are no part of it; tests say loudly when they are absent. */
public final class SharedData {
    private SharedData() {}

    /** The file, or a skipped test. */
    public static Path file(String name) {
        Path root = Path.of("").toAbsolutePath();
        while (root.getParent() != null && !isRoot(root)) {
            root = root.getParent();
        }
        Path file = root.resolveSibling("shared").resolve("data").resolve(name);
        if (!Files.exists(file)) {
            System.err.println("SKIPPED, DATA ABSENT: " + file);
        }
        Assumptions.assumeTrue(Files.exists(file), "absent: " + file);
        return file;
    }

    private static boolean isRoot(Path folder) {
        return Files.exists(folder.resolve("loyalty-core").resolve("pom.xml"));
    }
}
