package org.loyalty4j.benchmarks.compare;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A side that takes part. What a script cannot do ends its own part only: why is kept, and it is asked for nothing more. A side on
 * the JVM that fails ends the comparison.
 */
final class Entrant implements AutoCloseable {
    private static final int LONGEST_REASON = 100;

    private final Contender contender;
    private final SideProcess process;
    private final Timing timing;
    private String version;
    private @Nullable String failure;

    Entrant(Contender contender, SideProcess process, Timing timing) {
        this.contender = contender;
        this.process = process;
        this.timing = timing;
        this.version = contender.label();
    }

    /** Something to be done by a side. */
    @FunctionalInterface
    interface Step {
        void run(SideProcess process) throws IOException;
    }

    /** Whether what the side needs is installed. */
    boolean isThere() throws IOException {
        boolean[] there = {true};
        attempt(side -> {
            Optional<String> found = side.version();
            there[0] = found.isPresent();
            version = found.orElse(version);
        });
        return there[0];
    }

    /** Has the side do the work once more, if that is wanted. */
    void race() throws IOException {
        if (timing.goesOn()) {
            attempt(side -> timing.add(side.run()));
        }
    }

    /** Has the side do something, unless it has failed before. */
    void attempt(Step step) throws IOException {
        if (failure != null) {
            return;
        }
        try {
            step.run(process);
        } catch (IOException e) {
            if (!contender.isScript()) {
                throw e;
            }
            failure = reason(e);
            System.err.printf(Locale.ROOT, "%s: %s%n", contender.key(), e.getMessage());
            process.kill();
        }
    }

    /** On one line of a table. */
    private static String reason(IOException e) {
        String text = String.valueOf(e.getMessage()).replaceAll("[|\\s]+", " ").strip();
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON - 3) + "...";
    }

    Contender contender() {
        return contender;
    }

    Timing timing() {
        return timing;
    }

    /** The label, and what it does not say of the version. */
    String name() {
        if (version.startsWith("loyalty")) {
            return contender.label();
        }
        return version.startsWith(contender.label()) ? version : contender.label() + " (" + version + ")";
    }

    /** Why the side did not come to the end; empty if it did. */
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
