package org.loyalty4j.benchmarks.compare;

import java.io.IOException;
import org.loyalty4j.benchmarks.side.Work;

/** The smallest heap in which a side on the JVM can make its data and do its work, found by halving. */
final class LeastHeap {
    private static final long MEGA = 1 << 20;

    /** How far from the true one it may be. */
    private static final double TOLERANCE = 0.01;

    private LeastHeap() {}

    /** In bytes, at most. */
    static long of(String side, Work work, long highMegabytes) throws IOException {
        long low = 8;
        long high = highMegabytes;
        if (!fits(side, work, high)) {
            throw new IOException(side + " does not fit into " + high + " MB");
        }
        while (high - low > TOLERANCE * high) {
            long middle = (low + high) / 2;
            if (fits(side, work, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high * MEGA;
    }

    private static boolean fits(String side, Work work, long megabytes) throws IOException {
        try (SideProcess process = SideProcess.startQuietly(side, work, megabytes + "m")) {
            if (process.version().isEmpty()) {
                return false;
            }
            process.prepare();
            process.run();
            return true;
        } catch (IOException outOfMemory) {
            return false;
        }
    }
}
