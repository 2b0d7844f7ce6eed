package org.loyalty4j.summary;

import java.util.Arrays;
import org.loyalty4j.internal.Hashing;
import org.loyalty4j.internal.KeySort;

/**
 * Numbers the distinct ones among many whole numbers at or above 0, such as histories packed into one each: an open-addressing
 * table that holds the keys themselves, so that a key that came before costs one look into memory.
 */
final class DistinctKeys {
    private long[] keys = new long[64]; // by number
    private int size;
    private long[] slotKey = new long[256];
    private int[] slotNumber = new int[256]; // 1 + the number of the key in the slot; 0 is free

    /** Returns the number of a key, in order of first appearance. */
    int add(long key) {
        int mask = slotKey.length - 1;
        int slot = Hashing.slot(key, slotKey.length);
        while (slotNumber[slot] != 0) {
            if (slotKey[slot] == key) {
                return slotNumber[slot] - 1;
            }
            slot = (slot + 1) & mask;
        }
        return insert(slot, key);
    }

    private int insert(int slot, long key) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
        }
        keys[size] = key;
        slotKey[slot] = key;
        slotNumber[slot] = ++size;
        if (2 * size > slotKey.length) {
            widen();
        }
        return size - 1;
    }

    private void widen() {
        int length = 4 * slotKey.length;
        slotKey = new long[length];
        slotNumber = new int[length];
        for (int number = 0; number < size; number++) {
            int slot = Hashing.slot(keys[number], length);
            while (slotNumber[slot] != 0) {
                slot = (slot + 1) & (length - 1);
            }
            slotKey[slot] = keys[number];
            slotNumber[slot] = number + 1;
        }
    }

    /**
     * Rows of which equal ones are kept once.
     *
     * @param keys the distinct keys, ascending
     * @param weight how many rows have each
     * @param place of each row, where its key is
     */
    record Merged(long[] keys, double[] weight, int[] place) {}

    /** The distinct keys in order, and the rows' places among them; takes the array of the rows' numbers for these. */
    Merged merged(int[] numbers) {
        long[] sorted = Arrays.copyOf(keys, size);
        int[] order = new int[size];
        Arrays.setAll(order, number -> number);
        KeySort.sort(sorted, order);
        int[] placeOf = new int[size];
        for (int place = 0; place < size; place++) {
            placeOf[order[place]] = place;
        }
        int[] rows = new int[size];
        for (int row = 0; row < numbers.length; row++) {
            int place = placeOf[numbers[row]];
            numbers[row] = place;
            rows[place]++;
        }
        double[] weight = new double[size];
        Arrays.setAll(weight, place -> rows[place]);
        return new Merged(sorted, weight, numbers);
    }
}
