package org.loyalty4j.benchmarks.side;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Columns of {@code double} in a file, one after the other, the lowest byte first: as NumPy and R read them in one call. */
public final class Columns {
    private Columns() {}

    /** Writes columns. */
    public static void write(Path file, double[]... columns) throws IOException {
        int values = 0;
        for (double[] column : columns) {
            values += column.length;
        }
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.multiplyExact(values, Double.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        for (double[] column : columns) {
            bytes.asDoubleBuffer().put(column);
            bytes.position(bytes.position() + column.length * Double.BYTES);
        }
        Files.write(file, bytes.array());
    }

    /** Reads a file as one column. */
    public static double[] read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        double[] values = new double[bytes.capacity() / Double.BYTES];
        bytes.asDoubleBuffer().get(values);
        return values;
    }
}
