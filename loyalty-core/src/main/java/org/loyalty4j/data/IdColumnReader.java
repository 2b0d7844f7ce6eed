package org.loyalty4j.data;

import java.util.List;
import org.loyalty4j.internal.Parallel;

/** Ids by row, as keys of 64 bits. */
interface IdColumnReader {

    int rows();

    /** Reads the keys of the rows in [{@code from}, {@code to}) to the beginning of {@code keys}. */
    void read(int from, int to, long[] keys);

    /** Tells whether there is only one id that has this key. */
    boolean isOnlyIdOf(long key);

    /** Tells whether two rows, whose keys are equal, are of one customer. */
    boolean isSameId(int row, int otherRow);

    /** Ranks the ids of all tables, one after the other; {@code size} ids altogether. */
    RankedIds ranked(List<IdSlots> tables, int size, Parallel parallel);
}
