package org.loyalty4j.data;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.MinorUnits;
import org.loyalty4j.internal.Parallel;

/**
 * Makes a log of rows that are already in memory, many at a time: of columns, or of a list of records. The log is the one
 * that {@link TransactionLog.Builder} makes of the same rows, whatever their order and on however many threads.
 *
 * <pre>{@code
 * TransactionLog log = LogLoader.withDefaults()
 *         .withParallelism(2)
 *         .of(customerId, epochDay, minorUnits);
 * }</pre>
 *
 * <p>Row i of columns is customer {@code customerId[i]} on day {@code epochDay[i]}, as {@link
 * java.time.LocalDate#toEpochDay} counts, for {@code minorUnits[i]} of the currency's minor unit: cents at scale 2, yen at
 * scale 0. The arrays are only read, and not kept.
 */
public final class LogLoader implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int PIECE = 1 << 16;
    private static final int FEW = 1 << 10;

    private final int scale;
    private final int parallelism;

    private LogLoader(int scale, int parallelism) {
        this.scale = scale;
        this.parallelism = parallelism;
    }

    /**
     * The loader of logs at {@link TransactionLog#DEFAULT_SCALE}, on the calling thread alone.
     *
     * @return the loader
     */
    public static LogLoader withDefaults() {
        return new LogLoader(TransactionLog.DEFAULT_SCALE, 1);
    }

    /**
     * This loader for a currency with another minor unit.
     *
     * @param decimals decimals of the minor unit, in [0, 9]: 2 for cents, 0 for yen
     * @return the changed loader
     * @throws IllegalArgumentException if the scale is out of range
     */
    public LogLoader withScale(int decimals) {
        return new LogLoader(MinorUnits.checkScale(decimals), parallelism);
    }

    /**
     * This loader on more threads; the log is the same on any number.
     *
     * @param threads how many threads work, the calling one among them, in [1, 1024]
     * @return the changed loader
     * @throws IllegalArgumentException if the number is out of range
     */
    public LogLoader withParallelism(int threads) {
        return new LogLoader(scale, new Parallel(threads).threads());
    }

    /**
     * A log of records, whose customers are in the order of {@link String#compareTo}.
     *
     * @param transactions the rows, in any order
     * @return the log
     * @throws IllegalArgumentException if a day is not in the years 1 to 9999, or an amount has more decimals than the scale
     *     or overflows; the message names the index of the first such row
     */
    public TransactionLog of(List<Transaction> transactions) {
        TransactionColumns columns =
                new TransactionColumns(Objects.requireNonNull(transactions, "transactions"), scale);
        return encoded(columns, columns.epochDay(), columns.minorUnits());
    }

    /**
     * A log of columns whose ids are numbers: customers are in the order of the numbers.
     *
     * @param customerId the customer's id, by row
     * @param epochDay the day, by row, in the years 1 to 9999
     * @param minorUnits the amount in whole minor units, by row; below zero for a refund
     * @return the log
     * @throws IllegalArgumentException if the columns are not equally long or a day is out of range
     */
    public TransactionLog of(int[] customerId, int[] epochDay, long[] minorUnits) {
        Objects.requireNonNull(customerId, "customerId");
        checkColumns(customerId.length, epochDay, minorUnits);
        LogRows rows = rows(customerId, epochDay, minorUnits);
        LogRows.Span span = rows.span(parallel());
        rows.checkDays(span);
        if (isDense(span.firstCustomer(), span.lastCustomer(), rows.rows())) {
            return LogSorter.sortDense(rows, span, scale, parallel());
        }
        long[] ids = new long[customerId.length];
        parallel().forEachPiece(ids.length, PIECE, (from, to) -> {
            for (int row = from; row < to; row++) {
                ids[row] = customerId[row];
            }
        });
        return encoded(new NumberColumn(ids), epochDay, minorUnits);
    }

    /**
     * A log of columns whose ids are numbers: customers are in the order of the numbers.
     *
     * @param customerId the customer's id, by row
     * @param epochDay the day, by row, in the years 1 to 9999
     * @param minorUnits the amount in whole minor units, by row; below zero for a refund
     * @return the log
     * @throws IllegalArgumentException if the columns are not equally long or a day is out of range
     */
    public TransactionLog of(long[] customerId, int[] epochDay, long[] minorUnits) {
        Objects.requireNonNull(customerId, "customerId");
        checkColumns(customerId.length, epochDay, minorUnits);
        return encoded(new NumberColumn(customerId), epochDay, minorUnits);
    }

    /**
     * A log of columns whose ids are texts: customers are in the order of {@link String#compareTo}.
     *
     * @param customerId the customer's id, by row, not blank
     * @param epochDay the day, by row, in the years 1 to 9999
     * @param minorUnits the amount in whole minor units, by row; below zero for a refund
     * @return the log
     * @throws IllegalArgumentException if the columns are not equally long, an id is blank or a day is out of range
     */
    public TransactionLog of(String[] customerId, int[] epochDay, long[] minorUnits) {
        Objects.requireNonNull(customerId, "customerId");
        checkColumns(customerId.length, epochDay, minorUnits);
        return encoded(new TextColumn.OfArray(customerId), epochDay, minorUnits);
    }

    /**
     * A log of columns that name a customer by its place in a dictionary of texts. Entries that no row names are customers
     * without rows; entries that are equal are one customer.
     *
     * @param dictionary the ids, in any order, none blank
     * @param customer the place of the customer in the dictionary, by row
     * @param epochDay the day, by row, in the years 1 to 9999
     * @param minorUnits the amount in whole minor units, by row; below zero for a refund
     * @param rows how many rows to take, from the first on, in [0, customer.length]
     * @return the log
     * @throws IllegalArgumentException if a column has fewer rows, an id is blank, a place is not in the dictionary or a day
     *     is out of range
     */
    public TransactionLog of(List<String> dictionary, int[] customer, int[] epochDay, long[] minorUnits, int rows) {
        Objects.requireNonNull(dictionary, "dictionary");
        List<LogChunk> chunks = List.of(LogChunk.of(customer, epochDay, minorUnits, rows));
        return ranked(ids(dictionary), chunks, dictionary.size(), false);
    }

    /**
     * A log of columns that name a customer by its place in a dictionary of numbers. Entries that no row names are customers
     * without rows; entries that are equal are one customer.
     *
     * @param dictionary the ids, in any order
     * @param customer the place of the customer in the dictionary, by row
     * @param epochDay the day, by row, in the years 1 to 9999
     * @param minorUnits the amount in whole minor units, by row; below zero for a refund
     * @param rows how many rows to take, from the first on, in [0, customer.length]
     * @return the log
     * @throws IllegalArgumentException if a column has fewer rows, a place is not in the dictionary or a day is out of range
     */
    public TransactionLog of(long[] dictionary, int[] customer, int[] epochDay, long[] minorUnits, int rows) {
        Objects.requireNonNull(dictionary, "dictionary");
        List<LogChunk> chunks = List.of(LogChunk.of(customer, epochDay, minorUnits, rows));
        return ranked(RankedIds.of(dictionary), chunks, dictionary.length, false);
    }

    /**
     * A log of rows that were gathered in chunks, and that name a customer by its place in a dictionary of texts. Entries
     * that no row names are customers without rows; entries that are equal are one customer.
     *
     * @param dictionary the ids, in any order, none blank; one for all chunks
     * @param chunks the rows, in any order
     * @return the log
     * @throws IllegalArgumentException if an id is blank, a place is not in the dictionary or a day is out of range
     */
    public TransactionLog ofChunks(List<String> dictionary, List<LogChunk> chunks) {
        Objects.requireNonNull(dictionary, "dictionary");
        return ranked(ids(dictionary), copyOf(chunks), dictionary.size(), true);
    }

    /**
     * A log of rows that were gathered in chunks, and that name a customer by its place in a dictionary of numbers. Entries
     * that no row names are customers without rows; entries that are equal are one customer.
     *
     * @param dictionary the ids, in any order; one for all chunks
     * @param chunks the rows, in any order
     * @return the log
     * @throws IllegalArgumentException if a place is not in the dictionary or a day is out of range
     */
    public TransactionLog ofChunks(long[] dictionary, List<LogChunk> chunks) {
        Objects.requireNonNull(dictionary, "dictionary");
        return ranked(RankedIds.of(dictionary), copyOf(chunks), dictionary.length, true);
    }

    private static void checkColumns(int rows, int[] epochDay, long[] minorUnits) {
        Objects.requireNonNull(epochDay, "epochDay");
        Objects.requireNonNull(minorUnits, "minorUnits");
        Checks.sameLength(rows, epochDay.length, "epochDay");
        Checks.sameLength(rows, minorUnits.length, "minorUnits");
    }

    private static List<LogChunk> copyOf(List<LogChunk> chunks) {
        List<LogChunk> copy = new ArrayList<>();
        Checks.forEach(chunks, "chunks", copy::add);
        return copy;
    }

    private RankedIds ids(List<String> dictionary) {
        String[] ids = dictionary.toArray(String[]::new);
        for (int i = 0; i < ids.length; i++) {
            TextColumn.requireId(ids[i], "dictionary", i);
        }
        return RankedIds.of(ids, parallel());
    }

    /** The log of rows of which each names its customer by the place in a dictionary. */
    private TransactionLog ranked(RankedIds ids, List<LogChunk> chunks, int dictionarySize, boolean chunked) {
        LogRows rows = new LogRows(chunks);
        LogRows.Span span = rows.span(parallel());
        rows.check(span, dictionarySize, chunked);
        return LogSorter.sort(ids, rows, span, scale, parallel());
    }

    /** The log of rows whose ids have yet to be numbered. */
    private TransactionLog encoded(IdColumnReader ids, int[] epochDay, long[] minorUnits) {
        IdEncoder.Encoded encoded = IdEncoder.encode(ids, parallel());
        LogRows rows = rows(encoded.customer(), epochDay, minorUnits);
        LogRows.Span span = rows.span(parallel());
        rows.checkDays(span);
        return LogSorter.sort(encoded.ranked(), rows, span, scale, parallel());
    }

    private static LogRows rows(int[] customer, int[] epochDay, long[] minorUnits) {
        return new LogRows(List.of(LogChunk.of(customer, epochDay, minorUnits, customer.length)));
    }

    /** Tells whether ids lie so close that a counter for each number between them is less than the rows are. */
    private static boolean isDense(int first, int last, int rows) {
        return rows > 0 && (long) last - first < Math.max(rows, FEW);
    }

    private Parallel parallel() {
        return new Parallel(parallelism);
    }

    @Override
    public String toString() {
        return "LogLoader: scale " + scale + ", " + parallelism + (parallelism == 1 ? " thread" : " threads");
    }
}
