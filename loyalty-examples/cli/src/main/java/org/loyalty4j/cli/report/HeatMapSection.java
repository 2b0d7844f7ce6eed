package org.loyalty4j.cli.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.cli.report.ReportModel.HeatCell;

/** Revenue by recency and frequency score. */
final class HeatMapSection {

    private HeatMapSection() {}

    static Section of(ReportModel model, Edition edition) {
        ReportModel.HeatMap map = model.heatMap();
        if (map.cells().isEmpty()) {
            return Section.missing("heat", edition);
        }
        List<Cell> cells = map.cells().stream().map(cell -> cell(cell, edition)).toList();
        Data data = new Data(
                map.frequencyBins(),
                map.recencyBins(),
                cells,
                edition.text("axis.frequency.score"),
                edition.text("axis.recency.score"),
                edition.moneyColumn("column.revenue"));
        Chart chart = new Chart(
                "heat",
                "heatmap",
                edition.text("chart.heat.title"),
                edition.text("chart.heat.summary"),
                data,
                table(map, edition));
        return Section.of("heat", edition, Block.chart(chart));
    }

    private static Cell cell(HeatCell cell, Edition edition) {
        Numbers numbers = edition.numbers();
        List<String> hint = List.of(
                edition.text("hint.heat", cell.recencyScore(), cell.frequencyScore()),
                edition.text("hint.customers", numbers.whole(cell.customers())),
                edition.text("hint.revenue", numbers.money(cell.revenue())),
                edition.text("hint.mean", edition.perPiece(cell.revenue(), cell.customers())));
        return new Cell(
                cell.frequencyScore(), cell.recencyScore(), cell.revenue().doubleValue(), hint);
    }

    private static HtmlTable table(ReportModel.HeatMap map, Edition edition) {
        Map<List<Integer>, HeatCell> cells = new HashMap<>();
        map.cells().forEach(cell -> cells.put(List.of(cell.recencyScore(), cell.frequencyScore()), cell));
        HtmlTable.Builder table =
                HtmlTable.named(edition.moneyColumn("chart.heat.table")).words("");
        for (int f = 1; f <= map.frequencyBins(); f++) {
            table.number("F " + f);
        }
        for (int r = map.recencyBins(); r >= 1; r--) {
            String[] row = new String[map.frequencyBins() + 1];
            row[0] = "R " + r;
            for (int f = 1; f <= map.frequencyBins(); f++) {
                @Nullable HeatCell cell = cells.get(List.of(r, f));
                row[f] = cell == null ? Numbers.NONE : edition.numbers().amount(cell.revenue());
            }
            table.row(row);
        }
        return table.build();
    }

    record Cell(int f, int r, double revenue, List<String> hint) {}

    record Data(int columns, int rows, List<Cell> cells, String xTitle, String yTitle, String scale) {}
}
