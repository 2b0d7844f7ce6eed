package org.loyalty4j.benchmarks.data;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;

/** Writes the rows of a shop into a file as a shop's till would: {@code customer_id,date,amount}, dates in ISO form. */
public final class ShopCsv {
    private ShopCsv() {}

    /** Where the file of the rows is, written or not. */
    public static Path file(Path folder, ShopRows rows, ShopId ids) {
        return folder.resolve("shop-" + rows.name() + "-" + ids.key() + ".csv");
    }

    /**
     * The file of the rows in a folder; it is written if it is not there yet.
     *
     * @param rows the rows
     * @param ids how the customers are named
     * @param folder where files of data are kept
     * @return the file
     */
    public static Path in(Path folder, ShopRows rows, ShopId ids) throws IOException {
        Path file = file(folder, rows, ids);
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            Path unfinished = Files.createTempFile(folder, "shop", ".csv");
            write(unfinished, rows, ids);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    private static void write(Path file, ShopRows rows, ShopId ids) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            out.write("customer_id,date,amount\n");
            StringBuilder line = new StringBuilder();
            for (int row = 0; row < rows.rows(); row++) {
                line.setLength(0);
                line.append(ids.of(rows.customer(row)))
                        .append(',')
                        .append(LocalDate.ofEpochDay(rows.epochDay(row)))
                        .append(',');
                amount(line, rows.minorUnits(row));
                out.append(line.append('\n'));
            }
        }
    }

    private static void amount(StringBuilder line, long minorUnits) {
        long size = Math.abs(minorUnits);
        line.append(minorUnits < 0 ? "-" : "").append(size / 100).append('.');
        line.append((char) ('0' + size / 10 % 10)).append((char) ('0' + size % 10));
    }
}
