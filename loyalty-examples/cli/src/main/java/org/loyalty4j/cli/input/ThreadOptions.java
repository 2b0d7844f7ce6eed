package org.loyalty4j.cli.input;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says how many threads work. */
public final class ThreadOptions {
    private static final int MOST = 1024;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many threads work; the results are the same on any number. Default: all processors.")
    private @Nullable Integer threads;

    /** Creates the option. */
    public ThreadOptions() {}

    /**
     * Checks what the parser of the command line cannot.
     *
     * @throws IllegalArgumentException if the number makes no sense
     */
    public void check() {
        if (threads != null && (threads < 1 || threads > MOST)) {
            throw new IllegalArgumentException("--threads must be in [1, " + MOST + "], but was " + threads);
        }
    }

    /**
     * How many threads work.
     *
     * @return the number, in [1, 1024] once checked
     */
    public int threads() {
        return threads == null ? Math.min(Runtime.getRuntime().availableProcessors(), MOST) : threads;
    }
}
