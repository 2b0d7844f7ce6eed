package org.loyalty4j.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loyalty4j.benchmarks.side.Work;
import picocli.CommandLine;

class MemoryTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aLineForEachWayOfMeasuring() throws IOException {
        Files.writeString(folder.resolve("pandas_side.py"), "print('missing pandas')");
        Path out = folder.resolve("memory.md");
        int exit = new CommandLine(new Memory())
                .execute("--rows=20000", "--customers=2000", "--peers=" + folder, "--folder=" + folder, "--out=" + out);
        assertThat(exit).isZero();
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).hasSize(8).last().isEqualTo("| goal | 1 | 34 | 24 | 100 |");
        assertThat(lines.get(0)).startsWith("| RFM scores of 20,000 transactions of 2,000 customers, ");
        assertThat(lines.get(2)).startsWith("| loyalty: least heap in which it runs, to 1 MB | ");
        assertThat(lines.get(4)).startsWith("| loyalty: most memory resident | ");
        assertThat(lines.get(5)).matches("\\| DuckDB [0-9.]+: most memory resident \\| .*");
        assertThat(lines.get(6)).isEqualTo("| pandas: most memory resident | not found | | | |");
    }

    /** The columns of the caller alone take 16 MB. */
    @Test
    void theLeastHeapHoldsTheColumns() throws IOException {
        long least = LeastHeap.of("rfm-int-ids/loyalty", new Work(1_000_000, 1_000, 1, 1, folder), 16_000_000);
        assertThat(least).isBetween(18_000_000L, 40_000_000L);
    }

    @Test
    void aSideThatRunsInNoHeapIsAnError() {
        Work work = new Work(10, 1, 1, 1, folder);
        assertThatThrownBy(() -> LeastHeap.of("no/side", work, 1_000_000))
                .isInstanceOf(IOException.class)
                .hasMessage("no/side does not run in a heap of 528 MB");
    }
}
