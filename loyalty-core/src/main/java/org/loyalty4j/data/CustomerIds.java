package org.loyalty4j.data;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.RowList;

/** The ids of a log's customers in ascending order; the position of an id is the customer's index. */
abstract sealed class CustomerIds extends AbstractList<String> implements RandomAccess, Serializable
        permits CustomerIds.Texts, CustomerIds.Numbers {
    private static final long serialVersionUID = 1L;

    /** The column of ids that are numbers, in ascending order and none twice; without any, the kind of ids is open. */
    static CustomerIds ofSorted(long[] ids) {
        return ids.length == 0 ? new Texts(new String[0]) : new Numbers(ids);
    }

    /** Adds every id to a table, in ascending order, and returns the table's number of each. */
    abstract int[] addAllTo(IdTable table);

    /** The ids at some places, given in ascending order. */
    abstract CustomerIds at(int[] places);

    /** Makes a customer known to a builder, whose id is of the kind held here. */
    abstract void addTo(TransactionLog.Builder builder, String id);

    @Override
    public boolean contains(@Nullable Object id) {
        return indexOf(id) >= 0;
    }

    @Override
    public String toString() {
        return RowList.firstFew(this);
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
        CustomerIds at(int[] places) {
            return new Texts(
                    Arrays.stream(places).mapToObj(place -> sorted[place]).toArray(String[]::new));
        }

        @Override
        void addTo(TransactionLog.Builder builder, String id) {
            builder.addCustomer(id);
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
            OptionalLong number = id instanceof String text ? parse(text) : OptionalLong.empty();
            return number.isPresent() ? Math.max(-1, Arrays.binarySearch(sorted, number.getAsLong())) : -1;
        }

        /** The number a text is the id of: the text that {@link Long#toString(long)} writes, and no other. */
        private static OptionalLong parse(String text) {
            try {
                long number = Long.parseLong(text);
                return Long.toString(number).equals(text) ? OptionalLong.of(number) : OptionalLong.empty();
            } catch (NumberFormatException notANumber) {
                return OptionalLong.empty();
            }
        }

        @Override
        CustomerIds at(int[] places) {
            return new Numbers(
                    Arrays.stream(places).mapToLong(place -> sorted[place]).toArray());
        }

        @Override
        void addTo(TransactionLog.Builder builder, String id) {
            OptionalLong number = parse(id);
            if (number.isPresent()) {
                builder.addCustomer(number.getAsLong());
            } else {
                builder.addCustomer(id); // which refuses it
            }
        }

        @Override
        int[] addAllTo(IdTable table) {
            return Arrays.stream(sorted).mapToInt(table::add).toArray();
        }
    }
}
