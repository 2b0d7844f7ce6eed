package org.loyalty4j.data;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.Hashing;

/**
 * Texts as numbers of 64 bits. Ids of one kind mostly begin alike; a text that begins so too, and goes on with up to eight
 * plain characters, is the number of these, eight bits a character from the highest on. Of any other text it is a hash, whose
 * highest byte is zero as that of no such number is.
 */
final class TextKeys {
    private static final int PLAIN_LENGTH = 8;
    private static final int SAMPLE = 64;

    private final String beginning;

    /** Creates keys of texts that mostly begin alike. */
    TextKeys(String beginning) {
        this.beginning = beginning;
    }

    /** The keys for texts by row, of which some are looked at. */
    static TextKeys forRows(int rows, IntFunction<@Nullable String> text) {
        String common = null;
        for (int i = 0; i < Math.min(rows, SAMPLE); i++) {
            String sample = text.apply((int) ((long) i * rows / Math.min(rows, SAMPLE)));
            if (sample != null) {
                common = common == null
                        ? sample
                        : common.substring(0, TextOrder.commonPrefix(common, sample, common.length()));
            }
        }
        return new TextKeys(common == null ? "" : common);
    }

    /** The key of a text: equal for equal texts. */
    long of(String text) {
        int from = beginning.length();
        int rest = text.length() - from;
        if (rest > 0 && rest <= PLAIN_LENGTH && text.startsWith(beginning)) {
            long key = 0;
            int all = 0;
            boolean nul = false;
            for (int i = from; i < text.length(); i++) {
                char character = text.charAt(i);
                all |= character;
                nul |= character == 0;
                key = (key << 8) | (character & 0xFF);
            }
            if (all <= 0xFF && !nul) {
                return key << (8 * (PLAIN_LENGTH - rest));
            }
        }
        return hash(text, text.length());
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
            hash = Hashing.mix(hash ^ word);
        }
        return hash >>> 8;
    }
}
