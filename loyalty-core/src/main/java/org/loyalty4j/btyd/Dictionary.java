package org.loyalty4j.btyd;

import java.util.Arrays;

/** The distinct ones of many numbers, each with a place in order of appearance: an open-addressing hash table. */
final class Dictionary {
    private double[] values = new double[64];
    private int size;
    private int[] slots = new int[256]; // 1 + the place of the number whose hash leads here; 0 is free

    /** The place of a number, which gets the next one if it is new. */
    int indexOf(double value) {
        int slot = slotOf(value);
        if (slots[slot] == 0) {
            if (size == values.length) {
                widen();
                slot = slotOf(value);
            }
            values[size++] = value;
            slots[slot] = size;
        }
        return slots[slot] - 1;
    }

    double[] values() {
        return Arrays.copyOf(values, size);
    }

    private int slotOf(double value) {
        long hash = Double.doubleToLongBits(value) * 0x9E3779B97F4A7C15L;
        int slot = (int) (hash >>> 32) & (slots.length - 1);
        while (slots[slot] != 0 && values[slots[slot] - 1] != value) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void widen() {
        values = Arrays.copyOf(values, 2 * size);
        slots = new int[8 * size];
        for (int place = 0; place < size; place++) {
            slots[slotOf(values[place])] = place + 1;
        }
    }
}
