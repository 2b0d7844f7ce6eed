package org.loyalty4j.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.benchmarks.side.Work;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How much memory RFM scores take a transaction and a customer: from what three sizes of the data need, by differences, so that what
 * a process takes without data is in neither.
 */
@Command(
        name = "memory",
        mixinStandardHelpOptions = true,
        description = "Memory of RFM scores from columns, a transaction and a customer.")
public final class Memory implements Callable<Integer> {
    private static final String OURS = "rfm-int-ids/loyalty";
    private static final String DUCKDB = "rfm-int-ids/duckdb";
    private static final String HEAP = "6g";
    private static final int WARM_UPS = 3;

    @Option(names = "--rows", description = "The most transactions. Default: ${DEFAULT-VALUE}.")
    private int rows = 20_000_000;

    @Option(names = "--customers", description = "The most customers. Default: ${DEFAULT-VALUE}.")
    private int customers = 2_000_000;

    @Option(names = "--seed", description = "Of the data. Default: ${DEFAULT-VALUE}.")
    private long seed = 2026;

    @Option(names = "--threads", description = "How many threads a side may use. Default: ${DEFAULT-VALUE}.")
    private int threads = 2;

    @Option(names = "--folder", required = true, description = "Folder of the data.")
    private Path folder = Path.of("");

    @Option(names = "--out", description = "File to write the table to as well.")
    private @Nullable Path out;

    /** Measures a size. */
    @FunctionalInterface
    private interface Measure {
        long of(Work work) throws IOException;
    }

    /**
     * Measures.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Memory()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(folder);
        String table = String.join(
                        "\n",
                        List.of(
                                String.format(
                                        Locale.ROOT,
                                        "| RFM scores of %,d transactions of %,d customers, columns of the caller included"
                                                + " | MB in all | bytes a transaction | bytes a customer |",
                                        rows,
                                        customers),
                                "| --- | ---: | ---: | ---: |",
                                row("loyalty: least heap in which it runs", Memory::leastHeap),
                                row("loyalty: heap held with the scores", Memory::heldByUs),
                                row("loyalty: most memory resident, `-Xmx" + HEAP + "`", work -> resident(ours(work))),
                                row(
                                        "DuckDB: most memory resident",
                                        work -> resident(SideProcess.startSmall(DUCKDB, work))),
                                "| goal | | 24 | 100 |"))
                + "\n";
        System.out.println(table);
        if (out != null) {
            Files.writeString(out, table);
        }
        return 0;
    }

    private String row(String what, Measure measure) throws IOException {
        long all = measure.of(work(rows, customers));
        long halfTheRows = measure.of(work(rows / 2, customers));
        long halfOfBoth = measure.of(work(rows / 2, customers / 2));
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %.1f | %.0f |",
                what,
                all / 1e6,
                (all - halfTheRows) / (rows / 2.0),
                (halfTheRows - halfOfBoth) / (customers / 2.0));
    }

    private Work work(int someRows, int someCustomers) {
        return new Work(someRows, someCustomers, seed, threads, folder.toAbsolutePath());
    }

    private static long leastHeap(Work work) throws IOException {
        return LeastHeap.of(OURS, work, 64 + work.rows() / 10_000 + work.customers() / 1_000);
    }

    private static SideProcess ours(Work work) throws IOException {
        return SideProcess.start(OURS, work, HEAP);
    }

    private static long heldByUs(Work work) throws IOException {
        try (SideProcess process = ours(work)) {
            warmUp(process);
            return process.liveMemory();
        }
    }

    private static long resident(SideProcess side) throws IOException {
        try (SideProcess process = side) {
            warmUp(process);
            return process.peakMemory();
        }
    }

    private static void warmUp(SideProcess process) throws IOException {
        process.version();
        process.prepare();
        for (int i = 0; i < WARM_UPS; i++) {
            process.run();
        }
    }
}
