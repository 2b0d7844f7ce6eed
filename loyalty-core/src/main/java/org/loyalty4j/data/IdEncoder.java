package org.loyalty4j.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.loyalty4j.internal.Hashing;
import org.loyalty4j.internal.KeySort;
import org.loyalty4j.internal.Parallel;

/**
 * Numbers the customers of a column of ids, and says of each row which it is of. The ids are dealt out by their hash to
 * tables that fit in the cache of a core and that one thread at a time looks up; this goes block by block of rows, so that
 * what is dealt out stays small. The numbers have no meaning but to be ranked, and differ from run to run no more than the
 * rows do.
 */
final class IdEncoder {
    private static final int CHUNK = 1 << 15; // rows that are dealt out at a time; their places go into a char
    private static final int CHUNKS_OF_A_BLOCK = 64;
    private static final int ROWS_OF_A_TABLE = 1 << 14;
    private static final int MOST_TABLE_BITS = 9;

    private final IdColumnReader reader;
    private final Parallel parallel;
    private final int tableBits;
    private final List<IdSlots> tables = new ArrayList<>();
    private final int[] number;

    private IdEncoder(IdColumnReader reader, Parallel parallel) {
        this.reader = reader;
        this.parallel = parallel;
        int wanted = Integer.SIZE - Integer.numberOfLeadingZeros(reader.rows() / ROWS_OF_A_TABLE);
        this.tableBits = Math.min(MOST_TABLE_BITS, wanted);
        for (int i = 0; i < 1 << tableBits; i++) {
            tables.add(new IdSlots(reader));
        }
        this.number = new int[reader.rows()];
    }

    /** Customers by number, and the number of each row's. */
    @SuppressWarnings("ArrayRecordComponent") // within the package, never compared
    record Encoded(RankedIds ranked, int[] customer) {}

    static Encoded encode(IdColumnReader reader, Parallel parallel) {
        IdEncoder encoder = new IdEncoder(reader, parallel);
        encoder.encode();
        return new Encoded(encoder.ranked(), encoder.number);
    }

    private void encode() {
        int rows = reader.rows();
        int blockRows = CHUNK * CHUNKS_OF_A_BLOCK;
        List<Chunk> chunks = new ArrayList<>();
        for (int i = 0; i < Math.min(CHUNKS_OF_A_BLOCK, Parallel.pieces(rows, CHUNK)); i++) {
            chunks.add(new Chunk());
        }
        for (int from = 0; from < rows; from += blockRows) {
            int start = from;
            int used = Parallel.pieces(Math.min(blockRows, rows - start), CHUNK);
            parallel.forEach(used, i -> chunks.get(i).deal(start + i * CHUNK));
            parallel.forEach(tables.size(), table -> {
                for (int i = 0; i < used; i++) {
                    chunks.get(i).lookUp(table);
                }
            });
            parallel.forEach(used, i -> chunks.get(i).collect());
            if (rows - from <= blockRows) {
                break; // the next start might not be an int
            }
        }
    }

    /** The numbers within the tables are interleaved: the number within the table, then the table. */
    private RankedIds ranked() {
        int size = 0;
        int most = 0;
        int[] first = new int[tables.size()];
        for (int table = 0; table < tables.size(); table++) {
            first[table] = size;
            size += tables.get(table).size();
            most = Math.max(most, tables.get(table).size());
        }
        RankedIds ranked = reader.ranked(tables, size, parallel);
        int[] rankOf = new int[most << tableBits];
        for (int table = 0; table < tables.size(); table++) {
            for (int i = 0; i < tables.get(table).size(); i++) {
                rankOf[(i << tableBits) | table] = ranked.rankOf()[first[table] + i];
            }
        }
        return new RankedIds(ranked.ids(), rankOf);
    }

    /** Some rows that follow each other, in the order of the tables that their ids belong to. */
    private final class Chunk {
        private final int size = Math.min(CHUNK, reader.rows());
        private final long[] read = new long[size];
        private final long[] keys = new long[size]; // by table; later the number of the customer
        private final char[] place = new char[size]; // within the chunk
        private final int[] start = new int[(1 << tableBits) + 1];
        private int from;
        private int rows;

        void deal(int firstRow) {
            from = firstRow;
            rows = Math.min(CHUNK, reader.rows() - from);
            reader.read(from, from + rows, read);
            Arrays.fill(start, 0);
            for (int i = 0; i < rows; i++) {
                start[table(read[i])]++;
            }
            KeySort.startsOf(start, start.length);
            for (int i = 0; i < rows; i++) {
                int at = start[table(read[i])]++;
                keys[at] = read[i];
                place[at] = (char) i;
            }
            // Each start is now that of the next table.
            System.arraycopy(start, 0, start, 1, start.length - 1);
            start[0] = 0;
        }

        private int table(long key) {
            return (int) (Hashing.mix(key) >>> 1 >>> (Long.SIZE - 1 - tableBits));
        }

        void lookUp(int table) {
            IdSlots slots = tables.get(table);
            for (int i = start[table]; i < start[table + 1]; i++) {
                keys[i] = ((long) slots.number(keys[i], from + place[i]) << tableBits) | table;
            }
        }

        void collect() {
            for (int i = 0; i < rows; i++) {
                number[from + place[i]] = (int) keys[i];
            }
        }
    }
}
