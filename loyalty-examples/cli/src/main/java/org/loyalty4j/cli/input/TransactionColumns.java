package org.loyalty4j.cli.input;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.loyalty4j.data.LogChunk;

/** Transactions in columns that grow: the number of the customer, the day and the amount. */
final class TransactionColumns {
    static final TransactionColumns NONE = new TransactionColumns();

    private int[] customer = new int[0];
    private int[] epochDay = new int[0];
    private long[] minorUnits = new long[0];
    private int rows;

    void add(int customerNumber, int day, long amount) {
        if (rows == customer.length) {
            resize(Math.max(1024, 2 * rows));
        }
        customer[rows] = customerNumber;
        epochDay[rows] = day;
        minorUnits[rows++] = amount;
    }

    /** Takes the rows out, into columns of just their length. */
    TransactionColumns takeAll() {
        TransactionColumns all = new TransactionColumns();
        all.customer = Arrays.copyOf(customer, rows);
        all.epochDay = Arrays.copyOf(epochDay, rows);
        all.minorUnits = Arrays.copyOf(minorUnits, rows);
        all.rows = rows;
        rows = 0;
        return all;
    }

    void clear() {
        rows = 0;
    }

    private void resize(int capacity) {
        customer = Arrays.copyOf(customer, capacity);
        epochDay = Arrays.copyOf(epochDay, capacity);
        minorUnits = Arrays.copyOf(minorUnits, capacity);
    }

    int rows() {
        return rows;
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

    LogChunk chunk() {
        return LogChunk.of(customer, epochDay, minorUnits, rows);
    }
}
