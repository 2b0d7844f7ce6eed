package org.loyalty4j.internal;

/** Where an open-addressing table begins to look for a number. */
public final class Hashing {
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private Hashing() {}

    /** Spreads the differences of keys, in whichever bits they are, over all bits. */
    public static long mix(long key) {
        long product = key * MULTIPLIER;
        return (product ^ (product >>> 32)) * MULTIPLIER;
    }

    /** The slot of a key among {@code slots}, a power of two above 1. */
    public static int slot(long key, int slots) {
        return (int) (mix(key) >>> Long.numberOfLeadingZeros(slots - 1L));
    }
}
