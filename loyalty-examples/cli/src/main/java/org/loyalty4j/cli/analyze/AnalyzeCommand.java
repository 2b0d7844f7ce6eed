package org.loyalty4j.cli.analyze;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.cli.DateConverter;
import org.loyalty4j.cli.ExitCode;
import org.loyalty4j.cli.LanguageConverter;
import org.loyalty4j.cli.input.AsOf;
import org.loyalty4j.cli.input.InputException;
import org.loyalty4j.cli.input.ProgressBars;
import org.loyalty4j.cli.input.RejectedRows;
import org.loyalty4j.cli.input.SideInputOptions;
import org.loyalty4j.cli.input.ThreadOptions;
import org.loyalty4j.cli.input.TransactionInputOptions;
import org.loyalty4j.cli.input.TransactionSource;
import org.loyalty4j.cli.output.OutputException;
import org.loyalty4j.cli.output.OutputFolder;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.profile.LoyaltyAnalysis;
import org.loyalty4j.profile.LoyaltyComparison;
import org.loyalty4j.profile.LoyaltyReport;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code loyalty analyze}: files in; the customers' table, the rejected rows, a summary and a report out. */
@Command(
        name = "analyze",
        description = "Scores customers, and writes customers.csv, rejected.csv, summary.json and report.html.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class AnalyzeCommand implements Callable<Integer> {
    @ArgGroup(multiplicity = "1")
    private TransactionSource source = new TransactionSource();

    @Mixin
    private TransactionInputOptions transactions = new TransactionInputOptions();

    @Mixin
    private SideInputOptions side = new SideInputOptions();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            required = true,
            converter = DateConverter.class,
            description = "The last day observed, such as 2026-06-30; later rows are left out and counted.")
    private LocalDate asOf = LocalDate.EPOCH;

    @Option(
            names = "--compare-to",
            paramLabel = "DATE",
            converter = DateConverter.class,
            description = "An earlier last day observed: shows who moved between the quadrants from then to --as-of.")
    private @Nullable LocalDate compareTo;

    @Mixin
    private AnalysisOptions options = new AnalysisOptions();

    @Mixin
    private ThreadOptions threads = new ThreadOptions();

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            converter = LanguageConverter.class,
            description = "Language of the report: en (default) or ja.")
    private Locale language = Locale.ENGLISH;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "The folder of the results.")
    private Path out = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Creates the command. */
    public AnalyzeCommand() {}

    @Override
    public Integer call() {
        LoyaltyAnalysis analysis = checkedAnalysis();
        try (OutputFolder folder = OutputFolder.open(out)) {
            List<Path> files = new ArrayList<>(side.files());
            source.file().ifPresent(files::add);
            folder.protect(Results.NAMES, files);
            Inputs inputs = read(folder);
            inputs.summaries().forEach(summary -> summary.warning().ifPresent(this::warn));
            Run run = run(analysis, inputs);
            FitWarnings.doubt(run.report()).ifPresent(this::warn);
            Results.write(run, language, threads.threads(), folder, out);
            folder.commit();
            print(run);
        }
        return ExitCode.OK;
    }

    private Inputs read(OutputFolder folder) {
        try (RejectedRows rejected =
                new RejectedRows(Results.writer(folder, Results.REJECTED), transactions.strict())) {
            return Inputs.read(
                    source, transactions, side, options.rules().rejectsRefunds(), threads.threads(), rejected);
        } catch (UncheckedIOException failed) {
            // Reading fails with InputException only, so it is the rejected rows that could not be written.
            throw OutputException.of(out, failed);
        } catch (IOException failed) {
            throw OutputException.of(out, failed);
        }
    }

    private LoyaltyAnalysis checkedAnalysis() {
        try {
            transactions.check();
            threads.check();
            if (compareTo != null && !compareTo.isBefore(asOf)) {
                throw new IllegalArgumentException(
                        "--compare-to must be before --as-of " + asOf + ", but was " + compareTo);
            }
            LoyaltyAnalysis analysis = options.analysis().withParallelism(threads.threads());
            LocalDate recordsFrom = analysis.churn().recordsFrom();
            LocalDate earliest = compareTo == null ? asOf : compareTo;
            if (recordsFrom != null && recordsFrom.isAfter(earliest)) {
                throw new IllegalArgumentException("--records-from must not be after "
                        + (compareTo == null ? "--as-of " : "--compare-to ") + earliest + ", but was " + recordsFrom);
            }
            return analysis;
        } catch (IllegalArgumentException senseless) {
            throw new ParameterException(spec.commandLine(), String.valueOf(senseless.getMessage()), senseless);
        }
    }

    private Run run(LoyaltyAnalysis analysis, Inputs inputs) {
        try (ProgressBars.Task task =
                ProgressBars.show("Analysing", inputs.log().customerCount())) {
            Optional<LoyaltyComparison> comparison = Optional.ofNullable(compareTo)
                    .map(earlier -> analysis.compare(
                            inputs.log(), inputs.responses(), inputs.customerRecords(), earlier, asOf));
            LoyaltyReport report = comparison
                    .map(LoyaltyComparison::after)
                    .orElseGet(() -> analysis.run(inputs.log(), inputs.responses(), inputs.customerRecords(), asOf));
            task.rows(report.purchases().size());
            return new Run(
                    report, comparison, inputs, options.confidence(), transactions.currency(), options.horizonGiven());
        } catch (IllegalArgumentException unfit) {
            // The options were checked before, so it is the data that do not go with them.
            throw unfit(inputs, unfit);
        }
    }

    private InputException unfit(Inputs inputs, IllegalArgumentException unfit) {
        PurchaseRules rules = options.rules().rules();
        String source = inputs.transactions().source();
        return compareTo != null && AsOf.fits(inputs.log(), rules, asOf)
                ? AsOf.unfit(source, inputs.log(), rules, compareTo, "a --compare-to", unfit)
                : AsOf.unfit(source, inputs.log(), rules, asOf, "an --as-of", unfit);
    }

    private void warn(String line) {
        err().println("loyalty: " + line);
    }

    private void print(Run run) {
        PrintWriter text = spec.commandLine().getOut();
        text.println(run.dataReport());
        text.println(out.resolve(Results.REPORT));
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
