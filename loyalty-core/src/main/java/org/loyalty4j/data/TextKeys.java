package org.loyalty4j.data;

/**
 * Texts as numbers of 64 bits. A short text of plain characters is its own number, eight bits a character from the highest
 * on; of any other text it is a hash, whose highest byte is zero as that of no plain text is.
 */
final class TextKeys {
    static final int PLAIN_LENGTH = 8;

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private TextKeys() {}

    /** The key of a text that is not empty: equal for equal texts. */
    static long of(String text) {
        int length = text.length();
        if (length <= PLAIN_LENGTH) {
            long key = 0;
            int all = 0;
            boolean nul = false;
            for (int i = 0; i < length; i++) {
                char character = text.charAt(i);
                all |= character;
                nul |= character == 0;
                key = (key << 8) | (character & 0xFF);
            }
            if (all <= 0xFF && !nul) {
                return key << (8 * (PLAIN_LENGTH - length));
            }
        }
        return hash(text, length);
    }

    /** Tells whether only one text has this key. */
    static boolean isPlain(long key) {
        return key >>> 56 != 0;
    }

    private static long hash(String text, int length) {
        long hash = length;
        int at = 0;
        while (at < length) {
            long word = 0;
            for (int end = Math.min(length, at + PLAIN_LENGTH); at < end; at++) {
                word = (word << 8) + text.charAt(at);
            }
            hash = mix(hash ^ word);
        }
        return hash >>> 8;
    }

    /** Spreads the differences of keys over all bits. */
    static long mix(long key) {
        long product = key * MULTIPLIER;
        return (product ^ (product >>> 32)) * MULTIPLIER;
    }
}
