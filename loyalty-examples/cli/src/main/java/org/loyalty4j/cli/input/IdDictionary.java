package org.loyalty4j.cli.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The customers of a file, numbered as they come, by many threads at once. An id is known by its bytes in the file, so that
 * its text is made once for a customer and not once for a row; an id that is written in two ways has two numbers.
 *
 * <p>Ids are found without a lock and entered under one, in one of {@link #SHARDS} parts by their hash. A reader that comes too
 * early to see an entry finds it under the lock.
 */
final class IdDictionary {
    /** No id that can be used. */
    static final int NONE = -1;

    /** Bytes that may be looked at from the first one of an id on, beyond the last. */
    static final int REACH = Words.BYTES;

    private static final int SHARDS = 64;
    private static final int SHARD_BITS = 6;
    private static final int PAGE_BITS = 16;
    private static final int MOST_PAGES = 256;
    private static final int FIRST_SIZE = 64;

    private final IdShard[] shards = new IdShard[SHARDS];
    private final int[][] pages = new int[MOST_PAGES][]; // by small number: one more than the number of the customer
    private final Map<String, Integer> byText = new ConcurrentHashMap<>();

    /** Makes an id of the bytes of a field; null if it cannot be used. */
    @FunctionalInterface
    interface IdReader {
        @Nullable
        String read(byte[] bytes, int from, int to);
    }

    IdDictionary() {
        for (int i = 0; i < SHARDS; i++) {
            shards[i] = new IdShard(FIRST_SIZE);
        }
    }

    /** The number of the customer whose id stands in the bytes, at least one; {@link #NONE} if it cannot be used. */
    int number(byte[] bytes, int from, int to, IdReader reader) {
        int length = to - from;
        if (length > Words.BYTES) {
            return longer(bytes, from, to, reader);
        }
        long word = Words.head(Words.at(bytes, from), length);
        long digits = Words.digits(word);
        if (Words.first(Words.notDigits(digits)) >= length && (bytes[from] != '0' || length == 1)) {
            int value = Words.number(digits, length);
            if (value < MOST_PAGES << PAGE_BITS) {
                int[] page = pages[value >>> PAGE_BITS];
                int known = page == null ? 0 : page[value & (1 << PAGE_BITS) - 1];
                return known > 0 ? known - 1 : enterSmall(value);
            }
        }
        long hash = spread(word, length);
        int shard = (int) (hash >>> Long.SIZE - SHARD_BITS);
        int place = shards[shard].find(word, length, (int) hash);
        if (place < 0) {
            synchronized (shards[shard]) {
                place = shards[shard].find(word, length, (int) hash);
                if (place < 0) {
                    String id = reader.read(bytes, from, to);
                    place = id == null ? NONE : shards[shard].enter(word, length, (int) hash, id);
                }
            }
        }
        return place < 0 ? NONE : place << SHARD_BITS | shard;
    }

    private int longer(byte[] bytes, int from, int to, IdReader reader) {
        int length = to - from;
        long word = 0;
        int at = from;
        for (; at < to - Words.BYTES; at += Words.BYTES) {
            word = hash(word ^ Words.at(bytes, at));
        }
        word = hash(word ^ Words.at(bytes, to - Words.BYTES));
        long hash = spread(word, length);
        int shard = (int) (hash >>> Long.SIZE - SHARD_BITS);
        int place = shards[shard].find(word, (int) hash, bytes, from, to);
        if (place < 0) {
            synchronized (shards[shard]) {
                place = shards[shard].find(word, (int) hash, bytes, from, to);
                if (place < 0) {
                    String id = reader.read(bytes, from, to);
                    place = id == null ? NONE : shards[shard].enter(word, (int) hash, bytes, from, to, id);
                }
            }
        }
        return place < 0 ? NONE : place << SHARD_BITS | shard;
    }

    private static long spread(long key, int length) {
        return hash(key + length);
    }

    /** The hash by which a shard finds an entry. */
    static int slotHash(long key, int length) {
        return (int) spread(key, length);
    }

    private static long hash(long word) {
        long mixed = word * 0x9E3779B97F4A7C15L;
        return (mixed ^ mixed >>> 32) * 0x9E3779B97F4A7C15L;
    }

    private int enterSmall(int value) {
        int shard = value & SHARDS - 1;
        synchronized (shards[shard]) {
            int[] page = page(value >>> PAGE_BITS);
            int at = value & (1 << PAGE_BITS) - 1;
            if (page[at] == 0) {
                page[at] = (shards[shard].enter(Integer.toString(value)) << SHARD_BITS | shard) + 1;
            }
            return page[at] - 1;
        }
    }

    private int[] page(int number) {
        synchronized (pages) {
            if (pages[number] == null) {
                pages[number] = new int[1 << PAGE_BITS];
            }
            return pages[number];
        }
    }

    /** The number of a customer whose id was read in another way. */
    int number(String id) {
        Integer known = byText.get(id);
        return known != null ? known : byText.computeIfAbsent(id, this::enter);
    }

    private int enter(String id) {
        int shard = id.hashCode() & SHARDS - 1;
        synchronized (shards[shard]) {
            return shards[shard].enter(id) << SHARD_BITS | shard;
        }
    }

    /** Where each customer stands among {@link #ids}, once all threads are done. */
    int[] firstOfShards() {
        int[] first = new int[SHARDS];
        for (int i = 1; i < SHARDS; i++) {
            first[i] = first[i - 1] + shards[i - 1].size();
        }
        return first;
    }

    /** The place in {@link #ids} of a customer. */
    static int place(int number, int[] firstOfShards) {
        return firstOfShards[number & SHARDS - 1] + (number >>> SHARD_BITS);
    }

    /** The ids of all customers, once all threads are done. */
    List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (IdShard shard : shards) {
            shard.addTo(ids);
        }
        return ids;
    }
}
