package org.loyalty4j.cli.report;

import java.util.ArrayList;
import java.util.List;

/** A table, ready to print: the first cell of each row is its heading. */
record HtmlTable(String caption, List<Column> columns, List<Row> rows) {

    static Builder named(String caption) {
        return new Builder(caption);
    }

    record Column(String title, String style) {}

    record Row(String style, Cell head, List<Cell> cells) {}

    record Cell(String text, String style) {}

    static final class Builder {

        private final String caption;
        private final List<Column> columns = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();

        private Builder(String caption) {
            this.caption = caption;
        }

        Builder words(String title) {
            columns.add(new Column(title, "words"));
            return this;
        }

        /** A column of names, no wider than they are. */
        Builder names(String title) {
            columns.add(new Column(title, "names"));
            return this;
        }

        Builder number(String title) {
            columns.add(new Column(title, "number"));
            return this;
        }

        Builder row(String... cells) {
            return add("", cells);
        }

        /** A row that is the sum of those above. */
        Builder total(String... cells) {
            return add("total", cells);
        }

        /** A row apart from the others, such as what is unknown. */
        Builder apart(String... cells) {
            return add("apart", cells);
        }

        private Builder add(String style, String... cells) {
            if (cells.length != columns.size()) {
                throw new IllegalArgumentException(
                        "cells must be " + columns.size() + ", but was " + String.join(" | ", cells));
            }
            List<Cell> rest = new ArrayList<>();
            for (int i = 1; i < cells.length; i++) {
                rest.add(cell(i, cells[i]));
            }
            rows.add(new Row(style, cell(0, cells[0]), rest));
            return this;
        }

        private Cell cell(int column, String text) {
            return new Cell(text, columns.get(column).style());
        }

        HtmlTable build() {
            return new HtmlTable(caption, List.copyOf(columns), List.copyOf(rows));
        }
    }
}
