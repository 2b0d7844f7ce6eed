package org.loyalty4j.data;

import java.util.Arrays;
import org.loyalty4j.internal.Hashing;

/** An open-addressing table of keys that numbers them as they first appear. */
final class IdSlots {
    private static final int FIRST_CAPACITY = 16;
    private static final int SLOT_BITS = 32; // of the hash, for the highest choose the table

    private final IdColumnReader reader;
    private int size;
    private long[] slots = new long[2 * FIRST_CAPACITY]; // a key, then its number + 1: 0 where the slot is free
    private long[] keys = new long[FIRST_CAPACITY]; // by number
    private int[] rows = new int[FIRST_CAPACITY]; // where a key appeared first

    IdSlots(IdColumnReader reader) {
        this.reader = reader;
    }

    int size() {
        return size;
    }

    long key(int number) {
        return keys[number];
    }

    int row(int number) {
        return rows[number];
    }

    /** The number of the id that has a key, in a row. */
    int number(long key, int row) {
        int slot = slotOf(key);
        while (slots[slot + 1] != 0) {
            int number = (int) slots[slot + 1] - 1;
            if (slots[slot] == key && (reader.isOnlyIdOf(key) || reader.isSameId(row, rows[number]))) {
                return number;
            }
            slot = (slot + 2) & (slots.length - 1);
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            rows = Arrays.copyOf(rows, 2 * size);
        }
        keys[size] = key;
        rows[size] = row;
        slots[slot] = key;
        slots[slot + 1] = ++size;
        if (4 * size > slots.length) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        slots = new long[2 * slots.length];
        for (int number = 0; number < size; number++) {
            int slot = slotOf(keys[number]);
            while (slots[slot + 1] != 0) {
                slot = (slot + 2) & (slots.length - 1);
            }
            slots[slot] = keys[number];
            slots[slot + 1] = number + 1L;
        }
    }

    private int slotOf(long key) {
        return (2 * (int) (Hashing.mix(key) >>> (Long.SIZE - SLOT_BITS - 9))) & (slots.length - 1);
    }
}
