package org.loyalty4j.cli.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.loyalty4j.cli.report.ChurnModel.Average;
import org.loyalty4j.cli.report.ChurnModel.Cell;
import org.loyalty4j.cli.report.ChurnModel.Cohort;
import org.loyalty4j.cli.report.ChurnModel.Triangle;

/** The chart of cohorts by age; what is not yet observed is a state of its own, and not zero. */
final class TriangleChart {

    /** The shares of fewer jump about, and would take the colours from all others. */
    private static final int FEWEST_TO_SCALE = 10;

    private final String id;
    private final Triangle triangle;
    private final Edition edition;
    private final String unit;
    private final int ages;

    private TriangleChart(String id, Triangle triangle, Edition edition) {
        this.id = id;
        this.triangle = triangle;
        this.edition = edition;
        this.unit = triangle.unit().name().toLowerCase(Locale.ROOT);
        this.ages = triangle.cohorts().stream()
                .mapToInt(cohort -> cohort.cells().size())
                .max()
                .orElse(0);
    }

    /** The chart of {@code contract} or of {@code purchases}, whose texts have that name. */
    static Chart of(String id, Triangle triangle, Edition edition) {
        return new TriangleChart(id, triangle, edition).chart();
    }

    private Chart chart() {
        String title = edition.text("chart." + id + ".title");
        return new Chart("cohorts-" + id, "triangle", title, summary(), data(), table(title));
    }

    private String summary() {
        String reading = edition.sentences(edition.text("chart." + id + ".summary"), cut());
        int age = Math.min(triangle.averages().size() - 1, triangle.unit() == ChurnModel.Unit.QUARTER ? 4 : 12);
        if (age < 1) {
            return reading;
        }
        Average average = triangle.averages().get(age);
        return edition.sentences(
                reading,
                edition.text(
                        "chart." + id + ".average",
                        edition.text("length." + unit, age),
                        edition.numbers().percent(average.share()),
                        edition.texts().count("cohorts", average.cohorts())));
    }

    private String cut() {
        Numbers numbers = edition.numbers();
        boolean whole = triangle.allCohorts() <= triangle.cohorts().size() && triangle.allAges() <= ages;
        return whole
                ? ""
                : edition.text(
                        "chart.cohorts.cut",
                        numbers.whole(triangle.cohorts().size()),
                        edition.texts().count("cohorts", triangle.allCohorts()),
                        numbers.whole(ages),
                        edition.text("length." + unit, triangle.allAges()));
    }

    private Data data() {
        List<String> columns = new ArrayList<>();
        for (int age = 0; age < ages; age++) {
            columns.add(edition.numbers().whole(age));
        }
        List<Spot> cells = new ArrayList<>();
        List<Spot> unseen = new ArrayList<>();
        double low = 1;
        double high = 0;
        for (int row = 0; row < triangle.cohorts().size(); row++) {
            Cohort cohort = triangle.cohorts().get(row);
            for (int age = 0; age < ages; age++) {
                if (age < cohort.cells().size()) {
                    Cell cell = cohort.cells().get(age);
                    cells.add(new Spot(age, row, cell.share(), cell.partial(), hint(cohort, age, cell)));
                    boolean scales = age > 0 && cohort.size() >= FEWEST_TO_SCALE;
                    low = scales ? Math.min(low, cell.share()) : low;
                    high = scales ? Math.max(high, cell.share()) : high;
                } else {
                    unseen.add(
                            new Spot(age, row, 0, false, List.of(where(cohort, age), edition.text("cohort.unseen"))));
                }
            }
        }
        return new Data(
                columns,
                triangle.cohorts().stream().map(Cohort::label).toList(),
                cells,
                unseen,
                low < high ? Math.floor(low * 10) / 10 : 0,
                low < high ? Math.ceil(high * 10) / 10 : 1,
                edition.text("axis.age." + unit),
                edition.text("cohort.unseen"));
    }

    private String where(Cohort cohort, int age) {
        return edition.text("hint.cohort", cohort.label(), edition.text("length." + unit, age));
    }

    private List<String> hint(Cohort cohort, int age, Cell cell) {
        Numbers numbers = edition.numbers();
        List<String> lines = new ArrayList<>();
        lines.add(where(cohort, age));
        lines.add(edition.text(
                "hint.of", numbers.percent(cell.share()), numbers.whole(cell.count()), numbers.whole(cohort.size())));
        if (cell.partial()) {
            lines.add(edition.text("cohort.partial"));
        }
        return lines;
    }

    private HtmlTable table(String title) {
        HtmlTable.Builder table =
                HtmlTable.named(title).words(edition.text("column.cohort")).number(edition.text("column.customers"));
        for (int age = 0; age < ages; age++) {
            table.number(edition.numbers().whole(age));
        }
        for (Cohort cohort : triangle.cohorts()) {
            String[] row = row(cohort.label(), edition.numbers().whole(cohort.size()));
            for (int age = 0; age < cohort.cells().size(); age++) {
                Cell cell = cohort.cells().get(age);
                String share = edition.numbers().percent(cell.share());
                row[age + 2] = cell.partial() ? share + "*" : share;
            }
            table.row(row);
        }
        String[] averages = row(edition.text("cohort.average"), "");
        for (int age = 0; age < Math.min(ages, triangle.averages().size()); age++) {
            averages[age + 2] =
                    edition.numbers().percent(triangle.averages().get(age).share());
        }
        return table.total(averages).build();
    }

    private String[] row(String name, String size) {
        String[] row = new String[ages + 2];
        Arrays.fill(row, Numbers.NONE);
        row[0] = name;
        row[1] = size;
        return row;
    }

    record Spot(int column, int row, double share, boolean partial, List<String> hint) {}

    record Data(
            List<String> columns,
            List<String> rows,
            List<Spot> cells,
            List<Spot> unseen,
            double low,
            double high,
            String xTitle,
            String unseenName) {}
}
