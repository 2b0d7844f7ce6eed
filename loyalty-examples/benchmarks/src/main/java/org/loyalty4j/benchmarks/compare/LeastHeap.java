package org.loyalty4j.benchmarks.compare;

import java.io.IOException;
import java.util.List;
import org.loyalty4j.benchmarks.side.Work;

/**
 * The smallest heap in which a side on the JVM can make its data and do its work, found by halving. The collector is the serial one
 * with a small young generation, which uses a heap to the last megabyte and says at once when it is full; others leave room, or slow
 * down for minutes before they give up.
 */
final class LeastHeap {
    /** How far above the true one it may be, in megabytes. */
    static final int RESOLUTION = 1;

    private static final int MOST_DOUBLINGS = 3;
    private static final long MEGA = 1 << 20;
    private static final List<String> COLLECTOR = List.of("-XX:+UseSerialGC", "-Xmn8m");

    private LeastHeap() {}

    /** In bytes; found from a heap that is surely too small, in bytes as well. */
    static long of(String side, Work work, long tooSmall) throws IOException {
        long low = tooSmall / MEGA + 1;
        long high = 2 * low + 64;
        for (int doubled = 0; !fits(side, work, high); doubled++) {
            if (doubled == MOST_DOUBLINGS) {
                throw new IOException(side + " does not run in a heap of " + high + " MB");
            }
            low = high;
            high *= 2;
        }
        while (high - low > RESOLUTION) {
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
        try (SideProcess process = SideProcess.startQuietly(side, work, megabytes + "m", COLLECTOR)) {
            process.version();
            process.prepare();
            process.run();
            return true;
        } catch (IOException outOfMemory) {
            return false;
        }
    }
}
