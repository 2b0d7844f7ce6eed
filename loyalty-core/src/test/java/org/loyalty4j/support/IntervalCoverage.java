package org.loyalty4j.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.loyalty4j.Estimate;

/**
 * Counts how often the intervals of a method hold the truth that the data were drawn from, and prints the rows of
 * {@code docs/coverage.md}. A cell of a grid lies within 93 to 97 % at 95 %, or is named with the band it really has and the
 * reason.
 */
public final class IntervalCoverage {
    /** Replicates of a cell: the share of 2000 has a standard error of 0.5 points. */
    public static final int REPLICATES = Integer.getInteger("replicates", 2000);

    private static final double STANDARD_ERRORS = 2.6;

    private final List<String> outside = new ArrayList<>();

    /** Begins a table. */
    public IntervalCoverage() {
        System.out.println(
                "| method | drawn from | coverage, % | undefined, % | mean width | allowed, % | why not 93-97 |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
    }

    /** A cell that must lie within 93 to 97 %, give or take the error of so many replicates. */
    public void cell(String method, String drawnFrom, double truth, LongFunction<Optional<Estimate>> bySeed) {
        cell(method, drawnFrom, truth, bySeed, 93, 97, "");
    }

    /** A cell with a band of its own, and why. */
    public void cell(
            String method,
            String drawnFrom,
            double truth,
            LongFunction<Optional<Estimate>> bySeed,
            double lowest,
            double highest,
            String reason) {
        List<Estimate> given = LongStream.range(0, REPLICATES)
                .parallel()
                .mapToObj(bySeed)
                .flatMap(Optional::stream)
                .toList();
        long held = given.stream()
                .filter(estimate -> estimate.interval().contains(truth))
                .count();
        double width =
                given.stream().mapToDouble(e -> e.interval().width()).average().orElse(Double.NaN);
        row(method, drawnFrom, 100.0 * held / given.size(), given.size(), REPLICATES, width, lowest, highest, reason);
    }

    /** A cell whose coverage was computed by enumeration rather than drawn; {@code coverage} in [0, 1]. */
    public void exactCell(
            String method, String drawnFrom, double coverage, double lowest, double highest, String reason) {
        row(
                method,
                drawnFrom,
                100 * coverage,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                Double.NaN,
                lowest,
                highest,
                reason);
    }

    private void row(
            String method,
            String drawnFrom,
            double percent,
            int given,
            int asked,
            double width,
            double lowest,
            double highest,
            String reason) {
        double p = Math.min(Math.max(percent / 100, 0.5 / given), 1 - 0.5 / given);
        double error = STANDARD_ERRORS * 100 * Math.sqrt(p * (1 - p) / given);
        if (!(percent >= lowest - error && percent <= highest + error)) {
            outside.add(String.format(
                    Locale.ROOT, "%s, %s: %.1f %% is not in [%s, %s]", method, drawnFrom, percent, lowest, highest));
        }
        System.out.println(String.format(
                Locale.ROOT,
                "| %s | %s | %.1f | %.1f | %s | %s-%s | %s |",
                method,
                drawnFrom,
                percent,
                100.0 * (asked - given) / asked,
                Double.isNaN(width) ? "" : String.format(Locale.ROOT, "%.4g", width),
                plain(lowest),
                plain(highest),
                Objects.requireNonNull(reason)));
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }

    /** Fails with every cell outside its band. */
    public void assertAllWithin() {
        assertThat(outside).isEmpty();
    }
}
