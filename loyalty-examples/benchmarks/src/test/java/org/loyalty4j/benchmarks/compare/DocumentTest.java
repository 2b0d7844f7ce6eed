package org.loyalty4j.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
        String filled = Document.filled(text, folder, Set.of("memory", "none"));
        assertThat(filled)
                .isEqualTo(
                        "a\n<!-- measured: memory -->\n| new |\n<!-- end -->\nb\n<!-- measured: none -->\nkept\n<!-- end -->\nc");
        assertThat(Document.filled(filled, folder, Set.of("memory"))).isEqualTo(filled);
        assertThat(Document.filled(text, folder, Set.of("none"))).isEqualTo(text);
    }

    @Test
    void whatWasNotMeasuredNowStaysAsItWas() throws Exception {
        String text =
                "<!-- measured: machine -->\nold\n<!-- end -->\n<!-- measured: growth-customers -->\nold\n<!-- end -->\n"
                        + "<!-- measured: memory -->\nold\n<!-- end -->\n";
        Path document = Files.writeString(folder.resolve("doc.md"), text);
        for (String table : List.of("machine", "growth-customers", "memory")) {
            Files.writeString(folder.resolve(table + ".md"), "new\n");
        }
        Document.main(new String[] {document.toString(), folder.toString(), "growth"});
        assertThat(document).hasContent(text.replace("growth-customers -->\nold", "growth-customers -->\nnew"));
        List<String> all =
                new ArrayList<>(List.of(document.toString(), folder.toString(), "memory", "inner-loops", "growth"));
        all.addAll(Comparison.names());
        Document.main(all.toArray(String[]::new));
        assertThat(Files.readString(document)).contains("processors").doesNotContain("old");
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
        Document.main(new String[] {document.toString(), folder.toString(), "fit-bgnbd"});
        assertThat(Files.readString(document))
                .contains("| RFM | 1 | DuckDB | 5.0 | 5.0 |  |\n") // not measured anew
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
