package org.loyalty4j.cli.report;

import com.samskivert.mustache.Mustache;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One piece of a section; the template finds its content under its kind. */
record Block(String kind, Object content, String width) implements Mustache.CustomContext {

    static Block chart(Chart chart) {
        return new Block("chart", chart, "full");
    }

    /** A chart that shares its line with another one where there is room. */
    static Block halfChart(Chart chart) {
        return new Block("chart", chart, "half");
    }

    /** A chart beside two that stand one above the other. */
    static Block tallChart(Chart chart) {
        return new Block("chart", chart, "half tall");
    }

    static Block table(HtmlTable table) {
        return new Block("table", table, "full");
    }

    static Block halfTable(HtmlTable table) {
        return new Block("table", table, "half");
    }

    static Block tiles(List<Tile> tiles) {
        return new Block("tiles", new Items(tiles), "full");
    }

    static Block findings(List<Findings.Finding> findings) {
        return new Block("findings", new Items(findings), "full");
    }

    static Block cards(List<Card> cards) {
        return new Block("cards", new Items(cards), "full");
    }

    static Block terms(List<Term> terms) {
        return new Block("terms", new Items(terms), "full");
    }

    static Block note(String text) {
        return new Block("note", text, "full");
    }

    static Block halfNote(String text) {
        return new Block("note", text, "half");
    }

    static Block missing(String text) {
        return new Block("missing", new Items(Piece.of(text)), "full");
    }

    static Block warnings(List<String> warnings) {
        return new Block("warnings", new Items(warnings), "full");
    }

    @Override
    public @Nullable Object get(String name) {
        if (name.equals(kind)) {
            return content;
        }
        return name.equals("width") ? width : null;
    }

    /** A list that is one thing to the template, so that it can be wrapped. */
    record Items(List<?> items) {}

    /** A piece of a sentence; code is an option of the command, never broken over two lines. */
    record Piece(String text, boolean code) {

        private static final Pattern OPTION = Pattern.compile("--[a-z-]+(?: (?:FILE|DATE|DAYS))?");

        static List<Piece> of(String sentence) {
            List<Piece> pieces = new ArrayList<>();
            Matcher option = OPTION.matcher(sentence);
            int end = 0;
            while (option.find()) {
                pieces.add(new Piece(sentence.substring(end, option.start()), false));
                pieces.add(new Piece(option.group(), true));
                end = option.end();
            }
            pieces.add(new Piece(sentence.substring(end), false));
            return pieces;
        }
    }

    /** A figure that stands for itself: its name, its value, and what it rests on. */
    record Tile(String name, String value, String note) {}

    /** A title with a list below it. */
    record Card(String style, String title, String note, List<String> points) {}

    /** A word and how it is read. */
    record Term(String word, String meaning) {}
}
