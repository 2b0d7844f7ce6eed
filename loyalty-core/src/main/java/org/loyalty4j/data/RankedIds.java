package org.loyalty4j.data;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.loyalty4j.internal.KeySort;
import org.loyalty4j.internal.Parallel;

/** Ids in ascending order, and the rank there of each as they came; ids that came twice are one. */
@SuppressWarnings("ArrayRecordComponent") // within the package, never compared
record RankedIds(CustomerIds ids, int[] rankOf) {

    /** Of ids of which some may be equal. */
    static RankedIds of(String[] ids, Parallel parallel) {
        int[] rankOf = new int[ids.length];
        String[] sorted = new String[ids.length];
        int size = 0;
        for (int place : TextOrder.of(ids, parallel)) {
            if (size == 0 || !sorted[size - 1].equals(ids[place])) {
                sorted[size++] = ids[place];
            }
            rankOf[place] = size - 1;
        }
        return new RankedIds(new CustomerIds.Texts(Arrays.copyOf(sorted, size)), rankOf);
    }

    /** Of ids of which no two are equal. */
    static RankedIds ofDistinct(String[] ids, Parallel parallel) {
        return distinct(ids, TextOrder.of(ids, parallel));
    }

    /** Of ids of which no two are equal, and whose keys, which are all {@linkplain TextKeys#isPlain plain}, tell their order. */
    static RankedIds ofPlain(String[] ids, long[] keys) {
        return distinct(ids, order(keys));
    }

    private static RankedIds distinct(String[] ids, int[] order) {
        int[] rankOf = new int[ids.length];
        String[] sorted = new String[ids.length];
        for (int rank = 0; rank < order.length; rank++) {
            sorted[rank] = ids[order[rank]];
            rankOf[order[rank]] = rank;
        }
        return new RankedIds(new CustomerIds.Texts(sorted), rankOf);
    }

    static RankedIds of(long[] ids) {
        // With the highest bit turned, numbers are in the order of their bits.
        int[] order = order(Arrays.stream(ids).map(id -> id ^ Long.MIN_VALUE).toArray());
        int[] rankOf = new int[ids.length];
        long[] sorted = new long[ids.length];
        int size = 0;
        for (int place : order) {
            if (size == 0 || sorted[size - 1] != ids[place]) {
                sorted[size++] = ids[place];
            }
            rankOf[place] = size - 1;
        }
        return new RankedIds(CustomerIds.ofSorted(Arrays.copyOf(sorted, size)), rankOf);
    }

    private static int[] order(long[] keys) {
        int[] order = IntStream.range(0, keys.length).toArray();
        KeySort.sort(keys, order);
        return order;
    }
}
