package org.loyalty4j.cli.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.cli.DateConverter;
import org.loyalty4j.cli.UnitConverter;
import org.loyalty4j.cli.input.ProgressBars;
import org.loyalty4j.cli.model.ModelOptions;
import org.loyalty4j.cli.model.ModelParameters;
import org.loyalty4j.cli.output.OutputException;
import org.loyalty4j.cli.output.OutputFolder;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code loyalty simulate}: writes a made-up data set. */
@Command(
        name = "simulate",
        description =
                "Writes a made-up data set: transactions.csv, surveys.csv and customers.csv; with a model, customers who"
                        + " buy as it says: transactions.csv and histories.csv.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class SimulateCommand implements Callable<Integer> {
    private static final String DRAWN = "%d customers of a %s model with %d transactions written to %s";
    private static final String DONE = "%d customers, %d transactions and %d survey answers written to %s";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--customers", paramLabel = "N", required = true, description = "How many customers.")
    private int customers;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            required = true,
            converter = DateConverter.class,
            description = "First day, such as 2024-01-01.")
    private LocalDate from = LocalDate.EPOCH;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            required = true,
            converter = DateConverter.class,
            description = "Last day, such as 2025-12-31.")
    private LocalDate to = LocalDate.EPOCH;

    @Option(
            names = "--seed",
            paramLabel = "S",
            required = true,
            description = "A whole number; the same one gives the same files on any machine.")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Folder to write to; files of these names are replaced, others kept.")
    private Path out = Path.of("");

    @ArgGroup
    private @Nullable ModelOptions model;

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            converter = UnitConverter.class,
            description =
                    "Unit of time of --parameters: day, week (default), month or year; bgbb: from one opportunity to"
                            + " the next.")
    private PeriodUnit unit = PeriodUnit.WEEK;

    @Option(
            names = "--spend",
            paramLabel = "SYMBOL=N,...",
            converter = ModelParameters.Converter.class,
            description = "With a model: parameters of the Gamma-Gamma model of the amounts, such as"
                    + " p=6.25,q=3.74,gamma=15.44. Without it every purchase is of 1.00.")
    private @Nullable ModelParameters spend;

    @Option(
            names = "--born-by",
            paramLabel = "DATE",
            converter = DateConverter.class,
            description = "With a model: first purchases fall between --from and this day. Default: --to.")
    private @Nullable LocalDate bornBy;

    /** Creates the command. */
    public SimulateCommand() {}

    @Override
    public Integer call() {
        check(
                customers >= 1 && customers <= Simulator.MAX_CUSTOMERS,
                "--customers must be in [1, " + Simulator.MAX_CUSTOMERS + "], but was " + customers);
        check(!to.isBefore(from), "--to must not be before --from " + from + ", but was " + to);
        check(model != null || (spend == null && bornBy == null), "--spend and --born-by go with a --model");
        check(
                bornBy == null || !(bornBy.isBefore(from) || bornBy.isAfter(to)),
                "--born-by must be between --from " + from + " and --to " + to + ", but was " + bornBy);
        @Nullable ModelSource drawn = model == null ? null : source(model);
        try (OutputFolder folder = OutputFolder.open(out)) {
            String message = drawn == null ? write(folder) : write(folder, drawn);
            folder.commit();
            spec.commandLine().getOut().println(message);
        }
        return 0;
    }

    private String write(OutputFolder folder) {
        Simulator simulator = new Simulator(from, to, seed);
        try (ProgressBars.Task progress = ProgressBars.show("Simulating", customers);
                SimulationWriter writer = new SimulationWriter(folder::file)) {
            for (int index = 1; index <= customers; index++) {
                writer.write(simulator.customer(index));
                progress.rows(index);
            }
            return String.format(Locale.ROOT, DONE, customers, writer.transactionRows(), writer.surveyRows(), out);
        } catch (IOException failed) {
            throw OutputException.of(out, failed);
        }
    }

    private ModelSource source(ModelOptions options) {
        try {
            return new ModelSource(
                    options.model(unit),
                    spend == null ? null : spend.gammaGamma(),
                    from,
                    bornBy == null ? to : bornBy,
                    to,
                    seed);
        } catch (IllegalArgumentException senseless) {
            throw new ParameterException(spec.commandLine(), String.valueOf(senseless.getMessage()), senseless);
        }
    }

    private String write(OutputFolder folder, ModelSource source) {
        try (ProgressBars.Task progress = ProgressBars.show("Simulating", customers);
                ModelWriter writer = new ModelWriter(folder::file, source.lastColumn())) {
            for (int index = 1; index <= customers; index++) {
                writer.write(source.customer(index));
                progress.rows(index);
            }
            return String.format(Locale.ROOT, DRAWN, customers, source.modelName(), writer.transactionRows(), out);
        } catch (IOException failed) {
            throw OutputException.of(out, failed);
        }
    }

    private void check(boolean holds, String problem) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), problem);
        }
    }
}
