package org.loyalty4j.data;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.Parallel;

/**
 * Numbers customers in the order of their first appearance: an open-addressing table over {@code String} or {@code long}
 * ids, without boxing. The first id decides which of the two it holds.
 */
final class IdTable {
    private static final int FIRST_CAPACITY = 16;

    private int size;
    private int[] slots = new int[2 * FIRST_CAPACITY]; // number + 1 of the id in each slot, 0 where it is free
    private @Nullable String @Nullable [] texts;
    private long @Nullable [] numbers;

    int size() {
        return size;
    }

    int add(String id) {
        if (numbers != null) {
            throw new IllegalArgumentException(
                    "customerId must be a long like the ids before it, but was the text " + id);
        }
        if (texts == null) {
            texts = new String[FIRST_CAPACITY];
        }
        int slot = slotOf(id.hashCode());
        while (slots[slot] != 0) {
            if (id.equals(texts[slots[slot] - 1])) {
                return slots[slot] - 1;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        if (size == texts.length) {
            texts = Arrays.copyOf(texts, 2 * size);
        }
        texts[size] = id;
        return occupy(slot);
    }

    int add(long id) {
        if (texts != null) {
            throw new IllegalArgumentException(
                    "customerId must be a text like the ids before it, but was the long " + id);
        }
        if (numbers == null) {
            numbers = new long[FIRST_CAPACITY];
        }
        int slot = slotOf(Long.hashCode(id));
        while (slots[slot] != 0) {
            if (numbers[slots[slot] - 1] == id) {
                return slots[slot] - 1;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size] = id;
        return occupy(slot);
    }

    /** The ids in ascending order, with the rank of each number. */
    RankedIds ranked() {
        if (numbers != null) {
            return RankedIds.of(Arrays.copyOf(numbers, size));
        }
        return RankedIds.of(texts == null ? new String[0] : Arrays.copyOf(texts, size, String[].class), Parallel.NONE);
    }

    private int occupy(int slot) {
        slots[slot] = ++size;
        if (2 * size > slots.length) {
            rehash();
        }
        return size - 1;
    }

    private void rehash() {
        int[] old = slots;
        slots = new int[2 * old.length];
        for (int entry : old) {
            if (entry != 0) {
                int slot = slotOf(hashOf(entry - 1));
                while (slots[slot] != 0) {
                    slot = (slot + 1) & (slots.length - 1);
                }
                slots[slot] = entry;
            }
        }
    }

    private int hashOf(int number) {
        if (numbers != null) {
            return Long.hashCode(numbers[number]);
        }
        String text = texts == null ? null : texts[number];
        return text == null ? 0 : text.hashCode();
    }

    private int slotOf(int hash) {
        // Fibonacci hashing: sequential ids and String hashes alike spread over the high bits.
        return (hash * 0x9E3779B9) >>> Integer.numberOfLeadingZeros(slots.length - 1);
    }
}
