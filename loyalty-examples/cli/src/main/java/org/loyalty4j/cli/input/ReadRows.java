package org.loyalty4j.cli.input;

import java.util.List;

/**
 * The rows of a source as records.
 *
 * @param <T> the type of the records
 * @param rows the records, in the order of the rows
 * @param summary what became of the rows
 */
public record ReadRows<T>(List<T> rows, ReadSummary summary) {

    public ReadRows {
        rows = List.copyOf(rows);
    }
}
