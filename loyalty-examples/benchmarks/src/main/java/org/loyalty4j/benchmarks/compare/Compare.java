package org.loyalty4j.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.benchmarks.side.Work;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Runs a comparison: each side in a process of its own, the sides in turn, a run each. Checks that the answers agree and prints the
 * figures as a Markdown table.
 */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Does a work with this library and with what a user would pick instead, in turn.")
public final class Compare implements Callable<Integer> {
    private static final int DISAGREED = 1;

    @Parameters(paramLabel = "NAME", description = "Which comparison, as its script is named.")
    private String name = "";

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--rows", description = "How many transactions. Default: that of the comparison.")
    private @Nullable Integer rows;

    @Option(names = "--customers", description = "How many customers. Default: that of the comparison.")
    private @Nullable Integer customers;

    @Option(names = "--seed", description = "Of the data. Default: ${DEFAULT-VALUE}.")
    private long seed = 2026;

    @Option(names = "--threads", description = "How many threads a side may use. Default: ${DEFAULT-VALUE}.")
    private int threads = 2;

    @Option(names = "--repeats", description = "How many runs count. Default: ${DEFAULT-VALUE}.")
    private int repeats = 7;

    @Option(names = "--warm-ups", description = "How many runs before do not. Default: ${DEFAULT-VALUE}.")
    private int warmUps = 5;

    @Option(
            names = "--budget",
            description = "After how many seconds of work a side is not run again, on the JVM from its third run on."
                    + " Default: ${DEFAULT-VALUE}.")
    private double budget = 120;

    @Option(
            names = "--limit",
            description = "After how many seconds without a reply a script has failed. Default: ${DEFAULT-VALUE}.")
    private long limit = 900;

    @Option(
            names = "--heap",
            description = "Heap of a side on the JVM, as 4g or 2g..11g. Default: that of the comparison.")
    private @Nullable String heap;

    @Option(names = "--peers", required = true, description = "Folder of the scripts in other languages.")
    private Path peers = Path.of("");

    @Option(names = "--folder", required = true, description = "Folder of the data.")
    private Path folder = Path.of("");

    @Option(names = "--out", description = "File to write the table to as well; the medians go beside it.")
    private @Nullable Path out;

    /**
     * Runs a comparison.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Compare()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        Comparison comparison = comparison();
        Files.createDirectories(folder);
        Work work = new Work(
                rows == null ? comparison.rows() : rows,
                customers == null ? comparison.customers() : customers,
                seed,
                threads,
                folder.toAbsolutePath());
        List<Entrant> entrants = new ArrayList<>();
        List<Contender> missing = new ArrayList<>();
        try {
            start(comparison, work, entrants, missing);
            for (int round = 0; round < warmUps + repeats; round++) {
                for (Entrant entrant : entrants) {
                    entrant.race();
                }
            }
            return report(comparison, work, entrants, missing);
        } finally {
            for (Entrant entrant : entrants) {
                entrant.close();
            }
        }
    }

    private Comparison comparison() {
        try {
            return Comparison.named(name);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), unknown.getMessage(), unknown);
        }
    }

    private void start(Comparison comparison, Work work, List<Entrant> entrants, List<Contender> missing)
            throws IOException {
        for (Contender contender : comparison.contenders()) {
            SideProcess process;
            try {
                process = start(comparison, contender, work);
            } catch (IOException noInterpreter) {
                if (!contender.isScript()) {
                    throw noInterpreter;
                }
                missing.add(contender);
                continue;
            }
            int leastRuns = contender.isScript() ? Timing.LEAST_OF_SCRIPT : Timing.LEAST_ON_JVM;
            Entrant entrant = new Entrant(contender, process, new Timing(warmUps, leastRuns, budget));
            entrants.add(entrant);
            if (!entrant.isThere()) {
                entrants.remove(entrant);
                missing.add(contender);
                entrant.close();
            }
        }
        for (Entrant entrant : entrants) {
            entrant.attempt(SideProcess::prepare);
            if (entrant.equals(entrants.get(0))
                    && entrants.stream().anyMatch(each -> each.contender().isScript())) {
                entrant.attempt(SideProcess::export);
            }
        }
    }

    private SideProcess start(Comparison comparison, Contender contender, Work work) throws IOException {
        return contender.isScript()
                ? SideProcess.startScript(contender, work, peers, limit)
                : SideProcess.start(comparison, contender, work, heap == null ? comparison.heap() : heap);
    }

    private int report(Comparison comparison, Work work, List<Entrant> entrants, List<Contender> missing)
            throws IOException {
        ComparisonTable table = new ComparisonTable(String.format(
                Locale.ROOT,
                comparison.title(),
                String.format(Locale.ROOT, "%,d", work.rows()),
                String.format(Locale.ROOT, "%,d", work.customers())));
        Judge judge = new Judge(comparison.check());
        boolean agree = true;
        for (Entrant entrant : entrants) {
            agree &= report(entrant, judge, table);
        }
        missing.forEach(table::addMissing);
        System.out.println(table);
        if (out != null) {
            Files.writeString(out, table.toString());
            Result.write(out.resolveSibling(name + ".tsv"), table.results());
        }
        return agree ? 0 : DISAGREED;
    }

    /** Adds a line; whether the side leaves no doubt about this library. */
    private static boolean report(Entrant entrant, Judge judge, ComparisonTable table) throws IOException {
        long[] peak = new long[1];
        Verdict[] verdict = new Verdict[1];
        entrant.attempt(process -> {
            peak[0] = process.peakMemory(); // before the answer is looked at, which takes memory
            verdict[0] = judge.verdict(process, entrant.contender().key());
        });
        if (entrant.failure().isPresent()) {
            table.addFailed(entrant, entrant.failure().get());
            return true;
        }
        table.add(entrant, peak[0], verdict[0]);
        return verdict[0] == null || verdict[0].agree() || entrant.contender().isScript();
    }
}
