package org.loyalty4j.data;

import java.util.List;
import org.loyalty4j.internal.Parallel;

/** Ids that are texts. */
abstract class TextColumn implements IdColumnReader {

    /** The id of a row. */
    abstract String id(int row);

    @Override
    public final boolean isOnlyIdOf(long key) {
        return TextKeys.isPlain(key);
    }

    @Override
    public final boolean isSameId(int row, int otherRow) {
        return id(row).equals(id(otherRow));
    }

    @Override
    public final RankedIds ranked(List<IdSlots> tables, int size, Parallel parallel) {
        String[] texts = new String[size];
        long[] keys = new long[size];
        boolean plain = true;
        int at = 0;
        for (IdSlots table : tables) {
            for (int i = 0; i < table.size(); i++) {
                texts[at] = id(table.row(i));
                keys[at] = table.key(i);
                plain &= TextKeys.isPlain(keys[at++]);
            }
        }
        return plain ? RankedIds.ofPlain(texts, keys) : RankedIds.ofDistinct(texts, parallel);
    }

    /** Ids in an array, which are checked as they are read. */
    static final class OfArray extends TextColumn {
        private final String[] ids;
        private final TextKeys textKeys;

        OfArray(String[] ids) {
            this.ids = ids;
            this.textKeys = TextKeys.forRows(ids.length, row -> ids[row]);
        }

        @Override
        public int rows() {
            return ids.length;
        }

        @Override
        String id(int row) {
            return ids[row];
        }

        @Override
        public void read(int from, int to, long[] keys) {
            for (int row = from; row < to; row++) {
                keys[row - from] = textKeys.of(requireId(ids[row], "customerId", row));
            }
        }
    }

    /** Returns an id that is more than white space. */
    static String requireId(String id, String name, int index) {
        if (id == null) {
            throw new NullPointerException(name + "[" + index + "]");
        }
        // A look at the first character will do for most.
        if (id.isEmpty() || (id.charAt(0) <= ' ' && id.isBlank()) || (id.charAt(0) > '~' && id.isBlank())) {
            throw new IllegalArgumentException(name + "[" + index + "] must not be blank");
        }
        return id;
    }
}
