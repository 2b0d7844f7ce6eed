package org.loyalty4j.cli.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.loyalty4j.cli.input.ReadSummary;
import org.loyalty4j.cli.output.OutputException;
import org.loyalty4j.cli.output.OutputFolder;
import org.loyalty4j.data.Transaction;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.profile.LoyaltyAnalysis;

class ResultsTest {

    /** Too small for customers.csv, for summary.json and for report.html in turn. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 64})
    void aFullDiskIsAnOutputExceptionWhicheverFileItStops(int kilobytes) throws IOException {
        Configuration small = Configuration.unix().toBuilder()
                .setMaxSize((long) kilobytes << 10)
                .setBlockSize(1 << 8)
                .build();
        try (FileSystem disk = Jimfs.newFileSystem(small)) {
            Path out = disk.getPath("/work/out");
            try (OutputFolder folder = OutputFolder.open(out)) {
                assertThatThrownBy(() -> Results.write(run(), Locale.ENGLISH, 2, folder, out))
                        .isInstanceOf(OutputException.class)
                        .hasMessageStartingWith("/work/out: cannot be written: ");
            }
            try (Stream<Path> left = Files.list(disk.getPath("/work"))) {
                assertThat(left).isEmpty();
            }
        }
    }

    private static Run run() {
        LocalDate day = LocalDate.of(2026, 1, 5);
        TransactionLog log = TransactionLog.of(IntStream.rangeClosed(1, 20)
                .mapToObj(i -> new Transaction("customer " + i, day.plusDays(i), BigDecimal.valueOf(i)))
                .toList());
        return new Run(
                LoyaltyAnalysis.withDefaults().run(log, List.of(), LocalDate.of(2026, 6, 30)),
                Optional.empty(),
                new Inputs(log, new ReadSummary("t.csv", 20, Map.of()), Optional.empty(), Optional.empty()),
                0.95,
                "",
                false);
    }
}
