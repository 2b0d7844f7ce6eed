package org.loyalty4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.loyalty4j.cli.input.InputException;
import org.loyalty4j.cli.output.OutputException;
import picocli.CommandLine;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns every failure into one line on standard error and an exit code; never into a stack trace. */
final class Failures {
    private static final String DEBUG = "loyalty.debug";

    private Failures() {}

    static int badUsage(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        command.getErr()
                .println("loyalty: " + usage(wrong, args) + " (see "
                        + command.getCommandSpec().qualifiedName() + " --help)");
        trace(wrong, command.getErr());
        return ExitCode.USAGE;
    }

    /** Picocli's message, but for what it words for programmers rather than users. */
    private static String usage(ParameterException wrong, String[] args) {
        if (wrong instanceof MaxValuesExceededException) {
            Optional<String> repeated = repeated(args);
            if (repeated.isPresent()) {
                return repeated.get() + " is given twice, expected all of it in one";
            }
        }
        if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
            return oneLine(wrong).replaceFirst("^Error: ", "");
        }
        String first = "`" + unmatched.getUnmatched().get(0) + "`";
        List<String> similar = unmatched.getSuggestions();
        if (unmatched.isUnknownOption()) {
            return "there is no option " + first
                    + (similar.isEmpty() ? "" : ", did you mean " + String.join(" or ", similar) + "?");
        }
        Set<String> subcommands = wrong.getCommandLine().getSubcommands().keySet();
        return subcommands.isEmpty()
                ? first + " belongs to no option"
                : "there is no subcommand " + first + ", expected one of " + String.join(", ", subcommands);
    }

    /** The first option that is there a second time. */
    private static Optional<String> repeated(String[] args) {
        Set<String> seen = new HashSet<>();
        return Arrays.stream(args)
                .filter(arg -> arg.startsWith("--"))
                .map(arg -> arg.replaceFirst("=.*", ""))
                .filter(name -> !seen.add(name))
                .findFirst();
    }

    static int failed(Throwable failure, PrintWriter err) {
        err.println("loyalty: " + (code(failure) == ExitCode.INTERNAL ? internal(failure) : oneLine(failure)));
        trace(failure, err);
        err.flush();
        return code(failure);
    }

    private static int code(Throwable failure) {
        if (failure instanceof InputException) {
            return ExitCode.DATA;
        }
        // What is read never fails with these: the readers turn them into InputException.
        boolean writing = failure instanceof OutputException
                || failure instanceof IOException
                || failure instanceof UncheckedIOException;
        return writing ? ExitCode.CANNOT_WRITE : ExitCode.INTERNAL;
    }

    private static String internal(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return "out of memory, expected a larger heap: java -Xmx4g -jar loyalty.jar";
        }
        return "internal error: " + failure.getClass().getSimpleName() + ": " + oneLine(failure) + " (java -D" + DEBUG
                + "=true shows where)";
    }

    private static String oneLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).strip().replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }

    private static void trace(Throwable failure, PrintWriter err) {
        if (Boolean.getBoolean(DEBUG)) {
            failure.printStackTrace(err);
        }
    }
}
