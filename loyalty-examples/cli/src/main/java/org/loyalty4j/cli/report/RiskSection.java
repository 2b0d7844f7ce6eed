package org.loyalty4j.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loyalty4j.cli.report.Block.Tile;
import org.loyalty4j.cli.report.ChurnModel.AtRisk;
import org.loyalty4j.cli.report.ChurnModel.Cost;
import org.loyalty4j.cli.report.ChurnModel.CostStep;
import org.loyalty4j.cli.report.ChurnModel.Risk;

/** What churn costs, and whom to save first. */
final class RiskSection {

    private RiskSection() {}

    static Section of(ReportModel model, Edition edition) {
        Optional<Risk> risk = model.churn().risk();
        Optional<Cost> cost = model.churn().cost();
        if (risk.isEmpty() && cost.isEmpty()) {
            return Section.missing("risk", edition);
        }
        List<Block> blocks = new ArrayList<>();
        risk.ifPresent(value -> {
            blocks.add(Block.tiles(tiles(value, edition)));
            blocks.add(Block.table(table(value, edition)));
            blocks.add(Block.note(edition.text("section.risk.note")));
        });
        cost.ifPresentOrElse(
                value -> blocks.add(Block.chart(chart(value, edition))),
                () -> blocks.add(Block.missing(edition.text("section.risk.cost.missing"))));
        return Section.of("risk", edition, blocks);
    }

    private static List<Tile> tiles(Risk risk, Edition edition) {
        String length = edition.length(risk.horizon());
        List<Tile> tiles = new ArrayList<>();
        tiles.add(new Tile(
                edition.text("tile.risk"),
                edition.numbers().headline(risk.atRisk()),
                edition.text("tile.risk.note", length)));
        if (risk.value() > 0) {
            tiles.add(new Tile(
                    edition.text("tile.risk.share"),
                    edition.numbers().percent(risk.atRisk() / risk.value()),
                    edition.text("tile.risk.share.note", edition.numbers().headline(risk.value()))));
        }
        return tiles;
    }

    private static HtmlTable table(Risk risk, Edition edition) {
        Numbers numbers = edition.numbers();
        HtmlTable.Builder table = HtmlTable.named(edition.text("table.risk"))
                .words(edition.text("column.customer"))
                .names(edition.text("column.segment"))
                .number(edition.moneyColumn("column.residual"))
                .number(edition.text("column.probability.churn"))
                .number(edition.moneyColumn("column.risk"))
                .number(edition.text("column.cumulative"));
        double sum = 0;
        for (AtRisk customer : risk.top()) {
            sum += customer.valueAtRisk();
            table.row(
                    customer.customerId(),
                    edition.text(customer.segment()),
                    numbers.amount(customer.value()),
                    numbers.percent(customer.probabilityOfChurn()),
                    numbers.amount(customer.valueAtRisk()),
                    risk.atRisk() > 0 ? numbers.percent(sum / risk.atRisk()) : Numbers.NONE);
        }
        return table.build();
    }

    private static Chart chart(Cost cost, Edition edition) {
        Numbers numbers = edition.numbers();
        String title = edition.text("chart.cost.title");
        HtmlTable.Builder table = HtmlTable.named(title)
                .words(edition.text("column.churn.year"))
                .number(edition.moneyColumn("column.percustomer"))
                .number(edition.text("column.change"));
        List<Curve.Step> steps = new ArrayList<>();
        for (CostStep step : cost.steps()) {
            String rate = numbers.percent(step.churnRate());
            String value = numbers.money(step.value());
            steps.add(new Curve.Step(
                    step.churnRate(),
                    step.value(),
                    List.of(
                            edition.text("hint.named", edition.text("column.churn.year"), rate),
                            edition.text("hint.residual", value))));
            table.row(
                    rate,
                    numbers.amount(step.value()),
                    cost.value() > 0 ? numbers.signedPercent(step.value() / cost.value() - 1) : Numbers.NONE);
        }
        Curve data = new Curve(
                List.of(new Curve.Line("", steps)),
                new Curve.Mark(cost.churnRate(), edition.text("chart.cost.now", numbers.percent(cost.churnRate()))),
                true,
                false,
                edition.text("column.churn.year"),
                edition.moneyColumn("column.percustomer"));
        return new Chart("cost", "curve", title, summary(cost, edition), data, table.build());
    }

    private static String summary(Cost cost, Edition edition) {
        String basis = edition.text(
                "chart.cost.summary",
                edition.numbers().percent(cost.churnRate()),
                edition.numbers().money(cost.value()),
                edition.text(cost.formula()),
                edition.numbers().money(cost.marginPerYear()));
        if (cost.gain().isEmpty() || cost.breakEven().isEmpty()) {
            return basis;
        }
        return edition.sentences(
                edition.text(
                        "chart.cost.gain",
                        edition.numbers().plain(cost.points()),
                        edition.numbers().percent(cost.gain().getAsDouble()),
                        edition.numbers().money(cost.breakEven().getAsDouble())),
                basis);
    }
}
