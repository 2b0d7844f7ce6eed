package org.loyalty4j.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.benchmarks.data.ShopCsv;
import org.loyalty4j.benchmarks.data.ShopId;
import org.loyalty4j.benchmarks.data.ShopRows;
import org.loyalty4j.benchmarks.side.Work;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How much memory RFM scores take in all, and a transaction and a customer. */
@Command(
        name = "memory",
        mixinStandardHelpOptions = true,
        description = "Memory of RFM scores from columns, a transaction and a customer.")
public final class Memory implements Callable<Integer> {
    private static final String OURS = "rfm-int-ids/loyalty";
    private static final String DUCKDB = "rfm-int-ids/duckdb";
    private static final String HEAP = "256m..6g";
    private static final int RUNS = 3;
    private static final int LIMIT = 900; // seconds
    private static final int COLUMNS = 16; // bytes a transaction, of the caller
    private static final long GOAL_ROW = 24;
    private static final long GOAL_CUSTOMER = 100;
    private static final String RESIDENT = "most memory resident";

    @Option(names = "--rows", description = "The most transactions. Default: ${DEFAULT-VALUE}.")
    private int rows = 20_000_000;

    @Option(names = "--customers", description = "The most customers. Default: ${DEFAULT-VALUE}.")
    private int customers = 2_000_000;

    @Option(names = "--seed", description = "Of the data. Default: ${DEFAULT-VALUE}.")
    private long seed = 2026;

    @Option(names = "--threads", description = "How many threads a side may use. Default: ${DEFAULT-VALUE}.")
    private int threads = 2;

    @Option(names = "--peers", required = true, description = "Folder of the scripts in other languages.")
    private Path peers = Path.of("");

    @Option(names = "--folder", required = true, description = "Folder of the data.")
    private Path folder = Path.of("");

    @Option(names = "--out", description = "File to write the table to as well.")
    private @Nullable Path out;

    /** Measures a size, in bytes. */
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
        Work all = work(rows, customers);
        List<String> lines = List.of(
                String.format(
                        Locale.ROOT,
                        "| RFM scores of %,d transactions of %,d customers, columns of the caller included"
                                + " | MB | bytes a transaction, all by rows | bytes a transaction | bytes a customer |",
                        rows,
                        customers),
                "| --- | ---: | ---: | ---: | ---: |",
                differences(
                        "loyalty: least heap in which it runs, to " + LeastHeap.RESOLUTION + " MB",
                        work -> LeastHeap.of(OURS, work, (long) COLUMNS * work.rows())),
                differences("loyalty: heap held with the scores, after a collection", Memory::held),
                resident(SideProcess.start(OURS, all, HEAP)),
                resident(SideProcess.startSmall(DUCKDB, all)),
                pandas(all),
                line("goal", GOAL_ROW * rows + GOAL_CUSTOMER * customers, "" + GOAL_ROW, "" + GOAL_CUSTOMER));
        String table = String.join("\n", lines) + "\n";
        System.out.println(table);
        if (out != null) {
            Files.writeString(out, table);
        }
        return 0;
    }

    /** What three sizes need; by differences, what a process takes without data is in neither. */
    private String differences(String what, Measure measure) throws IOException {
        long all = measure.of(work(rows, customers));
        long halfTheRows = measure.of(work(rows / 2, customers));
        long halfOfBoth = measure.of(work(rows / 2, customers / 2));
        return line(
                what,
                all,
                String.format(Locale.ROOT, "%.1f", (all - halfTheRows) / (rows / 2.0)),
                String.format(Locale.ROOT, "%.0f", (halfTheRows - halfOfBoth) / (customers / 2.0)));
    }

    private String line(String what, long bytes, String aTransaction, String aCustomer) {
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %.0f | %s | %s |",
                what,
                bytes / 1e6,
                (double) bytes / rows,
                aTransaction,
                aCustomer);
    }

    private Work work(int someRows, int someCustomers) {
        return new Work(someRows, someCustomers, seed, threads, folder.toAbsolutePath());
    }

    private static long held(Work work) throws IOException {
        try (SideProcess process = SideProcess.start(OURS, work, HEAP)) {
            process.version();
            run(process);
            return process.liveMemory();
        }
    }

    private String resident(SideProcess side) throws IOException {
        try (SideProcess process = side) {
            String version = process.version().orElseThrow();
            run(process);
            return resident(version, process);
        }
    }

    private String resident(String version, SideProcess process) throws IOException {
        return line(version + ": " + RESIDENT, process.peakMemory(), "", "");
    }

    private static void run(SideProcess process) throws IOException {
        process.prepare();
        for (int i = 0; i < RUNS; i++) {
            process.run();
        }
    }

    private String pandas(Work work) {
        String what = "pandas: " + RESIDENT;
        ShopRows shop = new ShopRows(work.rows(), work.customers(), work.seed());
        String file = ShopCsv.file(work.folder(), shop, ShopId.INT).toString();
        Contender pandas = Contender.python("pandas", "pandas", 0, "pandas_side.py", file);
        SideProcess started;
        try {
            started = SideProcess.startScript(pandas, work, peers, LIMIT);
        } catch (IOException noInterpreter) {
            return notFound(what);
        }
        try (SideProcess process = started) {
            Optional<String> version = process.version();
            if (version.isEmpty()) {
                return notFound(what);
            }
            ShopCsv.in(work.folder(), shop, ShopId.INT);
            run(process);
            return resident(version.get(), process);
        } catch (IOException e) {
            return "| " + what + " | failed: " + e.getMessage() + " | | | |";
        }
    }

    private static String notFound(String what) {
        return "| " + what + " | not found | | | |";
    }
}
