package org.loyalty4j.spark;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.SparkException;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.cli.ExitCode;
import org.loyalty4j.cli.analyze.AnalysisOptions;
import org.loyalty4j.profile.LoyaltyAnalysis;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The analysis from tables to tables: alone within this process, or on the cluster of {@code spark-submit}. */
@Command(
        name = "loyalty-spark",
        description =
                "Scores customers on Spark, and writes customers, segments and quadrants as Parquet, and summary.json.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class SparkCommand implements Callable<Integer> {
    @Option(
            names = "--transactions",
            paramLabel = "PATH",
            required = true,
            description =
                    "The transactions: CSV if the name ends in .csv or .csv.gz, else Parquet; a file, a folder or a"
                            + " pattern.")
    private String transactions = "";

    @Option(names = "--surveys", paramLabel = "PATH", description = "The survey answers, likewise.")
    private @Nullable String surveys;

    @Option(
            names = "--customers",
            paramLabel = "PATH",
            description = "All customers, with the day they joined and, if so, left, likewise.")
    private @Nullable String customers;

    @Option(names = "--format", paramLabel = "FORMAT", description = "parquet or csv, where the names do not tell.")
    private @Nullable InputFormat format;

    @Option(
            names = "--columns",
            paramLabel = "ROLE=COLUMN",
            split = ",",
            description =
                    "Columns of the transactions for the roles id, date and amount. Default: customer_id, date, amount.")
    private Map<String, String> columns = new HashMap<>();

    @Option(
            names = "--surveys-columns",
            paramLabel = "ROLE=COLUMN",
            split = ",",
            description = "Columns of the answers for the roles id, date and score. Default: customer_id, date, score.")
    private Map<String, String> surveyColumns = new HashMap<>();

    @Option(
            names = "--customers-columns",
            paramLabel = "ROLE=COLUMN",
            split = ",",
            description = "Columns of the customers for the roles id, joined and left. Default: customer_id, joined_on,"
                    + " left_on.")
    private Map<String, String> customerColumns = new HashMap<>();

    @Option(names = "--scale", paramLabel = "N", description = "Decimals of the amounts, 0 for yen. Default: 2.")
    private int scale = 2;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "In whose calendar a point in time falls on a day, such as Asia/Tokyo.")
    private @Nullable ZoneId zone;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            required = true,
            description = "The last day observed, such as 2026-06-30; later rows are left out and counted.")
    private LocalDate asOf = LocalDate.EPOCH;

    @Mixin
    private AnalysisOptions options = new AnalysisOptions();

    @Option(names = "--out", paramLabel = "PATH", required = true, description = "The folder of the results.")
    private String out = "";

    @Option(names = "--overwrite", description = "Replace results that are there.")
    private boolean overwrite;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Creates the command. */
    public SparkCommand() {}

    /**
     * Runs the command and leaves the machine with its exit code.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        Charset charset =
                Charset.forName(System.getProperty("stdout.encoding", System.getProperty("native.encoding", "UTF-8")));
        int code = run(args, new PrintWriter(System.out, true, charset), new PrintWriter(System.err, true, charset));
        if (code != ExitCode.OK) {
            System.exit(code); // a driver that ends well must simply end, or some clusters call it failed
        }
    }

    /**
     * Runs the command.
     *
     * @param args the command line
     * @param out where results are printed
     * @param err where problems are told
     * @return the exit code: that of the command line of files
     */
    static int run(String[] args, PrintWriter out, PrintWriter err) {
        return new CommandLine(new SparkCommand())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, given) -> {
                    err.println("loyalty-spark: " + wrong.getMessage() + " (see --help)");
                    return ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, err))
                .execute(args);
    }

    /** What is known to be the user's to mend gets one line; for the rest Spark's own account is needed. */
    static int failed(Exception failure, PrintWriter err) {
        Throwable fault = failure;
        while (fault != null && !(fault instanceof IllegalArgumentException || fault instanceof AnalysisException)) {
            fault = failure instanceof SparkException ? fault.getCause() : null; // which is what a task threw
        }
        if (fault == null) {
            failure.printStackTrace(err);
            return ExitCode.INTERNAL;
        }
        err.println(
                "loyalty-spark: " + String.valueOf(fault.getMessage()).strip().replaceAll("\\s*[\\r\\n]+\\s*", " "));
        return ExitCode.DATA;
    }

    @Override
    public Integer call() {
        SparkAnalysis analysis = analysis();
        SparkSession session = Sessions.open();
        try {
            Results results = new Results(session, out, overwrite);
            results.requireRoom();
            try (SparkReport report = analysis.run(
                    table(session, transactions), optional(session, surveys), optional(session, customers))) {
                report.books().tables().forEach(table -> table.warning().ifPresent(this::warn));
                results.write(report, options);
                spec.commandLine().getOut().println(report.dataReport());
                spec.commandLine().getOut().println(out);
            }
        } finally {
            session.stop();
        }
        return ExitCode.OK;
    }

    private void warn(String line) {
        spec.commandLine().getErr().println("loyalty-spark: " + line);
    }

    private @Nullable Dataset<Row> optional(SparkSession session, @Nullable String path) {
        return path == null ? null : table(session, path);
    }

    private Dataset<Row> table(SparkSession session, String path) {
        return Tables.open(session, path, format == null ? InputFormat.of(path) : format);
    }

    private SparkAnalysis analysis() {
        try {
            int fitting = Math.min(Runtime.getRuntime().availableProcessors(), 1024); // on the driver alone
            LoyaltyAnalysis loyalty = options.analysis().withParallelism(fitting);
            SparkAnalysis analysis = SparkAnalysis.of(loyalty, asOf)
                    .withScale(scale)
                    .withColumns(
                            InputColumns.transactions().with(columns, "date", "amount"),
                            InputColumns.surveys().with(surveyColumns, "date", "score"),
                            InputColumns.customers().with(customerColumns, "joined", "left"));
            return zone == null ? analysis : analysis.withZone(zone);
        } catch (IllegalArgumentException senseless) {
            throw new ParameterException(spec.commandLine(), String.valueOf(senseless.getMessage()), senseless);
        }
    }
}
