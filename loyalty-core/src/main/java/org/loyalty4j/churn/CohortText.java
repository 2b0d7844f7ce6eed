package org.loyalty4j.churn;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.loyalty4j.internal.Percent;

/** A {@link CohortTriangle} as aligned tables. */
final class CohortText {
    private final CohortTriangle triangle;

    CohortText(CohortTriangle triangle) {
        this.triangle = triangle;
    }

    String rates() {
        return table(cell -> cell.share().map(share -> percent(share.value())).orElse("."))
                + averages(average -> percent(average.share().value()));
    }

    String counts() {
        return table(cell -> cell.customers() == null ? "." : cell.customers().toString());
    }

    String revenue() {
        return table(cell -> cell.customers() == null ? "." : percent(cell.revenueRate()))
                + averages(average -> percent(average.revenueRate()));
    }

    private String averages(Function<CohortAverage, String> shown) {
        List<CohortAverage> averages = triangle.averages();
        return line("average", "", averages.stream().map(shown).toList())
                + line(
                        "cohorts",
                        "",
                        averages.stream()
                                .map(average -> Integer.toString(average.cohorts()))
                                .toList());
    }

    private String table(Function<CohortCell, String> shown) {
        int columns = triangle.ages();
        List<Cohort> cohorts = triangle.cohorts();
        StringBuilder text = new StringBuilder(line(
                triangle.calendar().unitName().english(),
                "size",
                IntStream.range(0, columns).mapToObj(Integer::toString).toList()));
        for (int i = 0; i < cohorts.size(); i++) {
            int cohort = i;
            text.append(line(
                    cohorts.get(i).label(),
                    Long.toString(cohorts.get(i).size()),
                    IntStream.range(0, columns)
                            .mapToObj(age -> shown.apply(triangle.cell(cohort, age)))
                            .toList()));
        }
        return text.toString();
    }

    private static String line(String name, String size, List<String> cells) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-10s %8s ", name, size));
        cells.forEach(cell -> line.append(String.format(Locale.ROOT, " %6s", cell)));
        return line.append('\n').toString();
    }

    private static String percent(OptionalDouble share) {
        return Percent.number(share, "-");
    }
}
