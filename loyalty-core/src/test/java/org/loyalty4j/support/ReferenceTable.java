package org.loyalty4j.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reference values computed elsewhere with many digits: a CSV of numbers with a header, lines from {@code #} being remarks. */
public final class ReferenceTable {
    private ReferenceTable() {}

    /** One line of a table. */
    public record Line(int number, Map<String, Double> values) {
        /** The value in a column. */
        public double get(String column) {
            return Objects.requireNonNull(values.get(column), column);
        }

        /** The value in a column of whole numbers. */
        public int count(String column) {
            return (int) get(column);
        }
    }

    /** A table beside the repository; without it the test is skipped, and says so. */
    public static List<Line> shared(String file) {
        try {
            return parse(Files.readAllLines(sharedPath(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path sharedPath(String file) {
        return SharedData.require("../reference/" + file);
    }

    /** A table in the test resources, beside the class that asks. */
    public static List<Line> resource(Class<?> beside, String file) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(file), file)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Line> parse(List<String> text) {
        List<Line> lines = new ArrayList<>();
        String[] header = {};
        for (int i = 0; i < text.size(); i++) {
            String line = text.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split(",", -1);
            if (header.length == 0) {
                header = cells;
                continue;
            }
            Map<String, Double> values = new LinkedHashMap<>();
            for (int column = 0; column < header.length; column++) {
                values.put(header[column], Double.valueOf(cells[column]));
            }
            lines.add(new Line(i + 1, values));
        }
        return lines;
    }
}
