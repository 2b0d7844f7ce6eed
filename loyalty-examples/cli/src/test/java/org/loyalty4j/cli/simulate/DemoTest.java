package org.loyalty4j.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loyalty4j.cli.LoyaltyCommand;
import picocli.CommandLine;

class DemoTest {
    private static final Path DEMO = Path.of("demo");

    @TempDir
    Path folder;

    /** The command in the folder's README makes the very files beside it. */
    @Test
    void theCommandMakesTheFiles() throws IOException {
        String command = Files.readAllLines(DEMO.resolve("README.md")).stream()
                .filter(line -> line.startsWith("java -jar "))
                .findFirst()
                .orElseThrow();
        String[] words = command.split(" ");
        String[] args = java.util.Arrays.copyOfRange(words, 3, words.length);
        assertThat(args[args.length - 1]).isEqualTo("loyalty-examples/cli/demo");
        args[args.length - 1] = folder.toString();

        assertThat(new CommandLine(new LoyaltyCommand()).execute(args)).isZero();

        for (String name : SimulationWriter.FILES) {
            assertThat(folder.resolve(name)).hasSameBinaryContentAs(DEMO.resolve(name));
        }
    }
}
