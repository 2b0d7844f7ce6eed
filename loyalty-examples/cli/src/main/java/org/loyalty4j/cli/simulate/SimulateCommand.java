package org.loyalty4j.cli.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.loyalty4j.cli.DateConverter;
import org.loyalty4j.cli.input.ProgressBars;
import org.loyalty4j.cli.output.OutputException;
import org.loyalty4j.cli.output.OutputFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code loyalty simulate}: writes a made-up data set. */
@Command(
        name = "simulate",
        description = "Writes a made-up data set: transactions.csv, surveys.csv and customers.csv.",
        mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {
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

    /** Creates the command. */
    public SimulateCommand() {}

    @Override
    public Integer call() {
        check(
                customers >= 1 && customers <= Simulator.MAX_CUSTOMERS,
                "--customers must be in [1, " + Simulator.MAX_CUSTOMERS + "], but was " + customers);
        check(!to.isBefore(from), "--to must not be before --from " + from + ", but was " + to);
        try (OutputFolder folder = OutputFolder.open(out)) {
            String message = write(folder);
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

    private void check(boolean holds, String problem) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), problem);
        }
    }
}
