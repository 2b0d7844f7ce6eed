package org.loyalty4j.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The figures of a comparison as a Markdown table. */
final class ComparisonTable {
    private static final double MEGA = 1e6;

    private final String title;
    private final List<String> lines = new ArrayList<>();
    private final List<Result> results = new ArrayList<>();
    private double ours;

    ComparisonTable(String title) {
        this.title = title;
        lines.add("**" + title + "**");
        lines.add("");
        lines.add(
                "| side | median, s | fastest, s | processor, s | runs | peak memory, MB | times as long | goal | answer |");
        lines.add("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
    }

    /** Adds a side; the first is the measure of the others. */
    void add(Contender contender, String version, Timing timing, long peakMemory, @Nullable String agreement) {
        results.add(new Result(title, name(contender, version), timing.medianSeconds(), contender.goal()));
        boolean first = ours == 0;
        if (first) {
            ours = timing.medianSeconds();
        }
        lines.add(String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %d | %,.0f | %s | %s | %s |",
                name(contender, version),
                seconds(timing.medianSeconds()),
                seconds(timing.fastestSeconds()),
                seconds(timing.medianProcessorSeconds()),
                timing.counted().size(),
                peakMemory / MEGA,
                first ? "" : ratio(timing.medianSeconds() / ours),
                contender.goal() > 0 ? ratio(contender.goal()) : "",
                agreement == null ? "" : agreement));
    }

    /** Adds a side that is not installed here. */
    void addMissing(Contender contender) {
        results.add(new Result(title, contender.label(), -1, contender.goal()));
        lines.add("| " + contender.label() + " | not found | | | | | | "
                + (contender.goal() > 0 ? ratio(contender.goal()) : "") + " | |");
    }

    /** The medians, to be set beside those of other comparisons. */
    List<Result> results() {
        return List.copyOf(results);
    }

    /** The label, and what it does not say of the version. */
    private static String name(Contender contender, String version) {
        if (version.startsWith("loyalty")) {
            return contender.label();
        }
        return version.startsWith(contender.label()) ? version : contender.label() + " (" + version + ")";
    }

    static String seconds(double seconds) {
        return String.format(
                Locale.ROOT,
                seconds >= 100 ? "%.0f" : seconds >= 10 ? "%.1f" : seconds >= 1 ? "%.2f" : "%.3f",
                seconds);
    }

    static String ratio(double ratio) {
        return String.format(Locale.ROOT, ratio >= 10 ? "%,.0f" : "%.1f", ratio);
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
