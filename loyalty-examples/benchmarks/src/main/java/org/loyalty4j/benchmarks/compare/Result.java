package org.loyalty4j.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What a comparison found of one side, as it is kept in a file until the document is written.
 *
 * @param title what was done
 * @param side which side, with its version
 * @param seconds the run in the middle; negative if there is none
 * @param goal how many times as long it should take as this library; 0 where none is set
 * @param whyNone why there is no run: not found, or failed; blank if there is one
 */
record Result(String title, String side, double seconds, double goal, String whyNone) {
    private static final String TAB = "\t";

    static Result of(String title, String side, double seconds, double goal) {
        return new Result(title, side, seconds, goal, "");
    }

    static Result without(String title, String side, String why, double goal) {
        return new Result(title, side, -1, goal, why);
    }

    static void write(Path file, List<Result> results) throws IOException {
        Files.write(
                file,
                results.stream()
                        .map(r -> String.join(
                                TAB, r.title, r.side, Double.toString(r.seconds), Double.toString(r.goal), r.whyNone))
                        .toList());
    }

    static List<Result> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.split(TAB, -1))
                .map(cells -> new Result(
                        cells[0],
                        cells[1],
                        Double.parseDouble(cells[2]),
                        Double.parseDouble(cells[3]),
                        cells.length > 4 ? cells[4] : "not found"))
                .toList();
    }

    /** A line of the table of all comparisons: this library, another side, and how many times as long that takes. */
    static String line(Result ours, Result other) {
        boolean measured = other.seconds >= 0;
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s |",
                ours.title,
                ComparisonTable.seconds(ours.seconds),
                other.side,
                measured ? ComparisonTable.seconds(other.seconds) : other.whyNone,
                measured ? ComparisonTable.ratio(other.seconds / ours.seconds) : "",
                other.goal > 0 ? ComparisonTable.ratio(other.goal) : "");
    }
}
