package org.loyalty4j.summary;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** The ids of the customers in a list of histories, by row, and the way back from an id to its row. */
abstract sealed class IdColumn extends AbstractList<String> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;

    /** A copy of ids in any order. */
    static IdColumn copyOf(List<String> ids) {
        return new Copied(List.copyOf(ids));
    }

    /** Some of the ids of a log, which holds them in ascending order. */
    static IdColumn select(List<String> idsOfLog, int[] ascendingRows) {
        return new Selected(idsOfLog, ascendingRows);
    }

    @Override
    public abstract int indexOf(@Nullable Object id);

    @Override
    public boolean contains(@Nullable Object id) {
        return indexOf(id) >= 0;
    }

    OptionalInt find(String id) {
        int row = indexOf(id);
        return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
    }

    private static final class Copied extends IdColumn {
        private static final long serialVersionUID = 1L;
        private final List<String> ids;
        private transient volatile @Nullable Map<String, Integer> rowOf; // made when first asked for

        Copied(List<String> ids) {
            this.ids = ids;
        }

        @Override
        public String get(int row) {
            return ids.get(row);
        }

        @Override
        public int size() {
            return ids.size();
        }

        @Override
        public int indexOf(@Nullable Object id) {
            Map<String, Integer> rows = rowOf;
            if (rows == null) {
                rows = new HashMap<>();
                for (int row = 0; row < ids.size(); row++) {
                    rows.putIfAbsent(ids.get(row), row);
                }
                rowOf = rows;
            }
            Integer row = id == null ? null : rows.get(id);
            return row == null ? -1 : row;
        }
    }

    private static final class Selected extends IdColumn {
        private static final long serialVersionUID = 1L;
        private final List<String> idsOfLog;
        private final int[] rows;

        Selected(List<String> idsOfLog, int[] rows) {
            this.idsOfLog = idsOfLog;
            this.rows = rows;
        }

        @Override
        public String get(int row) {
            return idsOfLog.get(rows[row]);
        }

        @Override
        public int size() {
            return rows.length;
        }

        @Override
        public int indexOf(@Nullable Object id) {
            return Math.max(-1, Arrays.binarySearch(rows, idsOfLog.indexOf(id)));
        }
    }
}
