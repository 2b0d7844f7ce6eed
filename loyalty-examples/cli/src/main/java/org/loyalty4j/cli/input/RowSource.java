package org.loyalty4j.cli.input;

import java.util.List;
import java.util.Optional;

/** Rows of text, one after the other, from a file or a query. Whatever goes wrong is an {@link InputException}. */
public interface RowSource extends AutoCloseable {
    /**
     * The name of the source in messages: the file as the user named it, or {@code query}.
     *
     * @return the name
     */
    String name();

    /**
     * The names of the columns.
     *
     * @return the names; empty if the source has no header
     */
    Optional<List<String>> header();

    /**
     * The line of the header, or the first line if there is none.
     *
     * @return the physical line, from 1
     */
    long headerLine();

    /**
     * Moves on to the next row.
     *
     * @return false if there is none
     */
    boolean next();

    /**
     * The row last moved to.
     *
     * @return the row, which the next call of {@link #next()} overwrites
     */
    Row row();

    /**
     * The character to part the fields with when a row is shown.
     *
     * @return the delimiter
     */
    char delimiter();

    /**
     * Tells whether a column holds typed dates, which are then ISO text whatever the date pattern.
     *
     * @param column the column, from 0
     * @return true for the date and timestamp columns of a query
     */
    default boolean isDate(int column) {
        return false;
    }

    @Override
    void close();
}
