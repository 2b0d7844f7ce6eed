package org.loyalty4j.benchmarks.side;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The resident memory of this process, as Linux counts it. */
public final class ProcessMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path CLEAR = Path.of("/proc/self/clear_refs");

    private ProcessMemory() {}

    /** The most that was resident since the start or {@link #reset}, in bytes; 0 where it is not known. */
    public static long peak() throws IOException {
        return Files.isReadable(STATUS) ? kilobytes("VmHWM:") * 1024 : 0;
    }

    /** Lets the peak start from what is resident now, where the kernel allows it. */
    public static void reset() throws IOException {
        if (Files.isWritable(CLEAR)) {
            Files.writeString(CLEAR, "5");
        }
    }

    private static long kilobytes(String key) throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }
}
