package org.loyalty4j.benchmarks.side;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;

/**
 * A process that does one side of a comparison. It reads orders from its standard input, one a line, and answers each with one
 * line; the scripts in other languages speak the same.
 *
 * <pre>
 *                    found VERSION        or   missing WHAT, and it ends
 * prepare            ready
 * run                ran SECONDS CPU-SECONDS
 * answer FILE        written
 * judge FILE         VALUE
 * export FOLDER      written
 * memory             peak BYTES
 * any of these       failed WHY           by a script; a side on the JVM ends
 * live               live BYTES           of the heap that is in use after a collection; on the JVM only
 * </pre>
 */
public final class Worker {
    private static final double NANOS = 1e9;

    private final Side side;

    private Worker(Side side) {
        this.side = side;
    }

    /**
     * Runs until the input ends.
     *
     * @param args the side, rows, customers, seed, threads and folder
     */
    public static void main(String[] args) throws Exception {
        Work work = new Work(
                Integer.parseInt(args[1]),
                Integer.parseInt(args[2]),
                Long.parseLong(args[3]),
                Integer.parseInt(args[4]),
                Path.of(args[5]));
        try (Side side = Sides.of(args[0], work);
                BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            Worker worker = new Worker(side);
            System.out.println("found " + side.version());
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                System.out.println(worker.obey(order.split(" ", 2)));
            }
        }
    }

    private String obey(String[] order) throws IOException, SQLException {
        return switch (order[0]) {
            case "prepare" -> prepare();
            case "run" -> run();
            case "answer" -> write(Path.of(order[1]));
            case "judge" -> Double.toString(side.judge(Columns.read(Path.of(order[1]))));
            case "export" -> export(Path.of(order[1]));
            case "memory" -> "peak " + ProcessMemory.peak();
            case "live" -> "live " + live();
            default -> throw new IllegalArgumentException("unknown order " + order[0]);
        };
    }

    private String prepare() throws IOException, SQLException {
        side.prepare();
        tidy();
        ProcessMemory.reset();
        return "ready";
    }

    private String run() throws IOException, SQLException {
        long cpu = processorTime();
        long start = System.nanoTime();
        side.run();
        long nanos = System.nanoTime() - start;
        long cpuNanos = processorTime() - cpu;
        tidy();
        return String.format(Locale.ROOT, "ran %.6f %.6f", nanos / NANOS, cpuNanos / NANOS);
    }

    /** Clears up for the next run, not timed: a collector must not be at work when that starts, nor while the other side runs. */
    private void tidy() {
        side.refresh();
        System.gc();
    }

    private String write(Path file) throws IOException, SQLException {
        Columns.write(file, side.answer());
        return "written";
    }

    private String export(Path folder) throws IOException {
        side.export(folder);
        return "written";
    }

    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long processorTime() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
