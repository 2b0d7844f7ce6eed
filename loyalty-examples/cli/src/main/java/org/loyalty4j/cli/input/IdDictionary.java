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

    @SuppressWarnings("UnusedVariable") // it is only written, so that bringing memory near is not optimised away
    private long touched;

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
        long first = first(bytes, from, to);
        long second = second(bytes, from, to);
        return number(first, second, hash(first, second, to - from), bytes, from, to, reader);
    }

    /**
     * Numbers the customers of many rows. What is looked up is found out for some rows before the first of them is looked up:
     * so the processor, which waits for memory at most of them, waits for many at once.
     *
     * @param places where the id of each row begins and ends; {@link #KNOWN} as an end if the number is there already
     * @param numbers takes the number of each row's customer
     * @param firstNumber the place of the first row's number
     * @return false if an id cannot be used; then the numbers are worth nothing
     */
    boolean number(byte[] bytes, int[] places, int rows, int[] numbers, int firstNumber, IdReader reader) {
        long[] firsts = new long[BLOCK];
        long[] seconds = new long[BLOCK];
        long[] hashes = new long[BLOCK];
        long near = 0;
        for (int begin = 0; begin < rows; begin += BLOCK) {
            int count = Math.min(rows - begin, BLOCK);
            boolean longer = false;
            for (int i = 0; i < count; i++) {
                int from = places[2 * (begin + i)];
                int to = places[2 * (begin + i) + 1];
                if (to != KNOWN) {
                    firsts[i] = first(bytes, from, to);
                    seconds[i] = second(bytes, from, to);
                    hashes[i] = hash(firsts[i], seconds[i], to - from);
                    longer |= to - from > IdShard.SHORT;
                }
            }
            for (int i = 0; i < count; i++) {
                near += shard(hashes[i]).touch((int) hashes[i]);
            }
            for (int i = 0; longer && i < count; i++) {
                near += shard(hashes[i]).touch(firsts[i], (int) hashes[i]);
            }
            for (int i = 0; i < count; i++) {
                int from = places[2 * (begin + i)];
                int to = places[2 * (begin + i) + 1];
                if (to != KNOWN) {
                    int number = number(firsts[i], seconds[i], hashes[i], bytes, from, to, reader);
                    if (number == NONE) {
                        return false;
                    }
                    numbers[firstNumber + begin + i] = number;
                }
            }
        }
        touched = near;
        return true;
    }

    private int number(long first, long second, long hash, byte[] bytes, int from, int to, IdReader reader) {
        IdShard shard = shard(hash);
        int place = shard.find(first, second, (int) hash, bytes, from, to);
        if (place < 0) {
            synchronized (shard) {
                place = shard.find(first, second, (int) hash, bytes, from, to);
                if (place < 0) {
                    String id = reader.read(bytes, from, to);
                    if (id == null) {
                        return NONE;
                    }
                    place = shard.enter(first, second, (int) hash, bytes, from, to, id);
                }
            }
        }
        return place << SHARD_BITS | shardNumber(hash);
    }

    private IdShard shard(long hash) {
        return shards[shardNumber(hash)];
    }

    private static int shardNumber(long hash) {
        return (int) (hash >>> (Long.SIZE - SHARD_BITS));
    }

    /** The first bytes of a short id, or a hash of a longer one. */
    private static long first(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length <= IdShard.SHORT) {
            return length < Words.BYTES ? Words.head(Words.at(bytes, from), length) : Words.at(bytes, from);
        }
        long hash = length;
        for (int at = from; at < to - Words.BYTES; at += Words.BYTES) {
            hash = mixed(hash ^ Words.at(bytes, at));
        }
        return hash;
    }

    /** The last bytes of an id that has more of them than the first word; 0 if it has not. */
    private static long second(byte[] bytes, int from, int to) {
        return to - from <= Words.BYTES ? 0 : Words.at(bytes, to - Words.BYTES);
    }

    static long hash(long first, long second, int length) {
        return mixed(first ^ Long.rotateLeft(second * 0x9E3779B97F4A7C15L, 32) ^ length);
    }

    private static long mixed(long word) {
        long product = word * 0x9E3779B97F4A7C15L;
        return (product ^ product >>> 32) * 0x9E3779B97F4A7C15L;
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
