package org.loyalty4j.cli.analyze;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.loyalty4j.cli.DateConverter;
import org.loyalty4j.cli.ExitCode;
import org.loyalty4j.cli.LanguageConverter;
import org.loyalty4j.cli.input.InputException;
import org.loyalty4j.cli.input.ProgressBars;
import org.loyalty4j.cli.input.ReadSummary;
import org.loyalty4j.cli.input.RejectedRows;
import org.loyalty4j.cli.input.SideInputOptions;
import org.loyalty4j.cli.input.TransactionInputOptions;
import org.loyalty4j.cli.output.OutputException;
import org.loyalty4j.cli.output.OutputFolder;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.profile.LoyaltyAnalysis;
import org.loyalty4j.profile.LoyaltyReport;
import org.loyalty4j.summary.PurchaseSummaries;
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

    @Mixin
    private AnalysisOptions options = new AnalysisOptions();

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
            transactions.file().ifPresent(files::add);
            folder.protect(Results.NAMES, files);
            Inputs inputs = read(folder);
            inputs.summaries().forEach(this::warn);
            Run run = new Run(run(analysis, inputs), inputs, options.confidence(), transactions.currency());
            Results.write(run, language, folder, out);
            folder.commit();
            print(run);
        }
        return ExitCode.OK;
    }

    private Inputs read(OutputFolder folder) {
        try (RejectedRows rejected =
                new RejectedRows(Results.writer(folder, Results.REJECTED), transactions.strict())) {
            return Inputs.read(transactions, side, options.rejectsRefunds(), rejected);
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
            return options.analysis();
        } catch (IllegalArgumentException senseless) {
            throw new ParameterException(spec.commandLine(), String.valueOf(senseless.getMessage()), senseless);
        }
    }

    private LoyaltyReport run(LoyaltyAnalysis analysis, Inputs inputs) {
        try (ProgressBars.Task task =
                ProgressBars.show("Analysing", inputs.log().customerCount())) {
            LoyaltyReport report = analysis.run(inputs.log(), inputs.responses(), inputs.customerRecords(), asOf);
            task.rows(report.purchases().size());
            return report;
        } catch (IllegalArgumentException unfit) {
            // The options were checked before, so it is the data that do not go with them.
            throw InputException.in(inputs.transactions().source(), whyUnfit(inputs.log(), unfit));
        }
    }

    /** In the words of the command line where the library speaks of its parameters. */
    private String whyUnfit(TransactionLog log, IllegalArgumentException unfit) {
        LocalDate first = log.firstDate().orElse(asOf);
        if (first.isAfter(asOf)) {
            return "the first row is of " + first + ", expected an --as-of on that day or later, but was " + asOf;
        }
        if (PurchaseSummaries.of(log, options.rules(), asOf).dataReport().buyers() == 0) {
            return "there is no purchase by " + asOf + " (--as-of), expected a customer with a positive amount";
        }
        return String.valueOf(unfit.getMessage());
    }

    private void warn(ReadSummary summary) {
        summary.warning().ifPresent(line -> err().println("loyalty: " + line));
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
