package org.loyalty4j.internal;

import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.util.Arrays;

/**
 * How often each pair of whole numbers was counted: a hash table in columns, without an object a pair. Counted in any order and
 * merged in any order it is equal; {@link #forEach} goes through it in ascending order. Mutable, for one thread.
 */
public final class PairCounts implements Externalizable {
    private static final long serialVersionUID = 1L;
    private static final int LEAST_SLOTS = 16; // a power of two

    private long[] first = new long[LEAST_SLOTS];
    private long[] second = new long[LEAST_SLOTS];
    private long[] count = new long[LEAST_SLOTS]; // 0 is a free slot
    private int size;

    /** Takes a pair and how often it was counted. */
    @FunctionalInterface
    public interface PairConsumer {
        /** Takes a pair. */
        void accept(long first, long second, long count);
    }

    /** Creates an empty table. */
    public PairCounts() {}

    /** Counts a pair once. */
    public void add(long a, long b) {
        add(a, b, 1);
    }

    /** Counts a pair some times, at least once. */
    public void add(long a, long b, long times) {
        Checks.positive(times, "times");
        int slot = slotOf(a, b);
        if (count[slot] == 0) {
            first[slot] = a;
            second[slot] = b;
            size++;
        }
        count[slot] = Math.addExact(count[slot], times);
        if (size > first.length / 2) {
            grow();
        }
    }

    /** Counts all that another table has counted. */
    public void addAll(PairCounts other) {
        @SuppressWarnings("ReferenceEquality")
        PairCounts added = other == this ? new PairCounts(this) : other;
        addAll(added.first, added.second, added.count);
    }

    private void addAll(long[] firsts, long[] seconds, long[] counts) {
        for (int slot = 0; slot < counts.length; slot++) {
            if (counts[slot] > 0) {
                add(firsts[slot], seconds[slot], counts[slot]);
            }
        }
    }

    private PairCounts(PairCounts other) {
        first = other.first.clone();
        second = other.second.clone();
        count = other.count.clone();
        size = other.size;
    }

    private int slotOf(long a, long b) {
        long mixed = (a * 0x9E3779B97F4A7C15L + b) * 0xD6E8FEB86659FD93L;
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
        int mask = first.length - 1;
        int slot = (int) (mixed >>> 32) & mask;
        while (count[slot] > 0 && (first[slot] != a || second[slot] != b)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldFirst = first;
        long[] oldSecond = second;
        long[] oldCount = count;
        int slots = Math.multiplyExact(2, first.length);
        first = new long[slots];
        second = new long[slots];
        count = new long[slots];
        size = 0;
        addAll(oldFirst, oldSecond, oldCount);
    }

    /** How many different pairs were counted. */
    public int size() {
        return size;
    }

    /** How often a pair was counted. */
    public long count(long a, long b) {
        return count[slotOf(a, b)];
    }

    /** The sum of all counts. */
    public long total() {
        return Arrays.stream(count).reduce(0, Math::addExact);
    }

    /** Goes through the pairs in ascending order of the first number, and then of the second. */
    public void forEach(PairConsumer consumer) {
        for (int slot : sortedSlots()) {
            consumer.accept(first[slot], second[slot], count[slot]);
        }
    }

    /** The slots in order of their pairs. */
    private int[] sortedSlots() {
        int[] slots = new int[size];
        int taken = 0;
        for (int slot = 0; slot < count.length; slot++) {
            if (count[slot] > 0) {
                slots[taken++] = slot;
            }
        }
        KeySort.sortPlaces(slots, slot -> second[slot]);
        KeySort.sortPlaces(slots, slot -> first[slot]);
        return slots;
    }

    @Override
    public void writeExternal(ObjectOutput out) throws IOException {
        out.writeInt(size);
        for (int slot : sortedSlots()) {
            out.writeLong(first[slot]);
            out.writeLong(second[slot]);
            out.writeLong(count[slot]);
        }
    }

    @Override
    public void readExternal(ObjectInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            add(in.readLong(), in.readLong(), in.readLong());
        }
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof PairCounts that) || size != that.size) {
            return false;
        }
        for (int slot = 0; slot < count.length; slot++) {
            if (count[slot] != 0 && that.count(first[slot], second[slot]) != count[slot]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        long hash = size;
        for (int slot = 0; slot < count.length; slot++) {
            if (count[slot] > 0) { // a sum, which no order changes
                hash += (first[slot] * 31 + second[slot]) * 31 + count[slot];
            }
        }
        return Long.hashCode(hash);
    }

    @Override
    public String toString() {
        return "PairCounts: " + total() + " of " + size + " pairs";
    }
}
