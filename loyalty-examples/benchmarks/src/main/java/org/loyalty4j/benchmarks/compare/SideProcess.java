package org.loyalty4j.benchmarks.compare;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.benchmarks.side.Columns;
import org.loyalty4j.benchmarks.side.Work;
import org.loyalty4j.benchmarks.side.Worker;

/** A side at work in a process of its own, which takes its orders one by one. */
public final class SideProcess implements AutoCloseable {
    /** For a side whose data are elsewhere: what the heap once took would count as memory of that side. */
    private static final List<String> SMALL_HEAP = List.of("-Xmx512m", "-XX:+UseSerialGC");

    private static final int SECONDS_TO_END = 30;

    private static final long FOREVER = Long.MAX_VALUE;

    private final String name;
    private final Process process;
    private final BufferedReader replies;
    private final BufferedWriter orders;
    private final Path folder;
    private final long secondsToAnswer;

    private SideProcess(String name, Process process, Path folder, long secondsToAnswer) {
        this.name = name;
        this.process = process;
        this.folder = folder;
        this.secondsToAnswer = secondsToAnswer;
        this.replies = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.orders = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    }

    /**
     * How long a run took.
     *
     * @param seconds by the clock
     * @param processorSeconds of all threads
     */
    public record Run(double seconds, double processorSeconds) {}

    /** Starts a side on the JVM; of a comparison. */
    static SideProcess start(Comparison comparison, Contender contender, Work work, String heap) throws IOException {
        String side = comparison.name() + "/" + contender.key();
        return contender.keepsOwnMemory() ? startSmall(side, work) : start(side, work, heap);
    }

    /** Starts a script, which is ended if it does not answer in time. */
    static SideProcess startScript(Contender contender, Work work, Path peers, long secondsToAnswer)
            throws IOException {
        List<String> command = new ArrayList<>(contender.script());
        command.set(1, peers.resolve(command.get(1)).toString());
        command.add(work.folder().toString());
        return start(contender.key(), command, work, ProcessBuilder.Redirect.INHERIT, secondsToAnswer);
    }

    /** Starts a side on the JVM that keeps its data outside the heap. */
    static SideProcess startSmall(String side, Work work) throws IOException {
        return start(side, java(side, work, SMALL_HEAP), work, ProcessBuilder.Redirect.INHERIT, FOREVER);
    }

    /** Starts a side on the JVM by the name it has in {@link org.loyalty4j.benchmarks.side.Sides}. */
    public static SideProcess start(String side, Work work, String heap) throws IOException {
        return start(side, java(side, work, heap(heap)), work, ProcessBuilder.Redirect.INHERIT, FOREVER);
    }

    /** The same for a side that may run out of memory, with a collector of its own. */
    static SideProcess startQuietly(String side, Work work, String heap, List<String> collector) throws IOException {
        List<String> options = new ArrayList<>(collector);
        options.add("-Xmx" + heap);
        return start(side, java(side, work, options), work, ProcessBuilder.Redirect.DISCARD, FOREVER);
    }

