package org.loyalty4j.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void measuredTablesReplaceTheOldOnes() throws Exception {
        Files.writeString(folder.resolve("memory.md"), "| new |\n");
        String text =
                "a\n<!-- measured: memory -->\n| old |\n<!-- end -->\nb\n<!-- measured: none -->\nkept\n<!-- end -->\nc";
        String filled = Document.filled(text, folder);
        assertThat(filled)
                .isEqualTo(
                        "a\n<!-- measured: memory -->\n| new |\n<!-- end -->\nb\n<!-- measured: none -->\nkept\n<!-- end -->\nc");
        assertThat(Document.filled(filled, folder)).isEqualTo(filled);
    }

    @Test
    void theSummaryHasALineForEachSideBesideThisLibrary() throws Exception {
        Path document = Files.writeString(
                folder.resolve("doc.md"),
                "<!-- measured: machine -->\n<!-- end -->\n<!-- measured: summary -->\n"
                        + "| Fit BG/NBD | 1 | old | 2 | 2 |  |\n| RFM | 1 | DuckDB | 5.0 | 5.0 |  |\n<!-- end -->\n");
        Result.write(
                folder.resolve("fit-bgnbd.tsv"),
                List.of(
                        Result.of("Fit BG/NBD", "loyalty", 0.05, 0),
                        Result.of("Fit BG/NBD", "SciPy 1", 12.5, 0),
                        Result.without("Fit BG/NBD", "lifetimes", "failed: no luck", 100)));
        Document.main(new String[] {document.toString(), folder.toString()});
        assertThat(Files.readString(document))
                .contains("processors", "| RFM | 1 | DuckDB | 5.0 | 5.0 |  |\n") // not measured anew
                .doesNotContain("| old |")
                .contains("| Fit BG/NBD | 0.050 | SciPy 1 | 12.5 | 250 |  |\n")
                .contains("| Fit BG/NBD | 0.050 | lifetimes | failed: no luck |  | 100 |\n");
    }

    /** Every table that {@code compare/all} measures has its place in the document. */
    @Test
    void theDocumentHasAPlaceForEveryTable() throws Exception {
        String document = Files.readString(Path.of("..", "..", "docs", "performance.md"));
        assertThat(Comparison.names())
                .allSatisfy(name -> assertThat(document).contains("<!-- measured: " + name + " -->\n"));
        for (String name :
                List.of("summary", "machine", "memory", "inner-loops", "growth-transactions", "growth-customers")) {
            assertThat(document).contains("<!-- measured: " + name + " -->\n");
        }
    }
}
