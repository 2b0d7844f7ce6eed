package org.loyalty4j.cli.input;

import java.util.Arrays;
import java.util.List;
import org.loyalty4j.internal.Parallel;

/**
 * Which ids of one {@linkplain IdShape shape} are customers: one bit for each number. Such an id needs no dictionary, for it is
 * its own number. The bits are filled by one thread, and added up at the end.
 */
final class SerialIds {
    private static final int PIECE = 1 << 14; // ids that are written at a time
    private static final int SPARSE = 8; // numbers to an id beyond which the ids are left for others to sort

    private final IdShape shape;
    private long[] bits = new long[0];
    private int[] before = new int[0];
    private int[] placeOf = new int[0]; // by number, where places are not in the order of the numbers

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

    /** The ids, once all are there: in the order of texts, unless that differs from that of the numbers and they are few among many. */
    List<String> texts(Parallel parallel) {
        int[] numbers = numbers();
        if (numbers.length > 0 && !shape.isNumberedAsTexts()) {
            int top = numbers[numbers.length - 1];
            if (top / SPARSE <= numbers.length) {
                placeOf = new int[top + 1];
                sortAsTexts(numbers);
            }
        }
        String[] texts = new String[numbers.length];
        parallel.forEachPiece(texts.length, PIECE, (from, to) -> {
            for (int i = from; i < to; i++) {
                texts[i] = shape.text(numbers[i]);
            }
        });
        return Arrays.asList(texts);
    }

    /** The numbers in ascending order. */
    private int[] numbers() {
        before = new int[bits.length];
        int count = 0;
        for (int i = 0; i < bits.length; i++) {
            before[i] = count;
            count += Long.bitCount(bits[i]);
        }
        int[] numbers = new int[count];
        int next = 0;
        for (int i = 0; i < bits.length; i++) {
            for (long left = bits[i]; left != 0; left &= left - 1) {
                numbers[next++] = Long.SIZE * i + Long.numberOfTrailingZeros(left);
            }
        }
        return numbers;
    }

    /** Brings numbers into the order of their digits as texts: 1, 10, 100, 101, ..., 11, ..., 2. */
    private void sortAsTexts(int[] numbers) {
        int size = has(0) ? take(0, numbers, 0) : 0;
        for (int digit = 1; digit <= 9; digit++) {
            size = takeAll(digit, numbers, size);
        }
    }

    /** Takes a number and all that begin with its digits. */
    private int takeAll(int number, int[] numbers, int size) {
        int taken = has(number) ? take(number, numbers, size) : size;
        int first = 10 * number;
        for (int next = first; next < first + 10 && next < placeOf.length; next++) {
            taken = takeAll(next, numbers, taken);
        }
        return taken;
    }

    private int take(int number, int[] numbers, int size) {
        placeOf[number] = size;
        numbers[size] = number;
        return size + 1;
    }

    private boolean has(int number) {
        return number < placeOf.length && (bits[number >>> 6] & (1L << number)) != 0;
    }

    /** The place of a number's id among the {@link #texts}, which are to be made first. */
    int place(int number) {
        if (placeOf.length > 0) {
            return placeOf[number];
        }
        int word = number >>> 6;
        return before[word] + Long.bitCount(bits[word] & (1L << number) - 1);
    }
}
