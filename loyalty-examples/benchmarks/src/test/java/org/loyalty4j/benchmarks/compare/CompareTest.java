package org.loyalty4j.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CompareTest {
    @TempDir
    private Path folder = Path.of("");

    /** Each side in a process of its own, DuckDB among them. */
    @Test
    void sidesRunInTurnAndAgree() throws Exception {
        Path out = folder.resolve("table.md");
        int exit = new CommandLine(new Compare())
                .execute(
                        "rfm-int-ids",
                        "--rows=3000",
                        "--customers=200",
                        "--repeats=2",
                        "--warm-ups=1",
                        "--heap=256m",
                        "--peers=compare/peers",
                        "--folder=" + folder,
                        "--out=" + out);
        assertThat(exit).isZero();
        List<String> lines = Files.readAllLines(out);
        assertThat(lines.get(0))
                .isEqualTo("**RFM scores of 3,000 transactions of 200 customers, in memory, dense `int` ids**");
        assertThat(lines.get(4)).startsWith("| loyalty |");
        assertThat(lines.get(5)).startsWith("| DuckDB ").contains("the same scores for all 200");
    }

    @Test
    void scriptsThatAreNotInstalledAreNamed() throws Exception {
        for (String script : List.of("lifetimes_side.py", "scipy_side.py")) {
            Files.writeString(folder.resolve(script), "print('missing pandas')");
        }
        Path out = folder.resolve("table.md");
        int exit = new CommandLine(new Compare())
                .execute(
                        "fit-gammagamma",
                        "--customers=500",
                        "--repeats=1",
                        "--warm-ups=0",
                        "--heap=256m",
                        "--peers=" + folder,
                        "--folder=" + folder,
                        "--out=" + out);
        assertThat(exit).isZero();
        assertThat(Files.readAllLines(out)).contains("| lifetimes | not found | | | | | | 40 | |");
    }

    @Test
    void everyComparisonHasItsScript() {
        assertThat(Comparison.names())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Path.of("compare", name))
                        .isExecutable()
                        .content()
                        .contains("lib/compare\" " + name + " "));
    }
}
