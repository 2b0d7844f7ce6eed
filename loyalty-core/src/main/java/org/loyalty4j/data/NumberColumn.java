package org.loyalty4j.data;

import java.util.List;
import org.loyalty4j.internal.Parallel;

/** Ids that are numbers, which are their own keys. */
@SuppressWarnings("ArrayRecordComponent") // within the package, never compared
record NumberColumn(long[] ids) implements IdColumnReader {

    @Override
    public int rows() {
        return ids.length;
    }

    @Override
    public void read(int from, int to, long[] keys) {
        System.arraycopy(ids, from, keys, 0, to - from);
    }

    @Override
    public boolean isOnlyIdOf(long key) {
        return true;
    }

    @Override
    public boolean isSameId(int row, int otherRow) {
        return true;
    }

    @Override
    public RankedIds ranked(List<IdSlots> tables, int size, Parallel parallel) {
        long[] numbers = new long[size];
        int at = 0;
        for (IdSlots table : tables) {
            for (int i = 0; i < table.size(); i++) {
                numbers[at++] = table.key(i);
            }
        }
        return RankedIds.of(numbers);
    }
}
