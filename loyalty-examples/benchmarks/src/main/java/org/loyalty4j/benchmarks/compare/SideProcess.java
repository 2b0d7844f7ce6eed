package org.loyalty4j.benchmarks.compare;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.benchmarks.side.Columns;
import org.loyalty4j.benchmarks.side.Work;
import org.loyalty4j.benchmarks.side.Worker;

/** A side at work in a process of its own, which takes its orders one by one. */
public final class SideProcess implements AutoCloseable {
    /** For a side whose data are elsewhere: what the heap once took would count as memory of that side. */
    private static final List<String> SMALL_HEAP = List.of("-Xmx512m", "-XX:+UseSerialGC");

    private final Process process;
    private final BufferedReader replies;
    private final BufferedWriter orders;
    private final Path folder;

    private SideProcess(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
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

    static SideProcess start(Comparison comparison, Contender contender, Work work, String heap, Path peers)
            throws IOException {
        if (contender.isScript()) {
            return start(script(contender, work, peers), work, ProcessBuilder.Redirect.INHERIT);
        }
        String side = comparison.name() + "/" + contender.key();
        return contender.keepsOwnMemory() ? startSmall(side, work) : start(side, work, heap);
    }

    /** Starts a side on the JVM that keeps its data outside the heap. */
    static SideProcess startSmall(String side, Work work) throws IOException {
        return start(java(side, work, SMALL_HEAP), work, ProcessBuilder.Redirect.INHERIT);
    }

    /** Starts a side on the JVM by the name it has in {@link org.loyalty4j.benchmarks.side.Sides}. */
    public static SideProcess start(String side, Work work, String heap) throws IOException {
        return start(java(side, work, heap(heap)), work, ProcessBuilder.Redirect.INHERIT);
    }

    /** The same for a side that may run out of memory. */
    static SideProcess startQuietly(String side, Work work, String heap) throws IOException {
        return start(java(side, work, heap(heap)), work, ProcessBuilder.Redirect.DISCARD);
    }

    private static SideProcess start(List<String> command, Work work, ProcessBuilder.Redirect errors)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors);
        for (String variable : List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")) {
            builder.environment().put(variable, Integer.toString(work.threads()));
        }
        return new SideProcess(builder.start(), work.folder());
    }

    private static List<String> heap(String most) {
        return List.of("-Xmx" + most, "-XX:+UseG1GC");
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

    private static List<String> script(Contender contender, Work work, Path peers) {
        List<String> command = new ArrayList<>(contender.script());
        command.set(1, peers.resolve(command.get(1)).toString());
        command.add(work.folder().toString());
        return command;
    }

    /** What runs, with its version; empty if it is not installed. */
    public Optional<String> version() throws IOException {
        String reply = replies.readLine();
        return reply != null && reply.startsWith("found ")
                ? Optional.of(reply.substring("found ".length()))
                : Optional.empty();
    }

    /** Has the side make its data. */
    public void prepare() throws IOException {
        order("prepare", "ready");
    }

    /** Has the side do the work once. */
    public Run run() throws IOException {
        String[] reply = order("run", "ran").split(" ", -1);
        return new Run(Double.parseDouble(reply[1]), Double.parseDouble(reply[2]));
    }

    /** Has the side write what it found; why that cannot be compared, or empty. */
    Optional<String> writeAnswer(String key) throws IOException {
        String reply = order("answer " + file(key), "");
        return reply.equals("written") ? Optional.empty() : Optional.of(reply.replaceFirst("^none ", ""));
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
        orders.write(order + "\n");
        orders.flush();
        @Nullable String reply = replies.readLine();
        if (reply == null || !reply.startsWith(expected)) {
            throw new IOException(order + ": expected " + expected + ", but was " + reply);
        }
        return reply;
    }

    @Override
    public void close() throws IOException {
        try {
            orders.close();
        } catch (IOException ended) {
            process.destroy(); // it was not there to take what was left to say
        }
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
