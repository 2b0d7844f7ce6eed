package org.loyalty4j.cli.input;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Text looked at eight bytes at a time: a {@code long} holds them, the first one in its lowest byte. A set of bytes of a word
 * is told by the highest bit of each, its flag; the first byte of a set is always right, and those after it need not be.
 */
final class Words {
    /** The bytes of a word. */
    static final int BYTES = 8;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW = 0x0101010101010101L;
    private static final long FLAGS = 0x8080808080808080L;
    private static final long ZEROS = repeat('0');
    private static final long ABOVE_NINE = repeat(0x7f - 9);

    private Words() {}

    /** The eight bytes from a place on, all of which must be in the array. */
    static long at(byte[] bytes, int from) {
        return (long) LONGS.get(bytes, from);
    }

    static long repeat(int value) {
        return LOW * value;
    }

    /** Flags the bytes that are a given one, which stands in every byte of {@code repeated}. */
    static long equal(long word, long repeated) {
        long zeroWhereEqual = word ^ repeated;
        return (zeroWhereEqual - LOW) & ~zeroWhereEqual & FLAGS;
    }

    /** Flags the bytes that are not ASCII. */
    static long notAscii(long word) {
        return word & FLAGS;
    }

    /** The place of the first flag in a word, in [0, 8]; 8 if there is none. */
    static int first(long flags) {
        return Long.numberOfTrailingZeros(flags) >>> 3;
    }

    /** The first bytes of a word, as many as said, in [1, 8]; the others are 0. */
    static long head(long word, int count) {
        return word & (-1L >>> (8 * (BYTES - count)));
    }

    /** Turns each ASCII digit into its value; {@link #notDigits} tells where there was none. */
    static long digits(long word) {
        return word ^ ZEROS;
    }

    /** Flags the bytes that are no digits, of a word from {@link #digits}. */
    static long notDigits(long digits) {
        return ((digits + ABOVE_NINE) | digits) & FLAGS;
    }

    /** The number that two bytes make which are known to be digits. */
    static int two(byte[] bytes, int from) {
        int both = (short) SHORTS.get(bytes, from);
        return 10 * (both & 15) + ((both >> 8) & 15);
    }

    /** The number that the first digits of a word make, as many as said, in [0, 8]. */
    static int number(long digits, int count) {
        // In two steps, for a shift by 64 would be none. What is shifted in are leading zeros.
        long padded = (digits << (8 * (BYTES - 1 - count))) << 8;
        if (count == BYTES) {
            padded = digits;
        }
        long pairs = ((padded * (10 * 256 + 1)) >>> 8) & 0x00ff00ff00ff00ffL;
        long fours = ((pairs * (100 * 65536 + 1)) >>> 16) & 0x0000ffff0000ffffL;
        return (int) ((fours * (10000 * (1L << 32) + 1)) >>> 32);
    }
}
