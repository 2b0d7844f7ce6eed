package org.loyalty4j.data;

import java.util.Arrays;

/** Brings rows into the order of a log: by customer, day and amount, in linear time but for the sort within a customer. */
final class LogSorter {
    private static final int SHORT = 48; // below this an insertion sort is the quickest

    private LogSorter() {}

    static TransactionLog sort(
            CustomerIds ids, int[] rankOf, int rows, int[] customer, int[] epochDay, long[] minorUnits, int scale) {
        int customers = ids.size();
        int[] firstRow = new int[customers + 1];
        for (int row = 0; row < rows; row++) {
            firstRow[rankOf[customer[row]] + 1]++;
        }
        for (int c = 0; c < customers; c++) {
            firstRow[c + 1] += firstRow[c];
        }
        int[] days = new int[rows];
        long[] amounts = new long[rows];
        int[] next = Arrays.copyOf(firstRow, customers);
        for (int row = 0; row < rows; row++) {
            int at = next[rankOf[customer[row]]]++;
            days[at] = epochDay[row];
            amounts[at] = minorUnits[row];
        }
        for (int c = 0; c < customers; c++) {
            sortRows(days, amounts, firstRow[c], firstRow[c + 1]);
        }
        return new TransactionLog(ids, firstRow, days, amounts, scale);
    }

    /** Sorts the rows in [{@code from}, {@code to}) by day, then amount. */
    static void sortRows(int[] days, long[] amounts, int from, int to) {
        if (to - from <= SHORT) {
            insertionSort(days, amounts, from, to);
            return;
        }
        int rows = to - from;
        long[] keys = new long[rows]; // the day in the high half, the place of the row in the low
        for (int i = 0; i < rows; i++) {
            keys[i] = ((long) days[from + i] << 32) | i;
        }
        Arrays.sort(keys);
        long[] moved = new long[rows];
        for (int i = 0; i < rows; i++) {
            moved[i] = amounts[from + (int) keys[i]];
            days[from + i] = (int) (keys[i] >> 32);
        }
        System.arraycopy(moved, 0, amounts, from, rows);
        for (int start = from; start < to; ) {
            int end = start + 1;
            while (end < to && days[end] == days[start]) {
                end++;
            }
            Arrays.sort(amounts, start, end);
            start = end;
        }
    }

    private static void insertionSort(int[] days, long[] amounts, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int day = days[i];
            long amount = amounts[i];
            int at = i;
            while (at > from && (days[at - 1] > day || (days[at - 1] == day && amounts[at - 1] > amount))) {
                days[at] = days[at - 1];
                amounts[at] = amounts[at - 1];
                at--;
            }
            days[at] = day;
            amounts[at] = amount;
        }
    }
}
