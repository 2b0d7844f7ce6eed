package org.loyalty4j.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in a file, every row of it is used or in the table of rejected rows. */
class AccountingPropertyTest {

    @Provide
    Arbitrary<List<String>> lines() {
        Arbitrary<String> field = Arbitraries.of(
                "a",
                " b ",
                "",
                "2011-12-09",
                "2011-13-09",
                "2011-12-09T10:00Z",
                "1.5",
                "-3",
                "NaN",
                "1e400",
                "\"q\"",
                "\"two\nlines\"",
                "\u5c71\u7530",
                "x".repeat(300),
                "0.001");
        Arbitrary<String> good = Arbitraries.of("a,2011-12-09,1", "\"b\",2011-12-10,-2.50");
        Arbitrary<String> any = field.list().ofMinSize(1).ofMaxSize(4).map(fields -> String.join(",", fields));
        return Combinators.combine(
                        good, Arbitraries.oneOf(good, any, any).list().ofMaxSize(20))
                .as((first, rest) -> {
                    rest.add(0, first);
                    return rest;
                });
    }

    @Property(seed = "1")
    void usedAndRejectedRowsAddUp(@ForAll("lines") List<String> lines, @ForAll boolean windows) throws IOException {
        Path folder = Files.createTempDirectory("accounting");
        try {
            Reading reading = Reading.of(
                    folder, "customer_id,date,amount\n" + String.join(windows ? "\r\n" : "\n", lines) + "\n");

            ReadSummary summary = reading.transactions();

            assertThat(summary.rows())
                    .isEqualTo(lines.stream().filter(line -> !line.isEmpty()).count());
            assertThat(summary.used()).isEqualTo(reading.transactions.size());
            assertThat(rejected(reading)).isEqualTo(summary.rejectedRows());
        } finally {
            Files.delete(folder.resolve("in.csv"));
            Files.delete(folder);
        }
    }

    /** Reads the table of rejected rows back as a CSV file. */
    private static long rejected(Reading reading) throws IOException {
        Path file = reading.file.resolveSibling("rejected.csv");
        Files.writeString(file, reading.rejectedCsv.toString());
        try (RowSource rows = RowSources.file(file, FileFormat.withDefaults(), Progress.NONE)) {
            long count = 0;
            while (rows.next()) {
                assertThat(rows.row().fieldCount()).isEqualTo(4);
                count++;
            }
            return count;
        } finally {
            Files.delete(file);
        }
    }
}
