package org.loyalty4j.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.loyalty4j.internal.KeySort;
import org.loyalty4j.internal.Parallel;

/**
 * The order of texts by {@link String#compareTo}: sorted by the bits of the first characters in which they differ, and
 * where those are equal by the next.
 */
final class TextOrder {
    private static final int PIECE = 1 << 15;
    private static final int FEW = 48; // below this comparing is the quickest

    private final String[] texts;
    private final Parallel parallel;

    private TextOrder(String[] texts, Parallel parallel) {
        this.texts = texts;
        this.parallel = parallel;
    }

    /** The places of the texts in ascending order of the texts. */
    static int[] of(String[] texts, Parallel parallel) {
        TextOrder order = new TextOrder(texts, parallel);
        int[] places = IntStream.range(0, texts.length).toArray();
        return order.isAscending() ? places : order.sorted(places);
    }

    /** Tells whether the texts are in their order as they came, as those of a sorted file are. */
    private boolean isAscending() {
        return parallel
                .map(Parallel.pieces(texts.length, PIECE), piece -> {
                    int from = Math.max(1, piece * PIECE);
                    int to = Math.min(texts.length, (piece + 1) * PIECE);
                    int next = from;
                    while (next < to && texts[next - 1].compareTo(texts[next]) <= 0) {
                        next++;
                    }
                    return next >= to;
                })
                .stream()
                .allMatch(Boolean::booleanValue);
    }

    private int[] sorted(int[] places) {
        if (places.length <= FEW) {
            return compared(places);
        }
        int from = commonPrefix(places);
        int perCharacter = allBelow256(places, from) ? 8 : 16;
        int window = Long.SIZE / perCharacter;
        long[] keys = new long[places.length];
        parallel.forEachPiece(places.length, PIECE, (start, end) -> {
            for (int i = start; i < end; i++) {
                keys[i] = key(texts[places[i]], from, window, perCharacter);
            }
        });
        int[] order = places.clone();
        KeySort.sort(keys, order);
        for (int start = 0; start < order.length; ) {
            int end = start + 1;
            while (end < order.length && keys[end] == keys[start]) {
                end++;
            }
            if (end > start + 1) {
                // A key that ends in zeros may be a text that is over, or one that goes on with that character.
                int[] tied = Arrays.copyOfRange(order, start, end);
                boolean goesOn = (keys[start] & ((1L << perCharacter) - 1)) != 0;
                System.arraycopy(goesOn ? sorted(tied) : compared(tied), 0, order, start, tied.length);
            }
            start = end;
        }
        return order;
    }

    private int[] compared(int[] places) {
        return Arrays.stream(places)
                .boxed()
                .sorted(Comparator.comparing((Integer place) -> texts[place]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** How many characters all of the texts begin with. */
    private int commonPrefix(int[] places) {
        String first = texts[places[0]];
        return parallel
                .map(Parallel.pieces(places.length, PIECE), piece -> {
                    int common = first.length();
                    for (int i = piece * PIECE, end = Math.min(places.length, i + PIECE); i < end; i++) {
                        common = commonPrefix(first, texts[places[i]], common);
                    }
                    return common;
                })
                .stream()
                .mapToInt(Integer::intValue)
                .min()
                .orElse(0);
    }

    static int commonPrefix(String one, String other, int longest) {
        int end = Math.min(longest, other.length());
        int common = 0;
        while (common < end && one.charAt(common) == other.charAt(common)) {
            common++;
        }
        return common;
    }

    private boolean allBelow256(int[] places, int from) {
        return parallel
                .map(Parallel.pieces(places.length, PIECE), piece -> {
                    int all = 0;
                    for (int i = piece * PIECE, end = Math.min(places.length, i + PIECE); i < end; i++) {
                        String text = texts[places[i]];
                        for (int at = from, last = Math.min(text.length(), from + Long.BYTES); at < last; at++) {
                            all |= text.charAt(at);
                        }
                    }
                    return all <= 0xFF;
                })
                .stream()
                .allMatch(Boolean::booleanValue);
    }

    private static long key(String text, int from, int window, int perCharacter) {
        long key = 0;
        int end = Math.min(text.length(), from + window);
        for (int at = from; at < end; at++) {
            key = (key << perCharacter) | text.charAt(at);
        }
        int missing = from + window - end;
        return missing == window ? 0 : key << (missing * perCharacter);
    }
}
