package org.loyalty4j.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.loyalty4j.cli.report.Block.Tile;

/** The totals as tiles, each rate with what it rests on. */
final class KeyFiguresSection {

    private KeyFiguresSection() {}

    static Section of(ReportModel model, Edition edition) {
        ReportModel.KeyFigures key = model.keyFigures();
        Numbers numbers = edition.numbers();
        List<Tile> tiles = new ArrayList<>();
        tiles.add(tile(edition, "customers", numbers.whole(key.customers())));
        tiles.add(tile(edition, "buyers", numbers.whole(key.buyers())));
        tiles.add(tile(edition, "orders", numbers.whole(key.orders())));
        tiles.add(tile(edition, "revenue", numbers.headline(key.revenue())));
        if (key.orders() > 0) {
            tiles.add(tile(edition, "order", numbers.money(key.revenue().doubleValue() / key.orders())));
        }
        edition.interval(key.repeatBuyers())
                .ifPresent(repeat -> tiles.add(new Tile(
                        edition.text("tile.repeat"),
                        numbers.percent(repeat.value()),
                        edition.text("tile.interval", edition.shareBounds(repeat), edition.level(repeat)))));
        model.nps()
                .ifPresent(nps -> tiles.add(new Tile(
                        edition.text("tile.nps"),
                        numbers.signed(nps.score().value()),
                        edition.text("tile.interval", edition.scoreBounds(nps.score()), edition.level(nps.score())))));
        model.value()
                .map(value -> value.measures().get(0))
                .ifPresent(value -> tiles.add(new Tile(
                        edition.text("tile.value"), numbers.money(value.perCustomer()), edition.text(value.name()))));
        return Section.of("key", edition, Block.tiles(tiles));
    }

    private static Tile tile(Edition edition, String key, String value) {
        return new Tile(edition.text("tile." + key), value, edition.text("tile." + key + ".note"));
    }
}
