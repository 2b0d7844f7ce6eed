package org.loyalty4j.data;

import java.io.Serializable;
import java.util.Arrays;
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
        TransactionLog.Builder builder = TransactionLog.builder(scale);
        int index = 0;
        for (Transaction transaction : Objects.requireNonNull(transactions, "transactions")) {
            if (transaction == null) {
                throw new NullPointerException("transactions[" + index + "]");
            }
            try {
                builder.add(transaction.customerId(), transaction.date(), transaction.amount());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("transactions[" + index + "]." + e.getMessage(), e);
            }
            index++;
        }
        return builder.build();
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
        return of(
                Arrays.stream(Objects.requireNonNull(customerId, "customerId"))
                        .asLongStream()
                        .toArray(),
                epochDay,
                minorUnits);
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
        checkColumns(Objects.requireNonNull(customerId, "customerId").length, epochDay, minorUnits);
        TransactionLog.Builder builder = TransactionLog.builder(scale);
        for (int row = 0; row < customerId.length; row++) {
            builder.add(customerId[row], epochDay[row], minorUnits[row]);
        }
        return builder.build();
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
        checkColumns(Objects.requireNonNull(customerId, "customerId").length, epochDay, minorUnits);
        TransactionLog.Builder builder = TransactionLog.builder(scale);
        for (int row = 0; row < customerId.length; row++) {
            builder.add(requireId(customerId[row], "customerId", row), epochDay[row], minorUnits[row]);
        }
        return builder.build();
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
        return ofChunks(dictionary, List.of(LogChunk.of(customer, epochDay, minorUnits, rows)));
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
        return ofChunks(dictionary, List.of(LogChunk.of(customer, epochDay, minorUnits, rows)));
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
        Objects.requireNonNull(chunks, "chunks");
        String[] ids = dictionary.toArray(String[]::new);
        TransactionLog.Builder builder = TransactionLog.builder(scale);
        for (int i = 0; i < ids.length; i++) {
            builder.addCustomer(requireId(ids[i], "dictionary", i));
        }
        for (LogChunk chunk : chunks) {
            for (int row = 0; row < chunk.rows(); row++) {
                builder.add(
                        ids[Checks.inClosed(chunk.customer()[row], 0, ids.length - 1, "customer")],
                        chunk.epochDay()[row],
                        chunk.minorUnits()[row]);
            }
        }
        return builder.build();
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
        Objects.requireNonNull(chunks, "chunks");
        TransactionLog.Builder builder = TransactionLog.builder(scale);
        for (long id : dictionary) {
            builder.addCustomer(id);
        }
        for (LogChunk chunk : chunks) {
            for (int row = 0; row < chunk.rows(); row++) {
                builder.add(
                        dictionary[Checks.inClosed(chunk.customer()[row], 0, dictionary.length - 1, "customer")],
                        chunk.epochDay()[row],
                        chunk.minorUnits()[row]);
            }
        }
        return builder.build();
    }

    private static void checkColumns(int rows, int[] epochDay, long[] minorUnits) {
        Objects.requireNonNull(epochDay, "epochDay");
        Objects.requireNonNull(minorUnits, "minorUnits");
        Checks.sameLength(rows, epochDay.length, "epochDay");
        Checks.sameLength(rows, minorUnits.length, "minorUnits");
    }

    private static String requireId(String id, String name, int index) {
        if (Objects.requireNonNull(id, () -> name + "[" + index + "]").isBlank()) {
            throw new IllegalArgumentException(name + "[" + index + "] must not be blank");
        }
        return id;
    }

    @Override
    public String toString() {
        return "LogLoader: scale " + scale + ", " + parallelism + (parallelism == 1 ? " thread" : " threads");
    }
}
