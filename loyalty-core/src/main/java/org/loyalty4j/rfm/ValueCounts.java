package org.loyalty4j.rfm;

import java.util.Arrays;
import org.loyalty4j.internal.Hashing;

/** Counts how often each value comes: an open-addressing table, without an object a value. */
final class ValueCounts {
    private long[] bits = new long[64]; // of the value in each slot
    private long[] count = new long[64]; // 0 in a free slot
    private int size;

    void add(double value, long times) {
        long key = Double.doubleToRawLongBits(value + 0.0); // -0.0 is 0.0
        int slot = slot(key);
        bits[slot] = key;
        if (count[slot] == 0 && 2 * ++size > bits.length) {
            widen();
            slot = slot(key);
            bits[slot] = key;
        }
        count[slot] = Math.addExact(count[slot], times);
    }

    void add(AxisDistribution other) {
        for (int i = 0; i < other.size(); i++) {
            add(other.value(i), other.customers(i));
        }
    }

    private int slot(long key) {
        int mask = bits.length - 1;
        int slot = Hashing.slot(key, bits.length);
        while (count[slot] != 0 && bits[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void widen() {
        long[] oldBits = bits;
        long[] oldCount = count;
        bits = new long[2 * oldBits.length];
        count = new long[bits.length];
        for (int i = 0; i < oldBits.length; i++) {
            if (oldCount[i] != 0) {
                int slot = slot(oldBits[i]);
                bits[slot] = oldBits[i];
                count[slot] = oldCount[i];
            }
        }
    }

    AxisDistribution distribution(RfmAxis axis) {
        double[] values = new double[size];
        int found = 0;
        for (int i = 0; i < bits.length; i++) {
            if (count[i] != 0) {
                values[found++] = Double.longBitsToDouble(bits[i]);
            }
        }
        Arrays.sort(values, 0, found);
        double[] sorted = Arrays.copyOf(values, found);
        long[] counts = new long[found];
        Arrays.setAll(counts, i -> count[slot(Double.doubleToRawLongBits(sorted[i]))]);
        return new AxisDistribution(axis, sorted, counts);
    }
}