    private static SideProcess start(
            String name, List<String> command, Work work, ProcessBuilder.Redirect errors, long secondsToAnswer)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors);
        for (String variable : List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")) {
            builder.environment().put(variable, Integer.toString(work.threads()));
        }
        return new SideProcess(name, builder.start(), work.folder(), secondsToAnswer);
    }

    /** A heap of a fixed size, such as {@code 4g}, or from the least to the most, such as {@code 2g..11g}. */
    private static List<String> heap(String sizes) {
        String[] bounds = sizes.split("\\.\\.", 2);
        return List.of("-Xms" + bounds[0], "-Xmx" + bounds[bounds.length - 1], "-XX:+UseG1GC");
    }

    private static List<String> java(String side, Work work, List<String> heap) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(heap);
        command.addAll(List.of(
                "-XX:ActiveProcessorCount=" + work.threads(),
                "-cp",
                System.getProperty("java.class.path"),
                Worker.class.getName(),
                side,
                Integer.toString(work.rows()),
                Integer.toString(work.customers()),
                Long.toString(work.seed()),
                Integer.toString(work.threads()),
                work.folder().toString()));
        return command;
    }

    /** What runs, with its version; empty if it is not installed. */
    public Optional<String> version() throws IOException {
        String reply = reply("being started", "");
        if (reply.startsWith("missing ")) {
            return Optional.empty();
        }
        return Optional.of(expect(reply, "found ").substring("found ".length()));
    }

    /** Has the side make its data. */
    public void prepare() throws IOException {
        order("prepare", "ready");
    }

    /** Has the side do the work once. */
    public Run run() throws IOException {
        String[] reply = order("run", "ran ").split(" ", -1);
        if (reply.length != 3) {
            throw unexpected(String.join(" ", reply));
        }
        return new Run(number(reply[1]), number(reply[2]));
    }

    /** Has the side write what it found; why that cannot be compared, or empty. */
    Optional<String> writeAnswer(String key) throws IOException {
        Files.deleteIfExists(file(key)); // of a run before
        String reply = order("answer " + file(key), "");
        if (reply.startsWith("none ")) {
            return Optional.of(reply.substring("none ".length()));
        }
        expect(reply, "written");
        if (!Files.exists(file(key))) {
            throw new IOException("no answer was written");
        }
        return Optional.empty();
    }

    /** What the side found. */
    double[] answer(String key) throws IOException {
        return Columns.read(file(key));
    }

    double judge(String key) throws IOException {
        return Double.parseDouble(order("judge " + file(key), ""));
    }

    void export() throws IOException {
        order("export " + folder, "written");
    }

    /** The most memory that was resident since the data were there, in bytes. */
    public long peakMemory() throws IOException {
        return Long.parseLong(order("memory", "peak").split(" ", -1)[1]);
    }

    /** How much of the heap is in use after a collection, in bytes; of a side on the JVM. */
    public long liveMemory() throws IOException {
        return Long.parseLong(order("live", "live").split(" ", -1)[1]);
    }

    private Path file(String key) {
        return folder.resolve("answer-" + key + ".bin");
    }

    private String order(String order, String expected) throws IOException {
        try {
            orders.write(order + "\n");
            orders.flush();
        } catch (IOException ended) {
            throw new IOException(name + " ended before it was told to " + order, ended);
        }
        return reply(order.split(" ", 2)[0], expected);
    }

    private String reply(String order, String expected) throws IOException {
        AtomicBoolean late = new AtomicBoolean();
        CompletableFuture<Void> alarm = CompletableFuture.runAsync(
                () -> {
                    late.set(true); // before the end of the process, which is heard as the end of its replies
                    kill();
                },
                CompletableFuture.delayedExecutor(secondsToAnswer, TimeUnit.SECONDS));
        @Nullable String reply = nextLine();
        alarm.cancel(true);
        if (late.get()) {
            throw new IOException("no reply to " + order + " within " + secondsToAnswer + " s");
        }
        if (reply == null) {
            throw new IOException(name + " ended at " + order);
        }
        if (reply.startsWith("failed ")) {
            throw new IOException(reply.substring("failed ".length()));
        }
        return expect(reply, expected);
    }

    private @Nullable String nextLine() {
        try {
            return replies.readLine();
        } catch (IOException closed) {
            return null; // it was ended while we waited
        }
    }

    private static String expect(String reply, String expected) throws IOException {
        if (!reply.startsWith(expected)) {
            throw unexpected(reply);
        }
        return reply;
    }

    private static IOException unexpected(String reply) {
        return new IOException("unexpected reply: " + reply);
    }

    private static double number(String text) throws IOException {
        try {
            double number = Double.parseDouble(text);
            if (number >= 0 && number < Double.POSITIVE_INFINITY) {
                return number;
            }
            throw new NumberFormatException(text);
        } catch (NumberFormatException e) {
            throw new IOException("not a time: " + text, e);
        }
    }

    /** Ends the process and those that it started. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() throws IOException {
        try {
            orders.close();
        } catch (IOException ended) {
            kill(); // it was not there to take what was left to say
        }
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException interrupted) {
            kill();
            Thread.currentThread().interrupt();
        }
    }
}
