package org.loyalty4j.cli.report;

import java.math.BigDecimal;
import java.util.List;
import org.loyalty4j.cli.report.ReportModel.Concentration;
import org.loyalty4j.cli.report.ReportModel.Decile;

/** How unevenly revenue is spread over buyers. */
final class ConcentrationSection {

    private ConcentrationSection() {}

    static Section of(ReportModel model, Edition edition) {
        return model.concentration()
                .map(concentration -> of(concentration, edition))
                .orElseGet(() -> Section.missing("concentration", edition));
    }

    private static Section of(Concentration concentration, Edition edition) {
        Numbers numbers = edition.numbers();
        String top = numbers.level(concentration.topFraction());
        String share = numbers.percent(concentration.topShare());
        String gini = numbers.fixed(concentration.gini(), 2);
        Data data = new Data(
                concentration.lorenz().stream()
                        .map(point -> List.of(point.customers(), point.revenue()))
                        .toList(),
                1 - concentration.topFraction(),
                edition.text("chart.lorenz.top", top, share),
                edition.text("chart.lorenz.curve"),
                edition.text("chart.lorenz.equality"),
                edition.text("axis.lorenz.x"),
                edition.text("axis.lorenz.y"));
        Chart chart = new Chart(
                "lorenz",
                "lorenz",
                edition.text("chart.lorenz.title"),
                edition.text("chart.lorenz.summary", top, share, gini),
                data,
                null);
        return Section.of(
                "concentration",
                edition,
                Block.halfChart(chart),
                Block.halfTable(table(concentration, edition)),
                Block.note(edition.text("section.concentration.note", gini)));
    }

    private static HtmlTable table(Concentration concentration, Edition edition) {
        BigDecimal total =
                concentration.deciles().stream().map(Decile::revenue).reduce(BigDecimal.ZERO, BigDecimal::add);
        HtmlTable.Builder table = HtmlTable.named(edition.text("table.deciles"))
                .words(edition.text("column.decile"))
                .number(edition.text("column.customers"))
                .number(edition.moneyColumn("column.revenue"))
                .number(edition.text("column.share"))
                .number(edition.text("column.cumulative"));
        BigDecimal running = BigDecimal.ZERO;
        for (Decile decile : concentration.deciles()) {
            running = running.add(decile.revenue());
            table.row(
                    edition.text("decile", decile.number()),
                    edition.numbers().whole(decile.customers()),
                    edition.numbers().amount(decile.revenue()),
                    edition.share(decile.revenue(), total),
                    edition.share(running, total));
        }
        return table.build();
    }

    record Data(
            List<List<Double>> points,
            double topFrom,
            String top,
            String curve,
            String equality,
            String xTitle,
            String yTitle) {}
}
