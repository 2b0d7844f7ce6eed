package org.loyalty4j.cli.analyze;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.loyalty4j.cli.input.ProgressBars;
import org.loyalty4j.cli.output.CustomersCsv;
import org.loyalty4j.cli.output.OutputException;
import org.loyalty4j.cli.output.OutputFolder;
import org.loyalty4j.cli.report.HtmlReport;

/** The four files of a run, and who writes which. */
final class Results {
    static final String CUSTOMERS = "customers.csv";
    static final String REJECTED = "rejected.csv";
    static final String SUMMARY = "summary.json";
    static final String REPORT = "report.html";
    static final List<String> NAMES = List.of(CUSTOMERS, REJECTED, SUMMARY, REPORT);

    private Results() {}

    /**
     * Writes all but the rejected rows, which are written while the input is read.
     *
     * @param out the folder as the user named it, for messages
     */
    static void write(Run run, Locale language, int threads, OutputFolder folder, Path out) {
        try (ProgressBars.Task task =
                ProgressBars.show("Writing", run.report().purchases().size())) {
            try (Writer csv = writer(folder, CUSTOMERS)) {
                CustomersCsv.write(run.report(), threads, csv, task);
            }
            try (Writer json = writer(folder, SUMMARY)) {
                SummaryJson.write(run, json);
            }
            try (Writer html = writer(folder, REPORT)) {
                HtmlReport.render(ReportModels.of(run), language, html);
            }
        } catch (UncheckedIOException failed) {
            throw OutputException.of(out, failed);
        } catch (IOException failed) {
            throw OutputException.of(out, failed);
        }
    }

    static Writer writer(OutputFolder folder, String name) throws IOException {
        return Files.newBufferedWriter(folder.file(name), StandardCharsets.UTF_8);
    }
}
