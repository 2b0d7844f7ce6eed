package org.loyalty4j.cli.report;

import com.samskivert.mustache.Mustache;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One piece of a section; the template finds its content under its kind. */
record Block(String kind, Object content, boolean half) implements Mustache.CustomContext {

    static Block chart(Chart chart) {
        return new Block("chart", chart, false);
    }

    /** A chart that shares its line with another one where there is room. */
    static Block halfChart(Chart chart) {
        return new Block("chart", chart, true);
    }

    static Block table(Table table) {
        return new Block("table", table, false);
    }

    static Block halfTable(Table table) {
        return new Block("table", table, true);
    }

    static Block tiles(List<Tile> tiles) {
        return new Block("tiles", new Items(tiles), false);
    }

    static Block findings(List<Findings.Finding> findings) {
        return new Block("findings", new Items(findings), false);
    }

    static Block cards(List<Card> cards) {
        return new Block("cards", new Items(cards), false);
    }

    static Block terms(List<Term> terms) {
        return new Block("terms", new Items(terms), false);
    }

    static Block note(String text) {
        return new Block("note", text, false);
    }

    static Block missing(String text) {
        return new Block("missing", text, false);
    }

    static Block warnings(List<String> warnings) {
        return new Block("warnings", new Items(warnings), false);
    }

    @Override
    public @Nullable Object get(String name) {
        if (name.equals(kind)) {
            return content;
        }
        return name.equals("half") ? half : null;
    }

    /** A list that is one thing to the template, so that it can be wrapped. */
    record Items(List<?> items) {}

    /** A figure that stands for itself: its name, its value, and what it rests on. */
    record Tile(String name, String value, String note) {}

    /** A title with a list below it. */
    record Card(String style, String title, String note, List<String> points) {}

    /** A word and how it is read. */
    record Term(String word, String meaning) {}
}
