package org.loyalty4j.cli.model;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.btyd.Fit;
import org.loyalty4j.cli.DateConverter;
import org.loyalty4j.cli.ExitCode;
import org.loyalty4j.cli.UnitConverter;
import org.loyalty4j.cli.input.AsOf;
import org.loyalty4j.cli.input.HistoryFormatOptions;
import org.loyalty4j.cli.input.HistoryReader;
import org.loyalty4j.cli.input.InputException;
import org.loyalty4j.cli.input.ProgressBars;
import org.loyalty4j.cli.input.PurchaseRuleOptions;
import org.loyalty4j.cli.input.ReadTransactions;
import org.loyalty4j.cli.input.RowSource;
import org.loyalty4j.cli.input.ThreadOptions;
import org.loyalty4j.cli.input.TransactionInputOptions;
import org.loyalty4j.cli.input.TransactionSource;
import org.loyalty4j.cli.output.Json;
import org.loyalty4j.cli.output.OutputException;
import org.loyalty4j.cli.output.ResultOutput;
import org.loyalty4j.summary.PurchaseSummaries;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code loyalty fit}: the parameters of a model, and how far to believe them, as JSON. */
@Command(
        name = "fit",
        description = "Fits a model to transactions or histories by maximum likelihood, and prints it as JSON.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class FitCommand implements Callable<Integer> {
    @Option(
            names = "--model",
            paramLabel = "MODEL",
            required = true,
            description =
                    "bgnbd, mbgnbd, paretonbd, bgcnbd-K, mbgcnbd-K (K: how regularly customers buy, 1 is at random),"
                            + " nbd, bgbb (only with --histories) or gammagamma.")
    private String model = "";

    @ArgGroup(multiplicity = "1")
    private Data data = new Data();

    /** Histories, or the transactions that they come from. */
    static final class Data {
        @Option(
                names = "--histories",
                paramLabel = "FILE",
                required = true,
                description =
                        "Histories with the columns customer_id, x, t_x and T (bgbb: n in place of T; gammagamma: x"
                                + " and mean_spend), and weight where a row stands for many customers; plain text or gzip.")
        private @Nullable Path histories;

        @ArgGroup(exclusive = false)
        private @Nullable Observed observed;
    }

    /** Transactions, and until when they are complete. */
    static final class Observed {
        @ArgGroup(multiplicity = "1")
        private TransactionSource source = new TransactionSource();

        @Option(
                names = "--as-of",
                paramLabel = "DATE",
                required = true,
                converter = DateConverter.class,
                description = "The last day observed, such as 2026-06-30; later rows are left out.")
        private LocalDate asOf = LocalDate.EPOCH;
    }

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            converter = UnitConverter.class,
            description =
                    "Unit of time of the parameters, and of the times in --histories: day, week (default), month or"
                            + " year. bgbb: the time from one opportunity to the next.")
    private PeriodUnit unit = PeriodUnit.WEEK;

    @Mixin
    private TransactionInputOptions transactions = new TransactionInputOptions();

    @Mixin
    private PurchaseRuleOptions rules = new PurchaseRuleOptions();

    @Mixin
    private HistoryFormatOptions format = new HistoryFormatOptions();

    @Mixin
    private ThreadOptions threads = new ThreadOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "File to write to. Default: standard output.")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Creates the command. */
    public FitCommand() {}

    @Override
    public Integer call() {
        Fitting fitting;
        HistoryReader reader;
        if (data.observed == null) {
            refuse("--transactions", "transactions", "rules");
        } else {
            refuse("--histories", "format");
        }
        try {
            transactions.check();
            threads.check();
            fitting = Fitting.of(model, unit, threads.threads());
            reader = format.reader(fitting.table());
        } catch (IllegalArgumentException senseless) {
            throw usage(String.valueOf(senseless.getMessage()));
        }
        try (ResultOutput output = ResultOutput.open(out, spec.commandLine().getOut(), input())) {
            Fit<?> fit = data.observed == null
                    ? fit(fitting, reader, Objects.requireNonNull(data.histories, "histories"))
                    : fit(fitting, data.observed);
            Json.write(ModelFile.of(fit), output.writer());
            output.writer().write(System.lineSeparator());
            output.commit();
        } catch (IOException failed) {
            throw OutputException.of(Objects.requireNonNull(out, "out"), failed);
        }
        return ExitCode.OK;
    }

    /** Refuses options that say how the other kind of data is read. */
    private void refuse(String needed, String... mixins) {
        for (OptionSpec given : spec.commandLine().getParseResult().matchedOptions()) {
            for (String mixin : mixins) {
                if (Objects.requireNonNull(spec.mixins().get(mixin), mixin).findOption(given.longestName()) != null) {
                    throw usage(given.longestName() + " goes with " + needed + " only");
                }
            }
        }
    }

    private @Nullable Path input() {
        return data.observed == null
                ? data.histories
                : data.observed.source.file().orElse(null);
    }

    private Fit<?> fit(Fitting fitting, HistoryReader reader, Path file) {
        try (ProgressBars.Task task = ProgressBars.show("Fitting");
                RowSource rows = format.open(file, task)) {
            return fitting.fromRows().fit(reader, rows);
        } catch (IllegalArgumentException unfit) {
            throw InputException.in(file.toString(), String.valueOf(unfit.getMessage()));
        }
    }

    private Fit<?> fit(Fitting fitting, Observed observed) {
        Function<PurchaseSummaries, Fit<?>> fitter = fitting.fromPurchases();
        if (fitter == null) {
            throw usage("--model " + model + " is fitted to opportunities, expected --histories");
        }
        ReadTransactions read = ReadTransactions.read(observed.source, transactions, rules, threads.threads());
        read.summary().warning().ifPresent(line -> spec.commandLine().getErr().println("loyalty: " + line));
        try {
            return fitter.apply(PurchaseSummaries.of(read.log(), rules.rules(), observed.asOf, threads.threads()));
        } catch (IllegalArgumentException unfit) {
            throw AsOf.unfit(read.summary().source(), read.log(), rules.rules(), observed.asOf, "an --as-of", unfit);
        }
    }

    private ParameterException usage(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
