package org.loyalty4j.cli.input;

import java.util.Arrays;
import java.util.List;

/**
 * Which small whole numbers are customers: one bit for each. Such an id needs no dictionary, for it is its own number. The bits
 * are filled by one thread, and added up at the end.
 */
final class SmallIds {
    private static final int LIMIT = 1 << 24;

    private long[] bits = new long[0];
    private int[] before = new int[0];

    /** The value of an id that is a small number and written in the usual way; -1 for any other. */
    static int value(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > Words.BYTES) {
            return -1;
        }
        long digits = Words.digits(Words.at(bytes, from));
        if (Words.first(Words.notDigits(digits)) < length || (bytes[from] == '0' && length > 1)) {
            return -1;
        }
        int value = Words.number(digits, length);
        return value < LIMIT ? value : -1;
    }

    void add(int value) {
        int word = value >>> 6;
        if (word >= bits.length) {
            bits = Arrays.copyOf(bits, Math.max(word + 1, 2 * bits.length));
        }
        bits[word] |= 1L << value;
    }

    void addAll(SmallIds other) {
        if (other.bits.length > bits.length) {
            bits = Arrays.copyOf(bits, other.bits.length);
        }
        for (int i = 0; i < other.bits.length; i++) {
            bits[i] |= other.bits[i];
        }
    }

    /** Numbers the values in ascending order, once all are there, and writes them as texts. */
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
                texts[next++] = Integer.toString(Long.SIZE * i + Long.numberOfTrailingZeros(left));
            }
        }
        return Arrays.asList(texts);
    }

    /** The place of a value among the {@link #texts}, which are to be made first. */
    int place(int value) {
        int word = value >>> 6;
        return before[word] + Long.bitCount(bits[word] & (1L << value) - 1);
    }
}
