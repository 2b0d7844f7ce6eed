package org.loyalty4j.cli.input;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress bars on standard error, and only where a person watches: never in a pipe or a log. */
public final class ProgressBars {
    private static final long MEGABYTE = 1L << 20;
    private static final long UNKNOWN = -1;

    private ProgressBars() {}

    /** A task whose progress is shown until it is closed. */
    public interface Task extends Progress, AutoCloseable {
        @Override
        void close();
    }

    /**
     * Shows a task.
     *
     * @param name what is being done, such as {@code Reading sales.csv}
     * @return the task; on anything but a terminal it shows nothing
     */
    public static Task show(String name) {
        return isTerminal() ? new Bar(name, UNKNOWN) : new Silence();
    }

    /**
     * Shows a task of which it is known how many rows it has.
     *
     * @param name what is being done
     * @param rows how many rows there are
     * @return the task; on anything but a terminal it shows nothing
     */
    public static Task show(String name, long rows) {
        return isTerminal() ? new Bar(name, rows) : new Silence();
    }

    /**
     * Tells whether standard error is a terminal.
     *
     * @return false in a pipe, in a log, and wherever it is not known
     */
    public static boolean isTerminal() {
        Console console = System.console();
        return console != null && isTerminal(console) && !"dumb".equals(System.getenv("TERM")) && isErrorTerminal();
    }

    /** From JDK 22 on there is a console in a pipe too, and it says whether it is a terminal. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }

    /** The console speaks of standard input and output only; Linux tells where standard error goes. */
    private static boolean isErrorTerminal() {
        Path error = Path.of("/proc/self/fd/2");
        try {
            return !Files.isSymbolicLink(error)
                    || Files.readSymbolicLink(error).toString().startsWith("/dev/");
        } catch (IOException unknown) {
            return false;
        }
    }

    private static final class Silence implements Task {
        @Override
        public void bytes(long read, long total) {}

        @Override
        public void rows(long read) {}

        @Override
        public void close() {}
    }

    private static final class Bar implements Task {
        private final ProgressBarBuilder builder;
        private ProgressBar bar;
        private boolean started;

        Bar(String name, long rows) {
            builder = new ProgressBarBuilder()
                    .setTaskName(name)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .setConsumer(new ConsoleProgressBarConsumer(System.err))
                    .clearDisplayOnFinish();
            bar = builder.setInitialMax(rows).build();
        }

        @Override
        public void bytes(long read, long total) {
            if (!started) {
                started = true;
                bar.close();
                bar = builder.setUnit(" MB", MEGABYTE)
                        .setInitialMax(Math.max(total, 1))
                        .build();
            }
            bar.stepTo(read);
        }

        @Override
        public void rows(long read) {
            bar.stepTo(read);
        }

        @Override
        public void close() {
            bar.close();
        }
    }
}
