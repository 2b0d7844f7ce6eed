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

    /** Stands for the end of an id whose number is known. */
    static final int KNOWN = 0;

    /** Bytes that may be looked at from the first one of an id on, beyond the last. */
    static final int REACH = Words.BYTES;

    private static final int SHARDS = 64;
    private static final int SHARD_BITS = 6;
    private static final int FIRST_SIZE = 64;
    private static final int BLOCK = 64;

    private final IdShard[] shards = new IdShard[SHARDS];
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
        long key = key(bytes, from, to);
        return number(key, spread(key, to - from), bytes, from, to, reader);
    }

    /**
     * Numbers the customers of many rows. What is looked up is found out for some rows before the first of them is looked up:
     * so the processor, which waits for memory at most of them, waits for many at once.
     *
     * @param places where the id of each row begins and ends; {@link #KNOWN} as an end if the number is there already
     * @param numbers takes the number of each row's customer
     * @return false if an id cannot be used; then the numbers are worth nothing
     */
    boolean number(byte[] bytes, int[] places, int rows, int[] numbers, IdReader reader) {
        long[] keys = new long[BLOCK];
        for (int begin = 0; begin < rows; begin += BLOCK) {
            int end = Math.min(rows, begin + BLOCK);
            for (int row = begin; row < end; row++) {
                keys[row - begin] = key(bytes, places[2 * row], places[2 * row + 1]);
            }
            for (int row = begin; row < end; row++) {
                int from = places[2 * row];
                int to = places[2 * row + 1];
                if (to == KNOWN) {
                    continue;
                }
                long key = keys[row - begin];
                numbers[row] = number(key, spread(key, to - from), bytes, from, to, reader);
                if (numbers[row] == NONE) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A short id itself, or a hash of a long one. */
    private static long key(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length <= Words.BYTES) {
            return length == 0 ? 0 : Words.head(Words.at(bytes, from), length);
        }
        long key = 0;
        for (int at = from; at < to - Words.BYTES; at += Words.BYTES) {
            key = hash(key ^ Words.at(bytes, at));
        }
        return hash(key ^ Words.at(bytes, to - Words.BYTES));
    }

    private int number(long key, long hash, byte[] bytes, int from, int to, IdReader reader) {
        int number = (int) (hash >>> Long.SIZE - SHARD_BITS);
        IdShard shard = shards[number];
        int place = shard.find(key, (int) hash, bytes, from, to);
        if (place < 0) {
            synchronized (shard) {
                place = shard.find(key, (int) hash, bytes, from, to);
                if (place < 0) {
                    String id = reader.read(bytes, from, to);
                    if (id == null) {
                        return NONE;
                    }
                    place = shard.enter(key, (int) hash, bytes, from, to, id);
                }
            }
        }
        return place << SHARD_BITS | number;
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
