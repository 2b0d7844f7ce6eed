package org.loyalty4j.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.loyalty4j.Interval;
import org.loyalty4j.btyd.Boundary;
import org.loyalty4j.btyd.FitStatus;
import org.loyalty4j.cli.report.Block.Card;
import org.loyalty4j.cli.report.Block.Tile;
import org.loyalty4j.cli.report.Outlook.Forecast;

/** Who will buy again: what is expected of the base, by which model, and how sure that model is. */
final class ForecastSection {

    private static final int PARAMETER_DIGITS = 4;

    private ForecastSection() {}

    static Section of(ReportModel model, Edition edition) {
        if (model.outlook().isEmpty()) {
            return Section.missing("forecast", edition);
        }
        Outlook outlook = model.outlook().get();
        List<Block> blocks = new ArrayList<>();
        Optional<Forecast> forecast = outlook.forecast();
        if (forecast.isPresent()) {
            blocks.add(Block.tiles(tiles(forecast.get(), edition)));
            blocks.add(horizon(forecast.get(), edition));
            blocks.add(Block.cards(cards(outlook, forecast.get().model(), edition)));
            if (!forecast.get().compared().isEmpty()) {
                blocks.add(Block.table(compared(forecast.get().compared(), edition)));
                blocks.add(Block.note(edition.text("section.forecast.compared")));
            }
            forecast.get().alive().ifPresent(alive -> blocks.add(Block.chart(AliveChart.of(alive, edition))));
            blocks.add(Block.halfTable(parameters(
                    edition.text("table.parameters"), forecast.get().model().parameters(), edition)));
            blocks.add(Block.halfTable(fit(forecast.get().model(), edition)));
        } else {
            blocks.add(Block.missing(edition.text("section.forecast.none")));
            blocks.add(Block.cards(List.of(unable(outlook, edition))));
        }
        return Section.of("forecast", edition, blocks);
    }

    private static List<Tile> tiles(Forecast forecast, Edition edition) {
        Outlook.Totals totals = forecast.totals();
        String length = edition.length(forecast.horizon());
        String buyers = edition.texts().count("buyers", totals.buyers());
        List<Tile> tiles = new ArrayList<>();
        tiles.add(new Tile(
                edition.text("tile.expected"),
                edition.numbers().whole(Math.round(totals.expectedPurchases())),
                edition.text("tile.expected.note", length, buyers)));
        tiles.add(new Tile(
                edition.text("tile.purchase"),
                edition.numbers().percent(totals.probabilityOfPurchase()),
                edition.text("tile.purchase.note", length)));
        totals.alive()
                .ifPresent(alive -> tiles.add(new Tile(
                        edition.text("tile.alive"),
                        edition.numbers().whole(Math.round(alive)),
                        edition.text(
                                "tile.alive.note", buyers, edition.numbers().percent(alive / totals.buyers())))));
        forecast.value()
                .ifPresent(value -> tiles.add(new Tile(
                        edition.text("tile.residual"),
                        edition.numbers().headline(value.total()),
                        edition.text("tile.residual.note", length))));
        return tiles;
    }

    private static Block horizon(Forecast forecast, Edition edition) {
        String key = forecast.horizonGiven() ? "section.forecast.horizon" : "section.forecast.horizon.default";
        return Block.note(edition.text(key, edition.length(forecast.horizon())));
    }

    private static List<Card> cards(Outlook outlook, Outlook.Model model, Edition edition) {
        List<Card> cards = new ArrayList<>();
        cards.add(new Card(
                "true",
                edition.text("card.model", model.name()),
                edition.text(model.advised() ? "card.model.advised" : "card.model.asked"),
                advice(outlook, edition)));
        if (!model.warnings().isEmpty()) {
            cards.add(new Card(
                    "spurious",
                    edition.text("card.warnings"),
                    edition.text("card.warnings.note"),
                    model.warnings().stream().map(edition::text).toList()));
        }
        return cards;
    }

    private static Card unable(Outlook outlook, Edition edition) {
        return new Card(
                "spurious", edition.text("card.none"), edition.text("card.none.note"), advice(outlook, edition));
    }

    private static List<String> advice(Outlook outlook, Edition edition) {
        return outlook.advice().stream().map(edition::text).toList();
    }

    static HtmlTable parameters(String title, List<Outlook.Parameter> parameters, Edition edition) {
        HtmlTable.Builder table = HtmlTable.named(title)
                .words(edition.text("column.parameter"))
                .number(edition.text("column.estimate"))
                .number(edition.text("column.error"))
                .number(edition.text("column.interval", edition.numbers().level(edition.confidence())));
        for (Outlook.Parameter parameter : parameters) {
            table.row(
                    parameter.symbol(),
                    number(parameter.value(), edition),
                    parameter.standardError().isPresent()
                            ? number(parameter.standardError().getAsDouble(), edition)
                            : Numbers.NONE,
                    parameter
                            .interval()
                            .map(interval -> bounds(interval, edition))
                            .orElse(Numbers.NONE));
        }
        return table.build();
    }

    private static HtmlTable compared(List<Outlook.Compared> models, Edition edition) {
        HtmlTable.Builder table = HtmlTable.named(edition.text("table.compared"))
                .words(edition.text("tile.model"))
                .number(edition.text("table.parameters"))
                .number(edition.text("fit.likelihood"))
                .number(edition.text("fit.aic"))
                .words(edition.text("fit.status"));
        for (Outlook.Compared model : models) {
            table.row(
                    model.name(),
                    edition.numbers().whole(model.parameters()),
                    edition.numbers().fixed(model.logLikelihood(), 2),
                    edition.numbers().fixed(model.aic(), 2),
                    status(model.status(), model.boundary(), edition));
        }
        return table.build();
    }

    private static HtmlTable fit(Outlook.Model model, Edition edition) {
        Numbers numbers = edition.numbers();
        return HtmlTable.named(edition.text("table.fit"))
                .words(edition.text("column.measure"))
                .number(edition.text("column.number"))
                .row(edition.text("fit.status"), status(model.status(), model.boundary(), edition))
                .row(edition.text("fit.unit"), edition.text("unit." + key(model.unit())))
                .row(edition.text("fit.customers"), numbers.whole(model.customers()))
                .row(edition.text("fit.histories"), numbers.whole(model.histories()))
                .row(edition.text("fit.likelihood"), numbers.fixed(model.logLikelihood(), 2))
                .row(edition.text("fit.aic"), numbers.fixed(model.aic(), 2))
                .row(edition.text("fit.bic"), numbers.fixed(model.bic(), 2))
                .build();
    }

    private static String status(FitStatus end, Optional<Boundary> ranInto, Edition edition) {
        String status = edition.text("status." + key(end));
        return ranInto.map(boundary -> edition.text("status.named", status, edition.text("boundary." + key(boundary))))
                .orElse(status);
    }

    private static String number(double value, Edition edition) {
        return edition.numbers().significant(value, PARAMETER_DIGITS);
    }

    private static String bounds(Interval interval, Edition edition) {
        return edition.text("range", number(interval.lower(), edition), number(interval.upper(), edition));
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
