package org.loyalty4j.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs a loop of each kind once, in this process; how long it takes does not matter. */
class LoopsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theTableHasALineForEachLoop() throws Exception {
        Path out = folder.resolve("loops.md");
        InnerLoops.main(new String[] {
            out.toString(),
            "(TransactionLoops.aggregate|[.]CustomerLoops.scoreRfm|FitLoops.nbd)$",
            "-f",
            "0",
            "-wi",
            "0",
            "-i",
            "1",
            "-r",
            "10ms",
            "-v",
            "SILENT"
        });
        assertThat(Files.readAllLines(out))
                .hasSize(5)
                .anyMatch(line -> line.startsWith("| `aggregate` | transaction | "))
                .anyMatch(line -> line.startsWith("| `scoreRfm` | customer of many | "))
                .anyMatch(line -> line.startsWith("| `nbd` | distinct history and evaluation | "));
    }
}
