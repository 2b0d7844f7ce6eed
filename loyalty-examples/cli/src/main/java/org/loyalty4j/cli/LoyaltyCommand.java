package org.loyalty4j.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.loyalty4j.cli.analyze.AnalyzeCommand;
import org.loyalty4j.cli.model.BacktestCommand;
import org.loyalty4j.cli.model.FitCommand;
import org.loyalty4j.cli.model.ScoreCommand;
import org.loyalty4j.cli.simulate.SimulateCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code loyalty} command: its subcommands do the work. */
@Command(
        name = "loyalty",
        description = "Who buys, what they are worth, who is leaving, and how they feel.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            AnalyzeCommand.class,
            FitCommand.class,
            ScoreCommand.class,
            BacktestCommand.class,
            SimulateCommand.class
        })
public final class LoyaltyCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Creates the command. */
    public LoyaltyCommand() {}

    /**
     * Runs the command and leaves the machine with its exit code.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.exit(run(args, writer(System.out, "stdout.encoding"), writer(System.err, "stderr.encoding")));
    }

    /** The encoding of the terminal has its own property from JDK 19 on; before, it is the one of the system. */
    private static PrintWriter writer(PrintStream stream, String property) {
        String encoding = System.getProperty(property, System.getProperty("native.encoding", "UTF-8"));
        return new PrintWriter(stream, true, Charset.forName(encoding));
    }

    /**
     * Runs the command.
     *
     * @param args the command line
     * @param out where results are printed
     * @param err where problems are told
     * @return the exit code
     */
    public static int run(String[] args, PrintWriter out, PrintWriter err) {
        try {
            return new CommandLine(new LoyaltyCommand())
                    .setOut(out)
                    .setErr(err)
                    .setParameterExceptionHandler(Failures::badUsage)
                    .setExecutionExceptionHandler((failure, command, parsed) -> Failures.failed(failure, err))
                    .execute(args);
        } catch (Throwable failure) {
            return Failures.failed(failure, err);
        }
    }

    /** Without a subcommand there is nothing to do. */
    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "a subcommand is missing, expected one of "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
