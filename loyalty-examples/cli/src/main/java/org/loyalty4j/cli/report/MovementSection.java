package org.loyalty4j.cli.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loyalty4j.LocalizedText;
import org.loyalty4j.cli.report.Block.Tile;
import org.loyalty4j.cli.report.MovementModel.Flow;
import org.loyalty4j.cli.report.MovementModel.Noise;
import org.loyalty4j.cli.report.ReportModel.QuadrantKind;

/** How customers moved between the quadrants, and how much of it is noise in the answers. */
final class MovementSection {

    private static final List<Optional<QuadrantKind>> PLACES = places();

    private MovementSection() {}

    private static List<Optional<QuadrantKind>> places() {
        List<Optional<QuadrantKind>> places = new ArrayList<>();
        Arrays.stream(QuadrantKind.values()).map(Optional::of).forEach(places::add);
        places.add(Optional.empty());
        return List.copyOf(places);
    }

    static Section of(ReportModel model, Edition edition) {
        return model.movement()
                .map(movement -> of(movement, edition))
                .orElseGet(() -> Section.missing("movement", edition));
    }

    private static Section of(MovementModel movement, Edition edition) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.tiles(tiles(movement, edition)));
        if (movement.flows().stream().anyMatch(flow -> flow.customers() > 0)) {
            blocks.add(Block.chart(chart(movement, edition)));
        }
        movement.noise().ifPresent(noise -> blocks.add(Block.note(words(noise, edition))));
        movement.test().ifPresent(test -> blocks.add(Block.note(words(test, edition))));
        return Section.of("movement", edition, blocks);
    }

    private static List<Tile> tiles(MovementModel movement, Edition edition) {
        return List.of(
                tile("stayed", movement.stayed(), edition),
                tile("rose", movement.rose(), edition),
                tile("fell", movement.fell(), edition),
                tile("shifted", movement.shifted(), edition),
                tile("entered", movement.entered(), edition),
                tile("left", movement.left(), edition));
    }

    private static Tile tile(String key, long customers, Edition edition) {
        return new Tile(
                edition.text("tile.moved." + key),
                edition.numbers().whole(customers),
                edition.text("tile.moved." + key + ".note"));
    }

    private static Chart chart(MovementModel movement, Edition edition) {
        Numbers numbers = edition.numbers();
        List<Node> before = new ArrayList<>();
        List<Node> after = new ArrayList<>();
        for (Optional<QuadrantKind> place : PLACES) {
            node("a", place, movement, true, edition).ifPresent(before::add);
            node("b", place, movement, false, edition).ifPresent(after::add);
        }
        List<Link> links = movement.flows().stream()
                .filter(flow -> flow.customers() > 0)
                .map(flow -> new Link(
                        "a" + key(flow.from()),
                        "b" + key(flow.to()),
                        flow.customers(),
                        List.of(
                                edition.text(
                                        "hint.flow",
                                        name(flow.from(), movement.names(), true, edition),
                                        name(flow.to(), movement.names(), false, edition)),
                                edition.text("hint.customers", numbers.whole(flow.customers())))))
                .toList();
        Data data = new Data(before, after, links, numbers.date(movement.before()), numbers.date(movement.after()));
        String title = edition.text("chart.movement.title");
        return new Chart(
                "movement",
                "sankey",
                title,
                edition.text("chart.movement.summary"),
                data,
                table(title, movement, edition));
    }

    private static Optional<Node> node(
            String side, Optional<QuadrantKind> place, MovementModel movement, boolean from, Edition edition) {
        long customers = movement.flows().stream()
                .filter(flow -> (from ? flow.from() : flow.to()).equals(place))
                .mapToLong(Flow::customers)
                .sum();
        if (customers == 0) {
            return Optional.empty();
        }
        String name = name(place, movement.names(), from, edition);
        String number = edition.numbers().whole(customers);
        return Optional.of(new Node(
                side + key(place), key(place), name, number, List.of(name, edition.text("hint.customers", number))));
    }

    private static String key(Optional<QuadrantKind> place) {
        return place.map(Enum::name).orElse("NOBODY");
    }

    private static String name(
            Optional<QuadrantKind> place, Map<QuadrantKind, LocalizedText> names, boolean from, Edition edition) {
        if (place.isEmpty()) {
            return edition.text(from ? "movement.entered" : "movement.left");
        }
        LocalizedText name = names.get(place.get());
        return name == null ? key(place) : edition.text(name);
    }

    private static HtmlTable table(String title, MovementModel movement, Edition edition) {
        HtmlTable.Builder table = HtmlTable.named(title)
                .words(edition.text(
                        "column.movement",
                        edition.numbers().date(movement.before()),
                        edition.numbers().date(movement.after())));
        PLACES.forEach(to -> table.number(name(to, movement.names(), false, edition)));
        for (Optional<QuadrantKind> from : PLACES) {
            List<String> row = new ArrayList<>();
            row.add(name(from, movement.names(), true, edition));
            for (Optional<QuadrantKind> to : PLACES) {
                row.add(
                        from.isEmpty() && to.isEmpty()
                                ? Numbers.NONE
                                : edition.numbers().whole(count(movement, from, to)));
            }
            table.row(row.toArray(String[]::new));
        }
        return table.build();
    }

    private static long count(MovementModel movement, Optional<QuadrantKind> from, Optional<QuadrantKind> to) {
        return movement.flows().stream()
                .filter(flow -> flow.from().equals(from) && flow.to().equals(to))
                .mapToLong(Flow::customers)
                .sum();
    }

    private static String words(Noise noise, Edition edition) {
        Numbers numbers = edition.numbers();
        String source = noise.estimated() ? "section.movement.noise.estimated" : "section.movement.noise.stated";
        return edition.sentences(
                edition.text(
                        "section.movement.noise",
                        edition.texts().count("customers", noise.customers()),
                        numbers.whole(noise.moved()),
                        numbers.whole(noise.attitudeMoved()),
                        numbers.whole(Math.round(noise.expected()))),
                noise.expected() < noise.moved()
                        ? edition.text("section.movement.noise.part", numbers.percent(noise.expected() / noise.moved()))
                        : edition.text("section.movement.noise.all"),
                edition.text(source, numbers.fixed(noise.steps(), 2), numbers.whole(noise.pairs())));
    }

    private static String words(ChurnModel.Test test, Edition edition) {
        return edition.text(
                edition.beyondChance(test.pValue()) ? "section.movement.changed" : "section.movement.same",
                edition.numbers().fixed(test.statistic(), 2),
                test.degreesOfFreedom(),
                edition.chance(test.pValue()));
    }

    record Node(String id, String kind, String name, String number, List<String> hint) {}

    record Link(String source, String target, long customers, List<String> hint) {}

    record Data(List<Node> before, List<Node> after, List<Link> links, String beforeTitle, String afterTitle) {}
}
