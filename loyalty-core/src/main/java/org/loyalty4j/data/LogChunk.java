package org.loyalty4j.data;

import java.io.Serializable;
import java.util.Objects;
import org.loyalty4j.internal.Checks;

/**
 * Some rows in columns, for {@link LogLoader#ofChunks}: a view of the caller's arrays, which are not copied and must not
 * change until the log is made.
 */
public final class LogChunk implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int[] customer;
    private final int[] epochDay;
    private final AmountColumn amounts;
    private final int rows;

    private LogChunk(int[] customer, int[] epochDay, AmountColumn amounts, int rows) {
        this.customer = customer;
        this.epochDay = epochDay;
        this.amounts = amounts;
        this.rows = rows;
    }

    /**
     * The first rows of three columns.
     *
     * @param customer the place of the customer in the dictionary, by row
     * @param epochDay the day as {@link java.time.LocalDate#toEpochDay} counts, by row
     * @param minorUnits the amount in whole minor units, by row
     * @param rows how many rows to take, from the first on, in [0, the length of the shortest column]
     * @return the view
     * @throws IllegalArgumentException if a column has fewer rows
     */
    public static LogChunk of(int[] customer, int[] epochDay, long[] minorUnits, int rows) {
        Objects.requireNonNull(minorUnits, "minorUnits");
        return of(customer, epochDay, AmountColumn.of(minorUnits), minorUnits.length, rows);
    }

    /**
     * The first rows of three columns, of amounts that are all small enough for an {@code int}.
     *
     * @param customer the place of the customer in the dictionary, by row
     * @param epochDay the day as {@link java.time.LocalDate#toEpochDay} counts, by row
     * @param minorUnits the amount in whole minor units, by row
     * @param rows how many rows to take, from the first on, in [0, the length of the shortest column]
     * @return the view
     * @throws IllegalArgumentException if a column has fewer rows
     */
    public static LogChunk of(int[] customer, int[] epochDay, int[] minorUnits, int rows) {
        Objects.requireNonNull(minorUnits, "minorUnits");
        return of(customer, epochDay, AmountColumn.of(minorUnits), minorUnits.length, rows);
    }

    private static LogChunk of(int[] customer, int[] epochDay, AmountColumn amounts, int amountRows, int rows) {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(epochDay, "epochDay");
        int shortest = Math.min(customer.length, Math.min(epochDay.length, amountRows));
        return new LogChunk(customer, epochDay, amounts, Checks.inClosed(rows, 0, shortest, "rows"));
    }

    /**
     * The number of rows.
     *
     * @return the count
     */
    public int rows() {
        return rows;
    }

    int[] customer() {
        return customer;
    }

    int[] epochDay() {
        return epochDay;
    }

    AmountColumn amounts() {
        return amounts;
    }

    @Override
    public String toString() {
        return "LogChunk: " + rows + " rows";
    }
}
