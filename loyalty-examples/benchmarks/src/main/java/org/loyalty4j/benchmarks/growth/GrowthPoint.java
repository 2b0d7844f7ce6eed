package org.loyalty4j.benchmarks.growth;

import java.util.List;
import java.util.Locale;

/**
 * What one size of the data took.
 *
 * @param size how many there were
 * @param seconds the run in the middle
 * @param processorSeconds of all threads, in the middle
 * @param peakMemory the most that was resident, in bytes
 * @param liveMemory the heap in use at the end, data and results, in bytes
 */
record GrowthPoint(int size, double seconds, double processorSeconds, long peakMemory, long liveMemory) {

    static String table(String unit, List<GrowthPoint> points) {
        StringBuilder table = new StringBuilder("| " + unit + " | seconds | ns each | processor, s | heap held, MB"
                + " | bytes each | most resident, MB |\n| ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        for (GrowthPoint p : points) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %,d | %.4g | %,.0f | %.4g | %,.1f | %,.0f | %,.0f |%n",
                    p.size,
                    p.seconds,
                    1e9 * p.seconds / p.size,
                    p.processorSeconds,
                    p.liveMemory / 1e6,
                    (double) p.liveMemory / p.size,
                    p.peakMemory / 1e6));
        }
        return table.toString();
    }

    static String csv(String unit, List<GrowthPoint> points) {
        StringBuilder csv = new StringBuilder(unit + ",seconds,processor_seconds,peak_bytes,live_bytes\n");
        for (GrowthPoint p : points) {
            csv.append(String.format(
                    Locale.ROOT,
                    "%d,%.6f,%.6f,%d,%d%n",
                    p.size,
                    p.seconds,
                    p.processorSeconds,
                    p.peakMemory,
                    p.liveMemory));
        }
        return csv.toString();
    }
}
