package org.loyalty4j.data;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** The ids of a log's customers in ascending order; the position of an id is the customer's index. */
abstract sealed class CustomerIds extends AbstractList<String> implements RandomAccess, Serializable
        permits CustomerIds.Texts, CustomerIds.Numbers {
    private static final long serialVersionUID = 1L;

    /** Adds every id to a table, in ascending order, and returns the table's number of each. */
    abstract int[] addAllTo(IdTable table);

    @Override
    public boolean contains(@Nullable Object id) {
        return indexOf(id) >= 0;
    }

    static final class Texts extends CustomerIds {
        private static final long serialVersionUID = 1L;
        private final String[] sorted;

        Texts(String[] sorted) {
            this.sorted = sorted;
        }

        @Override
        public String get(int index) {
            return sorted[index];
        }

        @Override
        public int size() {
            return sorted.length;
        }

        @Override
        public int indexOf(@Nullable Object id) {
            return id instanceof String text ? Math.max(-1, Arrays.binarySearch(sorted, text)) : -1;
        }

        @Override
        int[] addAllTo(IdTable table) {
            return Arrays.stream(sorted).mapToInt(table::add).toArray();
        }
    }

    static final class Numbers extends CustomerIds {
        private static final long serialVersionUID = 1L;
        private final long[] sorted;

        Numbers(long[] sorted) {
            this.sorted = sorted;
        }

        @Override
        public String get(int index) {
            return Long.toString(sorted[index]);
        }

        @Override
        public int size() {
            return sorted.length;
        }

        @Override
        public int indexOf(@Nullable Object id) {
            try {
                long number = id instanceof String text ? Long.parseLong(text) : Long.MIN_VALUE;
                return Long.toString(number).equals(id) ? Math.max(-1, Arrays.binarySearch(sorted, number)) : -1;
            } catch (NumberFormatException notANumber) {
                return -1;
            }
        }

        @Override
        int[] addAllTo(IdTable table) {
            return Arrays.stream(sorted).mapToInt(table::add).toArray();
        }
    }
}
