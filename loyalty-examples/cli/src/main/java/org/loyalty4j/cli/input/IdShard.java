package org.loyalty4j.cli.input;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.List;

/**
 * A part of an {@link IdDictionary}: an open-addressing table of four {@code long}s an entry, all in one line of the cache. The
 * first two are the id itself if it has up to sixteen bytes, and two hashes of it otherwise; the third is where the bytes of a
 * longer one begin. The last one holds the length of the id and one more than its place, and is written last, so that who sees
 * it sees all that belongs to it.
 *
 * <p>The bytes of longer ids are read without a lock: who sees an entry sees an array at least as new as the entry, so the place is
 * within it; a newer copy whose contents are not seen yet only fails to match, and the id is then looked for again under the lock.
 */
final class IdShard {
    /** The longest id that is held in the table itself. */
    static final int SHORT = 2 * Words.BYTES;

    private static final int WIDTH = 4;
    private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final VarHandle TABLE;

    static {
        try {
            TABLE = MethodHandles.lookup().findVarHandle(IdShard.class, "table", long[].class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private long[] table;
    private byte[] bytes = new byte[0]; // of the longer ids, one after the other
    private int used;
    private String[] ids;
    private int entries; // of the table; ids that are entered by text alone are not in it
    private int size;

    IdShard(int capacity) {
        table = new long[2 * WIDTH * capacity];
        ids = new String[capacity];
    }

    /** Brings the entry of an id near, and is worth nothing. */
    long touch(int hash) {
        long[] words = (long[]) TABLE.getAcquire(this);
        return words[(hash & words.length / WIDTH - 1) * WIDTH + 3];
    }

    /** Brings the bytes of a longer id near, and is worth nothing. */
    long touch(long first, int hash) {
        long[] words = (long[]) TABLE.getAcquire(this);
        int i = (hash & words.length / WIDTH - 1) * WIDTH;
        long entry = (long) LONGS.getAcquire(words, i + 3);
        return entry != 0 && words[i] == first && length(entry) > SHORT ? bytes[(int) words[i + 2]] : 0;
    }

    /** The place of an id, or -1. */
    int find(long first, long second, int hash, byte[] text, int from, int to) {
        long[] words = (long[]) TABLE.getAcquire(this);
        int mask = words.length / WIDTH - 1;
        int length = to - from;
        for (int slot = hash & mask; ; slot = slot + 1 & mask) {
            int i = slot * WIDTH;
            long entry = (long) LONGS.getAcquire(words, i + 3);
            if (entry == 0) {
                return -1;
            }
            if (words[i] == first
                    && words[i + 1] == second
                    && length(entry) == length
                    && (length <= SHORT || isAt((int) words[i + 2], text, from, to))) {
                return (int) entry - 1;
            }
        }
    }

    private static int length(long entry) {
        return (int) (entry >>> Integer.SIZE);
    }

    private boolean isAt(int start, byte[] text, int from, int to) {
        return Arrays.equals(bytes, start, start + to - from, text, from, to);
    }

    int enter(long first, long second, int hash, byte[] text, int from, int to, String id) {
        int place = enter(id);
        int start = to - from > SHORT ? keep(text, from, to) : 0;
        put(table, first, second, start, (long) (to - from) << Integer.SIZE | place + 1, hash);
        if (2 * WIDTH * ++entries > table.length) {
            TABLE.setRelease(this, doubled());
        }
        return place;
    }

    private int keep(byte[] text, int from, int to) {
        int start = used;
        used += to - from;
        if (used > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(used, 2 * bytes.length));
        }
        System.arraycopy(text, from, bytes, start, to - from);
        return start;
    }

    private static void put(long[] words, long first, long second, long start, long entry, int hash) {
        int mask = words.length / WIDTH - 1;
        int slot = hash & mask;
        while (words[slot * WIDTH + 3] != 0) {
            slot = slot + 1 & mask;
        }
        int i = slot * WIDTH;
        words[i] = first;
        words[i + 1] = second;
        words[i + 2] = start;
        LONGS.setRelease(words, i + 3, entry);
    }

    private long[] doubled() {
        long[] words = new long[2 * table.length];
        for (int i = 0; i < table.length; i += WIDTH) {
            long entry = table[i + 3];
            if (entry != 0) {
                int hash = (int) IdDictionary.hash(table[i], table[i + 1], length(entry));
                put(words, table[i], table[i + 1], table[i + 2], entry, hash);
            }
        }
        return words;
    }

    /** The place of an id that is looked for in another way. */
    int enter(String id) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
        }
        ids[size] = id;
        return size++;
    }

    int size() {
        return size;
    }

    void addTo(List<String> all) {
        all.addAll(Arrays.asList(ids).subList(0, size));
    }
}
