package org.loyalty4j.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GrowthTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void figuresAndPlotsAreWritten() throws Exception {
        int exit = new CommandLine(new Growth())
                .execute(
                        "--least-rows=1000",
                        "--most-rows=2000",
                        "--least-customers=1000",
                        "--most-customers=1000",
                        "--repeats=1",
                        "--warm-ups=0",
                        "--heap=256m",
                        "--folder=" + folder,
                        "--images=" + folder);
        assertThat(exit).isZero();
        assertThat(Files.readAllLines(folder.resolve("growth-transactions.csv")))
                .hasSize(3)
                .first()
                .isEqualTo("transactions,seconds,processor_seconds,peak_bytes,live_bytes");
        assertThat(Files.readAllLines(folder.resolve("growth-customers.md"))).hasSize(3);
        assertThat(folder.resolve("growth-transactions.png")).isNotEmptyFile();
        assertThat(folder.resolve("growth-customers.png")).isNotEmptyFile();
    }
}
