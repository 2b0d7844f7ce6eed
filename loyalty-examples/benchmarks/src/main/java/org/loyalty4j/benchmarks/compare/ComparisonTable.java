package org.loyalty4j.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The figures of a comparison as a Markdown table. */
final class ComparisonTable {
    private static final double MEGA = 1e6;
    private static final String FAILED = "failed: ";

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

    /** Adds a side; the first, which has no verdict, is the measure of the others. How long a wrong answer took is no measure. */
    void add(Entrant entrant, long peakMemory, @Nullable Verdict verdict) {
        Timing timing = entrant.timing();
        double median = timing.medianSeconds();
        if (verdict == null) {
            ours = median;
        }
        boolean agrees = verdict == null || verdict.agree();
        String answer = verdict == null ? "" : agrees ? verdict.text() : FAILED + verdict.text();
        double goal = entrant.contender().goal();
        results.add(
                agrees
                        ? Result.of(title, entrant.name(), median, goal)
                        : Result.without(title, entrant.name(), answer, goal));
        lines.add(String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %d | %,.0f | %s | %s | %s |",
                entrant.name(),
                seconds(median),
                seconds(timing.fastestSeconds()),
                seconds(timing.medianProcessorSeconds()),
                timing.counted().size(),
                peakMemory / MEGA,
                verdict != null && agrees ? ratio(median / ours) : "",
                goal(entrant.contender()),
                answer));
    }

    /** Adds a side that did not come to the end. */
    void addFailed(Entrant entrant, String reason) {
        addWithout(entrant.contender(), entrant.name(), FAILED + reason);
    }

    /** Adds a side that is not installed here. */
    void addMissing(Contender contender) {
        addWithout(contender, contender.label(), "not found");
    }

    private void addWithout(Contender contender, String name, String why) {
        results.add(Result.without(title, name, why, contender.goal()));
        lines.add("| " + name + " | " + why + " | | | | | | " + goal(contender) + " | |");
    }

    /** The medians, to be set beside those of other comparisons. */
    List<Result> results() {
        return List.copyOf(results);
    }

    private static String goal(Contender contender) {
        return contender.goal() > 0 ? ratio(contender.goal()) : "";
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
