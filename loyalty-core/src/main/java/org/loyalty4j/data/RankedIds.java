package org.loyalty4j.data;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.loyalty4j.internal.Parallel;

/** Ids in ascending order, and the rank there of each as they came; ids that came twice are one. */
@SuppressWarnings("ArrayRecordComponent") // within the package, never compared
record RankedIds(CustomerIds ids, int[] rankOf) {

    static RankedIds of(String[] ids, Parallel parallel) {
        return texts(ids, TextOrder.of(ids, parallel));
    }

    /** Of ids whose keys are all {@linkplain TextKeys#isPlain plain}, and in the order of the texts therefore. */
    static RankedIds ofPlain(String[] ids, long[] keys) {
        return texts(ids, order(keys.clone()));
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
        RadixSort.sort(keys, order);
        return order;
    }

    private static RankedIds texts(String[] ids, int[] order) {
        int[] rankOf = new int[ids.length];
        String[] sorted = new String[ids.length];
        int size = 0;
        for (int place : order) {
            if (size == 0 || !sorted[size - 1].equals(ids[place])) {
                sorted[size++] = ids[place];
            }
            rankOf[place] = size - 1;
        }
        return new RankedIds(
                new CustomerIds.Texts(size == sorted.length ? sorted : Arrays.copyOf(sorted, size)), rankOf);
    }
}
