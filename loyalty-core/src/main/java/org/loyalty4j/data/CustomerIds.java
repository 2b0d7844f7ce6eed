package org.loyalty4j.data;

import java.io.Serializable;
import java.util.Arrays;

/** The ids of a log's customers in ascending order; the position of an id is the customer's index. */
abstract sealed class CustomerIds implements Serializable permits CustomerIds.Texts, CustomerIds.Numbers {
    private static final long serialVersionUID = 1L;

    abstract int size();

    abstract String id(int index);

    /** The index of an id, or a negative number if the log does not know it. */
    abstract int find(String id);

    /** Adds every id to a table, in ascending order, and returns the table's number of each. */
    abstract int[] addAllTo(IdTable table);

    static final class Texts extends CustomerIds {
        private static final long serialVersionUID = 1L;
        private final String[] sorted;

        Texts(String[] sorted) {
            this.sorted = sorted;
        }

        @Override
        int size() {
            return sorted.length;
        }

        @Override
        String id(int index) {
            return sorted[index];
        }

        @Override
        int find(String id) {
            return Arrays.binarySearch(sorted, id);
        }

        @Override
        int[] addAllTo(IdTable table) {
            int[] numbers = new int[sorted.length];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = table.add(sorted[i]);
            }
            return numbers;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Texts that && Arrays.equals(sorted, that.sorted);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(sorted);
        }
    }

    static final class Numbers extends CustomerIds {
        private static final long serialVersionUID = 1L;
        private final long[] sorted;

        Numbers(long[] sorted) {
            this.sorted = sorted;
        }

        @Override
        int size() {
            return sorted.length;
        }

        @Override
        String id(int index) {
            return Long.toString(sorted[index]);
        }

        @Override
        int find(String id) {
            try {
                long number = Long.parseLong(id);
                return Long.toString(number).equals(id) ? Arrays.binarySearch(sorted, number) : -1;
            } catch (NumberFormatException notANumber) {
                return -1;
            }
        }

        @Override
        int[] addAllTo(IdTable table) {
            int[] numbers = new int[sorted.length];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = table.add(sorted[i]);
            }
            return numbers;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Numbers that && Arrays.equals(sorted, that.sorted);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(sorted);
        }
    }
}
