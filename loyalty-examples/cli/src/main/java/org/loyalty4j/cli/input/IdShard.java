package org.loyalty4j.cli.input;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.List;

/**
 * A part of an {@link IdDictionary}: an open-addressing table of pairs of {@code long}s. The first of a pair is the id itself
 * if it has up to eight bytes, and a hash of it otherwise; the second one holds the length of the id and one more than its
 * place, and is written last, so that who sees it sees all that belongs to it.
 */
final class IdShard {
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
    private byte[] bytes = new byte[0]; // of the ids of more than eight bytes, one after the other
    private int used;
    private int[] starts = new int[0]; // where the bytes of an id begin, by place
    private String[] ids;
    private int entries; // of the table; ids that are entered by text alone are not in it
    private int size;

    IdShard(int capacity) {
        table = new long[4 * capacity];
        ids = new String[capacity];
    }

    /** The place of an id, or -1. */
    int find(long key, int hash, byte[] text, int from, int to) {
        long[] pairs = (long[]) TABLE.getAcquire(this);
        int mask = pairs.length - 2;
        int length = to - from;
        for (int i = hash & mask; ; i = i + 2 & mask) {
            long entry = (long) LONGS.getAcquire(pairs, i + 1);
            if (entry == 0) {
                return -1;
            }
            if (pairs[i] == key && (int) (entry >>> Integer.SIZE) == length) {
                int place = (int) entry - 1;
                if (length <= Words.BYTES || isAt(starts[place], text, from, to)) {
                    return place;
                }
            }
        }
    }

    private boolean isAt(int start, byte[] text, int from, int to) {
        return Arrays.equals(bytes, start, start + to - from, text, from, to);
    }

    int enter(long key, int hash, byte[] text, int from, int to, String id) {
        int place = enter(id);
        if (to - from > Words.BYTES) {
            keep(place, text, from, to);
        }
        return enterPair(key, to - from, hash, place);
    }

    private void keep(int place, byte[] text, int from, int to) {
        if (used + to - from > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(used + to - from, 2 * bytes.length));
        }
        if (place >= starts.length) {
            starts = Arrays.copyOf(starts, ids.length);
        }
        System.arraycopy(text, from, bytes, used, to - from);
        starts[place] = used;
        used += to - from;
    }

    private int enterPair(long key, int length, int hash, int place) {
        put(table, key, (long) length << Integer.SIZE | place + 1, hash);
        if (4 * ++entries > table.length) {
            TABLE.setRelease(this, doubled());
        }
        return place;
    }

    private static void put(long[] pairs, long key, long entry, int hash) {
        int mask = pairs.length - 2;
        int i = hash & mask;
        while (pairs[i + 1] != 0) {
            i = i + 2 & mask;
        }
        pairs[i] = key;
        LONGS.setRelease(pairs, i + 1, entry);
    }

    private long[] doubled() {
        long[] pairs = new long[2 * table.length];
        for (int i = 0; i < table.length; i += 2) {
            if (table[i + 1] != 0) {
                put(pairs, table[i], table[i + 1], IdDictionary.slotHash(table[i], (int)
                        (table[i + 1] >>> Integer.SIZE)));
            }
        }
        return pairs;
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
