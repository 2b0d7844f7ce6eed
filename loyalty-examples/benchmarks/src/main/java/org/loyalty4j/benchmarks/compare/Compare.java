package org.loyalty4j.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.benchmarks.side.Work;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

    @Parameters(paramLabel = "NAME", description = "Which comparison.")
    private String name = "";

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
            description = "After how many seconds of work a side is not run again. Default: ${DEFAULT-VALUE}.")
    private double budget = 120;

    @Option(names = "--heap", description = "Heap of a side on the JVM. Default: that of the comparison.")
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

    /** A side that takes part. */
    private record Entrant(Contender contender, String version, SideProcess process, Timing timing) {}

    @Override
    public Integer call() throws IOException {
        Comparison comparison = Comparison.named(name);
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
            race(entrants);
            return report(comparison, work, entrants, missing);
        } finally {
            for (Entrant entrant : entrants) {
                entrant.process().close();
            }
        }
    }

    private void start(Comparison comparison, Work work, List<Entrant> entrants, List<Contender> missing)
            throws IOException {
        for (Contender contender : comparison.contenders()) {
            SideProcess process;
            try {
                process =
                        SideProcess.start(comparison, contender, work, heap == null ? comparison.heap() : heap, peers);
            } catch (IOException notInstalled) {
                if (!contender.isScript()) {
                    throw notInstalled;
                }
                missing.add(contender);
                continue;
            }
            process.version()
                    .ifPresentOrElse(
                            version ->
                                    entrants.add(new Entrant(contender, version, process, new Timing(warmUps, budget))),
                            () -> missing.add(contender));
        }
        boolean exported = false;
        for (Entrant entrant : entrants) {
            if (entrant.contender().isScript() && !exported) {
                entrants.get(0).process().export();
                exported = true;
            }
            entrant.process().prepare();
        }
    }

    private void race(List<Entrant> entrants) throws IOException {
        for (int round = 0; round < warmUps + repeats; round++) {
            for (Entrant entrant : entrants) {
                if (entrant.timing().goesOn()) {
                    entrant.timing().add(entrant.process().run());
                }
            }
        }
    }

    private int report(Comparison comparison, Work work, List<Entrant> entrants, List<Contender> missing)
            throws IOException {
        ComparisonTable table = new ComparisonTable(String.format(
                Locale.ROOT,
                comparison.title(),
                String.format(Locale.ROOT, "%,d", work.rows()),
                String.format(Locale.ROOT, "%,d", work.customers())));
        SideProcess first = entrants.get(0).process();
        first.writeAnswer("loyalty");
        double[] ours = first.answer("loyalty");
        boolean agree = true;
        for (Entrant entrant : entrants) {
            long peak = entrant.process().peakMemory(); // before the answer is looked at, which takes memory
            String agreement = null;
            if (!entrant.contender().equals(comparison.contenders().get(0))) {
                Verdict verdict = verdict(comparison.check(), first, ours, entrant);
                agreement = verdict.text();
                agree &= verdict.agree() || entrant.contender().isScript();
            }
            table.add(entrant.contender(), entrant.version(), entrant.timing(), peak, agreement);
        }
        missing.forEach(table::addMissing);
        System.out.println(table);
        if (out != null) {
            Files.writeString(out, table.toString());
            Result.write(out.resolveSibling(name + ".tsv"), table.results());
        }
        return agree ? 0 : DISAGREED;
    }

    private static Verdict verdict(Check check, SideProcess first, double[] ours, Entrant entrant) throws IOException {
        String key = entrant.contender().key();
        Optional<String> whyNone = entrant.process().writeAnswer(key);
        if (whyNone.isPresent()) {
            return new Verdict(false, "not compared: " + whyNone.get());
        }
        Verdict verdict = check.of(ours, entrant.process().answer(key));
        return check == Check.FIT
                ? verdict.and(
                        String.format(Locale.ROOT, "log-likelihood %+.1e", first.judge(key) - first.judge("loyalty")))
                : verdict;
    }
}
