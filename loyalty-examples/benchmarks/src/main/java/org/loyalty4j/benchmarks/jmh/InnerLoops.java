package org.loyalty4j.benchmarks.jmh;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the inner loops with the options of JMH, and with its profiler of allocation, and prints a Markdown table of nanoseconds and
 * bytes a piece: a transaction, a customer, or a distinct history and evaluation.
 */
public final class InnerLoops {
    private static final String ALLOCATION = "gc.alloc.rate.norm";
    private static final double NANOS = 1e9;

    private InnerLoops() {}

    /**
     * Runs the loops.
     *
     * @param args a file for the table, then options of JMH
     */
    public static void main(String[] args) throws Exception {
        CommandLineOptions given =
                new CommandLineOptions(List.of(args).subList(1, args.length).toArray(String[]::new));
        OptionsBuilder options = new OptionsBuilder();
        options.parent(given).addProfiler(GCProfiler.class);
        if (given.getIncludes().isEmpty()) {
            options.include("org.loyalty4j.benchmarks.jmh.*Loops");
        }
        String table = table(options.build());
        System.out.println(table);
        Files.writeString(Path.of(args[0]), table);
    }

    private static String table(Options options) throws Exception {
        Collection<RunResult> results = new Runner(options).run();
        List<String> lines = new ArrayList<>(
                List.of("| loop | of | ns each | bytes allocated each |", "| --- | --- | ---: | ---: |"));
        for (RunResult result : results) {
            lines.add(row(result));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String row(RunResult result) {
        String[] name = result.getParams().getBenchmark().split("\\.", -1);
        String group = name[name.length - 2];
        Result<?> terms = result.getSecondaryResults().get("terms");
        double pieces =
                terms == null ? 1 : terms.getScore() / result.getPrimaryResult().getScore(); // of an operation
        double nanos = terms == null ? result.getPrimaryResult().getScore() : NANOS / terms.getScore();
        Result<?> bytes = result.getSecondaryResults().get(ALLOCATION);
        return String.format(
                Locale.ROOT,
                "| `%s` | %s | %s | %s |",
                name[name.length - 1],
                piece(group),
                digits(nanos),
                bytes == null ? "" : digits(bytes.getScore() / pieces));
    }

    private static String piece(String group) {
        return switch (group) {
            case "TransactionLoops" -> "transaction";
            case "CustomerLoops" -> "customer of many";
            case "OneCustomerLoops" -> "customer alone";
            default -> "distinct history and evaluation";
        };
    }

    private static String digits(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.0f" : "%.1f", value);
    }
}
