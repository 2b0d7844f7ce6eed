package org.loyalty4j.internal;

import java.util.function.IntBinaryOperator;

/** Sorts places of columns by what stands there, without an object a place. */
public final class PlaceSort {
    private PlaceSort() {}

    /**
     * The places in ascending order: a stable merge sort from runs of one up. The given array may be the one returned, or is
     * left in no order.
     */
    public static int[] sort(int[] places, IntBinaryOperator order) {
        int size = places.length;
        int[] from = places;
        int[] to = new int[size];
        for (long run = 1; run < size; run = 2 * run) {
            for (long start = 0; start < size; start += 2 * run) {
                int middle = (int) Math.min(start + run, size);
                merge(from, to, (int) start, middle, (int) Math.min(start + 2 * run, size), order);
            }
            int[] done = to;
            to = from;
            from = done;
        }
        return from;
    }

    private static void merge(int[] from, int[] to, int start, int middle, int end, IntBinaryOperator order) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takeLeft = right == end || (left < middle && order.applyAsInt(from[left], from[right]) <= 0);
            to[i] = takeLeft ? from[left++] : from[right++];
        }
    }
}
