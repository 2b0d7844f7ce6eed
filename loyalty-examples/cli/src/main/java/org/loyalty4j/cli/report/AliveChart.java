package org.loyalty4j.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.loyalty4j.cli.report.Outlook.AliveMap;

/** P(alive) by days of silence and repeat purchases, as shades and as a table. */
final class AliveChart {

    private AliveChart() {}

    static Chart of(AliveMap map, Edition edition) {
        Numbers numbers = edition.numbers();
        List<String> columns = map.silentDays().stream().map(numbers::whole).toList();
        List<String> rows = map.purchases().stream()
                .map(purchases -> numbers.whole(purchases))
                .toList();
        HtmlTable.Builder table =
                HtmlTable.named(edition.text("chart.alive.table")).words(edition.text("column.alive"));
        columns.forEach(table::number);
        List<Cell> cells = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            String[] line = new String[columns.size() + 1];
            line[0] = rows.get(row);
            for (int column = 0; column < columns.size(); column++) {
                double probability = map.probabilities().get(row).get(column);
                line[column + 1] = numbers.percent(probability);
                cells.add(new Cell(
                        column,
                        row,
                        probability,
                        List.of(
                                edition.text("hint.alive", rows.get(row), columns.get(column)),
                                edition.text("hint.alive.probability", numbers.percent(probability)))));
            }
            table.row(line);
        }
        return new Chart(
                "alive",
                "shades",
                edition.text("chart.alive.title"),
                edition.text("chart.alive.summary", numbers.whole(map.observedDays()), numbers.percent(map.once())),
                new Data(columns, rows, cells, edition.text("axis.alive.x"), edition.text("axis.alive.y")),
                table.build());
    }

    record Cell(int column, int row, double share, List<String> hint) {}

    record Data(List<String> columns, List<String> rows, List<Cell> cells, String xTitle, String yTitle) {}
}
