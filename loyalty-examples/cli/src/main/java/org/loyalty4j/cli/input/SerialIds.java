package org.loyalty4j.cli.input;

import java.util.Arrays;
import java.util.List;

/**
 * Which ids of one {@linkplain IdShape shape} are customers: one bit for each number. Such an id needs no dictionary, for it is
 * its own number. The bits are filled by one thread, and added up at the end.
 */
final class SerialIds {
    private final IdShape shape;
    private long[] bits = new long[0];
    private int[] before = new int[0];

    SerialIds(IdShape shape) {
        this.shape = shape;
    }

    void add(int number) {
        int word = number >>> 6;
        if (word >= bits.length) {
            bits = Arrays.copyOf(bits, Math.max(word + 1, 2 * bits.length));
        }
        bits[word] |= 1L << number;
    }

    void addAll(SerialIds other) {
        if (other.bits.length > bits.length) {
            bits = Arrays.copyOf(bits, other.bits.length);
        }
        for (int i = 0; i < other.bits.length; i++) {
            bits[i] |= other.bits[i];
        }
    }

    /** The ids in ascending order of their numbers, once all are there. */
    List<String> texts() {
        before = new int[bits.length];
        int count = 0;
        for (int i = 0; i < bits.length; i++) {
            before[i] = count;
            count += Long.bitCount(bits[i]);
        }
        String[] texts = new String[count];
        int next = 0;
        for (int i = 0; i < bits.length; i++) {
            for (long left = bits[i]; left != 0; left &= left - 1) {
                texts[next++] = shape.text(Long.SIZE * i + Long.numberOfTrailingZeros(left));
            }
        }
        return Arrays.asList(texts);
    }

    /** The place of a number's id among the {@link #texts}, which are to be made first. */
    int place(int number) {
        int word = number >>> 6;
        return before[word] + Long.bitCount(bits[word] & (1L << number) - 1);
    }
}
