package org.loyalty4j.cli.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.loyalty4j.data.LogChunk;

/**
 * Transactions in columns that grow: the number of the customer, the day and the amount. One thread adds the rows of one piece
 * after the other, until there are so many that it goes on in new columns: so the columns are long, and are not copied.
 */
final class TransactionColumns {
    private static final int FIRST_ROWS = 1 << 10;
    /** With the head of an array four mebibytes, which are whole regions of a heap. */
    static final int MOST_ROWS = (1 << 20) - 8;

    private static final int SHORTEST_ROW = 12; // in bytes; of shorter ones the columns take more than they should

    private final int mostRows;
    private int[] customer;
    private int[] epochDay;
    private int[] shortAmount; // as long as all of them fit
    private long[] longAmount = new long[0]; // from the first one on that does not
    private boolean fitInt = true;
    private int rows;
    private final List<Extent> leftOut = new ArrayList<>();

    /** Some rows of columns, from one on, before another. */
    record Extent(TransactionColumns columns, int from, int to) {
        int rows() {
            return to - from;
        }

        /** Leaves the rows out. Not to be called by two threads at once. */
        void leaveOut() {
            if (from < to) {
                columns.leftOut.add(this);
            }
        }
    }

    /** Creates columns that others follow once they have so many rows. */
    TransactionColumns(int mostRows) {
        this(mostRows, Math.min(FIRST_ROWS, mostRows));
    }

    private TransactionColumns(int mostRows, int capacity) {
        this.mostRows = mostRows;
        customer = new int[capacity];
        epochDay = new int[capacity];
        shortAmount = new int[capacity];
    }

    /** These columns, or new ones if those do not have room for the rows of so many bytes. */
    TransactionColumns forBytes(int bytes) {
        boolean room = rows == 0 || rows + bytes / SHORTEST_ROW <= mostRows;
        return room ? this : new TransactionColumns(mostRows, mostRows);
    }

    void add(int customerNumber, int day, long amount) {
        if (rows == customer.length) {
            grow();
        }
        customer[rows] = customerNumber;
        epochDay[rows] = day;
        if (fitInt && amount == (int) amount) {
            shortAmount[rows++] = (int) amount;
        } else {
            addLong(amount);
        }
    }

    private void addLong(long amount) {
        if (fitInt) {
            longAmount = Arrays.stream(shortAmount).asLongStream().toArray();
            shortAmount = new int[0];
            fitInt = false;
        }
        longAmount[rows++] = amount;
    }

    private void grow() {
        int capacity = rows < mostRows ? Math.min(2 * rows, mostRows) : 2 * rows;
        customer = Arrays.copyOf(customer, capacity);
        epochDay = Arrays.copyOf(epochDay, capacity);
        if (fitInt) {
            shortAmount = Arrays.copyOf(shortAmount, capacity);
        } else {
            longAmount = Arrays.copyOf(longAmount, capacity);
        }
    }

    int rows() {
        return rows;
    }

    /** Takes back the rows from one on. */
    void rewind(int row) {
        rows = row;
    }

    /** The rows from one on. */
    Extent since(int row) {
        return new Extent(this, row, rows);
    }

    int customer(int row) {
        return customer[row];
    }

    /** The numbers of the customers, by row. */
    int[] customers() {
        return customer;
    }

    /** Numbers the customers anew. */
    void renumber(IntUnaryOperator newNumber) {
        for (int row = 0; row < rows; row++) {
            customer[row] = newNumber.applyAsInt(customer[row]);
        }
    }

    /** Closes the gaps that rows left out have made, once all are there. */
    void compact() {
        leftOut.sort((one, other) -> Integer.compare(other.from, one.from));
        for (Extent gap : leftOut) { // from the last to the first
            int after = rows - gap.to;
            System.arraycopy(customer, gap.to, customer, gap.from, after);
            System.arraycopy(epochDay, gap.to, epochDay, gap.from, after);
            System.arraycopy(
                    fitInt ? shortAmount : longAmount, gap.to, fitInt ? shortAmount : longAmount, gap.from, after);
            rows -= gap.rows();
        }
        leftOut.clear();
    }

    LogChunk chunk() {
        return fitInt
                ? LogChunk.of(customer, epochDay, shortAmount, rows)
                : LogChunk.of(customer, epochDay, longAmount, rows);
    }
}
