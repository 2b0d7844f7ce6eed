package org.loyalty4j.cli.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.loyalty4j.Estimate;
import org.loyalty4j.cli.report.Block.Card;
import org.loyalty4j.cli.report.Bubbles.Bubble;
import org.loyalty4j.cli.report.ReportModel.Quadrant;
import org.loyalty4j.cli.report.ReportModel.QuadrantKind;
import org.loyalty4j.cli.report.ReportModel.QuadrantOutlook;
import org.loyalty4j.cli.report.ReportModel.Quadrants;

/** Behaviour against attitude: where customers stand, how many, and what to do. */
final class QuadrantsSection {

    private QuadrantsSection() {}

    static Section of(ReportModel model, Edition edition) {
        return model.quadrants()
                .map(quadrants -> of(quadrants, model.keyFigures().revenue(), edition))
                .orElseGet(() -> Section.missing("quadrants", edition));
    }

    private static Section of(Quadrants quadrants, BigDecimal revenue, Edition edition) {
        List<Block> blocks = new ArrayList<>();
        if (!quadrants.points().isEmpty()) {
            blocks.add(Block.chart(chart(quadrants, edition)));
            blocks.add(Block.note(sampling(quadrants, edition)));
        }
        blocks.add(Block.table(table(quadrants, revenue, edition)));
        if (!quadrants.outlooks().isEmpty()) {
            blocks.add(Block.table(outlooks(quadrants.outlooks(), edition)));
            blocks.add(Block.note(edition.text("section.quadrants.outlook")));
        }
        List<Card> cards = quadrants.quadrants().stream()
                .filter(quadrant -> !quadrant.actions().isEmpty())
                .map(quadrant -> card(quadrant, edition))
                .toList();
        if (!cards.isEmpty()) {
            blocks.add(Block.cards(cards));
        }
        return Section.of("quadrants", edition, blocks);
    }

    private static Chart chart(Quadrants quadrants, Edition edition) {
        Map<QuadrantKind, String> names = new EnumMap<>(QuadrantKind.class);
        quadrants.quadrants().forEach(quadrant -> names.put(quadrant.kind(), edition.text(quadrant.name())));
        Numbers numbers = edition.numbers();
        List<Spot> spots = new ArrayList<>();
        for (Bubble bubble : Bubbles.of(quadrants)) {
            spots.add(new Spot(
                    bubble.behaviour(),
                    bubble.attitude(),
                    bubble.customers(),
                    bubble.kind(),
                    List.of(
                            names.getOrDefault(bubble.kind(), ""),
                            edition.text("hint.behaviour", numbers.fixed(bubble.behaviour(), 0)),
                            edition.text("hint.attitude", numbers.fixed(bubble.attitude(), 0)),
                            edition.text("hint.customers", numbers.whole(bubble.customers())))));
        }
        Data data = new Data(
                quadrants.behaviourCut(),
                quadrants.attitudeCut(),
                names,
                spots,
                edition.text("axis.behaviour"),
                edition.text("axis.attitude"));
        String summary = edition.text(
                "chart.quadrants.summary",
                numbers.plain(quadrants.behaviourCut()),
                numbers.plain(quadrants.attitudeCut()));
        return new Chart("quadrants", "quadrants", edition.text("chart.quadrants.title"), summary, data, null);
    }

    private static String sampling(Quadrants quadrants, Edition edition) {
        int shown = quadrants.points().size();
        return shown < quadrants.located()
                ? edition.text(
                        "chart.quadrants.sample",
                        edition.numbers().whole(shown),
                        edition.texts().count("customers", quadrants.located()))
                : edition.text("chart.quadrants.all", edition.texts().count("customers", quadrants.located()));
    }

    private static HtmlTable table(Quadrants quadrants, BigDecimal revenue, Edition edition) {
        Numbers numbers = edition.numbers();
        HtmlTable.Builder table = HtmlTable.named(edition.text("table.quadrants"))
                .words(edition.text("column.quadrant"))
                .number(edition.text("column.customers"))
                .number(edition.text("column.customers.share"))
                .number(edition.text("column.interval", numbers.level(edition.confidence())))
                .number(edition.moneyColumn("column.revenue"))
                .number(edition.text("column.revenue.share"))
                .number(edition.text("column.nps"))
                .number(edition.text("column.nps.interval"));
        for (Quadrant quadrant : quadrants.quadrants()) {
            String[] row = {
                edition.text(quadrant.name()),
                numbers.whole(quadrant.customers().successes()),
                edition.share(quadrant.customers()),
                edition.bounds(quadrant.customers()),
                numbers.amount(quadrant.revenue()),
                edition.share(quadrant.revenue(), revenue),
                quadrant.nps().map(nps -> numbers.signed(nps.value())).orElse(Numbers.NONE),
                quadrant.nps().map(edition::scoreBounds).orElse(Numbers.NONE)
            };
            if (quadrant.kind() == QuadrantKind.UNKNOWN) {
                table.apart(row);
            } else {
                table.row(row);
            }
        }
        return table.build();
    }

    private static HtmlTable outlooks(List<QuadrantOutlook> outlooks, Edition edition) {
        Numbers numbers = edition.numbers();
        String interval = edition.text("column.interval", numbers.level(edition.confidence()));
        boolean values =
                outlooks.stream().anyMatch(outlook -> outlook.residualValue().isPresent());
        boolean forecast =
                outlooks.stream().anyMatch(outlook -> outlook.noPurchase().isPresent());
        HtmlTable.Builder table = HtmlTable.named(edition.text("table.quadrants.outlook"))
                .words(edition.text("column.quadrant"))
                .number(edition.text("column.base.share"))
                .number(interval)
                .number(edition.moneyColumn("column.spend"))
                .number(interval);
        if (values) {
            table.number(edition.moneyColumn("column.value.mean")).number(interval);
        }
        if (forecast) {
            table.number(edition.text("column.no.purchase")).number(interval);
        }
        for (QuadrantOutlook outlook : outlooks) {
            List<String> row = new ArrayList<>();
            row.add(edition.text(outlook.name()));
            add(row, outlook.shareOfBase(), numbers::percent, edition::shareBounds);
            add(row, outlook.spend(), numbers::amount, money -> edition.amountBounds(money.interval()));
            if (values) {
                add(row, outlook.residualValue(), numbers::amount, money -> edition.amountBounds(money.interval()));
            }
            if (forecast) {
                add(row, outlook.noPurchase(), numbers::percent, edition::shareBounds);
            }
            table.row(row.toArray(String[]::new));
        }
        return table.build();
    }

    private static void add(
            List<String> row,
            Optional<Estimate> estimate,
            DoubleFunction<String> value,
            Function<Estimate, String> bounds) {
        row.add(estimate.map(number -> value.apply(number.value())).orElse(Numbers.NONE));
        row.add(estimate.map(bounds).orElse(Numbers.NONE));
    }

    private static Card card(Quadrant quadrant, Edition edition) {
        return new Card(
                quadrant.kind().name().toLowerCase(Locale.ROOT),
                edition.text(quadrant.name()),
                edition.texts().count("customers", quadrant.customers().successes()),
                quadrant.actions().stream().map(edition::text).toList());
    }

    record Spot(double x, double y, long customers, QuadrantKind kind, List<String> hint) {}

    record Data(
            double xCut,
            double yCut,
            Map<QuadrantKind, String> names,
            List<Spot> spots,
            String xTitle,
            String yTitle) {}
}
