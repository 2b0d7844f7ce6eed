package org.loyalty4j.benchmarks.growth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.loyalty4j.benchmarks.compare.SideProcess;
import org.loyalty4j.benchmarks.compare.Timing;
import org.loyalty4j.benchmarks.side.Work;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures time and memory over growing data, a process each, and draws them on double logarithmic paper. */
@Command(name = "growth", mixinStandardHelpOptions = true, description = "Time and memory over growing data.")
public final class Growth implements Callable<Integer> {
    private static final int ROWS_A_CUSTOMER = 20;

    @Option(names = "--most-rows", description = "The most transactions. Default: ${DEFAULT-VALUE}.")
    private int mostRows = 64_000_000;

    @Option(names = "--least-rows", description = "The fewest. Default: ${DEFAULT-VALUE}.")
    private int leastRows = 1_000_000;

    @Option(names = "--most-customers", description = "The most customers. Default: ${DEFAULT-VALUE}.")
    private int mostCustomers = 10_000_000;

    @Option(names = "--least-customers", description = "The fewest. Default: ${DEFAULT-VALUE}.")
    private int leastCustomers = 1_000;

    @Option(names = "--seed", description = "Of the data. Default: ${DEFAULT-VALUE}.")
    private long seed = 2026;

    @Option(names = "--threads", description = "How many threads. Default: ${DEFAULT-VALUE}.")
    private int threads = 2;

    @Option(names = "--repeats", description = "How many runs count. Default: ${DEFAULT-VALUE}.")
    private int repeats = 5;

    @Option(names = "--warm-ups", description = "How many runs before do not. Default: ${DEFAULT-VALUE}.")
    private int warmUps = 3;

    @Option(
            names = "--budget",
            description = "Seconds of work after which a size has no more runs. Default: ${DEFAULT-VALUE}.")
    private double budget = 120;

    @Option(names = "--heap", description = "Heap of a process. Default: ${DEFAULT-VALUE}.")
    private String heap = "8g";

    @Option(names = "--folder", required = true, description = "Folder for figures and tables.")
    private Path folder = Path.of("");

    @Option(names = "--images", required = true, description = "Folder for the plots.")
    private Path images = Path.of("");

    /**
     * Measures and draws.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Growth()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(folder);
        Files.createDirectories(images);
        List<GrowthPoint> transactions = new ArrayList<>();
        for (long rows = leastRows; rows <= mostRows; rows *= 2) {
            int customers = (int) Math.max(1, rows / ROWS_A_CUSTOMER);
            transactions.add(measure("rfm-int-ids/loyalty", (int) rows, (int) rows, customers));
        }
        List<GrowthPoint> customers = new ArrayList<>();
        for (long count = leastCustomers; count <= mostCustomers; count *= 10) {
            customers.add(measure("models/loyalty", (int) count, 0, (int) count));
        }
        write("growth-transactions", "transactions", transactions);
        write("growth-customers", "customers", customers);
        return 0;
    }

    private void write(String name, String unit, List<GrowthPoint> points) throws IOException {
        Files.writeString(folder.resolve(name + ".md"), GrowthPoint.table(unit, points));
        Files.writeString(images.resolve(name + ".csv"), GrowthPoint.csv(unit, points));
        GrowthChart.save(unit, points, images.resolve(name + ".png"));
        System.out.println(GrowthPoint.table(unit, points));
    }

    private GrowthPoint measure(String side, int size, int rows, int customers) throws IOException {
        Work work = new Work(rows, customers, seed, threads, folder.toAbsolutePath());
        try (SideProcess process = SideProcess.start(side, work, heap)) {
            process.version();
            process.prepare();
            Timing timing = new Timing(warmUps, Timing.LEAST_ON_JVM, budget);
            for (int i = 0; i < warmUps + repeats && timing.goesOn(); i++) {
                timing.add(process.run());
            }
            return new GrowthPoint(
                    size,
                    timing.medianSeconds(),
                    timing.medianProcessorSeconds(),
                    process.peakMemory(),
                    process.liveMemory());
        }
    }
}
