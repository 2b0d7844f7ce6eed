package org.loyalty4j.cli.model;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.btyd.Backtest;
import org.loyalty4j.btyd.BacktestReport;
import org.loyalty4j.btyd.ParametricModel;
import org.loyalty4j.btyd.PurchaseModel;
import org.loyalty4j.btyd.PurchaseModelChoice;
import org.loyalty4j.cli.DateConverter;
import org.loyalty4j.cli.ExitCode;
import org.loyalty4j.cli.OptionConverter;
import org.loyalty4j.cli.UnitConverter;
import org.loyalty4j.cli.input.AsOf;
import org.loyalty4j.cli.input.InputException;
import org.loyalty4j.cli.input.ProgressBars;
import org.loyalty4j.cli.input.PurchaseRuleOptions;
import org.loyalty4j.cli.input.ReadTransactions;
import org.loyalty4j.cli.input.ThreadOptions;
import org.loyalty4j.cli.input.TransactionInputOptions;
import org.loyalty4j.cli.input.TransactionSource;
import org.loyalty4j.cli.output.Json;
import org.loyalty4j.cli.output.OutputException;
import org.loyalty4j.cli.output.ResultOutput;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code loyalty backtest}: how well models would have forecast the last part of the data from the first. */
@Command(
        name = "backtest",
        description =
                "Fits models to what was known on a day, and shows how well they forecast what came then, beside naive"
                        + " forecasts.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class BacktestCommand implements Callable<Integer> {
    @ArgGroup(multiplicity = "1")
    private TransactionSource source = new TransactionSource();

    @Option(
            names = "--calibration-end",
            paramLabel = "DATE",
            required = true,
            converter = DateConverter.class,
            description = "The last day that the models know.")
    private LocalDate calibrationEnd = LocalDate.EPOCH;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            required = true,
            converter = DateConverter.class,
            description = "The last day observed, which ends the forecasts; later rows are left out.")
    private LocalDate asOf = LocalDate.EPOCH;

    @Option(
            names = "--model",
            paramLabel = "MODEL,...",
            split = ",",
            converter = ToChoice.class,
            description = "Models to fit: bgnbd, mbgnbd, paretonbd, bgcnbd-K, mbgcnbd-K or nbd. Default:"
                    + " bgnbd,mbgnbd,paretonbd.")
    private @Nullable List<PurchaseModelChoice> models;

    @Option(
            names = "--model-file",
            paramLabel = "FILE",
            description =
                    "Also try this model, as `loyalty fit` wrote it, under the name of the file; may be given several"
                            + " times.")
    private @Nullable List<Path> modelFiles;

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            converter = UnitConverter.class,
            description = "Unit of time of the parameters under --json: day, week (default), month or year.")
    private PeriodUnit unit = PeriodUnit.WEEK;

    @Option(
            names = "--period-days",
            paramLabel = "N",
            description = "Length of the periods of the tracking under --json. Default: 7.")
    private int periodDays = 7;

    @Mixin
    private TransactionInputOptions transactions = new TransactionInputOptions();

    @Mixin
    private PurchaseRuleOptions rules = new PurchaseRuleOptions();

    @Option(
            names = "--json",
            description = "Print JSON, with tracking, frequencies and calibration, in place of the table.")
    private boolean json;

    @Mixin
    private ThreadOptions threads = new ThreadOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "File to write to. Default: standard output.")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Creates the command. */
    public BacktestCommand() {}

    /** Reads the name of a model. */
    static final class ToChoice extends OptionConverter<PurchaseModelChoice> {
        ToChoice() {
            super(ToChoice::parse);
        }

        private static PurchaseModelChoice parse(String name) {
            try {
                return PurchaseModelChoice.parse(name);
            } catch (IllegalArgumentException unknown) {
                throw new IllegalArgumentException(
                        "expected some of " + ModelNames.PURCHASES + ", but was `" + name + "`", unknown);
            }
        }
    }

    @Override
    public Integer call() {
        if (!asOf.isAfter(calibrationEnd)) {
            throw usage("--as-of must be after --calibration-end " + calibrationEnd + ", but was " + asOf);
        }
        if (periodDays < 1) {
            throw usage("--period-days must be in [1, inf), but was " + periodDays);
        }
        Backtest backtest = backtest();
        try (ResultOutput output = ResultOutput.open(
                out, spec.commandLine().getOut(), source.file().orElse(null))) {
            write(run(backtest), output.writer());
            output.commit();
        } catch (IOException failed) {
            throw OutputException.of(Objects.requireNonNull(out, "out"), failed);
        }
        return ExitCode.OK;
    }

    private Backtest backtest() {
        try {
            transactions.check();
            threads.check();
            Backtest backtest = Backtest.withDefaults()
                    .withUnit(unit)
                    .withPeriodDays(periodDays)
                    .withParallelism(threads.threads());
            if (modelFiles != null) {
                backtest = backtest.withGivenModels(given(modelFiles));
            }
            return models == null ? backtest : backtest.withModels(different(models));
        } catch (IllegalArgumentException senseless) {
            throw usage(String.valueOf(senseless.getMessage()));
        }
    }

    private List<PurchaseModelChoice> different(List<PurchaseModelChoice> choices) {
        Set<PurchaseModelChoice> seen = new HashSet<>();
        for (PurchaseModelChoice choice : choices) {
            if (!seen.add(choice)) {
                throw usage("--model must name different models, but has " + choice + " twice");
            }
        }
        return choices;
    }

    /** The models of the files, by the names of these without their ending. */
    private Map<String, PurchaseModel<?>> given(List<Path> files) {
        Map<String, PurchaseModel<?>> given = new TreeMap<>();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName()).replaceFirst("\\.json$", "");
            if (given.put(name, given(file)) != null) {
                throw usage("--model-file must be of different names, but two are named " + name);
            }
        }
        return given;
    }

    private PurchaseModel<?> given(Path file) {
        ParametricModel<?> model = ModelFile.read(file);
        if (model instanceof PurchaseModel<?> purchases) {
            return purchases;
        }
        throw usage("a backtest tries models of purchases in continuous time, but " + file + " holds " + model.name());
    }

    private BacktestReport run(Backtest backtest) {
        ReadTransactions read = ReadTransactions.read(source, transactions, rules, threads.threads());
        read.summary().warning().ifPresent(line -> spec.commandLine().getErr().println("loyalty: " + line));
        LocalDate last = read.log().lastDate().orElse(calibrationEnd);
        if (!last.isAfter(calibrationEnd)) {
            throw InputException.in(
                    read.summary().source(),
                    "the last row is of " + last + ", expected rows after --calibration-end " + calibrationEnd
                            + " to judge the forecasts by");
        }
        try (ProgressBars.Task task = ProgressBars.show("Fitting")) {
            BacktestReport report = backtest.run(read.log(), rules.rules(), calibrationEnd, asOf);
            report.warning().ifPresent(text -> spec.commandLine().getErr().println("loyalty: " + text.english()));
            return report;
        } catch (IllegalArgumentException unfit) {
            throw AsOf.unfit(
                    read.summary().source(), read.log(), rules.rules(), calibrationEnd, "a --calibration-end", unfit);
        }
    }

    private void write(BacktestReport report, Writer writer) throws IOException {
        if (json) {
            Json.write(BacktestJson.of(report), writer);
            writer.write(System.lineSeparator());
        } else {
            writer.write(report.toString().replace("\n", System.lineSeparator()));
        }
    }

    private ParameterException usage(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
