package org.loyalty4j.cli.analyze;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
import org.loyalty4j.cli.output.CustomersCsv;
import org.loyalty4j.cli.output.OutputFolder;
import org.loyalty4j.cli.report.HtmlReport;
import org.loyalty4j.profile.LoyaltyAnalysis;
import org.loyalty4j.profile.LoyaltyReport;
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
    private static final String CUSTOMERS = "customers.csv";
    private static final String REJECTED = "rejected.csv";
    private static final String SUMMARY = "summary.json";
    private static final String REPORT = "report.html";
    private static final List<String> RESULTS = List.of(CUSTOMERS, REJECTED, SUMMARY, REPORT);

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
    public Integer call() throws IOException {
        LoyaltyAnalysis analysis = checkedAnalysis();
        try (OutputFolder results = OutputFolder.open(out)) {
            List<Path> files = new ArrayList<>(side.files());
            transactions.file().ifPresent(files::add);
            results.protect(RESULTS, files);
            Inputs inputs;
            try (RejectedRows rejected = new RejectedRows(writer(results, REJECTED), transactions.strict())) {
                inputs = Inputs.read(transactions, side, options.rejectsRefunds(), rejected);
            }
            inputs.summaries().forEach(this::warn);
            Run run = new Run(run(analysis, inputs), inputs, options.confidence(), transactions.currency());
            write(run, results);
            results.commit();
            print(run);
        }
        return ExitCode.OK;
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
            throw InputException.in(inputs.transactions().source(), String.valueOf(unfit.getMessage()));
        }
    }

    private void write(Run run, OutputFolder results) throws IOException {
        try (ProgressBars.Task task =
                ProgressBars.show("Writing", run.report().purchases().size())) {
            try (Writer csv = writer(results, CUSTOMERS)) {
                CustomersCsv.write(run.report(), csv, task);
            }
            try (Writer json = writer(results, SUMMARY)) {
                SummaryJson.write(run, json);
            }
            try (Writer html = writer(results, REPORT)) {
                HtmlReport.render(ReportModels.of(run), language, html);
            }
        }
    }

    private static Writer writer(OutputFolder results, String name) throws IOException {
        return Files.newBufferedWriter(results.file(name), StandardCharsets.UTF_8);
    }

    private void warn(ReadSummary summary) {
        summary.warning().ifPresent(line -> err().println("loyalty: " + line));
    }

    private void print(Run run) {
        PrintWriter text = spec.commandLine().getOut();
        text.println(run.dataReport());
        text.println(out.resolve(REPORT));
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
