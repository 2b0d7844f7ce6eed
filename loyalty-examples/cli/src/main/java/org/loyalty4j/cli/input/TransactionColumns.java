package org.loyalty4j.cli.input;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.loyalty4j.data.LogChunk;

/** Transactions in columns that grow: the number of the customer, the day and the amount. */
final class TransactionColumns {
    private int[] customer;
    private int[] epochDay;
    private long[] minorUnits;
    private int rows;

    TransactionColumns(int capacity) {
        customer = new int[capacity];
        epochDay = new int[capacity];
        minorUnits = new long[capacity];
    }

    void add(int customerNumber, int day, long amount) {
        if (rows == customer.length) {
            resize(Math.max(64, rows + (rows >> 1)));
        }
        customer[rows] = customerNumber;
        epochDay[rows] = day;
        minorUnits[rows++] = amount;
    }

    /** Takes no more memory than the rows need. */
    void trim() {
        resize(rows);
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
